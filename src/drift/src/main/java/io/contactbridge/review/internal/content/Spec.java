package io.contactbridge.review.internal.content;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.openapi.SpecDocument;
import io.contactbridge.drift.internal.openapi.SpecOperation;
import io.contactbridge.drift.internal.openapi.SpecReader;
import io.contactbridge.review.CannotReviewException;
import java.util.Map;

/**
 * The operation of a specification that the library calls.
 *
 * @param method in capitals
 * @param path as a template
 */
public record Spec(Crm crm, Node document, String method, String path, Node operation) {
  private static final String JSON = "application/json";

  /**
   * Reads a specification.
   *
   * @throws CannotReviewException if it is no OpenAPI document, or lacks the operation
   */
  public static Spec read(Crm crm, Source source) {
    try {
      SpecDocument document = SpecReader.document(source);
      SpecOperation operation = SpecReader.ours(crm, document);
      return new Spec(
          crm,
          new Node(document.root()),
          operation.method(),
          operation.path(),
          new Node(operation.node()));
    } catch (CannotCheckException e) {
      throw new CannotReviewException(String.valueOf(e.getMessage()), e);
    }
  }

  public Node request() {
    return operation.get("requestBody");
  }

  /** Returns the schema of the request as it is referred to. */
  public Node requestSchema() {
    return media(request()).raw("schema");
  }

  /** Returns the answer to an update that was made. */
  public Node success() {
    return operation.get("responses").entries().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(answer -> answer.getValue().resolved())
        .findFirst()
        .orElse(Node.MISSING);
  }

  public String successStatus() {
    return operation.get("responses").entries().keySet().stream()
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .orElse("200");
  }

  public Node answerSchema() {
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
        .orElse(Node.MISSING);
  }
}
