package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReviewCommandTest {
  @Test
  void pagesAreWrittenAndTheFirstIsNamed(@TempDir Path folder) {
    Run run = Run.of("review", "--out", folder.toString());

    assertThat(run).isEqualTo(new Run(0, folder.resolve("index.html") + "\n", ""));
    assertThat(folder.resolve("index.html")).content().contains("What each CRM can do");
    assertThat(folder.resolve("linq.html")).isRegularFile();
  }

  @Test
  void summaryIsPrintedInPlaceOfTheName(@TempDir Path folder) {
    assertThat(Run.of("review", "--out", folder.toString(), "--markdown"))
        .isEqualTo(new Run(0, "## Spec review\n\nNothing was compared.\n", ""));
  }

  @Test
  void specsOfTheFolderAreRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("acquire.yaml"), "a: b");

    assertThat(Run.of("review", "--specs", folder.toString(), "--out", folder + "/out"))
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: "
                    + folder.resolve("acquire.yaml")
                    + " is no OpenAPI document, and OpenAPI 3.0 or 3.1 is needed\n"));
  }

  @Test
  void whatCannotBeWrittenToIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(Run.of("review", "--out", file.toString()))
        .isEqualTo(new Run(2, "", "contactbridge: the pages cannot be written to " + file + "\n"));
  }

  @Test
  void whatCouldNotBeComparedIsNeverApproved() {
    Run run = Run.of("review", "--specs", "../../specs", "--since", "no-such-revision", "--check");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "contactbridge: git knows no revision no-such-revision, and it is no date such as"
                + " 2026-11-21");
  }

  @Test
  void dayBeforeTheFirstCommitIsNoRevision() {
    Run run = Run.of("review", "--specs", "../../specs", "--since", "1990-01-01", "--check");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("contactbridge: there is no commit before 1990-01-01");
  }

  @Test
  void helpTellsItsOwnExitCodes() {
    assertThat(Run.of("review", "--help").out())
        .contains("1    With --check: a change that breaks or may break is not approved")
        .doesNotContain("LINQ_TOKEN")
        .doesNotContain("Credentials");
  }

  @Test
  void emptyRevisionApprovesNothing() {
    Run run = Run.of("review", "--specs", "../../specs", "--since", "", "--check");

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: --since is empty; it needs a branch, a tag, a commit or a day\n"));
  }

  @Test
  void emptyFolderIsNotTheOneWeAreIn() {
    Run run = Run.of("review", "--out", "");

    assertThat(run)
        .isEqualTo(
            new Run(2, "", "contactbridge: --out is empty; it needs the folder to write to\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          review | review needs --out, the folder to write to, or --check or --markdown
          review --check | --check needs --since, the revision to compare with
          review --since main --check | --since needs the folder of the specifications; --specs says where it is
          review --out | --out needs a value
          review --chekc | there is no option --chekc (did you mean --check?); contactbridge review --help lists them
          """)
  void wrongUsageIsSaidInOneSentence(String args, String sentence) {
    assertThat(Run.of(args.split(" ")))
        .isEqualTo(new Run(2, "", "contactbridge: " + sentence + "\n"));
  }
}
