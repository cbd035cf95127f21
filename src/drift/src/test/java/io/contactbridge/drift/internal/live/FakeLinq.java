package io.contactbridge.drift.internal.live;

import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Linq with one contact, of which each call can be answered otherwise. */
final class FakeLinq implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, @Nullable Object> contact = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();

  /** Starts it with answers to some calls, counted from 1; null for the usual one. */
  FakeLinq(Function<Integer, @Nullable MockResponse> answers) {
    this((call, body) -> answers.apply(call));
  }

  /** Starts it with answers to some calls by their number and their body. */
  FakeLinq(BiFunction<Integer, String, @Nullable MockResponse> answers) {
    if (JsonValue.get(JsonValue.parse(CONTACT), "data") instanceof Map<?, ?> data) {
      data.forEach((name, value) -> contact.put(String.valueOf(name), value));
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            calls.add(request.getMethod());
            bodies.add(body);
            MockResponse other = answers.apply(calls.size(), body);
            return other == null ? answer(request.getTarget(), body) : other;
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String CONTACT =
      """
      {"data": {"id": 123, "first_name": "Ada", "last_name": "King", "full_name": "Ada King",
        "email": "ada@example.org", "phone_number": "+12025550123", "company": "Engines",
        "title": "CTO", "location": "London", "image_url": null,
        "created_at": "2025-07-30T10:00:00.000-05:00",
        "updated_at": "2025-07-30T10:00:00.000-05:00",
        "contact_owner": {"id": 456, "email": "owner@example.org", "first_name": "Jane",
          "last_name": "Owner", "name": "Jane Owner"}}}
      """;

  String baseUrl() {
    return server.url("/api/partner/v2").toString();
  }

  Map<String, @Nullable Object> contact() {
    return contact;
  }

  private MockResponse answer(String target, String body) {
    if (!target.endsWith("/123")) {
      return json(404, error("CONTACT_NOT_FOUND", "Contact not found", "It does not exist."));
    }
    Object asked = body.isEmpty() ? null : JsonValue.get(JsonValue.parse(body), "contact");
    if (asked instanceof Map<?, ?> changes) {
      if (!(changes.get("email") instanceof String)) {
        return json(
            422, error("VALIDATION_ERROR", "Validation failed", "contact.email must be a string"));
      }
      changes.forEach((name, value) -> contact.put(String.valueOf(name), value));
    }
    return json(200, "{\"data\": " + JsonValue.write(contact) + "}");
  }

  static String error(String code, String message, String... words) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", "error");
    error.put("error_code", code);
    error.put("message", message);
    error.put("errors", List.of(words));
    return JsonValue.write(error);
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
