package io.contactbridge.review;

import io.contactbridge.drift.internal.report.MarkdownText;
import java.util.Locale;

/** What changed, in a few lines. */
final class Summary {
  private Summary() {}

  /** Returns a change that waits for an approval, in a sentence. */
  static String line(ChangeCard change) {
    return "%s %s (%s, %s): %s"
        .formatted(
            change.crm(),
            change.fingerprint(),
            change.levelLabel().toLowerCase(Locale.ROOT),
            change.state(),
            change.sentence());
  }

  static String of(ChangesPage changes) {
    StringBuilder text = new StringBuilder("## Spec review\n\n");
    if (!changes.isCompared()) {
      return text.append("Nothing was compared.\n").toString();
    }
    text.append("Compared with ").append(MarkdownText.text(changes.since())).append(": ");
    text.append(counts(changes)).append(".\n");
    changes
        .problems()
        .forEach(
            problem ->
                text.append("\n**Not compared.** ")
                    .append(MarkdownText.text(problem))
                    .append("\n"));
    for (ChangesPage.Group group : changes.groups()) {
      if (!group.isEmpty()) {
        text.append("\n### ").append(group.label()).append("\n\n");
        group.changes().forEach(change -> append(text, change));
      }
    }
    int open = changes.open().size();
    if (open > 0) {
      text.append("\n**").append(open).append(open == 1 ? " change waits" : " changes wait");
      text.append(" for an approval** in `specs/decisions.yaml`.\n");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, ChangeCard change) {
    text.append("- **")
        .append(change.crm())
        .append("** ")
        .append(MarkdownText.text(change.sentence()));
    if (!change.consequence().isEmpty()) {
      text.append(" ").append(MarkdownText.text(change.consequence()));
    }
    text.append(" _").append(MarkdownText.text(change.state())).append("_\n");
  }

  private static String counts(ChangesPage changes) {
    if (!changes.hasChanges()) {
      return changes.hasProblems() ? "no change in what could be compared" : "nothing changed";
    }
    return String.join(
        ", ",
        changes.groups().stream()
            .filter(group -> !group.isEmpty())
            .map(group -> group.count() + " × " + group.label().toLowerCase(Locale.ROOT))
            .toList());
  }
}
