package io.contactbridge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a comparison, which shows its help. */
@Command(
    name = "drift",
    description = "Find differences between the specifications and the CRMs.",
    synopsisSubcommandLabel = "COMPARISON")
@SuppressWarnings("NullAway.Init") // picocli sets the field.
final class DriftCommand implements Runnable {
  private final Terminal terminal;
  @Spec private CommandSpec spec;

  DriftCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new DriftCommand(terminal))
        .addSubcommand(new CommandLine(new DriftSpecCommand(terminal)))
        .addSubcommand(new CommandLine(new DriftDocsCommand(terminal)))
        .addSubcommand(new CommandLine(new DriftLiveCommand(terminal)))
        .addSubcommand(new CommandLine(new DriftTrafficCommand(terminal)))
        .addSubcommand(new CommandLine(new DriftRulesCommand(terminal)));
  }

  @Override
  public void run() {
    spec.commandLine().usage(terminal.out());
  }
}
