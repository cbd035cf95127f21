package io.contactbridge.review.internal.pages;

import io.contactbridge.drift.internal.report.MarkdownText;
import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.Decision;
import java.util.Locale;

/** The changes in a few lines of Markdown. */
public final class Summary {
  private Summary() {}

  /** Returns a change that waits for an approval, in a sentence. */
  public static String line(ChangeCard change) {
    return "%s %s (%s, %s): %s"
        .formatted(
            change.crm(),
            change.fingerprint(),
            change.impactLabel().toLowerCase(Locale.ROOT),
            change.state(),
            change.headline());
  }

  /** Returns a decision about no change that there is or was, in a sentence. */
  public static String line(DecisionsPage.Made unused) {
    Decision decision = unused.decision();
    return "the entry %s of %s matches no change that there is or was"
        .formatted(decision.fingerprint(), decision.date());
  }

  public static String of(ChangesPage changes, DecisionsPage decisions) {
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
    decisions
        .unused()
        .forEach(
            made -> text.append("\nNote: ").append(MarkdownText.text(line(made))).append(".\n"));
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
        .append(MarkdownText.text(change.headline()));
    if (!change.consequence().isEmpty()) {
      text.append(" ").append(MarkdownText.text(change.consequence()));
    }
    if (change.isDecidable() || change.standing().isDecided()) {
      text.append(" _").append(MarkdownText.text(change.state())).append("_");
    }
    text.append("\n");
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
