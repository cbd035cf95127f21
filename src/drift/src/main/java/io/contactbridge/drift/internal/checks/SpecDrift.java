package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Digest;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.impact.DriftMeaning;
import io.contactbridge.drift.internal.openapi.SpecDocument;
import io.contactbridge.drift.internal.openapi.SpecOperation;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a specification against an earlier one, operation by operation. */
public final class SpecDrift {
  private static final Set<Aspect> OF_OURS = EnumSet.of(Aspect.EVIDENCE, Aspect.NULLABLE_EVIDENCE);

  private final Crm crm;
  private final List<SpecOperation> old;
  private final List<SpecOperation> present;
  private final List<Drift> drifts = new ArrayList<>();
  private int checked;

  private SpecDrift(Crm crm, SpecDocument before, SpecDocument after) {
    this.crm = crm;
    this.old = new ArrayList<>(SpecOperation.all(before));
    this.present = new ArrayList<>(SpecOperation.all(after));
  }

  /**
   * Returns how the operations of one specification differ in the other.
   *
   * @param before the specification that the facade was made for
   * @throws CannotCheckException if one of them cannot be read, or the former has not the operation
   *     that the facade calls
   */
  public static DriftReport report(Crm crm, Source before, Source after) {
    SpecDocument document = SpecReader.document(before);
    SpecDrift drift = new SpecDrift(crm, document, SpecReader.document(after));
    drift.compare(SpecReader.ours(crm, document));
    drift.drifts.sort(DriftMeaning.WORST_FIRST);
    return new DriftReport(
        "spec", crm, before.name(), after.name(), drift.drifts, List.of(), drift.checked);
  }

  private void compare(SpecOperation ours) {
    old.removeIf(each -> each.isSame(ours));
    SpecOperation now = successor(ours);
    Facts before = SpecReader.read(ours);
    checked += checked(before);
    if (now == null) {
      SpecLocation gone = SpecLocation.of(Part.OPERATION, ours.name());
      drifts.addAll(meaning(before, before, List.of(change(gone, null))));
    } else {
      present.remove(now);
      Facts after = SpecReader.read(now);
      drifts.addAll(meaning(before, after, Comparison.compare(before, after)));
    }
    old.forEach(this::compareOther);
    for (SpecOperation each : present) {
      Change added = change(null, SpecLocation.of(Part.OPERATION, each.name()));
      drifts.addAll(meaning(before, before, List.of(added)));
    }
  }

  /** Returns what the operation is now: the same, or the one that took its place. */
  private @Nullable SpecOperation successor(SpecOperation ours) {
    List<SpecOperation> fresh =
        present.stream().filter(each -> old.stream().noneMatch(each::isSame)).toList();
    return present.stream()
        .filter(each -> each.isSame(ours))
        .findFirst()
        .or(() -> fresh.stream().filter(each -> each.isAt(ours.path())).findFirst())
        .or(() -> fresh.size() == 1 ? fresh.stream().findFirst() : java.util.Optional.empty())
        .orElse(null);
  }

  /** The facade does not call it, but the generated client can. */
  private void compareOther(SpecOperation other) {
    Facts before = SpecReader.read(other);
    checked += checked(before);
    SpecOperation now =
        present.stream().filter(each -> each.isSame(other)).findFirst().orElse(null);
    List<Drift> found;
    if (now == null) {
      Change gone = change(SpecLocation.of(Part.OPERATION, other.name()), null);
      found = meaning(before, before, List.of(gone));
    } else {
      present.remove(now);
      Facts after = SpecReader.read(now);
      found = meaning(before, after, Comparison.compare(before, after));
    }
    found.forEach(drift -> drifts.add(ofOther(other, drift, now == null)));
  }

  private Drift ofOther(SpecOperation other, Drift drift, boolean gone) {
    boolean harmless = drift.level() == Level.NO_EFFECT;
    return new Drift(
        crm,
        drift.change(),
        gone || harmless ? drift.level() : Level.MAY_BREAK,
        drift.rule(),
        gone ? drift.sentence() : "In `%s`: %s".formatted(other.name(), drift.sentence()),
        harmless
            ? drift.consequence()
            : "The facade does not call it; users of the generated client may.",
        Set.of(),
        drift.code(),
        Digest.of(other.name() + " " + drift.fingerprint()));
  }

  private List<Drift> meaning(Facts before, Facts after, List<Change> changes) {
    return DriftMeaning.of(crm, before, after, changes);
  }

  private static Change change(@Nullable SpecLocation before, @Nullable SpecLocation after) {
    Kind kind = before == null ? Kind.ADDED : Kind.REMOVED;
    return new Change(kind, null, before, after, null, null, List.of(), null);
  }

  private static int checked(Facts facts) {
    int checked = 0;
    for (SpecLocation place : facts.places()) {
      checked += 1;
      for (Aspect aspect : facts.at(place).aspects()) {
        checked += OF_OURS.contains(aspect) ? 0 : 1;
      }
    }
    return checked;
  }
}
