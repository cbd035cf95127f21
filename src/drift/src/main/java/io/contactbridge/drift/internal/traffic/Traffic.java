package io.contactbridge.drift.internal.traffic;

import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Observation;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.answers.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A recording: a HAR file, or lines of JSON that are exchanges or observations.
 *
 * @param exchanges in the order in which they stand in the recording
 * @param observations what a client noticed in production
 * @param broken the lines or entries that are none, by their number from 1
 */
record Traffic(List<HttpExchange> exchanges, List<Observation> observations, List<Integer> broken) {
  private static final Set<String> KEPT =
      Set.of("accept", "content-type", "content-length", "version", "user-agent");

  /**
   * Reads a recording.
   *
   * @throws CannotCheckException if it is none
   */
  static Traffic read(String name, String text) {
    Object whole = parse(text);
    if (JsonValue.get(whole, "log", "entries") instanceof List<?> entries) {
      return entries(entries);
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    Traffic traffic = entries(lines.stream().map(Traffic::parse).toList());
    if (traffic.exchanges.isEmpty() && traffic.observations.isEmpty()) {
      throw new CannotCheckException(
          lines.isEmpty()
              ? name + " is empty, so nothing was checked"
              : name
                  + " is no recording: a HAR file has log.entries, and each line of an NDJSON file"
                  + " is an exchange with request and response, or an observation with path,"
                  + " expected and found");
    }
    return traffic;
  }

  private static Traffic entries(List<?> entries) {
    Traffic traffic = new Traffic(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < entries.size(); i++) {
      if (!traffic.add(entries.get(i))) {
        traffic.broken.add(i + 1);
      }
    }
    return traffic;
  }

  private boolean add(@Nullable Object entry) {
    if (JsonValue.get(entry, "path") instanceof String path
        && JsonValue.get(entry, "expected") instanceof String expected
        && JsonValue.get(entry, "found") instanceof String found) {
      return observations.add(new Observation(path, expected, found));
    }
    Object request = JsonValue.get(entry, "request");
    Object answer = JsonValue.get(entry, "response");
    if (JsonValue.get(request, "method") instanceof String method
        && JsonValue.get(request, "url") instanceof String url
        && JsonValue.get(answer, "status") instanceof Long status) {
      return exchanges.add(
          new HttpExchange(
              method,
              url,
              headers(request, KEPT),
              body(JsonValue.get(request, "postData"), request),
              status.intValue(),
              headers(answer, Set.of()),
              body(JsonValue.get(answer, "content"), answer)));
    }
    return false;
  }

  /** HAR has the headers as a list of names and values; lines may have them as an object. */
  private static Headers headers(@Nullable Object message, Set<String> kept) {
    Headers.Builder headers = new Headers.Builder();
    Object list = JsonValue.get(message, "headers");
    if (list instanceof Map<?, ?> object) {
      object.forEach((name, value) -> add(headers, name, value, kept));
    } else if (list instanceof List<?> pairs) {
      for (Object pair : pairs) {
        add(headers, JsonValue.get(pair, "name"), JsonValue.get(pair, "value"), kept);
      }
    }
    return headers.build();
  }

  private static void add(
      Headers.Builder headers, @Nullable Object name, @Nullable Object value, Set<String> kept) {
    if (name instanceof String text && !text.isBlank() && !text.startsWith(":") && value != null) {
      boolean secret = !kept.isEmpty() && !kept.contains(text.toLowerCase(Locale.ROOT));
      headers.addUnsafeNonAscii(text, secret ? "***" : String.valueOf(value));
    }
  }

  private static @Nullable String body(@Nullable Object holder, @Nullable Object message) {
    if (JsonValue.get(holder, "text") instanceof String text) {
      return "base64".equals(JsonValue.get(holder, "encoding")) ? decoded(text) : text;
    }
    if (message instanceof Map<?, ?> map && map.containsKey("body")) {
      Object body = map.get("body");
      return body instanceof String text ? text : body == null ? "" : JsonValue.write(body);
    }
    return null;
  }

  private static @Nullable String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Object parse(String text) {
    try {
      return JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
