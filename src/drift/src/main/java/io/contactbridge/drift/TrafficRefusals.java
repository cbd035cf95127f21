package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tells of refusals in recorded traffic. Nothing can be tried there, so a property is found by what
 * was refused whenever it was sent and taken when it was not, and by the names in the refusal.
 */
final class TrafficRefusals {
  private final Facts spec;
  private final FactsRevision revision;
  private final Predicate<Exchange> allowed;
  private final Set<String> known = new HashSet<>();
  private final Set<Place> taken = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Starts with what was refused before.
   *
   * @param allowed whether the specification allows the request of an exchange
   */
  TrafficRefusals(FactsRevision revision, List<Exchange> older, Predicate<Exchange> allowed) {
    this.spec = revision.spec();
    this.revision = revision;
    this.allowed = allowed;
    older.stream().filter(each -> !each.isSuccess()).forEach(each -> known.add(said(each)));
  }

  private String said(Exchange refusal) {
    String words = RefusalNames.of(spec, refusal).words();
    return refusal.status() + " " + new TreeSet<>(words.lines().toList());
  }

  /** Puts into the revision why requests were refused. Returns what qualifies that. */
  List<String> explain(List<Exchange> exchanges) {
    exchanges.stream()
        .filter(Exchange::isSuccess)
        .forEach(each -> taken.addAll(sent(each)));
    boolean anyTaken = exchanges.stream().anyMatch(Exchange::isSuccess);
    int unread = 0;
    for (Exchange exchange : exchanges) {
      boolean told =
          exchange.isSuccess()
              || known.contains(said(exchange))
              || RefusalNames.isDocumented(spec, exchange)
              || (exchange.status() != 404 && Refusals.explain(revision, exchange));
      boolean specified = spec.has(Places.answer(Expectation.NOTHING.status(spec, exchange.status())));
      if (!told && specified && Refusals.mayBeForBody(exchange) && allowed.test(exchange) && !places(exchange)) {
        unread++;
      }
    }
    if (unread > 0) {
      unread(unread, exchanges.size(), anyTaken);
    }
    return notes;
  }

  private void unread(int unread, int all, boolean anyTaken) {
    String words =
        "%d of %d updates that the specification allows were refused, for a reason that neither their"
                .formatted(unread, all)
            + " words nor the others tell";
    if (anyTaken) {
      notes.add(words + ".");
    } else {
      revision.set(Place.of(Part.OPERATION, ""), Aspect.FURTHER_RULES, List.of(words));
    }
  }

  /** Returns whether the refusal could be laid to a place. */
  private boolean places(Exchange refusal) {
    RefusalNames names = RefusalNames.of(spec, refusal);
    Set<Place> sent = sent(refusal);
    Set<Place> suspects = new TreeSet<>(sent);
    suspects.removeAll(taken);
    Set<Place> named = names.known();
    Set<Place> both = new TreeSet<>(named);
    both.retainAll(suspects.isEmpty() ? sent : suspects);
    if (both.isEmpty() && named.isEmpty() && suspects.size() == 1) {
      both.addAll(suspects);
    }
    both.forEach(place -> refused(place, refusal));
    boolean told = !both.isEmpty();
    for (Place place : names.added()) {
      if (!sent.contains(place)) {
        revision.set(place, Aspect.REQUIRED, true);
        revision.set(place, Aspect.TYPE, "string");
        told = true;
      }
    }
    if (!told) {
      named.removeIf(place -> sent.contains(place) || !sent.contains(Places.parent(place)));
      named.forEach(place -> revision.set(place, Aspect.REQUIRED, true));
      told = !named.isEmpty();
    }
    return told;
  }

  private void refused(Place place, Exchange refusal) {
    Remedy.Found found = Remedy.find(refusal.request().value(), place.path());
    if (found.found() && found.value() == null) {
      revision.set(place, Aspect.NULLABLE, null);
    } else {
      revision.set(
          place,
          Aspect.FURTHER_RULES,
          List.of("a value that the specification allows was answered " + refusal.status()));
    }
  }

  private Set<Place> sent(Exchange exchange) {
    Sightings sightings = new Sightings(spec);
    sightings.add(Place.requestBody(Places.ROOT), exchange.request().value());
    return new TreeSet<>(sightings.all().keySet());
  }

  /** Says what it means that no update succeeded. */
  static String nothingTaken(List<Exchange> newer, List<Exchange> older) {
    Map<Integer, Long> statuses = new java.util.TreeMap<>();
    newer.forEach(each -> statuses.merge(each.status(), 1L, Long::sum));
    boolean before = older.stream().anyMatch(Exchange::isSuccess);
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
