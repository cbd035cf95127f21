package io.contactbridge.cli;

import io.contactbridge.Crm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the library knows of the fields. */
@Command(
    name = "fields",
    description = "Show what each CRM can do with each field.",
    customSynopsis = "contactbridge fields [<crm>] [--markdown | --json]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class FieldsCommand implements Runnable {
  private final Terminal terminal;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "<crm>",
      completionCandidates = CrmCandidates.class,
      description =
          "One of ${COMPLETION-CANDIDATES}, in any case: shows everything known about its fields")
  private @Nullable Crm crm;

  @Option(names = "--markdown", description = "Print a table in Markdown")
  private boolean markdown;

  @Option(names = "--json", description = "Print one JSON object, also for errors")
  private boolean json;

  FieldsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (markdown && json) {
      throw new ParameterException(spec.commandLine(), "--markdown and --json cannot be combined");
    }
    FieldsReport report = report();
    if (crm == null) {
      report.matrix();
    } else {
      report.crm(crm);
    }
  }

  private FieldsReport report() {
    if (json) {
      return new FieldsJson(terminal);
    }
    return markdown ? new FieldsMarkdown(terminal) : new FieldsText(terminal);
  }
}
