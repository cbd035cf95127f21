package io.contactbridge.drift.internal.impact;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.Digest;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names a drift by what it is, so that every run and every comparison names it the same. */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * Returns twelve hexadecimal digits.
   *
   * @param before where our specification has the definition that changed: one definition can stand
   *     in many places, of which not every comparison sees the same
   */
  static String of(Crm crm, Change change, Facts before) {
    String text =
        String.join(
            "\n",
            crm.name(),
            change.kind().name(),
            change.aspect() == null ? "" : change.aspect().name(),
            place(change.before(), before),
            change.after() == null ? "" : changed(change.before(), change.after(), before),
            value(change));
    return Digest.of(text);
  }

  private static String place(@Nullable SpecLocation place, Facts before) {
    if (place == null) {
      return "";
    }
    Facts.Origin origin = before.origin(place);
    return origin == null || !origin.pointer().startsWith("/components/")
        ? place.part() + " " + place.status() + " " + place.path()
        : origin.pointer();
  }

  /** Only a new name or place tells two drifts apart; in which answers it was seen does not. */
  private static String changed(@Nullable SpecLocation old, SpecLocation now, Facts before) {
    if (old == null) {
      int end = now.part().isBody() ? Math.max(now.path().lastIndexOf('.'), 0) : 0;
      SpecLocation parent =
          new SpecLocation(now.part(), now.status(), now.path().substring(0, end));
      return place(parent, before) + now.path().substring(end);
    }
    return now.status().equals(old.status())
        ? now.part() + (now.path().equals(old.path()) ? "" : " " + now.name())
        : now.part() + " " + now.status();
  }

  private static String value(Change change) {
    if (change.oldValue() instanceof Collection<?> old
        && change.newValue() instanceof Collection<?> now) {
      return "+" + without(now, old) + " -" + without(old, now);
    }
    return String.valueOf(change.newValue());
  }

  private static Set<String> without(Collection<?> values, Collection<?> others) {
    Set<String> left = new TreeSet<>();
    values.forEach(value -> left.add(String.valueOf(value)));
    others.forEach(value -> left.remove(String.valueOf(value)));
    return left;
  }
}
