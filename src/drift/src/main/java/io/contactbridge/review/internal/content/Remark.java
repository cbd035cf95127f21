package io.contactbridge.review.internal.content;

import io.contactbridge.client.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An observation that goes beyond the vendor's documentation or contradicts it.
 *
 * @param word the effect as the specification has it, or that the vendor disagrees with itself
 * @param until the month in which it ended, or empty
 * @param known where it can be opened
 */
public record Remark(
    String word, List<Prose.Piece> pieces, boolean contradicts, String until, Known known) {
  private static final String CONTRADICTORY = "contradictory";
  private static final Set<String> HARMFUL = Set.of("ignored", "destructive", CONTRADICTORY);

  /** Returns the remarks on a thing, in the order of the specification. */
  public static List<Remark> of(Node thing, Node operation) {
    Node own = thing.raw("x-observed");
    Node observed = own.exists() ? own : thing.resolved().raw("x-observed");
    List<Remark> remarks = new ArrayList<>();
    for (Node each : observed.items()) {
      Known at = Known.from(each, operation);
      remarks.add(
          new Remark(
              each.text("effect"),
              Prose.pieces(each.text("what").strip()),
              each.is("contradicts"),
              each.text("until"),
              new Known(Evidence.OBSERVED, at.url(), at.read(), "")));
    }
    Node keep = thing.resolved().get("x-claims").get("keep");
    if (keep.text("evidence").equals(CONTRADICTORY)) {
      String text = "What an update without it does is not known: the vendor contradicts itself.";
      remarks.add(
          new Remark(CONTRADICTORY, Prose.pieces(text), false, "", Known.from(keep, operation)));
    }
    return remarks;
  }

  /** Returns whether an update may do something that its sender does not expect. */
  public boolean isWarning() {
    return HARMFUL.contains(word) && until.isEmpty();
  }

  /** Returns the text without marks of code. */
  public String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /** Returns the effect for people. */
  public String label() {
    return switch (word) {
      case "accepted" -> "Works";
      case "ignored" -> "Ignored";
      case "refused" -> "Refused";
      case "destructive" -> "Loses data";
      case CONTRADICTORY -> "Contradictory";
      default -> "Another form";
    };
  }
}
