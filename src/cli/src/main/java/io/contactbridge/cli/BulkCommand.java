package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.bulk.Bulk;
import io.contactbridge.bulk.BulkEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Updates the contacts of a file. */
@Command(
    name = "bulk",
    description = {
      "Update the contacts of a file, one for each row.",
      "",
      "The file is CSV with a header, or NDJSON (.ndjson, .jsonl). Each column is named like the option of its field, such as email or first-name, or custom.KEY; one column has the contact's id. The result of each row is written to a file beside the input. After a stop, the same command resumes from there. On a signal, the command finishes the updates under way and exits with 130 or 143."
    },
    customSynopsis = "contactbridge bulk <crm> <file> [OPTIONS]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class BulkCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "<crm>",
      completionCandidates = CrmCandidates.class,
      description = "One of ${COMPLETION-CANDIDATES}, in any case")
  private Crm crm;

  @Parameters(index = "1", paramLabel = "<file>", description = "The file with the rows")
  private Path file;

  @Option(
      names = "--dry-run",
      description = "Plan every row, send nothing, and say how long a run would take")
  private boolean dryRun;

  @Mixin private BulkOptions options;
  @Mixin private ContactsOptions settings;

  @Option(names = "--json", description = "Print one JSON object per event, also for errors")
  private boolean json;

  @Spec private CommandSpec spec;

  BulkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    settings.check(spec.commandLine());
    EnvironmentAccount account = settings.account(crm, terminal.environment());
    Bulk.Builder builder = options.applyTo(settings.applyTo(account.contacts(), crm), file);
    settings.meaning().forEach(builder::note);
    if (account.renewed() != null) {
      builder.waitForCredential(account.renewed());
    }
    Bulk bulk = builder.build();
    try {
      if (dryRun) {
        BulkReport.of(terminal, crm, json).dryRun(bulk.dryRun());
        return 0;
      }
      if (!account.missing().isEmpty()) {
        throw new CommandException(
            ErrorKind.CREDENTIALS,
            "%s needs credentials; set %s in the environment"
                .formatted(crm, String.join(" and ", account.missing())));
      }
      return run(bulk);
    } catch (IOException e) {
      throw new CommandException(
          ErrorKind.DISK,
          "a file could not be read or written: "
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage());
    }
  }

  private int run(Bulk bulk) throws IOException, InterruptedException {
    BulkReport report = BulkReport.of(terminal, crm, json);
    CountDownLatch reported = new CountDownLatch(1);
    Thread onSignal =
        new Thread(
            () -> {
              report.stopping();
              bulk.stop();
              await(reported);
            },
            "contactbridge-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      BulkEnd end = bulk.run(report::progress);
      report.end(
          end, ResumeCommandLine.command(spec.commandLine().getParseResult().originalArgs(), file));
      return exitCode(end);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
      reported.countDown();
      forget(onSignal);
    }
  }

  private static int exitCode(BulkEnd end) {
    return switch (end.how()) {
      case FINISHED, TOO_MANY_FAILED -> end.progress().failed() > 0 ? 1 : 0;
      case STOPPED -> 130;
      case CREDENTIALS -> ErrorKind.CREDENTIALS.exitCode();
      case GAVE_UP -> ErrorKind.UNAVAILABLE.exitCode();
      case INPUT -> ErrorKind.USAGE.exitCode();
      case DISK -> ErrorKind.DISK.exitCode();
      case BUG -> ErrorKind.INTERNAL.exitCode();
    };
  }

  private static void await(CountDownLatch reported) {
    try {
      reported.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending because of a signal, which determines the exit code.
    }
  }
}
