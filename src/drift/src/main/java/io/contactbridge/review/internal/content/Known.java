package io.contactbridge.review.internal.content;

import io.contactbridge.client.Evidence;
import java.util.Arrays;
import java.util.List;

/**
 * The evidence for a fact.
 *
 * @param url of the document, which is HTTPS, or empty
 * @param read the ISO 8601 date on which it was read there, or empty
 * @param note further words, or empty
 */
public record Known(Evidence evidence, String url, String read, String note) {
  private static final String GITHUB = "https://github.com/";
  private static final String REPOSITORY = "[A-Za-z0-9-]+/[A-Za-z0-9._-]+";

  /** Returns the evidence for a thing; by default it is the operation's page. */
  public static Known of(Node thing, Node operation) {
    Node own = thing.raw("x-source");
    return from(own.exists() ? own : thing.resolved().raw("x-source"), operation);
  }

  /** Returns the evidence that a source or a claim gives; by default it is the operation's page. */
  public static Known from(Node source, Node operation) {
    Evidence evidence = evidence(source.text("evidence"));
    if (evidence == Evidence.PAGE && source.text("place").isEmpty()) {
      return page(operation, source.text("note"));
    }
    // Earlier specifications have the place itself.
    Node named = source.root().get("x-places").get(source.text("place"));
    Node place = named.exists() ? named : source;
    return new Known(evidence, url(place), place.text("read"), source.text("note"));
  }

  /** Returns the evidence of a source or a claim in words, with the name of its place. */
  public static String words(Node source) {
    String place = source.text("place");
    String note = source.text("note");
    return label(evidence(source.text("evidence")))
        + (place.isEmpty() ? "" : ": " + Words.name(place))
        + (note.isEmpty() ? "" : " (" + note + ")");
  }

  /** Returns the HTTPS URL at which a place can be opened, or an empty text. */
  public static String url(Node place) {
    String repository = place.text("repository");
    String issue = place.text("issue");
    if (repository.matches(REPOSITORY)) {
      return GITHUB + repository + "/blob/HEAD/" + place.text("path").replace(" ", "%20");
    }
    return issue.matches(REPOSITORY + "#\\d+")
        ? GITHUB + issue.replace("#", "/issues/")
        : https(place.text("url"));
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

  /** Returns this, or nothing if it is the operation's page, which is the default. */
  public List<Known> unlessPage() {
    return evidence == Evidence.PAGE ? List.of() : List.of(this);
  }

  boolean isDoubtful() {
    return evidence != Evidence.PAGE;
  }

  /** Returns the name of the style and of the filter. */
  public String word() {
    return Words.word(evidence);
  }

  public String label() {
    return label(evidence);
  }

  public String meaning() {
    return meaning(evidence);
  }

  public static String label(Evidence evidence) {
    return switch (evidence) {
      case PAGE -> "Vendor’s page";
      case VENDOR -> "Vendor’s other docs";
      case OBSERVED -> "Observed";
      case ASSUMED -> "Assumed";
      case CONTRADICTORY -> "Contradictory";
    };
  }

  public static String meaning(Evidence evidence) {
    return switch (evidence) {
      case PAGE -> "The vendor’s own page about this call says so.";
      case VENDOR -> "The vendor’s other documents say so; the page about this call does not.";
      case OBSERVED ->
          "People who called the live system or read its source report it; the vendor does not say"
              + " so.";
      case ASSUMED -> "Nobody has confirmed it: it is a conclusion of ours.";
      case CONTRADICTORY -> "The vendor contradicts itself, so nobody can tell.";
    };
  }
}
