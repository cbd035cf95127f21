package io.contactbridge;

import io.contactbridge.ConformanceServer.ObservedCrm;
import io.contactbridge.ConformanceServer.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Answers numbers as strings and empty objects as {@code []}, as PHP does. */
final class ObservedAcquire implements ObservedCrm {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  @Override
  public Reply update(String id, Headers headers, Map<String, @Nullable Object> body) {
    if (!("Bearer " + Accounts.CREDENTIAL).equals(headers.get("Authorization"))) {
      return new Reply(
          401,
          Map.of(
              "error", "ERROR_UNAUTHORIZED",
              "message", "Missing, incorrect, or invalid API Key"));
    }
    if (!id.equals(Accounts.contactId(Crm.ACQUIRE))) {
      return new Reply(
          400, Map.of("error", "ERROR_RECORD_NOT_FOUND", "message", "Record not found"));
    }
    if (body.get("fields") instanceof Map<?, ?> changes) {
      changes.forEach((name, value) -> fields.put((String) name, stored(value)));
    }
    Map<String, @Nullable Object> contact = new LinkedHashMap<>();
    contact.put("id", 2);
    contact.put("dateCreated", "string");
    contact.put("dateUpdated", "2021-07-16 11:49:51");
    contact.put("clientType", null);
    contact.put("clientDetails", List.of());
    contact.put("companyId", null);
    contact.put("fields", fields.isEmpty() ? List.of() : fields);
    return new Reply(200, Map.of("data", contact));
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return value instanceof Number ? value.toString() : value;
  }
}
