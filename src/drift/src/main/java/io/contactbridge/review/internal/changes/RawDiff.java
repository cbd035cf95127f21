package io.contactbridge.review.internal.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The changed lines of one specification. */
public record RawDiff(String before, String after, List<Line> lines) {
  /**
   * One line.
   *
   * @param kind its style: {@code added}, {@code removed}, {@code place} or {@code same}
   */
  record Line(String kind, String text) {}

  private static final int CONTEXT = 3;

  public static RawDiff of(String beforeName, String before, String afterName, String after) {
    List<String> old = before.lines().toList();
    List<Line> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
                beforeName, afterName, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT)
            .stream()
            .skip(2)
            .map(line -> new Line(kind(line), line))
            .toList();
    return new RawDiff(beforeName, afterName, lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  private static String kind(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> "added";
      case '-' -> "removed";
      case '@' -> "place";
      default -> "same";
    };
  }
}
