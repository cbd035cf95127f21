package io.contactbridge.review;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.content.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A specification in which every text that people read means harm. */
final class HostileSpec {
  static final String SCRIPT = "<script>window.harm = 1</script>";
  static final String IMAGE = "\"><img src=x onerror=window.harm=1>";

  static final String TEXT =
      String.join(
          " ",
          SCRIPT,
          IMAGE,
          "'-window.harm-'",
          "{{{script}}} {{>layout}} ${7*7}",
          "</style><style>body{display:none}</style>",
          "&lt;b&gt; ]]> --> `<i>code</i>`",
          "\u202eright to left\u202d \u2067isolated",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627");

  private static final Set<String> TEXTS =
      Set.of("description", "summary", "title", "note", "version");

  private HostileSpec() {}

  static String of(Crm crm) {
    Object spec = Node.read(Source.shipped(crm)).value();
    return JsonValue.write(hostile("", requireNonNull(spec)));
  }

  private static Object hostile(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, hostile((String) name, member)));
      if (key.equals("properties")) {
        copy.put(TEXT, Map.of("type", "string", "description", "endless ".repeat(1250)));
        copy.put("word", Map.of("type", TEXT, "enum", List.of(TEXT, 1), "pattern", TEXT));
      }
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> hostile("", element)).toList();
    }
    if (TEXTS.contains(key)) {
      return value + " " + TEXT;
    }
    return key.equals("url") ? "javascript:window.harm=1//" + value : value;
  }
}
