package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments from files, help and completion. */
final class ArgumentFilesTest {
  @Test
  void linesOfAFileAreArguments(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("arguments");
    Files.writeString(file, "--email=ada@example.com\n\n--company=Analytical Engines\n");

    Run run = Run.of("plan", "linq", "123", "@" + file, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ada@example.com", "Analytical Engines");
  }

  @Test
  void valueOfAnOptionIsNotAFile() {
    assertThat(
            Run.of("plan", "raze", "a", "--tag", "@no/such/file", "--tag=@x", "--tag", "@").out())
        .contains("\"@no/such/file\"", "\"@x\"", "\"@\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--allow-undocumented-clear", "--do-not-disturb"})
  void fileMayFollowAnOptionThatTakesNoValue(String option) {
    assertThat(Run.of("plan", "highlevel", "a", option, "@no/such/file").err())
        .isEqualTo("contactbridge: the arguments in no/such/file cannot be read\n");
  }

  @Test
  void missingFileIsReported() {
    assertThat(Run.of("plan", "linq", "123", "@no/such/file"))
        .isEqualTo(new Run(2, "", "contactbridge: the arguments in no/such/file cannot be read\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "drift, 0    No drift",
    "drift live, 0    No drift",
    "plan, 0    The plan was shown",
    "update, 0    The CRM accepted the update",
    "fields, 0    The fields were shown",
  })
  void helpHasTheExitCodesOfItsCommand(String command, String code) {
    assertThat(Run.of((command + " --help").split(" ")).out())
        .contains("Exit codes:\n  " + code + "\n")
        .contains("\n  70   An internal error in this command\n");
  }

  @Test
  void bulkHasItsOwnExitCodes() {
    assertThat(Run.of("bulk", "--help").out())
        .contains("\n  1     Rows failed\n", "\n  130   A signal stopped the run")
        .doesNotContain("drift");
  }

  @Test
  void onlyLiveDriftNeedsCredentials() {
    assertThat(Run.of("drift", "live", "--help").out()).contains("\n  3    Credentials");
    assertThat(Run.of("drift", "docs", "--help").out()).doesNotContain("\n  3    ");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(Run.of("generate-completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("--job-title");
  }
}
