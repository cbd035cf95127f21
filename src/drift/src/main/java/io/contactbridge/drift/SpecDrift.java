package io.contactbridge.drift;

import io.contactbridge.Crm;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a specification against an earlier one. */
final class SpecDrift {
  private static final Set<Aspect> OF_OURS = EnumSet.of(Aspect.EVIDENCE, Aspect.NULLABLE_EVIDENCE);

  private SpecDrift() {}

  /**
   * Returns how the operation of one specification differs in the other.
   *
   * @param beforeText the specification that the facade was made for, with one operation
   * @param afterText with one operation, or with one that has the same method and path
   * @throws CannotCheckException if one of them cannot be read
   */
  static DriftReport report(
      Crm crm, String beforeName, String beforeText, String afterName, String afterText) {
    Facts before = SpecReader.read(beforeName, beforeText);
    Place operation = Place.of(Place.Part.OPERATION, "");
    Facts after =
        SpecReader.read(
            afterName,
            afterText,
            String.valueOf(before.get(operation, Aspect.METHOD)),
            String.valueOf(before.get(operation, Aspect.PATH)));
    List<Change> changes = Comparison.compare(before, after);
    return new DriftReport(
        "spec",
        crm,
        beforeName,
        afterName,
        Meaning.of(crm, before, after, changes),
        List.of(),
        checked(before));
  }

  private static int checked(Facts facts) {
    int checked = 0;
    for (Map<Aspect, Object> aspects : facts.places().values()) {
      checked += 1;
      for (Aspect aspect : aspects.keySet()) {
        checked += OF_OURS.contains(aspect) ? 0 : 1;
      }
    }
    return checked;
  }
}
