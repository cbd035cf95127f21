package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a specification with what its CRM answers. */
@Command(
    name = "live",
    description =
        "Compare a specification with what its CRM answers: update a contact of a sandbox account"
            + " in a handful of calls, and restore it.",
    customSynopsis = "contactbridge drift live <crm> --contact <id> [OPTIONS]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DriftLiveCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private DriftOptions options;
  @Mixin private SpecOption specification;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "<crm>",
      description = "acquire, highlevel, linq or raze, in any case")
  private Crm crm;

  @Option(
      names = "--contact",
      paramLabel = "ID",
      description = "The contact that may be changed; no other is")
  private @Nullable String contact;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Send elsewhere, such as to a proxy: over HTTPS, or over HTTP to this machine")
  private @Nullable String baseUrl;

  DriftLiveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (contact == null || contact.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "drift live changes a contact; --contact says which one it may");
    }
    Account account = Account.of(crm, terminal.environment());
    if (!account.missing().isEmpty()) {
      throw new CommandException(
          ErrorKind.CANNOT_CHECK,
          "%s needs its credentials in the environment: %s"
              .formatted(crm, String.join(" and ", account.missing())));
    }
    return options.run(
        terminal,
        spec.commandLine(),
        List.of(DriftCheck.live(crm, specification.of(crm), account.contacts(), baseUrl, contact)));
  }
}
