package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.History;
import java.util.List;

/** The history as an Atom feed. */
record Feed(History history, Site site) {
  /** Returns when the newest entry was made, which Atom demands. */
  String updated() {
    return history.commits().stream()
        .map(commit -> commit.revision().date())
        .findFirst()
        .orElse("1970-01-01T00:00:00Z");
  }

  List<History.Commit> entries() {
    return history.commits();
  }
}
