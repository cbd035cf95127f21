package io.contactbridge.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.Headers;

/** Reads Prism's objections to a request, which it sends in addition to its answer. */
final class Objections {
  private Objections() {}

  static List<String> in(MockCall exchange) {
    return in(exchange.answerHeaders(), exchange.answer());
  }

  static List<String> in(Headers headers, String body) {
    List<String> objections = new ArrayList<>();
    for (String violations : headers.values("sl-violations")) {
      for (Object violation : (List<?>) Objects.requireNonNull(YamlTree.tree(violations))) {
        objections.add(line(YamlTree.object(violation)));
      }
    }
    // No CRM answers in this format, so the answer is Prism's own.
    if (Objects.requireNonNullElse(headers.get("Content-Type"), "")
        .startsWith("application/problem+json")) {
      objections.add(body);
    }
    return objections;
  }

  /**
   * The place, the rule and the message, such as {@code request.body.contact (anyOf): must ...}.
   */
  private static String line(Map<String, Object> violation) {
    String place =
        violation.get("location") instanceof List<?> location
            ? location.stream().map(String::valueOf).collect(Collectors.joining("."))
            : "";
    return place + " (" + violation.get("code") + "): " + violation.get("message");
  }
}
