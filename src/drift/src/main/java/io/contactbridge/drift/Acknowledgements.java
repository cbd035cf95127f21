package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.drift.internal.checks.AcknowledgementFile;
import io.contactbridge.drift.internal.checks.AcknowledgementsReader;
import java.util.List;

/** The drift that is known, as {@code specs/drift.yaml} has it. */
public final class Acknowledgements {
  private final AcknowledgementFile file;

  private Acknowledgements(AcknowledgementFile file) {
    this.file = file;
  }

  /** Returns that nothing is known. */
  public static Acknowledgements none() {
    return new Acknowledgements(new AcknowledgementFile("", List.of()));
  }

  /**
   * Reads a file of acknowledgements, whose form {@code specs/README.md} explains.
   *
   * @throws CannotCheckException if it cannot be read, or is not of that form
   */
  public static Acknowledgements read(Source source) {
    requireNonNull(source, "source");
    return new Acknowledgements(AcknowledgementsReader.read(source));
  }

  AcknowledgementFile file() {
    return file;
  }
}
