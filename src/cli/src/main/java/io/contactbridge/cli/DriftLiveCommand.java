package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import java.nio.file.Path;
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
            + " in about ten calls, and restore it. If an update is refused, further calls find out which property is refused and why: at most 40 calls in all.",
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
      completionCandidates = CrmCandidates.class,
      description = "One of ${COMPLETION-CANDIDATES}, in any case")
  private Crm crm;

  @Option(
      names = "--contact",
      paramLabel = "ID",
      description = "The contact to change and restore; no other is touched")
  private @Nullable String contact;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Send to another server, such as a proxy: over HTTPS, or over HTTP to this machine")
  private @Nullable String baseUrl;

  @Option(
      names = "--via",
      paramLabel = "PROXY",
      description =
          "prism: let Prism validate the requests and answers too; needs Node 20+ with npm, and must run in a checkout of ContactBridge")
  private @Nullable Proxy via;

  /** A proxy that validates requests and answers. */
  enum Proxy {
    PRISM
  }

  DriftLiveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (contact == null || contact.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "drift live changes a contact; name it with --contact");
    }
    EnvironmentAccount account = EnvironmentAccount.of(crm, terminal.environment());
    if (!account.missing().isEmpty()) {
      throw new CommandException(
          ErrorKind.CREDENTIALS,
          "%s needs credentials; set %s in the environment"
              .formatted(crm, String.join(" and ", account.missing())));
    }
    return options.run(terminal, spec.commandLine(), List.of(check(account, contact)));
  }

  private DriftCheck check(EnvironmentAccount account, String id) {
    Source source = specification.of(crm);
    return via == Proxy.PRISM
        ? DriftCheck.liveViaPrism(crm, source, account.sandbox(), baseUrl, id, Path.of(""))
        : DriftCheck.live(crm, source, account.sandbox(), baseUrl, id);
  }
}
