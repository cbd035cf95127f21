package io.contactbridge.bulk.internal.results;

import com.squareup.moshi.JsonWriter;
import io.contactbridge.ContactField;
import io.contactbridge.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The result of one row, without any value of the contact.
 *
 * @param id null if the row has no valid id
 * @param made the outcome of each field, or null if the CRM did not accept the update
 * @param failure why the row failed, or null if it did not
 * @param supersededBy the later row of the contact that succeeded, because of which this row is not
 *     sent; 0 if there is none
 */
public record RowResult(
    long row,
    long line,
    @Nullable String id,
    Instant at,
    int attempts,
    @Nullable Map<ContactField, Outcome> made,
    @Nullable RowFailure failure,
    long supersededBy) {
  public static RowResult made(
      long row, long line, String id, Instant at, int attempts, Map<ContactField, Outcome> made) {
    return new RowResult(row, line, id, at, attempts, made, null, 0);
  }

  public static RowResult failed(
      long row, long line, @Nullable String id, Instant at, int attempts, RowFailure failure) {
    return new RowResult(row, line, id, at, attempts, null, failure, 0);
  }

  /** Returns this result as a failure, for callers that do not accept another value at the CRM. */
  public RowResult asFailure(RowFailure failure) {
    return new RowResult(row, line, id, at, attempts, made, failure, 0);
  }

  public static RowResult superseded(
      long row, long line, @Nullable String id, Instant at, long by) {
    return new RowResult(row, line, id, at, 0, null, null, by);
  }

  public boolean isDifferent() {
    return made != null && made.containsValue(Outcome.DIFFERENT);
  }

  /** Returns whether the row left every field alone. */
  public boolean isNothing() {
    return made != null && made.isEmpty();
  }

  /** Writes the line of the row. */
  void write(BufferedSink sink) throws IOException {
    JsonWriter json = JsonWriter.of(sink);
    json.beginObject().name("row").value(row).name("line").value(line);
    if (id != null) {
      json.name("id").value(id);
    }
    json.name("at").value(Times.text(at));
    if (failure != null) {
      failure.write(json);
    }
    if (attempts != 1) {
      json.name("attempts").value(attempts);
    }
    if (made != null) {
      json.name("made").beginObject();
      for (Map.Entry<ContactField, Outcome> field : made.entrySet()) {
        json.name(field.getKey().name()).value(field.getValue().name());
      }
      json.endObject();
    }
    if (supersededBy != 0) {
      json.name("superseded").value(supersededBy);
    }
    json.endObject();
    sink.writeByte('\n');
  }
}
