package io.contactbridge.review.internal.changes;

import java.util.List;

/**
 * How the decisions about a change stand.
 *
 * @param decision the newest, or nothing
 * @param faults why it does not count, in sentences; nothing if it does
 * @param base the commit that a decision is to name
 */
public record Standing(List<Decision> decision, List<String> faults, String base) {
  public boolean isDecided() {
    return !decision.isEmpty();
  }

  boolean isApproved() {
    return faults.isEmpty()
        && decision.stream().anyMatch(made -> made.verdict() == Verdict.APPROVED);
  }

  /** Returns the style of the decision, which is green only where it counts. */
  public String style() {
    return decision.stream()
        .map(made -> faults.isEmpty() ? made.verdict().word() : "invalid")
        .findFirst()
        .orElse("waiting");
  }

  /** Returns it in a few words. */
  String words() {
    return decision.stream()
        .map(made -> made.verdict().word() + " by " + made.by() + fault())
        .findFirst()
        .orElse("nobody has decided yet");
  }

  private String fault() {
    return faults.isEmpty() ? "" : ", which does not count: " + String.join(" ", faults);
  }
}
