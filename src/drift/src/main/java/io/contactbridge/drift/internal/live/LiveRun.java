package io.contactbridge.drift.internal.live;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.answers.AnswerLocations;
import io.contactbridge.drift.internal.answers.AnswerReport;
import io.contactbridge.drift.internal.answers.AnswerRevision;
import io.contactbridge.drift.internal.answers.BodyShape;
import io.contactbridge.drift.internal.answers.Coverage;
import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.Sightings;
import io.contactbridge.drift.internal.diagnosis.RefusalDiagnosis;
import io.contactbridge.drift.internal.diagnosis.RefusalWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state of one live check. */
final class LiveRun {
  final Crm crm;
  final Facts spec;
  final FactsRevision revision;
  final CanaryCalls calls;
  final String id;
  final AnswerLocations places;
  final LiveDiagnosis trials;
  final List<String> notes = new ArrayList<>();
  final Set<SpecLocation> exercised = new TreeSet<>();
  final List<HttpExchange> answers = new ArrayList<>();
  final Map<Integer, String> standIns = new HashMap<>();

  /** The body with every property that the CRM took, or null until it took one. */
  @Nullable Object sent;

  boolean restored = true;
  boolean garbled;

  LiveRun(Crm crm, Facts spec, CanaryCalls calls, String id) {
    this.crm = crm;
    this.spec = spec;
    this.calls = calls;
    this.id = id;
    revision = new FactsRevision(spec);
    places = new AnswerLocations(crm, spec);
    trials = new LiveDiagnosis(crm, revision, calls, id, notes);
  }

  /** Returns a body as the specification has it, whatever envelope it came in. */
  @Nullable Object inShape(@Nullable Object body) {
    SpecLocation root = SpecLocations.root(places.status());
    List<@Nullable Object> one = new ArrayList<>();
    one.add(body);
    return BodyShape.of(spec, root, one, Expectation.NOTHING).bodies().get(0);
  }

  /** Returns whether a refusal may be for what is in the body. */
  boolean isForBody(@Nullable HttpExchange refusal) {
    return refusal != null
        && RefusalDiagnosis.canBeTried(refusal)
        && !RefusalDiagnosis.revise(revision, refusal);
  }

  /** Keeps a refusal that is not about the properties of the body. */
  void refused(HttpExchange exchange) {
    int status = exchange.status();
    if (status != 401 && status != 403 && spec.has(SpecLocations.answer(String.valueOf(status)))) {
      answers.add(exchange);
    }
    limited(exchange);
    if (revision.isAsSpecified() && !RefusalDiagnosis.revise(revision, exchange)) {
      notes.add(
          status == 401 || status == 403
              ? "Not checked: an update was answered "
                  + status
                  + ", so the credential can read the contact and may not change it."
              : "Not checked: an update that the specification allows was answered "
                  + status
                  + ".");
    }
  }

  /** Recognises a rate limit by the words, if it has another status than specified. */
  private void limited(HttpExchange exchange) {
    boolean limit =
        RefusalWords.of(spec, exchange).words().matches("(?is).*(?:rate limit|too many).*");
    if (limit && !spec.has(SpecLocations.answer(String.valueOf(exchange.status())))) {
      answers.add(exchange);
      if (spec.has(SpecLocations.answer("429"))) {
        standIns.put(exchange.status(), "429");
      }
    }
  }

  /** Returns the first of these statuses that is specified, or null. */
  @Nullable String specified(String... statuses) {
    for (String status : statuses) {
      if (spec.has(SpecLocations.answer(status))) {
        return status;
      }
    }
    return null;
  }

  /** Keeps an answer that stands for one that was expected. */
  void expect(HttpExchange exchange, @Nullable String expected) {
    answers.add(exchange);
    boolean known = spec.has(SpecLocations.answer(String.valueOf(exchange.status())));
    if (!known && expected != null && exchange.status() >= 400) {
      standIns.put(exchange.status(), expected);
    }
  }

  /** Marks the places of an accepted body as checked. */
  void exercise(@Nullable Object body) {
    Sightings sightings = new Sightings(spec);
    sightings.add(SpecLocation.requestBody(SpecLocations.ROOT), body);
    sightings.all().keySet().stream().filter(spec::has).forEach(exercised::add);
  }

  /** Returns the report. */
  DriftReport report(String target) {
    if (!answers.isEmpty()) {
      exercised.addAll(AnswerReport.frame(spec));
      standIns.putAll(AnswerReport.standIns(spec, answers));
      AnswerRevision answered =
          new AnswerRevision(
              revision, answers, CanaryAnswers.expected(spec, places, sent, standIns));
      answered.revise();
      if (garbled) {
        revision.set(
            SpecLocations.answer(places.status()),
            Aspect.CONTENT_TYPES,
            List.of("text that is not JSON"));
      }
      exercised.addAll(answered.exercised());
    }
    if (sent != null) {
      exercise(sent);
    }
    Coverage coverage = new Coverage(spec, exercised);
    notes.addAll(coverage.notes());
    DriftReport report =
        AnswerReport.report("live", crm, revision, target, notes, coverage.checked());
    boolean nothing = report.drifts().stream().noneMatch(each -> each.level() != Level.NO_EFFECT);
    if (nothing && (sent == null || !restored)) {
      throw new CannotCheckException(String.join(" ", notes));
    }
    return report;
  }
}
