package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a specification with recorded HTTP exchanges. */
@Command(
    name = "traffic",
    description = "Compare a specification with recorded HTTP exchanges.",
    customSynopsis = "contactbridge drift traffic <crm> <file> [OPTIONS]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DriftTrafficCommand implements Callable<Integer> {
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

  @Parameters(
      index = "1",
      paramLabel = "<file>",
      description = "The recording: HAR, or one JSON object per line")
  private String recording;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "An earlier recording, to find properties that have disappeared since")
  private @Nullable String baseline;

  DriftTrafficCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DriftCheck check =
        DriftCheck.traffic(
            crm,
            specification.of(crm),
            Source.of(recording),
            baseline == null ? null : Source.of(baseline));
    return options.run(terminal, spec.commandLine(), List.of(check));
  }
}
