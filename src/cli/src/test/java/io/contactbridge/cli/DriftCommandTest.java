package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriftCommandTest {
  private static final Path SPECS = Readme.ROOT.resolve("specs");
  private static final String LINQ = SPECS.resolve("linq.yaml").toString();

  private final Path folder;

  DriftCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void specsAreComparedByTheFolder() {
    Run run = Run.of("drift", "spec", SPECS.toString(), SPECS.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern(
            "(?s)Acquire, spec: .*HighLevel, spec: .*Linq, spec: .*Raze, spec: .*No drift; \\d+"
                + " facts compared\\.\n$");
  }

  @Test
  void driftIsOne() throws IOException {
    Run run = Run.of("drift", "spec", LINQ, renamed());

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .contains(
            "  breaking: The property `$.contact.phone_number` in the request is now called"
                + " `$.contact.phone_no`.\n")
        .endsWith("What is known and may stay goes into specs/drift.yaml, with its fingerprint.\n");
  }

  @Test
  void levelsAreColouredForATerminal() throws IOException {
    assertThat(Run.in(Map.of(), true, "drift", "spec", LINQ, renamed()).out())
        .contains("  \u001b[31mbreaking\u001b[0m: The property");
    assertThat(Run.of("drift", "spec", LINQ, renamed()).out()).doesNotContain("\u001b");
  }

  @Test
  void missingBaselineIsTwoAndTheOthersAreComparedAllTheSame() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    Files.copy(Path.of(LINQ), old.resolve("linq.yaml"));

    Run run = Run.of("drift", "spec", old.toString(), SPECS.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("\n  could not check: there is no file " + old + "/raze.yaml\n")
        .containsPattern("Linq, spec: .*\n  no drift; \\d+ facts compared\n")
        .containsPattern("\n3 could not be checked; \\d+ facts compared\\.\n$");
  }

  @Test
  void emptyFolderIsTwo() {
    String missing = folder.resolve("linq.yaml").toString();

    assertThat(Run.of("drift", "spec", "main:nowhere/linq.yaml", missing))
        .extracting(Run::exitCode)
        .isEqualTo(2);
    assertThat(Run.of("drift", "spec", LINQ, missing).out())
        .contains("could not check: there is no file " + missing);
  }

  @Test
  void oneCrmOfAFolderCanBeChosen() {
    assertThat(Run.of("drift", "spec", SPECS.toString(), SPECS.toString(), "--crm", "raze").out())
        .startsWith("Raze, spec: ")
        .doesNotContain("Linq");
  }

  @Test
  void specIsReadAtARevision() {
    assumeTrue(Files.exists(Readme.ROOT.resolve(".git")), "this is no clone with a history");

    Run run = Run.of("drift", "spec", "HEAD:specs/linq.yaml", LINQ);

    assertThat(run.out())
        .startsWith("Linq, spec: " + LINQ + " against HEAD:specs/linq.yaml\n")
        .doesNotContain("could not check");
  }

  @Test
  void reportsAreWrittenToFilesAndTheTextIsPrinted() throws IOException {
    Path sarif = folder.resolve("drift.sarif");
    Path json = folder.resolve("drift.json");

    Run run =
        Run.of(
            "drift", "spec", LINQ, renamed(), "--format=sarif=" + sarif, "--format=json=" + json);

    assertThat(run.out()).startsWith("Linq, spec: ");
    assertThat(sarif).content().contains("\"version\": \"2.1.0\"");
    assertThat(json).content().contains("\"exitCode\": 1");
  }

  @Test
  void oneReportCanBePrintedInPlaceOfTheText() {
    assertThat(Run.of("drift", "spec", LINQ, LINQ, "--format", "json").out())
        .startsWith("{\n  \"version\": 1,")
        .endsWith("}\n");
  }

  @Test
  void reportThatCannotBeWrittenIsTwo() {
    String file = folder.resolve("nowhere/drift.json").toString();

    assertThat(Run.of("drift", "spec", LINQ, LINQ, "--format", "json=" + file))
        .isEqualTo(new Run(2, "", "contactbridge: the report cannot be written to " + file + "\n"));
  }

  @Test
  void acknowledgedDriftIsZero() throws IOException {
    String report = Run.of("drift", "spec", LINQ, renamed(), "--fail-on", "breaks").out();
    StringBuilder yaml = new StringBuilder();
    Matcher fingerprint = Pattern.compile("fingerprint: (\\S+)").matcher(report);
    while (fingerprint.find()) {
      yaml.append("- {fingerprint: ")
          .append(fingerprint.group(1))
          .append(", reason: known, owner: ada, expires: 9999-12-31}\n");
    }
    Path file = Files.writeString(folder.resolve("drift.yaml"), yaml);

    Run run = Run.of("drift", "spec", LINQ, renamed(), "--acknowledged", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("  known: ", "Acknowledged by ada until 9999-12-31: known");
  }

  @Test
  void badFileOfAcknowledgementsIsTwo() throws IOException {
    Path file = Files.writeString(folder.resolve("drift.yaml"), "a: b");

    assertThat(Run.of("drift", "spec", LINQ, LINQ, "--acknowledged", file.toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: "
                    + file
                    + ", line 1: acknowledgements are a list; an empty one is written as []\n"));
  }

  @Test
  void ownSpecIsAPublishedDocumentWithoutDrift() {
    assertThat(Run.of("drift", "docs", "linq", LINQ).exitCode()).isZero();
  }

  @Test
  void pageThatCannotBeReadIsTwo() {
    Run run = Run.of("drift", "docs", "linq", "https://contactbridge.invalid/page");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains(
            "\n  could not check: https://contactbridge.invalid/page cannot be read: its host is"
                + " not known here\n");
  }

  private String renamed() throws IOException {
    String spec = Files.readString(Path.of(LINQ)).replace("phone_number", "phone_no");
    return Files.writeString(folder.resolve("linq.yaml"), spec).toString();
  }
}
