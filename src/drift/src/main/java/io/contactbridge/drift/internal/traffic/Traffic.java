package io.contactbridge.drift.internal.traffic;

import io.contactbridge.client.Observation;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.facts.JsonValues;
import java.io.IOException;
import java.math.BigDecimal;
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
    if (JsonValues.get(whole, "log", "entries") instanceof List<?> entries) {
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
    if (JsonValues.get(entry, "path") instanceof String path
        && JsonValues.get(entry, "expected") instanceof String expected
        && JsonValues.get(entry, "found") instanceof String found) {
      return observations.add(new Observation(path, expected, found));
    }
    Object request = JsonValues.get(entry, "request");
    Object answer = JsonValues.get(entry, "response");
    if (JsonValues.get(request, "method") instanceof String method
        && JsonValues.get(request, "url") instanceof String url
        && JsonValues.get(answer, "status") instanceof BigDecimal status) {
      return exchanges.add(
          new HttpExchange(
              method,
              url,
              headers(request, KEPT),
              body(JsonValues.get(request, "postData"), request),
              status.intValue(),
              headers(answer, Set.of()),
              body(JsonValues.get(answer, "content"), answer)));
    }
    return false;
  }

  /** HAR has the headers as a list of names and values; lines may have them as an object. */
  private static Headers headers(@Nullable Object message, Set<String> kept) {
    Headers.Builder headers = new Headers.Builder();
    Object list = JsonValues.get(message, "headers");
    if (list instanceof Map<?, ?> object) {
      object.forEach((name, value) -> add(headers, name, value, kept));
    } else if (list instanceof List<?> pairs) {
      for (Object pair : pairs) {
        add(headers, JsonValues.get(pair, "name"), JsonValues.get(pair, "value"), kept);
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
    if (JsonValues.get(holder, "text") instanceof String text) {
      return "base64".equals(JsonValues.get(holder, "encoding")) ? decoded(text) : text;
    }
    if (message instanceof Map<?, ?> map && map.containsKey("body")) {
      Object body = map.get("body");
      return body instanceof String text ? text : body == null ? "" : JsonValues.write(body);
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
      return JsonValues.parse(text);
    } catch (IOException e) {
      return null;
    }
  }
}
