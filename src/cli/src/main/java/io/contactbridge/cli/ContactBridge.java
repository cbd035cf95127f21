package io.contactbridge.cli;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.OnUnsupported;
import io.contactbridge.bulk.engine.FailureLimit;
import io.contactbridge.drift.Level;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand, which shows its help. */
@Command(
    name = "contactbridge",
    description = "One update to a contact, correct at every CRM.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    headerHeading = "%n",
    synopsisHeading = "",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The CRM took the update, what was asked for was shown, or no drift",
      "1:With --strict, something is not as asked; rows failed; or drift, see --fail-on",
      "2:Wrong usage, an update refused before it was sent, or drift not checked",
      "3:Credentials are missing, or the CRM refused them",
      "4:The CRM has no such contact",
      "5:The CRM refused the update as invalid or as a conflict",
      "6:The CRM gave no answer, cannot work now, or had too many calls; try later",
      "70:An internal error of this command",
      "74:The results of a bulk run could not be written"
    },
    footerHeading = "%n" + ContactBridge.CREDENTIALS + ", from the environment alone:%n",
    footer = {
      // Behind a line for each CRM.
      "  To read one from a file, put its path into the variable with _FILE at its end.",
      "",
      "Arguments one per line from a file or standard input: @FILE or @/dev/stdin after the id",
      "",
      "Output of --json, where a plan has nothing of the answer:",
      "  {crm, id, sent: {method, url, headers, body}, status, attempts,",
      "   fields: [{field, fate, path, source, detail, outcome}],",
      "   contact: {id, fields: {FIELD: value}},",
      "   observations: [{path, expected, found}], warnings: [text]}",
      "of fields --json, where each element is one field at one CRM:",
      "  {fields: [{crm, field, type, form, set, clear, read, replaces, writtenAs,",
      "   requestPath, answerPath, evidence, note}]}",
      "and for an error, which is also printed on stderr:",
      "  {error: {kind, crm, status, code, message, details: [text], requestId,",
      "   attempts and mayHaveBeenApplied (if the CRM was to be called),",
      "   retryAfterSeconds (kind RATE_LIMITED)}}"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the field.
final class ContactBridge implements Runnable {
  /** The first word above the variables in the help of the commands that need credentials. */
  static final String CREDENTIALS = "Credentials";

  /** Java's replacement for characters that the locale does not have. */
  private static final String UNREADABLE = "\ufffd";

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  ContactBridge(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    Errors errors = new Errors(terminal);
    if (String.join(" ", args).contains(UNREADABLE)) {
      return errors.report(
          CommandFailure.usage("an argument cannot be read in this locale; try LC_ALL=C.UTF-8"),
          args);
    }
    CommandLine program = new CommandLine(new ContactBridge(terminal));
    program
        // As command lines, not as objects, because picocli transforms only the models of command
        // lines.
        .addSubcommand(new CommandLine(new UpdateCommand(terminal)))
        .addSubcommand(new CommandLine(new PlanCommand(terminal)))
        .addSubcommand(new CommandLine(new BulkCommand(terminal)))
        .addSubcommand(new CommandLine(new FieldsCommand(terminal)))
        .addSubcommand(DriftCommand.commandLine(terminal))
        .addSubcommand(new CommandLine(new ReviewCommand(terminal)))
        .addSubcommand(new CommandLine(new CompletionCommand(terminal)))
        .registerConverter(Crm.class, new Choice<>("CRM", Crm.values(), Choice::word))
        .registerConverter(
            ContactField.class, new Choice<>("field", ContactField.values(), FieldOptions::word))
        .registerConverter(
            OnUnsupported.class, new Choice<>("choice", OnUnsupported.values(), Choice::word))
        .registerConverter(
            Strictness.class, new Choice<>("choice", Strictness.values(), Choice::word))
        .registerConverter(UndocumentedValue.class, UndocumentedValue::parse)
        .registerConverter(Level.class, new Choice<>("level", Level.values(), Choice::word))
        .registerConverter(
            DriftLiveCommand.Proxy.class,
            new Choice<>("proxy", DriftLiveCommand.Proxy.values(), Choice::word))
        .registerConverter(DriftOutput.class, DriftOutput::parse)
        .registerConverter(Mock.class, Mock::parse)
        .registerConverter(Duration.class, Durations::parse)
        .registerConverter(FailureLimit.class, BulkOptions::failureLimit)
        .registerConverter(RetriesOption.class, RetriesOption::parse)
        // ArgumentFiles does this, and recognises values that begin with @.
        .setExpandAtFiles(false)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
    ExitCodes.describe(program);
    describeCredentials(program);
    try {
      return program.execute(ArgumentFiles.expand(program, args));
    } catch (UncheckedIOException e) {
      return errors.report(CommandFailure.usage(String.valueOf(e.getMessage())), args);
    }
  }

  /** Lists the variables of each CRM in the help of each command that needs credentials. */
  private static void describeCredentials(CommandLine command) {
    UsageMessageSpec help = command.getCommandSpec().usageMessage();
    if (help.footerHeading().contains(CREDENTIALS)) {
      Stream<String> credentials =
          Arrays.stream(Crm.values())
              .map(crm -> "  %-10s %s".formatted(Choice.word(crm), variables(crm)));
      help.footer(Stream.concat(credentials, Arrays.stream(help.footer())).toArray(String[]::new));
    }
    command.getSubcommands().values().forEach(ContactBridge::describeCredentials);
  }

  private static String variables(Crm crm) {
    return String.join(" and ", CrmProfile.of(crm).variables());
  }

  @Override
  public void run() {
    spec.commandLine().usage(terminal.out());
  }
}
