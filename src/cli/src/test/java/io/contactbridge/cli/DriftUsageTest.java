package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DriftUsageTest {
  @Test
  void driftAloneShowsItsHelp() {
    assertThat(Run.of("drift")).isEqualTo(Run.of("drift", "--help"));
    assertThat(Run.of("drift").exitCode()).isZero();
    assertThat(Run.of("drift").out())
        .contains(
            """

            Commands:
              spec     Compare specifications with earlier versions.
              docs     Compare specifications with the vendors' pages.
            """);
  }

  @Test
  void rulesExplainTheLevels() {
    assertThat(Run.of("drift", "rules").exitCode()).isZero();
    assertThat(Run.of("drift", "rules").out())
        .startsWith(
            """
            unknown-to-crm: a tighter request breaks
              breaks where the facade uses it, else may break
              An update of the field would be refused by the CRM, or the value would be lost.
            """)
        .contains("\nless-sure: a looser answer breaks\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spec", "docs", "live", "traffic"})
  void helpShowsFormatsAndExitCodes(String comparison) {
    assertThat(Run.of("drift", comparison, "--help").out())
        .contains("--format=FORMAT[=FILE]", "--fail-on=LEVEL", "--acknowledged=FILE")
        .contains("\n  1    Drift was found, see --fail-on\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drift sepc | there is no command "sepc" (did you mean spec?); contactbridge drift --help lists the commands
          drift spec | drift spec needs <old> and <new>; see contactbridge drift spec --help
          drift spec a.yaml | drift spec needs <old> and <new>; see contactbridge drift spec --help
          drift spec main:specs specs | there is no file or folder specs
          drift spec a.yaml pom.xml | neither file name says which CRM it is for; name the CRM with --crm
          drift spec linq.yaml b.yaml c.yaml | there is one argument too many; put a value that has spaces in quotes
          drift spec linq.yaml b.yaml --crm lnq | --crm: there is no CRM "lnq" (did you mean linq?); choose one of acquire, highlevel, linq, raze
          drift spec linq.yaml b.yaml --fromat text | there is no option --fromat (did you mean --format?); contactbridge drift spec --help lists the options
          drift spec linq.yaml b.yaml --format sarf | --format: there is no format "sarf" (did you mean sarif?); choose one of text, json, markdown, junit, sarif, github
          drift spec linq.yaml b.yaml --format sarif= | --format: the name of the file is missing; write it as in sarif=drift.sarif
          drift spec linq.yaml b.yaml --format sarif --format json | only one format can be printed; the others need a file, as in sarif=drift.sarif
          drift spec linq.yaml b.yaml --fail-on never | --fail-on: there is no level "never"; choose one of no-effect, may-break, breaks
          drift spec linq.yaml b.yaml --acknowledged no.yaml | there is no file no.yaml
          drift docs lnq | there is no CRM "lnq" (did you mean linq?); choose one of acquire, highlevel, linq, raze
          drift docs --spec specs/linq.yaml | --spec is the specification of one CRM; name the CRM too
          drift live linq | drift live changes a contact; name it with --contact
          drift live linq --contact | --contact needs a value
          drift live linq --contact 1 --via prsm | --via: there is no proxy "prsm" (did you mean prism?); choose one of prism
          drift traffic linq | drift traffic needs <crm> and <file>; see contactbridge drift traffic --help
          """,
      quoteCharacter = '\0')
  void wrongUsageGivesOneSentence(String args, String sentence) {
    assertThat(Run.in(Map.of(), args.split(" ")))
        .isEqualTo(new Run(2, "", "contactbridge: " + sentence + "\n"));
  }

  @Test
  void missingCredentialsExitWithThree() {
    assertThat(Run.in(Map.of(), "drift", "live", "linq", "--contact", "1"))
        .isEqualTo(
            new Run(
                3,
                "",
                "contactbridge: Linq needs credentials; set LINQ_TOKEN in the environment\n"));
  }
}
