package io.contactbridge.drift.internal.checks;

import java.util.List;
import java.util.Optional;

/**
 * The acknowledgements of a file.
 *
 * @param file as the caller named it; empty if there is none
 * @param entries in the order of the file
 */
public record AcknowledgementFile(String file, List<Acknowledgement> entries) {
  public AcknowledgementFile {
    entries = List.copyOf(entries);
  }

  /** Returns the entry for a drift that a comparison found. */
  Optional<Acknowledgement> of(Check check, String fingerprint) {
    return entries.stream()
        .filter(entry -> entry.fingerprint().equals(fingerprint) && entry.concerns(check))
        .findFirst();
  }
}
