package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.Decision;
import io.contactbridge.review.internal.changes.Decisions;
import io.contactbridge.review.internal.changes.History;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decisions, the newest first, and the changes that wait for one.
 *
 * @param unused what was decided about no change that there is or was
 */
public record DecisionsPage(
    List<ChangeCard> open, List<Made> made, List<Made> unused, boolean compared) {
  /**
   * A decision.
   *
   * @param link to the change if the site shows it, or empty
   */
  public record Made(Decision decision, String link) {
    String crm() {
      return decision.crm().toString();
    }

    String crmFile() {
      return Words.word(decision.crm()) + ".html";
    }

    List<Prose.Piece> changePieces() {
      return Prose.pieces(decision.change());
    }

    String levelWord() {
      return decision.level().word();
    }

    String levelLabel() {
      return decision.level().label();
    }

    String day() {
      return decision.date();
    }
  }

  public static DecisionsPage of(ChangesPage changes, History history, Decisions decisions) {
    Set<String> shown = fingerprints(changes.all().stream());
    Set<String> past = fingerprints(history.cards());
    List<Made> made = new ArrayList<>();
    for (Decision decision : decisions.newestFirst()) {
      String print = decision.fingerprint();
      String link =
          shown.contains(print)
              ? "changes.html#change-" + print
              : past.contains(print) ? "history.html#change-" + print : "";
      made.add(new Made(decision, link));
    }
    List<Made> unused = made.stream().filter(each -> each.link().isEmpty()).toList();
    return new DecisionsPage(changes.open(), made, unused, changes.isCompared());
  }

  private static Set<String> fingerprints(Stream<ChangeCard> cards) {
    return cards.map(ChangeCard::fingerprint).collect(Collectors.toSet());
  }

  boolean hasOpen() {
    return !open.isEmpty();
  }

  boolean hasMade() {
    return !made.isEmpty();
  }

  boolean hasUnused() {
    return !unused.isEmpty();
  }
}
