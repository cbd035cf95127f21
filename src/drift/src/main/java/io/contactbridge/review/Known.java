package io.contactbridge.review;

import io.contactbridge.Evidence;
import java.util.Arrays;

/**
 * Where a fact is known from.
 *
 * @param url of the document, which is HTTPS, or empty
 * @param read when somebody read it there, as an ISO 8601 date, or empty
 * @param note a few words more, or empty
 */
record Known(Evidence evidence, String url, String read, String note) {
  /**
   * Returns what is said of a thing, and if nothing is said, that it is on the operation's page.
   */
  static Known of(Node thing, Node operation) {
    Node own = thing.raw("x-source");
    Node source = own.exists() ? own : thing.resolved().raw("x-source");
    Evidence evidence = evidence(source.text("evidence"));
    return source.exists() && evidence != Evidence.PAGE
        ? new Known(evidence, https(source.text("url")), source.text("read"), source.text("note"))
        : page(operation, source.text("note"));
  }

  private static Known page(Node operation, String note) {
    String url = https(operation.get("x-source").text("url"));
    return new Known(
        Evidence.PAGE,
        url.isEmpty() ? https(operation.get("externalDocs").text("url")) : url,
        operation.get("x-source").text("read"),
        note);
  }

  private static Evidence evidence(String word) {
    return Arrays.stream(Evidence.values())
        .filter(evidence -> Words.word(evidence).equals(word))
        .findFirst()
        .orElse(Evidence.PAGE);
  }

  /** Nothing but a link to a web page is made a link. */
  private static String https(String url) {
    return url.startsWith("https://") ? url : "";
  }

  /** Returns the name of the style and of the filter. */
  String word() {
    return Words.word(evidence);
  }

  String label() {
    return label(evidence);
  }

  String meaning() {
    return meaning(evidence);
  }

  static String label(Evidence evidence) {
    return switch (evidence) {
      case PAGE -> "Vendor’s page";
      case VENDOR -> "Vendor’s other docs";
      case OBSERVED -> "Observed";
      case ASSUMED -> "Assumed";
    };
  }

  static String meaning(Evidence evidence) {
    return switch (evidence) {
      case PAGE -> "The vendor’s own page about this call says so.";
      case VENDOR -> "The vendor’s other documents say so; the page about this call does not.";
      case OBSERVED -> "People who called the live system report it; the vendor does not say so.";
      case ASSUMED -> "Nobody has confirmed it: it is a conclusion of ours.";
    };
  }
}
