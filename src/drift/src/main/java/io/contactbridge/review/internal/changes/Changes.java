package io.contactbridge.review.internal.changes;

import io.contactbridge.ContactField;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Spec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Merges the changes of one comparison by their cause, and sorts the worst first. */
public final class Changes {
  private Changes() {}

  /**
   * Returns the changes of one specification, in its form and in what it says.
   *
   * @param library names the normalised fields
   */
  public static List<ReviewedChange> of(
      DriftReport report, Spec before, Spec after, Library library) {
    List<ReviewedChange> changes = new ArrayList<>(ofForm(report));
    Set<String> known = new LinkedHashSet<>();
    for (Drift drift : report.drifts()) {
      String facet =
          switch (drift.kind()) {
            case "description-changed" -> "description ";
            case "examples-changed" -> "example ";
            default -> "";
          };
      if (!facet.isEmpty()) {
        Stream.concat(
                Stream.concat(drift.before().stream(), drift.after().stream()),
                drift.also().stream())
            .forEach(place -> known.add(facet + place));
      }
    }
    changes.addAll(Statements.compare(before, after, library, known));
    return changes;
  }

  /** Returns the changes of form, those of the request and of the answer in one if they are one. */
  public static List<ReviewedChange> ofForm(DriftReport report) {
    Map<String, List<ReviewedChange>> causes = new LinkedHashMap<>();
    for (Drift drift : report.drifts()) {
      causes
          .computeIfAbsent(cause(drift), ignored -> new ArrayList<>())
          .add(new DriftWords(drift).change());
    }
    return causes.values().stream().map(Changes::joined).toList();
  }

  /** Adds the changes of the library, each to the change of the specification that caused it. */
  public static List<ReviewedChange> with(
      List<ReviewedChange> changes, List<ReviewedChange> library) {
    List<ReviewedChange> all = new ArrayList<>(changes);
    for (ReviewedChange each : library) {
      ContactField field = each.fields().iterator().next();
      int cause = -1;
      for (int i = 0; i < all.size() && cause < 0; i++) {
        ReviewedChange other = all.get(i);
        boolean same = other.crm() == each.crm() && other.fields().contains(field);
        cause = same && other.impact().compareTo(each.impact()) >= 0 ? i : -1;
      }
      if (cause < 0) {
        all.add(each);
      } else {
        all.set(cause, follow(all.get(cause), each));
      }
    }
    all.sort(
        Comparator.comparing(ReviewedChange::impact)
            .reversed()
            .thenComparing(ReviewedChange::crm)
            .thenComparing(ReviewedChange::headline));
    return all;
  }

  private static ReviewedChange follow(ReviewedChange cause, ReviewedChange library) {
    List<String> details = new ArrayList<>(cause.details());
    details.add(
        "The library follows: %s before, %s now.".formatted(library.before(), library.after()));
    return copy(cause, cause.impact(), details, cause.fields(), cause.code(), cause.fingerprint());
  }

  private static String cause(Drift drift) {
    String before = name(drift.before().orElse(""));
    String after = name(drift.after().orElse(""));
    return before.isEmpty() && after.isEmpty()
        ? drift.fingerprint()
        : String.join(
            "\u0000",
            drift.kind(),
            before,
            after,
            drift.oldValue().orElse(""),
            drift.newValue().orElse(""));
  }

  /** Returns the last name of a place in what is sent or comes back of an update that was made. */
  private static String name(String place) {
    boolean body = place.endsWith(" in the request") || place.matches("\\$.* in the answer 2\\S*");
    return body ? DriftWords.last(place.substring(0, place.indexOf(' '))) : "";
  }

  private static ReviewedChange joined(List<ReviewedChange> same) {
    ReviewedChange worst =
        same.stream().max(Comparator.comparing(ReviewedChange::impact)).orElseThrow();
    if (same.size() == 1) {
      return worst;
    }
    Set<String> details = new LinkedHashSet<>();
    Set<ContactField> fields = new LinkedHashSet<>();
    Set<String> code = new LinkedHashSet<>();
    for (ReviewedChange each : same) {
      details.addAll(each.details());
      fields.addAll(each.fields());
      code.addAll(each.code());
    }
    String[] fingerprints =
        same.stream().map(ReviewedChange::fingerprint).sorted().toArray(String[]::new);
    return copy(
        worst,
        worst.impact(),
        List.copyOf(details),
        fields,
        List.copyOf(code),
        ReviewedChange.fingerprint(fingerprints));
  }

  private static ReviewedChange copy(
      ReviewedChange change,
      Severity impact,
      List<String> details,
      Set<ContactField> fields,
      List<String> code,
      String fingerprint) {
    return new ReviewedChange(
        change.crm(),
        impact,
        change.kind(),
        change.headline(),
        change.consequence(),
        change.before(),
        change.after(),
        details,
        fields,
        code,
        fingerprint);
  }
}
