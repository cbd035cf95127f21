package io.contactbridge.drift;

import io.contactbridge.drift.internal.impact.Impact;
import java.util.Arrays;
import java.util.List;

/**
 * A rule by which the level of a drift is decided.
 *
 * @param id as reports have it, such as {@code unknown-to-crm}
 * @param law the law that it follows from, such as that a tighter request breaks
 * @param ifUsed the level where the facade uses the thing that changed
 * @param consequence in words, where the facade uses it
 * @param otherwise the level if it does not
 */
public record DriftRule(String id, String law, Level ifUsed, String consequence, Level otherwise) {
  /** Returns all rules, those about requests first. */
  public static List<DriftRule> all() {
    return Arrays.stream(Impact.values())
        .map(
            impact ->
                new DriftRule(
                    impact.id(),
                    impact.law().toString(),
                    impact.level(true),
                    impact
                        .words(true)
                        .replace("{fields}", "the field")
                        .replace("{crm}", "the CRM")
                        .replace("{outcome}", "another exception")
                        .replace("{formerly}", "the former one"),
                    impact.level(false)))
        .toList();
  }
}
