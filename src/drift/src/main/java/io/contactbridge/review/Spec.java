package io.contactbridge.review;

import io.contactbridge.Crm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one operation that a specification of this project describes.
 *
 * @param method in capitals, or empty
 * @param path as a template, or empty
 */
record Spec(Crm crm, Node document, String method, String path, Node operation) {
  private static final String JSON = "application/json";

  /**
   * Reads a specification.
   *
   * @param file what it is called in messages
   * @throws CannotReviewException if it is not YAML, or has no operation
   */
  static Spec read(Crm crm, String file, String text) {
    @Nullable Object value = Yaml.read(file, text);
    Node document = Node.of(value);
    for (Map.Entry<String, Node> path : document.get("paths").entries().entrySet()) {
      for (Map.Entry<String, Node> method : path.getValue().resolved().entries().entrySet()) {
        if (method.getValue().get("responses").exists()) {
          return new Spec(
              crm,
              document,
              method.getKey().toUpperCase(java.util.Locale.ROOT),
              path.getKey(),
              method.getValue());
        }
      }
    }
    throw new CannotReviewException(file + " describes no operation with answers");
  }

  Node request() {
    return operation.get("requestBody");
  }

  /** Returns the schema of the request as it is referred to. */
  Node requestSchema() {
    return media(request()).raw("schema");
  }

  /** Returns the answer to an update that was made. */
  Node success() {
    return operation.get("responses").entries().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(answer -> answer.getValue().resolved())
        .findFirst()
        .orElse(new Node(document.root(), null));
  }

  String successStatus() {
    return operation.get("responses").entries().keySet().stream()
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .orElse("200");
  }

  Node answerSchema() {
    return media(success()).raw("schema");
  }

  /** Returns the JSON form of a body, or the first of its forms if there is none in JSON. */
  static Node media(Node body) {
    Map<String, Node> content = body.get("content").entries();
    return content.entrySet().stream()
        .filter(form -> form.getKey().startsWith(JSON))
        .findFirst()
        .or(() -> content.entrySet().stream().findFirst())
        .map(form -> form.getValue().resolved())
        .orElse(new Node(body.root(), null));
  }
}
