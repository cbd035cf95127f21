package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** The drift that is known, as {@code specs/drift.yaml} has it. */
public final class Acknowledgements {
  private final String file;
  private final List<Acknowledgement> entries;

  Acknowledgements(String file, List<Acknowledgement> entries) {
    this.file = file;
    this.entries = List.copyOf(entries);
  }

  /** Returns that nothing is known. */
  public static Acknowledgements none() {
    return new Acknowledgements("", List.of());
  }

  /**
   * Reads a file of acknowledgements, whose form {@code specs/README.md} explains.
   *
   * @throws CannotCheckException if it cannot be read, or is not of that form
   */
  public static Acknowledgements read(Source source) {
    requireNonNull(source, "source");
    return new AcknowledgementsReader(source.name()).read(source.text());
  }

  String file() {
    return file;
  }

  List<Acknowledgement> entries() {
    return entries;
  }

  /** Returns the entry for a drift that {@code check} found. */
  Optional<Acknowledgement> of(DriftCheck check, String fingerprint) {
    return entries.stream()
        .filter(entry -> entry.fingerprint().equals(fingerprint) && entry.concerns(check))
        .findFirst();
  }
}
