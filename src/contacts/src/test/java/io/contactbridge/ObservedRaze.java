package io.contactbridge;

import io.contactbridge.ConformanceServer.ObservedCrm;
import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.ConformanceServer.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads other names than its page has for the position and the profile, and ignores those of the
 * page; answers tags as objects and dates without a zone; replaces the custom fields as a whole.
 */
final class ObservedRaze implements ObservedCrm {
  private final Set<Quirk> quirks;
  private final Map<String, @Nullable Object> contact = new LinkedHashMap<>();

  ObservedRaze(Set<Quirk> quirks) {
    this.quirks = quirks;
    contact.put("id", Accounts.contactId(Crm.RAZE));
    contact.put("name", "John Doe");
    contact.put("email", null);
    contact.put("phone", null);
    contact.put("company", null);
    contact.put("position", "VP of Engineering");
    contact.put("linkedin_url", null);
    contact.put("source", "list");
    contact.put("tags", null);
    contact.put("custom_fields", Map.of("kept", true));
    contact.put("created_at", "2026-02-01 20:48:15.123");
    contact.put("updated_at", "2026-02-01 20:48:15.123");
  }

  @Override
  public Reply update(String id, Headers headers, Map<String, @Nullable Object> body) {
    if (!Accounts.CREDENTIAL.equals(headers.get("X-API-Key"))) {
      return refusal(401, Map.of("code", "INVALID_API_KEY", "message", "Invalid API key"));
    }
    if (!id.equals(contact.get("id"))) {
      return refusal(404, Map.of("code", "NOT_FOUND", "message", "Contact not found"));
    }
    if (body.containsKey("name") && body.get("name") == null) {
      return new Reply(500, Map.of("success", false, "message", "Internal server error"));
    }
    body.forEach(this::store);
    return new Reply(200, Map.of("success", true, "data", contact));
  }

  private void store(String name, @Nullable Object value) {
    boolean asDocumented = quirks.contains(Quirk.STORES_AS_DOCUMENTED);
    switch (name) {
      case "position", "linkedin_url" -> {
        if (asDocumented) {
          contact.put(name, value);
        }
      }
      case "title" -> contact.put("position", value);
      case "linkedin_profile_url" -> contact.put("linkedin_url", value);
      case "tags" -> contact.put(name, value instanceof List<?> tags ? objects(tags) : value);
      case "name", "email", "phone", "company", "custom_fields" -> contact.put(name, value);
      default -> {}
    }
  }

  private static List<Object> objects(List<?> tags) {
    return tags.stream()
        .<Object>map(tag -> Map.of("id", tags.indexOf(tag), "name", tag, "color", "#ff0000"))
        .toList();
  }

  private static Reply refusal(int status, Map<String, ?> error) {
    return new Reply(status, Map.of("success", false, "error", error));
  }
}
