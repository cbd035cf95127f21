package io.contactbridge.cli;

import io.contactbridge.drift.Acknowledgements;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftRun;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of all comparisons. */
final class DriftOptions {
  private static final String ACKNOWLEDGED = "specs/drift.yaml";

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      description =
          "text, json, markdown, junit, sarif or github, to a file or to the standard output;"
              + " repeatable")
  private List<DriftOutput> outputs = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "The lowest level of drift that makes the exit code 1: breaks, may-break (the default)"
              + " or no-effect")
  private Level failOn = Level.MAY_BREAK;

  @Option(
      names = "--acknowledged",
      paramLabel = "FILE",
      description = "The file with acknowledged drift; by default specs/drift.yaml if it exists")
  private @Nullable String acknowledged;

  /** Makes the comparisons, prints their results and returns the exit code. */
  int run(Terminal terminal, CommandLine command, List<DriftCheck> checks) {
    if (outputs.stream().filter(DriftOutput::isPrinted).count() > 1) {
      throw new ParameterException(
          command,
          "only one format can be printed; the others need a file, as in sarif=drift.sarif");
    }
    DriftRun run = DriftRun.of(checks, acknowledgements(), failOn, LocalDate.now(ZoneOffset.UTC));
    outputs.forEach(output -> output.write(run, terminal));
    if (outputs.stream().noneMatch(DriftOutput::isPrinted)) {
      DriftOutput.TEXT.write(run, terminal);
    }
    return run.exitCode();
  }

  private Acknowledgements acknowledgements() {
    if (acknowledged == null && !Files.exists(Path.of(ACKNOWLEDGED))) {
      return Acknowledgements.none();
    }
    return Acknowledgements.read(Source.of(acknowledged == null ? ACKNOWLEDGED : acknowledged));
  }
}
