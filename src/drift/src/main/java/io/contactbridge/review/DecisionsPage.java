package io.contactbridge.review;

import io.contactbridge.Crm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided, the newest first, and what waits for a decision. */
record DecisionsPage(List<ChangeCard> open, List<Made> made, boolean compared) {
  /**
   * A decision.
   *
   * @param link to the change if the site shows it, or empty
   */
  record Made(Decision decision, String link) {
    Crm crm() {
      return decision.crm();
    }

    List<Prose.Piece> changePieces() {
      return Prose.pieces(decision.change());
    }

    String levelWord() {
      return Words.word(decision.level());
    }

    String levelLabel() {
      return ChangeCard.label(decision.level());
    }
  }

  static DecisionsPage of(ChangesPage changes, Decisions decisions) {
    Set<String> shown =
        changes.all().stream().map(ChangeCard::fingerprint).collect(Collectors.toSet());
    List<Made> made = new ArrayList<>();
    for (Decision decision : decisions.all()) {
      boolean linked = shown.contains(decision.fingerprint());
      made.add(new Made(decision, linked ? "changes.html#change-" + decision.fingerprint() : ""));
    }
    Collections.reverse(made);
    return new DecisionsPage(changes.open(), made, changes.isCompared());
  }

  boolean hasOpen() {
    return !open.isEmpty();
  }

  boolean hasMade() {
    return !made.isEmpty();
  }
}
