package io.contactbridge.drift.internal.report;

import static java.util.stream.Collectors.joining;

import io.contactbridge.client.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON out of maps, lists, texts, numbers and booleans. */
final class JsonText {
  /** Characters that JSON allows, but that could control a terminal or reverse text. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}\\p{Zl}\\p{Zp}\\x7f-\\x9f]");

  private JsonText() {}

  static String write(Object value) {
    return UNSAFE.matcher(JsonValue.writeIndented(value)).replaceAll(JsonText::escaped) + "\n";
  }

  private static String escaped(MatchResult unsafe) {
    return unsafe.group().chars().mapToObj("\\\\u%04x"::formatted).collect(joining());
  }

  /** Returns an object with keys and values in turn. */
  static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }
}
