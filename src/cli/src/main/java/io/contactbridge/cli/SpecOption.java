package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The specification to compare with. */
final class SpecOption {
  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description =
          "The specification: a file, or a file at a git revision; by default the one built into this command")
  private @Nullable String file;

  boolean isGiven() {
    return file != null;
  }

  Source of(Crm crm) {
    return file == null ? Source.shipped(crm) : Source.of(file);
  }
}
