package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a drift is known.
 *
 * @param crm whose drift it is; null if that is not said
 * @param comparison which comparison finds it; null for any
 * @param page how the name of what is compared ends, if only that says so; null for any
 * @param expires the last day on which it holds
 * @param line where it stands in its file, from 1
 */
public record Acknowledgement(
    String fingerprint,
    @Nullable Crm crm,
    @Nullable String comparison,
    @Nullable String page,
    String reason,
    String owner,
    LocalDate expires,
    int line) {
  boolean concerns(Check check) {
    return (crm == null || crm == check.crm())
        && (comparison == null || comparison.equals(check.comparison()))
        && (page == null || check.after().endsWith(page));
  }

  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }
}
