package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares specifications with the vendors' pages. */
@Command(
    name = "docs",
    description = "Compare specifications with the vendors' pages.",
    customSynopsis = "contactbridge drift docs [<crm> [<file-or-url>]] [OPTIONS]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DriftDocsCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private DriftOptions options;
  @Mixin private SpecOption specification;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "<crm>",
      completionCandidates = CrmCandidates.class,
      description = "One of ${COMPLETION-CANDIDATES}, in any case; by default all")
  private @Nullable Crm crm;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<file-or-url>",
      description =
          "The published page, or an OpenAPI document; by default the URL that the specification names")
  private @Nullable String page;

  DriftDocsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (crm == null && specification.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--spec is the specification of one CRM; name the CRM too");
    }
    List<DriftCheck> checks =
        Arrays.stream(Crm.values())
            .filter(each -> crm == null || crm == each)
            .map(this::check)
            .toList();
    return options.run(terminal, spec.commandLine(), checks);
  }

  private DriftCheck check(Crm crm) {
    Source of = specification.of(crm);
    return DriftCheck.docs(crm, of, page == null ? Source.documentation(of) : Source.of(page));
  }
}
