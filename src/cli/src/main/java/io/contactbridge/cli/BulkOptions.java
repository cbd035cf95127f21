package io.contactbridge.cli;

import io.contactbridge.Contacts;
import io.contactbridge.bulk.Bulk;
import io.contactbridge.bulk.engine.FailureLimit;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for reading the file and for ending a run. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class BulkOptions {
  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "The column with the contact's id, if its name is not id")
  private @Nullable String id;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description =
          "The field for a column that has another name; repeatable, such as"
              + " \"E-mail=email\" or \"NPS=custom.nps\"")
  private List<String> mapped = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      description = "A column to leave out; repeatable")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--empty",
      paramLabel = "leave|clear",
      description =
          "What an empty cell does to its field: leave it alone (the default), or clear it")
  private String empty = "leave";

  @Option(
      names = "--clear-empty",
      split = ",",
      paramLabel = "FIELD",
      description = "The fields to clear if their cell is empty")
  private List<String> clearedIfEmpty = new ArrayList<>();

  @Option(
      names = "--null",
      paramLabel = "TEXT",
      description = "A cell with this text clears its field; such as NULL")
  private @Nullable String nullText;

  @Option(
      names = "--tag-separator",
      paramLabel = "TEXT",
      description = "The separator between the tags in a cell")
  private @Nullable String tagSeparator;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the file, such as windows-1252; UTF-8 by default")
  private @Nullable String encoding;

  @Option(
      names = "--delimiter",
      paramLabel = "TEXT",
      description = "The separator between cells, such as ';' or \\t; a comma by default")
  private @Nullable String delimiter;

  @Option(names = "--again", paramLabel = "failed", description = "Send only the rows that failed")
  private @Nullable String again;

  @Option(
      names = "--failed-to",
      paramLabel = "FILE",
      description =
          "Write the rows that failed to a file, as they are in the input, with the reasons")
  private @Nullable Path failuresTo;

  @Option(
      names = "--restart",
      description = "Move the results of the earlier run aside, and start over")
  private boolean restart;

  @Option(
      names = "--max-failed",
      paramLabel = "N|N%",
      description =
          "Stop if more rows fail; by default 10%% of at least 1000 rows, or all of the first 100")
  private @Nullable FailureLimit maxFailed;

  @Option(
      names = "--give-up-after",
      paramLabel = "TIME",
      description =
          "Stop if no row could be sent for this time, such as 30m; by default the run keeps waiting")
  private @Nullable Duration giveUpAfter;

  @Option(
      names = "--strict",
      description = "Count a row as failed if the CRM's answer shows another value for a field")
  private boolean strict;

  Bulk.Builder applyTo(Contacts.Builder contacts, Path file) {
    Bulk.Builder bulk = Bulk.builder(contacts, file);
    read(bulk);
    run(bulk);
    return bulk;
  }

  private void read(Bulk.Builder bulk) {
    if (id != null) {
      bulk.id(id);
    }
    for (String pair : mapped) {
      int separator = pair.lastIndexOf('=');
      if (separator < 1) {
        throw usage("--map must have the form COLUMN=FIELD");
      }
      bulk.map(pair.substring(0, separator), pair.substring(separator + 1));
    }
    ignored.forEach(bulk::ignore);
    if (empty.equals("clear")) {
      bulk.clearEmpty();
    } else if (!empty.equals("leave")) {
      throw usage(
          "--empty must be leave or clear: an empty cell leaves its field alone, or clears it");
    }
    bulk.clearEmpty(clearedIfEmpty);
    if (nullText != null) {
      bulk.nullText(nullText);
    }
    if (tagSeparator != null) {
      bulk.tagSeparator(nonEmpty("--tag-separator", tagSeparator));
    }
    if (encoding != null) {
      bulk.encoding(charset(encoding));
    }
    if (delimiter != null) {
      bulk.delimiter(nonEmpty("--delimiter", delimiter.replace("\\t", "\t")));
    }
  }

  private void run(Bulk.Builder bulk) {
    if (again != null) {
      if (!again.equals("failed")) {
        throw usage("--again must be failed: only rows that failed can be sent again");
      }
      bulk.againFailed();
    }
    if (restart && again != null) {
      throw usage("--restart sends every row, and --again only those that failed");
    }
    if (restart) {
      bulk.restart();
    }
    if (failuresTo != null) {
      bulk.failuresTo(failuresTo);
    }
    if (maxFailed != null) {
      bulk.maxFailed(maxFailed);
    }
    if (giveUpAfter != null) {
      bulk.giveUpAfter(giveUpAfter);
    }
    if (strict) {
      bulk.strict();
    }
  }

  /** Reads a number of rows, or a percentage. */
  static FailureLimit failureLimit(String text) {
    try {
      return text.endsWith("%")
          ? FailureLimit.percent(Double.parseDouble(text.substring(0, text.length() - 1)))
          : FailureLimit.rows(Long.parseLong(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "the limit must be a number of rows or a percentage, such as 500 or 20%");
    }
  }

  private static String nonEmpty(String option, String text) {
    if (text.isEmpty()) {
      throw usage(option + " needs a value");
    }
    return text;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw usage("--encoding: there is no encoding of that name; try windows-1252 or UTF-16");
    }
  }

  private static CommandException usage(String message) {
    return new CommandException(ErrorKind.USAGE, message);
  }
}
