package io.contactbridge.drift.mutation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a vendor answers.
 *
 * @param body JSON, or a text that is sent as it is
 */
record Reply(int status, Map<String, String> headers, String contentType, Object body) {
  private static final String JSON = "application/json";

  static Reply json(int status, Object body) {
    return new Reply(status, Map.of(), JSON, body);
  }

  static Reply html(int status) {
    return new Reply(
        status,
        Map.of(),
        "text/html",
        "<!DOCTYPE html><html><body><h1>Error " + status + "</h1></body></html>");
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  Reply status(int status) {
    return new Reply(status, headers, contentType, body);
  }

  Reply body(Object body) {
    return new Reply(status, headers, contentType, body);
  }

  Reply contentType(String contentType) {
    return new Reply(status, headers, contentType, body);
  }

  Reply header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, contentType, body);
  }

  Reply without(String header) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.remove(header);
    return new Reply(status, all, contentType, body);
  }

  String text() {
    return isJson() ? Trees.json(body) : String.valueOf(body);
  }
}
