package io.contactbridge.drift.internal.traffic;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.answers.AnswerReport;
import io.contactbridge.drift.internal.answers.AnswerRevision;
import io.contactbridge.drift.internal.answers.BodyRevision;
import io.contactbridge.drift.internal.answers.Coverage;
import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.OperationUrls;
import io.contactbridge.drift.internal.answers.Sighting;
import io.contactbridge.drift.internal.answers.Sightings;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds recorded traffic against a specification. */
public final class TrafficDrift {
  /** The number of answers from which a part that all of them have is expected. */
  private static final int OFTEN = 3;

  private final Facts spec;
  private final List<String> notes = new ArrayList<>();
  private final FactsRevision revision;
  private final Set<SpecLocation> exercised = new TreeSet<>();

  private TrafficDrift(Facts spec) {
    this.spec = spec;
    this.revision = new FactsRevision(spec);
  }

  /**
   * Compares a recording with a specification.
   *
   * @param text a HAR file; or lines of JSON, each an exchange or an observation
   * @param baselineText an earlier recording, whose properties and headers that were always there
   *     are missed when they are gone; without one, the earlier half of the recording is it
   * @throws CannotCheckException if there is no traffic of the operation in either
   */
  public static DriftReport report(
      Crm crm,
      Facts spec,
      String name,
      String text,
      @Nullable String baselineName,
      @Nullable String baselineText) {
    return new TrafficDrift(spec).compare(crm, name, text, baselineName, baselineText);
  }

  private DriftReport compare(
      Crm crm,
      String name,
      String text,
      @Nullable String baselineName,
      @Nullable String baselineText) {
    Traffic traffic = Traffic.read(name, text);
    List<HttpExchange> exchanges = ofOperation(traffic);
    if (exchanges.isEmpty() && traffic.observations().isEmpty()) {
      throw new CannotCheckException(nothingIn(name));
    }
    say(name, traffic, exchanges);
    List<HttpExchange> newer = exchanges;
    List<HttpExchange> older = List.of();
    if (baselineName != null && baselineText != null) {
      older = ofOperation(Traffic.read(baselineName, baselineText));
      if (older.isEmpty()) {
        throw new CannotCheckException(nothingIn(baselineName));
      }
    } else if (exchanges.size() >= 2 * OFTEN) {
      older = exchanges.subList(0, exchanges.size() / 2);
      newer = exchanges.subList(exchanges.size() / 2, exchanges.size());
    }
    answers(exchanges, newer, older);
    requests(exchanges, newer, older);
    if (!traffic.observations().isEmpty()) {
      new ObservationRevision(revision, exercised).revise(traffic.observations());
    }
    Coverage coverage = new Coverage(spec, exercised);
    notes.addAll(coverage.notes());
    boolean anyTaken =
        exchanges.isEmpty() || newer.stream().anyMatch(each -> each.isSuccess() || isMoved(each));
    if (!anyTaken) {
      notes.add(0, TrafficRefusals.nothingTaken(newer, older));
    }
    DriftReport report =
        AnswerReport.report("traffic", crm, revision, name, notes, coverage.checked());
    if (!anyTaken && report.drifts().stream().noneMatch(each -> each.level() != Level.NO_EFFECT)) {
      throw new CannotCheckException(String.join(" ", notes));
    }
    return report;
  }

  private static boolean isMoved(HttpExchange exchange) {
    return exchange.status() / 100 == 3;
  }

  private String nothingIn(String name) {
    return "%s has no answer to %s %s, so nothing was checked"
        .formatted(name, OperationUrls.method(spec), OperationUrls.template(spec));
  }

  private void say(String name, Traffic traffic, List<HttpExchange> exchanges) {
    int others = traffic.exchanges().size() - exchanges.size();
    notes.add(
        "`"
            + name
            + "` has "
            + AnswerReport.count(exchanges.size(), "answer")
            + " of the operation"
            + (others == 0 ? "" : ", " + others + " of other operations")
            + (traffic.observations().isEmpty()
                ? ""
                : " and " + AnswerReport.count(traffic.observations().size(), "observation"))
            + ".");
    if (!traffic.broken().isEmpty()) {
      notes.add(
          AnswerReport.count(traffic.broken().size(), "line or entry", "lines or entries")
              + " could not be read, the first of them number "
              + traffic.broken().get(0)
              + ".");
    }
  }

  private List<HttpExchange> ofOperation(Traffic traffic) {
    return traffic.exchanges().stream()
        .filter(exchange -> exchange.method().equalsIgnoreCase(OperationUrls.method(spec)))
        .filter(exchange -> OperationUrls.isOf(spec, exchange.url()))
        .filter(exchange -> exchange.status() > 0)
        .toList();
  }

  private void answers(List<HttpExchange> all, List<HttpExchange> newer, List<HttpExchange> older) {
    Expectation expectation =
        new Expectation(AnswerReport.standIns(spec, all), Map.of(), steady(older, newer));
    AnswerRevision answers = new AnswerRevision(revision, newer, expectation);
    answers.revise();
    exercised.addAll(answers.exercised());
    if (newer.size() < all.size()) {
      Expectation nothing = new Expectation(expectation.standIns(), Map.of(), Set.of());
      AnswerRevision early = new AnswerRevision(revision, older, nothing);
      early.revise();
      exercised.addAll(early.exercised());
    }
  }

  /** Returns what was always there in the older answers, of which there are enough newer ones. */
  private Set<SpecLocation> steady(List<HttpExchange> older, List<HttpExchange> newer) {
    AnswerRevision then = new AnswerRevision(new FactsRevision(spec), older, Expectation.NOTHING);
    AnswerRevision now = new AnswerRevision(new FactsRevision(spec), newer, Expectation.NOTHING);
    Set<SpecLocation> steady = new HashSet<>();
    for (SpecLocation place : spec.places()) {
      boolean always =
          then.seen().chances(place) >= OFTEN
              && then.seen().count(place) == then.seen().chances(place)
              && now.seen().chances(place) >= OFTEN;
      if (place.part() == Part.ANSWER_BODY && always) {
        steady.add(place);
      } else if (place.part() == Part.ANSWER_HEADER && then.always(place) >= OFTEN) {
        steady.add(place);
      }
    }
    return steady;
  }

  private void requests(
      List<HttpExchange> exchanges, List<HttpExchange> newer, List<HttpExchange> older) {
    Sightings sent = new Sightings(spec);
    Sightings accepted = new Sightings(spec);
    SpecLocation root = SpecLocation.requestBody(SpecLocations.ROOT);
    for (HttpExchange exchange : exchanges) {
      HttpExchange.Body body = exchange.request();
      if (body.isJson()) {
        sent.add(root, body.value());
        if (exchange.isSuccess()) {
          accepted.add(root, body.value());
        }
      }
    }
    TrafficRefusals refusals =
        new TrafficRefusals(revision, older, exchange -> asked(exchange.request()));
    notes.addAll(refusals.explain(newer));
    sent.all().keySet().stream().filter(spec::has).forEach(exercised::add);
    exercised.addAll(AnswerReport.frame(spec));
    for (SpecLocation place : accepted.all().keySet()) {
      if (!spec.has(place) && spec.has(SpecLocations.parent(place))) {
        revision.set(place, Aspect.TYPE, type(accepted, place));
      }
    }
  }

  private static @Nullable String type(Sightings sightings, SpecLocation place) {
    Sighting sighting = sightings.get(place);
    return sighting == null || sighting.type().isEmpty() ? null : sighting.type();
  }

  /** Returns what the specification would have to be for a request, as far as that is seen. */
  private FactsRevision asked(HttpExchange.Body body) {
    FactsRevision ideal = new FactsRevision(spec);
    if (body.isJson()) {
      Sightings sightings = new Sightings(spec);
      SpecLocation root = SpecLocation.requestBody(SpecLocations.ROOT);
      sightings.add(root, body.value());
      new BodyRevision(ideal, sightings, Set.of()).revise(root);
    }
    return ideal;
  }
}
