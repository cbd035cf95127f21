package io.contactbridge.bulk.internal.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The failed rows with their reasons, and those that a later row of their contact has replaced. */
public final class FailedRows {
  private final Map<Long, String> reasons = new HashMap<>();
  private final Map<String, List<Long>> byContact = new HashMap<>();
  private final Map<Long, Long> superseded = new HashMap<>();

  void addFailed(ResultsLine line, EarlierResults earlier) {
    if (line.row == 0 || line.failed == null || !earlier.isFailed(line.row)) {
      return;
    }
    boolean first = reasons.put(line.row, line.failed + ": " + line.message) == null;
    if (line.id != null && first) {
      byContact.computeIfAbsent(line.id, id -> new ArrayList<>()).add(line.row);
    }
  }

  void addMade(ResultsLine line) {
    if (!line.made || line.nothing || line.failed != null || line.id == null) {
      return;
    }
    for (Long failed : byContact.getOrDefault(line.id, List.of())) {
      if (failed < line.row) {
        superseded.merge(failed, line.row, Math::max);
      }
    }
  }

  /** Returns the later row of the contact that succeeded, or 0 if there is none. */
  public long supersededBy(long row) {
    return superseded.getOrDefault(row, 0L);
  }

  /** Returns why a row failed, or an empty string if it did not. */
  public String reason(long row) {
    return reasons.getOrDefault(row, "");
  }
}
