package io.contactbridge.cli;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateResult;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin private UpdateArguments options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--strict",
      arity = "0..1",
      fallbackValue = "applied",
      preprocessor = AttachedValue.class,
      paramLabel = "applied|confirmed",
      description =
          "Exit with 1 if the CRM's answer shows that something has another value or was not changed; with =confirmed also if the answer does not show everything that was sent")
  private @Nullable Strictness strict;

  UpdateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ContactUpdate update = options.update(spec.commandLine());
    EnvironmentAccount account = options.account(terminal.environment());
    if (!account.missing().isEmpty()) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          "%s needs credentials; set %s in the environment"
              .formatted(options.crm(), String.join(" and ", account.missing())));
    }
    UpdateResult result = send(options.contacts(account), update);
    options.report(terminal).result(options.id(), result);
    return strict == null || strict.isMetBy(result) ? 0 : 1;
  }

  private UpdateResult send(Contacts contacts, ContactUpdate update) {
    try {
      return contacts.update(options.id(), update);
    } catch (UnavailableException e) {
      if (options.mock() != null && e.getCause() instanceof ConnectException) {
        throw new CommandException(
            ErrorKind.UNAVAILABLE,
            "no mock answers at %s; start it with mock/start"
                .formatted(options.mock().url(options.crm())));
      }
      throw e;
    }
  }
}
