package io.contactbridge.bulk;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.UpdatePlan;
import io.contactbridge.bulk.internal.input.InputFile;
import io.contactbridge.bulk.internal.input.InputRow;
import io.contactbridge.bulk.internal.input.RowReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The expected results of a file's rows, without sending any of them. */
public final class DryRun {
  private static final int MOST_KINDS = 100;

  private final Map<String, String> columns;
  private final Map<ContactField, Map<Fate, Long>> fields = new EnumMap<>(ContactField.class);
  private final Map<String, Refusal> refusals = new LinkedHashMap<>();
  private final Map<String, Long> warnings = new LinkedHashMap<>();
  private long rows;
  private long sendable;
  private long nothing;
  private Duration duration = Duration.ZERO;

  private DryRun(Map<String, String> columns) {
    this.columns = Collections.unmodifiableMap(columns);
  }

  static DryRun of(InputFile input, BulkAccount account) throws IOException {
    Map<String, String> columns = input.scan().columns();
    DryRun dryRun = new DryRun(columns);
    try (RowReader reader = input.rows(columns)) {
      for (InputRow row = reader.next(); row != null; row = reader.next()) {
        dryRun.plan(row, account);
      }
    }
    dryRun.duration = Tally.atLeast(dryRun.sendable, account.limits());
    return dryRun;
  }

  public long rows() {
    return rows;
  }

  /** Returns how many rows would be sent. */
  public long sendable() {
    return sendable;
  }

  /** Returns how many rows leave every field alone. */
  public long nothing() {
    return nothing;
  }

  public long refused() {
    return rows - sendable - nothing;
  }

  /** Returns the meaning of each column by its name; an empty string for an ignored column. */
  public Map<String, String> columns() {
    return columns;
  }

  /** Returns how many rows have each field, by what would happen to the field. */
  public Map<ContactField, Map<Fate, Long>> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Returns the first hundred reasons why rows would not be sent, with the number of rows. */
  public List<Refusal> refusals() {
    return new ArrayList<>(refusals.values());
  }

  /** Returns the warnings about the rows, and how many rows each concerns. */
  public Map<String, Long> warnings() {
    return Collections.unmodifiableMap(warnings);
  }

  /** Returns the shortest time that the account's limits allow for the run; zero without limits. */
  public Duration duration() {
    return duration;
  }

  private void plan(InputRow row, BulkAccount account) {
    rows++;
    try {
      String id = row.id();
      ContactUpdate update = row.update();
      if (update == null) {
        nothing++;
      } else {
        count(account.plan(id, update));
      }
    } catch (IllegalArgumentException e) {
      refuse(row, String.valueOf(e.getMessage()));
    }
  }

  private void count(UpdatePlan plan) {
    sendable++;
    for (FieldPlan field : plan.fields()) {
      fields
          .computeIfAbsent(field.field(), name -> new EnumMap<>(Fate.class))
          .merge(field.fate(), 1L, Long::sum);
    }
    plan.warnings().stream()
        .filter(warning -> warnings.size() < MOST_KINDS || warnings.containsKey(warning))
        .forEach(warning -> warnings.merge(warning, 1L, Long::sum));
  }

  private void refuse(InputRow row, String reason) {
    if (refusals.size() < MOST_KINDS || refusals.containsKey(reason)) {
      refusals.merge(
          reason,
          new Refusal(reason, 1, row.number(), row.line()),
          (first, more) -> new Refusal(reason, first.rows() + 1, first.row(), first.line()));
    }
  }

  /**
   * A reason why rows would not be sent.
   *
   * @param rows how many
   * @param row the first of them
   * @param line the line of the file on which that row begins
   */
  public record Refusal(String reason, long rows, long row, long line) {}
}
