package io.contactbridge.drift.internal.traffic;

import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.answers.Sightings;
import io.contactbridge.drift.internal.diagnosis.RefusalDiagnosis;
import io.contactbridge.drift.internal.diagnosis.RefusalWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tells of refusals in recorded traffic. Nothing can be tried there, so a property is found by what
 * was refused whenever it was sent and taken when it was not, and by the names in the refusal.
 */
final class TrafficRefusals {
  private final Facts spec;
  private final FactsRevision revision;
  private final Function<HttpExchange, FactsRevision> sightings;
  private final boolean takenBefore;
  private final Set<String> known = new HashSet<>();
  private final Set<SpecLocation> taken = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Starts with earlier refusals.
   *
   * @param sightings makes of the body of a request what the specification would have to be
   */
  TrafficRefusals(
      FactsRevision revision,
      List<HttpExchange> older,
      Function<HttpExchange, FactsRevision> sightings) {
    this.spec = revision.spec();
    this.revision = revision;
    this.sightings = sightings;
    this.takenBefore = older.stream().anyMatch(HttpExchange::isSuccess);
    older.stream().filter(each -> !each.isSuccess()).forEach(each -> known.add(said(each)));
  }

  private String said(HttpExchange refusal) {
    String words = RefusalWords.of(spec, refusal).words();
    return refusal.status() + " " + new TreeSet<>(words.lines().toList());
  }

  /** Puts into the revision why requests were refused. Returns what qualifies that. */
  List<String> explain(List<HttpExchange> exchanges) {
    exchanges.stream().filter(HttpExchange::isSuccess).forEach(each -> taken.addAll(sent(each)));
    boolean anyTaken = exchanges.stream().anyMatch(HttpExchange::isSuccess);
    boolean stopped = takenBefore && !anyTaken;
    int unread = 0;
    for (HttpExchange exchange : exchanges) {
      boolean told =
          exchange.isSuccess()
              || known.contains(said(exchange))
              || RefusalWords.isDocumented(spec, exchange)
              || ((stopped || exchange.status() != 404)
                  && RefusalDiagnosis.revise(revision, exchange));
      boolean specified =
          spec.has(SpecLocations.answer(Expectation.NOTHING.status(spec, exchange.status())));
      if (!told && RefusalDiagnosis.mayBeForBody(exchange) && !places(exchange, anyTaken)) {
        unread += specified && sightings.apply(exchange).isAsSpecified() ? 1 : 0;
      }
    }
    if (unread > 0) {
      unread(unread, exchanges.size(), anyTaken);
    }
    return notes;
  }

  private void unread(int unread, int all, boolean anyTaken) {
    String words =
        "%d of %d updates that the specification allows were refused, for a reason that shows neither"
                .formatted(unread, all)
            + " in their words nor in the other calls";
    if (anyTaken) {
      notes.add(words + ".");
    } else {
      revision.set(SpecLocation.of(Part.OPERATION, ""), Aspect.FURTHER_RULES, List.of(words));
    }
  }

  /** Returns whether the refusal could be laid to a place. */
  private boolean places(HttpExchange refusal, boolean anyTaken) {
    FactsRevision asked = sightings.apply(refusal);
    RefusalWords names = RefusalWords.of(spec, refusal);
    Set<SpecLocation> sent = sent(refusal);
    Set<SpecLocation> suspects = new TreeSet<>(sent);
    suspects.removeAll(taken);
    Set<SpecLocation> named = names.known();
    Set<SpecLocation> both = new TreeSet<>(named);
    both.retainAll(suspects.isEmpty() ? sent : suspects);
    if (both.isEmpty() && named.isEmpty() && suspects.size() == 1) {
      both.addAll(suspects);
    }
    boolean told = !both.isEmpty();
    both.stream().filter(asked::isAsSpecified).forEach(place -> refused(place, refusal));
    for (SpecLocation place : anyTaken ? List.<SpecLocation>of() : names.parameters()) {
      boolean id = place.part() == Part.PATH_PARAMETER;
      revision.set(place, id ? Aspect.FORMAT : Aspect.REQUIRED, id ? "another" : true);
      told = true;
    }
    for (SpecLocation place : names.added()) {
      if (!sent.contains(place)) {
        revision.set(place, Aspect.REQUIRED, true);
        revision.set(place, Aspect.TYPE, "string");
        told = true;
      }
    }
    if (!told) {
      named.removeIf(place -> sent.contains(place) || !sent.contains(SpecLocations.parent(place)));
      named.forEach(place -> absent(place, named));
      told = !named.isEmpty();
    }
    return told;
  }

  private void absent(SpecLocation place, Set<SpecLocation> named) {
    SpecLocation parent = SpecLocations.parent(place);
    boolean choice = spec.list(parent, Aspect.AT_LEAST_ONE_OF).contains(place.name());
    revision.set(
        choice ? parent : place,
        choice ? Aspect.AT_LEAST_ONE_OF : Aspect.REQUIRED,
        choice
            ? named.stream()
                .filter(each -> SpecLocations.isChild(each, parent))
                .map(SpecLocation::name)
                .toList()
            : true);
  }

  private void refused(SpecLocation place, HttpExchange refusal) {
    RequestEdit.Lookup found = RequestEdit.find(refusal.request().value(), place.path());
    if (found.found() && found.value() == null) {
      revision.set(place, Aspect.NULLABLE, null);
    } else {
      revision.set(
          place,
          Aspect.FURTHER_RULES,
          List.of("a value that the specification allows was answered " + refusal.status()));
    }
  }

  private Set<SpecLocation> sent(HttpExchange exchange) {
    Sightings sightings = new Sightings(spec);
    sightings.add(SpecLocation.requestBody(SpecLocations.ROOT), exchange.request().value());
    return new TreeSet<>(sightings.all().keySet());
  }

  /** Returns the sentence about a recording in which no update succeeded. */
  static String nothingTaken(List<HttpExchange> newer, List<HttpExchange> older) {
    Map<Integer, Long> statuses = new java.util.TreeMap<>();
    newer.forEach(each -> statuses.merge(each.status(), 1L, Long::sum));
    boolean before = older.stream().anyMatch(HttpExchange::isSuccess);
    return String.format(
        Locale.ROOT,
        "No update succeeded%s, so how success looks was not checked; the answers were %s.",
        before ? " any more" : "",
        String.join(
            ", ",
            statuses.entrySet().stream()
                .map(each -> each.getValue() + " times " + each.getKey())
                .toList()));
  }
}
