package io.contactbridge;

import io.contactbridge.ConformanceServer.ObservedCrm;
import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.ConformanceServer.Reply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Has two forms of error, and takes numbers without a country code to be from the US
 * (docs.linqapp.com/v2). Nobody knows whether it gives a contact to the first admin user whose
 * owner is not named: its page says that only what is sent changes, and that {@code user_email}
 * defaults to that user.
 */
final class ObservedLinq implements ObservedCrm {
  private static final Set<String> AT_LEAST_ONE_OF =
      Set.of("first_name", "last_name", "email", "phone_number");

  private final Set<Quirk> quirks;
  private final Map<String, @Nullable Object> contact = new LinkedHashMap<>();
  private String owner = "owner@company.com";

  ObservedLinq(Set<Quirk> quirks) {
    this.quirks = quirks;
  }

  @Override
  public Reply update(String id, Headers headers, Map<String, @Nullable Object> body) {
    if (!Accounts.CREDENTIAL.equals(headers.get("X-LINQ-INTEGRATION-TOKEN"))) {
      Map<String, Object> error =
          Map.of(
              "status", 401,
              "code", "1001",
              "title", "Unauthorized",
              "detail", "Invalid or missing integration token");
      return new Reply(401, Map.of("errors", List.of(error)));
    }
    if (!id.equals(Accounts.contactId(Crm.LINQ))) {
      return refusal(404, "CONTACT_NOT_FOUND", "Contact not found");
    }
    if (!(body.get("contact") instanceof Map<?, ?> changes)
        || Collections.disjoint(changes.keySet(), AT_LEAST_ONE_OF)) {
      return refusal(422, "VALIDATION_ERROR", "Contact is invalid");
    }
    changes.forEach((name, value) -> contact.put((String) name, stored((String) name, value)));
    if (body.get("user_email") instanceof String email) {
      owner = email;
    } else if (quirks.contains(Quirk.DEFAULTS_OWNER)) {
      owner = "first.admin@company.com";
    }
    return new Reply(200, Map.of("data", answer()));
  }

  private Map<String, @Nullable Object> answer() {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(contact);
    answer.put("id", 123);
    answer.put("full_name", contact.get("first_name") + " " + contact.get("last_name"));
    answer.put("image_url", null);
    answer.put("created_at", "2025-07-30T10:00:00.000-05:00");
    answer.put("updated_at", "2025-07-30T10:00:00.000-05:00");
    answer.put("contact_owner", Map.of("id", 456, "email", owner));
    return answer;
  }

  private static @Nullable Object stored(String name, @Nullable Object value) {
    return name.equals("phone_number") && value instanceof String phone && !phone.startsWith("+")
        ? "+1" + phone.replaceAll("[^0-9]", "")
        : value;
  }

  private static Reply refusal(int status, String code, String message) {
    return new Reply(
        status,
        Map.of(
            "status",
            "error",
            "error_code",
            code,
            "message",
            message,
            "errors",
            List.of("There is more to say")));
  }
}
