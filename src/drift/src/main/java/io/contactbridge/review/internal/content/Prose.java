package io.contactbridge.review.internal.content;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A description in the manner of the specifications: paragraphs, code between backticks, and
 * sentences that say where they are known from.
 *
 * @param lead the part that is always shown
 * @param more the rest of a long text, which is shown on demand
 */
public record Prose(List<Paragraph> lead, List<Paragraph> more) {
  record Paragraph(List<Sentence> sentences) {}

  /**
   * One sentence, or several of one origin.
   *
   * @param origin {@code observed}, {@code assumed} or empty
   */
  record Sentence(String origin, String label, List<Piece> pieces) {}

  public record Piece(boolean code, String text) {}

  private static final int LONGEST = 700;
  private static final Pattern MARK = Pattern.compile("\\b(Observed|Assumed): ");
  private static final Pattern END = Pattern.compile("[.](?= |$)");

  public static Prose of(String text) {
    String whole = text.strip();
    if (whole.length() <= LONGEST) {
      return new Prose(paragraphs(whole), List.of());
    }
    int blank = whole.lastIndexOf(' ', LONGEST);
    int cut = blank > LONGEST / 2 ? blank : LONGEST;
    return new Prose(paragraphs(whole.substring(0, cut) + " …"), paragraphs(whole.substring(cut)));
  }

  boolean hasMore() {
    return !more.isEmpty();
  }

  boolean isEmpty() {
    return lead.isEmpty();
  }

  private static List<Paragraph> paragraphs(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
      String line = paragraph.replaceAll("\\s+", " ").strip();
      if (!line.isEmpty()) {
        paragraphs.add(new Paragraph(sentences(line)));
      }
    }
    return paragraphs;
  }

  private static List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (from < text.length() && mark.find(from)) {
      Matcher end = END.matcher(text);
      int until = end.find(mark.end()) ? end.end() : text.length();
      add(sentences, "", text.substring(from, mark.start()));
      add(sentences, mark.group(1), text.substring(mark.end(), until));
      from = until;
    }
    add(sentences, "", text.substring(Math.min(from, text.length())));
    return sentences;
  }

  private static void add(List<Sentence> sentences, String label, String text) {
    String words = text.strip();
    if (!words.isEmpty()) {
      String sentence =
          label.isEmpty() ? words : words.substring(0, 1).toUpperCase(ROOT) + words.substring(1);
      sentences.add(new Sentence(label.toLowerCase(ROOT), label, pieces(sentence)));
    }
  }

  /** Returns the pieces of a text, in which code is marked. */
  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    boolean code = false;
    for (String part : text.split("`", -1)) {
      if (!part.isEmpty()) {
        pieces.add(new Piece(code, part));
      }
      code = !code;
    }
    return pieces;
  }
}
