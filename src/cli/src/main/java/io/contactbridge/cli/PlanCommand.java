package io.contactbridge.cli;

import io.contactbridge.UpdatePlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what an update would send. */
@Command(
    name = "plan",
    description = "Show what an update would send, and send nothing.",
    customSynopsis = "contactbridge plan <crm> <id> --FIELD=VALUE... [OPTIONS]",
    modelTransformer = FieldOptions.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private UpdateArguments options;
  @Spec private CommandSpec spec;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    EnvironmentAccount account = options.account(terminal.environment());
    UpdatePlan plan =
        options.contacts(account).plan(options.id(), options.update(spec.commandLine()));
    options.report(terminal).plan(options.id(), plan, account.missing());
    return 0;
  }
}
