package io.contactbridge;

import io.contactbridge.ConformanceServer.ObservedCrm;
import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.ConformanceServer.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as the vendor's published source, guilhermegoulart1/leadraze-b2b (HEAD of 2026-02-13):
 * {@code updateContact} in backend/src/controllers/external/contactsExternalController.js, the
 * check of the key in backend/src/middleware/apiKeyAuth.js, and the table in
 * backend/database/migrations/013_create_contacts_architecture.sql with the check of 022.
 *
 * <p>It reads {@code title}, and neither {@code position} nor {@code linkedin_url}; takes tags by
 * their ids, after it has removed those that were there; and answers the whole row.
 */
final class ObservedRaze implements ObservedCrm {
  static final String ID = "3f2b8c1e-6d4a-4e57-9b0f-2a7c5d8e1f36";

  /** The ids of the tags that the account has, and their names. */
  static final Map<String, String> TAGS =
      Map.of(
          "0b9d6f0a-5f0e-4f5e-8d53-0f2f6a1c9e01", "vip",
          "0b9d6f0a-5f0e-4f5e-8d53-0f2f6a1c9e02", "new");

  private static final List<String> READ =
      List.of("name", "email", "phone", "company", "title", "location", "custom_fields");

  private final Set<Quirk> quirks;
  private final Map<String, @Nullable Object> row = new LinkedHashMap<>();
  private final List<String> tags = new ArrayList<>(TAGS.keySet());

  ObservedRaze(Set<Quirk> quirks) {
    this.quirks = quirks;
    row.put("id", ID);
    row.put("user_id", "7d1f3c52-90aa-4c0e-b0f4-3a9d2f6e8b11");
    row.put("account_id", "c2a5e8b4-1f7d-4b36-a9e0-6d3c9b7f5e22");
    row.put("name", "John Doe");
    for (String name :
        List.of(
            "first_name",
            "last_name",
            "email",
            "company",
            "location",
            "profile_picture",
            "linkedin_profile_id",
            "headline",
            "about",
            "industry",
            "experience",
            "place_id")) {
      row.put(name, null);
    }
    row.put("phone", "+5511999999999");
    row.put("title", "VP of Engineering");
    row.put("profile_url", null);
    row.put("is_premium", false);
    row.put("custom_fields", Map.of("kept", true));
    row.put("source", "api");
    row.put("created_at", "2026-02-01 20:48:15.123");
    row.put("updated_at", "2026-02-01 20:48:15.123");
  }

  @Override
  public Reply update(String id, Headers headers, Map<String, @Nullable Object> body) {
    String key = headers.get("X-API-Key");
    if (key == null) {
      return refusal(401, "MISSING_API_KEY", "API key is required.");
    }
    if (!key.equals(Accounts.CREDENTIAL)) {
      return refusal(401, "INVALID_API_KEY", "Invalid or expired API key.");
    }
    if (!id.matches("[0-9a-fA-F-]{36}")) {
      return failure();
    }
    if (!id.equals(ID)) {
      return refusal(404, "NOT_FOUND", "Contact not found").with(rate());
    }
    return quirks.contains(Quirk.STORES_AS_DOCUMENTED) ? asDocumented(body) : asInSource(body);
  }

  private Reply asInSource(Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
    for (String name : READ) {
      if (body.containsKey(name)) {
        changed.put(name, body.get(name));
      }
    }
    boolean isReachable =
        List.of("email", "phone", "linkedin_profile_id", "place_id").stream()
            .anyMatch(name -> changed.get(name) != null);
    if (changed.get("name") == null || !isReachable || body.containsKey("linkedin_profile_url")) {
      return failure();
    }
    row.putAll(changed);
    if (body.get("tags") instanceof List<?> ids) {
      tags.clear();
      for (Object tag : ids) {
        if (!TAGS.containsKey(tag)) {
          return failure();
        }
        tags.add((String) tag);
      }
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(row);
    answer.put("tags", tags.stream().map(ObservedRaze::tag).toList());
    return new Reply(200, Map.of("success", true, "data", answer)).with(rate());
  }

  private static Map<String, String> tag(String id) {
    return Map.of("id", id, "name", String.valueOf(TAGS.get(id)), "color", "blue");
  }

  /** What a server would do that keeps to the vendor's page. */
  private Reply asDocumented(Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> contact = new LinkedHashMap<>();
    for (String name :
        List.of("id", "name", "email", "phone", "company", "source", "custom_fields")) {
      contact.put(name, row.get(name));
    }
    contact.put("position", "VP of Engineering");
    contact.put("linkedin_url", "https://linkedin.com/in/johndoe");
    contact.put("tags", List.of());
    contact.put("created_at", "2024-01-15T10:30:00Z");
    contact.put("updated_at", "2024-01-25T10:00:00Z");
    contact.put("source", "linkedin");
    contact.putAll(body);
    return new Reply(200, Map.of("success", true, "data", contact)).with(rate());
  }

  private static Reply failure() {
    return refusal(500, "INTERNAL_ERROR", "An error occurred while updating the contact")
        .with(rate());
  }

  private static Headers rate() {
    return Headers.of(
        "X-RateLimit-Limit",
        "1000",
        "X-RateLimit-Remaining",
        "999",
        "X-RateLimit-Reset",
        "1701388800");
  }

  private static Reply refusal(int status, String code, String message) {
    return new Reply(
        status, Map.of("success", false, "error", Map.of("code", code, "message", message)));
  }
}
