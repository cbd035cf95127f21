package io.contactbridge.bulk.internal.results;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a row failed.
 *
 * @param kind such as {@code INVALID}
 * @param status the HTTP status, or 0 if there was no answer
 * @param message our message, or the CRM's
 * @param details the CRM's messages, one for each fault
 */
public record RowFailure(
    String kind,
    int status,
    String message,
    List<String> details,
    @Nullable String requestId,
    boolean mayHaveBeenApplied) {
  public static RowFailure refused(String message) {
    return new RowFailure("REFUSED", 0, message, List.of(), null, false);
  }

  void write(JsonWriter json) throws IOException {
    json.name("failed").value(kind);
    if (status != 0) {
      json.name("status").value(status);
    }
    json.name("message").value(message);
    if (!details.isEmpty()) {
      json.name("details").beginArray();
      for (String detail : details) {
        json.value(detail);
      }
      json.endArray();
    }
    if (requestId != null) {
      json.name("requestId").value(requestId);
    }
    if (mayHaveBeenApplied) {
      json.name("mayHaveBeenApplied").value(true);
    }
  }
}
