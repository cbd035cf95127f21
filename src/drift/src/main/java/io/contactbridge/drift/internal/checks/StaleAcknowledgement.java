package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An acknowledgement that somebody should look at. */
public record StaleAcknowledgement(Acknowledgement entry, State state) {
  /** The reason why it is stale. */
  public enum State {
    EXPIRED,
    /** All comparisons were made that could have found its drift, and none did. */
    UNMATCHED
  }

  /** The places where its drift could be found. */
  record Place(Crm crm, String comparison) {}

  /** Returns where the drift of an entry can be found. */
  static List<Place> places(Acknowledgement entry) {
    return Arrays.stream(Crm.values())
        .filter(crm -> entry.crm() == null || entry.crm() == crm)
        .flatMap(
            crm ->
                (entry.comparison() == null
                        ? Check.COMPARISONS.stream()
                        : Stream.of(entry.comparison()))
                    .map(comparison -> new Place(crm, comparison)))
        .toList();
  }

  public String sentence() {
    return switch (state) {
      case EXPIRED ->
          "the acknowledgement of %s by %s expired on %s"
              .formatted(entry.fingerprint(), entry.owner(), entry.expires());
      case UNMATCHED ->
          "the acknowledgement of %s by %s matches no drift any more and can be taken out"
              .formatted(entry.fingerprint(), entry.owner());
    };
  }
}
