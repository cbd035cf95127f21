package io.contactbridge.review.internal.changes;

import io.contactbridge.Crm;
import io.contactbridge.review.internal.content.Git;
import io.contactbridge.review.internal.content.Revision;
import io.contactbridge.review.internal.content.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a decision holds: for the change that was seen when it was made, and for no later one that
 * looks the same.
 *
 * @param base the commit that is compared with, or empty
 * @param validity whether a decision that was made against a commit holds for this comparison
 */
public record Binding(String base, Validity validity, LocalDate today) {
  /** Whether a decision that was made against a commit holds. */
  interface Validity {
    boolean holds(String base, Crm crm);
  }

  /** Returns the binding of a comparison that has no history: only its own base holds. */
  public static Binding to(String base, LocalDate today) {
    return new Binding(base, (other, crm) -> isSame(base, other), today);
  }

  /**
   * Returns the binding of a comparison of commits. A decision holds if it was made within what is
   * compared, or before it while nobody has changed that specification in between.
   */
  public static Binding to(Git git, Revision base, String head, LocalDate today) {
    return new Binding(
        base.shortHash(),
        (other, crm) -> {
          if (isSame(base.hash(), other)) {
            return true;
          }
          if (!other.matches("[0-9a-f]{7,40}") || git.commit(other).isEmpty()) {
            return false;
          }
          return git.isAncestor(base.hash(), other)
              ? git.isAncestor(other, head)
              : git.isAncestor(other, base.hash())
                  && !git.isChanged(other, base.hash(), Words.word(crm) + ".yaml");
        },
        today);
  }

  private static boolean isSame(String hash, String other) {
    return !other.isEmpty() && (hash.startsWith(other) || other.startsWith(hash));
  }

  Standing standing(ReviewedChange change, List<Decision> newest) {
    List<String> faults = new ArrayList<>();
    for (Decision decision : newest) {
      if (decision.level().compareTo(change.impact()) < 0) {
        faults.add(
            "It was decided about as “%s”, and is now “%s”."
                .formatted(lower(decision.level()), lower(change.impact())));
      }
      if (!validity.holds(decision.base(), decision.crm())) {
        faults.add(
            "It was made against another state of the specification (%s); this is the same change"
                    .formatted(decision.base())
                + " made again.");
      }
      if (!decision.expires().isEmpty() && LocalDate.parse(decision.expires()).isBefore(today)) {
        faults.add("It expired on " + decision.expires() + ".");
      }
    }
    return new Standing(newest, faults, base);
  }

  private static String lower(Severity impact) {
    return impact.label().toLowerCase(Locale.ROOT);
  }
}
