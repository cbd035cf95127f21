package io.contactbridge.cli;

import io.contactbridge.drift.DriftRun;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.TypeConversionException;

/**
 * A report to write.
 *
 * @param file the file to write to; empty for the standard output
 */
record DriftOutput(ReportFormat format, String file) {
  static final DriftOutput TEXT = new DriftOutput(ReportFormat.TEXT, "");

  private static final Choice<ReportFormat> FORMATS =
      new Choice<>("format", ReportFormat.values(), Choice::word);

  /** Reads a format, and the file after an equals sign if there is one. */
  static DriftOutput parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return new DriftOutput(FORMATS.convert(text), "");
    }
    if (equals == text.length() - 1) {
      throw new TypeConversionException(
          "the name of the file is missing; write it as in sarif=drift.sarif");
    }
    return new DriftOutput(FORMATS.convert(text.substring(0, equals)), text.substring(equals + 1));
  }

  boolean isPrinted() {
    return file.isEmpty();
  }

  void write(DriftRun run, Terminal terminal) {
    if (isPrinted()) {
      terminal
          .out()
          .print(
              format == ReportFormat.TEXT
                  ? run.text((level, text) -> terminal.paint(text, style(level)))
                  : run.write(format));
      return;
    }
    try {
      Files.writeString(Path.of(file), run.write(format));
    } catch (IOException e) {
      throw new CommandException(
          ErrorKind.CANNOT_CHECK, "the report cannot be written to " + Terminal.plain(file));
    }
  }

  private static Style style(Level level) {
    return switch (level) {
      case BREAKS -> Style.fg_red;
      case MAY_BREAK -> Style.fg_yellow;
      case NO_EFFECT -> Style.fg_green;
    };
  }
}
