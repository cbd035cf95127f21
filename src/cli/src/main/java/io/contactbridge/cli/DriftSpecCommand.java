package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares specifications with earlier versions. */
@Command(
    name = "spec",
    description = "Compare specifications with earlier versions.",
    customSynopsis = "contactbridge drift spec <old> <new> [OPTIONS]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DriftSpecCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private DriftOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "<old>",
      description =
          "A file, a file at a git revision, such as main:specs/linq.yaml, or a folder of files,"
              + " such as main:specs")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "<new>",
      description = "The newer version, in the same form")
  private String after;

  @Option(
      names = "--crm",
      paramLabel = "CRM",
      description = "The CRM of the specification; by default the one in the file's name")
  private @Nullable Crm crm;

  DriftSpecCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return options.run(terminal, spec.commandLine(), checks());
  }

  private List<DriftCheck> checks() {
    if (Files.isDirectory(Path.of(after))) {
      return Arrays.stream(Crm.values())
          .filter(each -> crm == null || crm == each)
          .map(each -> DriftCheck.spec(each, in(before, each), in(after, each)))
          .toList();
    }
    return List.of(DriftCheck.spec(crm(), Source.of(before), Source.of(after)));
  }

  private static Source in(String folder, Crm crm) {
    String slash = folder.endsWith("/") || folder.endsWith(":") ? "" : "/";
    return Source.of(folder + slash + Choice.word(crm) + ".yaml");
  }

  private Crm crm() {
    if (crm != null) {
      return crm;
    }
    return named(after)
        .or(() -> named(before))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    Files.exists(Path.of(after)) || after.contains(":")
                        ? "neither file name says which CRM it is for; name the CRM with --crm"
                        : "there is no file or folder " + Terminal.plain(after)));
  }

  /** Returns the CRM that a file such as {@code linq.yaml} or {@code old-linq.json} is about. */
  private static Optional<Crm> named(String file) {
    List<String> words = List.of(file.replaceFirst("^.*[/\\\\:]", "").split("[^A-Za-z]+"));
    List<Crm> crms =
        Arrays.stream(Crm.values())
            .filter(each -> words.stream().anyMatch(Choice.word(each)::equalsIgnoreCase))
            .toList();
    return crms.size() == 1 ? Optional.of(crms.get(0)) : Optional.empty();
  }
}
