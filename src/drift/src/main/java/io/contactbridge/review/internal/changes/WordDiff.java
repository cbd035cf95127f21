package io.contactbridge.review.internal.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text before and after, word by word. */
public final class WordDiff {
  /**
   * Some words.
   *
   * @param kind {@code same}, {@code removed} or {@code added}
   */
  public record Piece(String kind, String text) {
    boolean isRemoved() {
      return kind.equals("removed");
    }

    boolean isAdded() {
      return kind.equals("added");
    }
  }

  private WordDiff() {}

  static List<Piece> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      add(pieces, "same", old.subList(at, delta.getSource().getPosition()));
      add(pieces, "removed", delta.getSource().getLines());
      add(pieces, "added", delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(pieces, "same", old.subList(at, old.size()));
    return pieces;
  }

  private static void add(List<Piece> pieces, String kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join(" ", words)));
    }
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+", -1));
  }
}
