package io.contactbridge.cli;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Outcome;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateResult;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Updates a contact. */
@Command(
    name = "update",
    description = "Update a contact.",
    customSynopsis = "contactbridge update <crm> <id> --FIELD=VALUE... [OPTIONS]",
    modelTransformer = FieldOptions.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class UpdateCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private UpdateOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--strict",
      description = "Exit with 1 if, by the CRM's answer, a field has another value")
  private boolean strict;

  UpdateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ContactUpdate update = options.update(spec.commandLine());
    Account account = options.account(terminal.environment());
    if (!account.missing().isEmpty()) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          "%s needs its credentials in the environment: %s"
              .formatted(options.crm(), String.join(" and ", account.missing())));
    }
    UpdateResult result = send(options.contacts(account), update);
    options.report(terminal).result(options.id(), result);
    return strict && result.outcomes().containsValue(Outcome.DIFFERENT) ? 1 : 0;
  }

  private UpdateResult send(Contacts contacts, ContactUpdate update) {
    try {
      return contacts.update(options.id(), update);
    } catch (UnavailableException e) {
      if (options.mock() != null && e.getCause() instanceof ConnectException) {
        throw new CommandException(
            ErrorKind.UNAVAILABLE,
            "no mock answers at %s; mock/start starts it"
                .formatted(options.mock().url(options.crm())));
      }
      throw e;
    }
  }
}
