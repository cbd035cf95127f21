package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.ContactField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
  @Test
  void commandAloneShowsTheHelp() {
    assertThat(Run.of()).isEqualTo(Run.of("--help"));
    assertThat(Run.of().exitCode()).isZero();
    assertThat(Run.of().out())
        .startsWith(
            """

            contactbridge [-hV] COMMAND

            One update to a contact, correct at every CRM.

              -h, --help      Show this help message and exit.
              -V, --version   Print version information and exit.

            Commands:
              update  Update a contact.
              plan    Show what an update would send, and send nothing.
              bulk    Update the contacts of a file, one for each row.
              fields  Show what each CRM can do with each field.
              drift   Find differences between the specifications and the CRMs.
              review  Write pages about the specifications and what changed in them.

            Exit codes:
              0    The CRM accepted the update, the command printed its result, or there is
                     no drift
            """);
  }

  @Test
  void versionIsPrinted() {
    assertThat(Run.of("--version")).isEqualTo(new Run(0, "contactbridge (not packaged)\n", ""));
  }

  @ParameterizedTest
  @EnumSource
  void eachFieldHasAnOptionInTheHelp(ContactField field) {
    assertThat(Run.of("plan", "--help").out()).contains("      " + FieldOptions.name(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "update", "fields", "drift"})
  void helpShowsExitCodesAndCredentials(String command) {
    assertThat(Run.of(command, "--help").out())
        .contains("\n  70   An internal error in this command\n", "\n  linq       LINQ_TOKEN\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "api-key", "access-token", "account-id", "password", "secret"})
  void noOptionTakesACredential(String word) {
    assertThat(Run.of("update", "linq", "1", "--" + word, "s3cret"))
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: there is no option --"
                    + word
                    + "; contactbridge update --help lists the options\n"));
    assertThat(Run.of("update", "--help").out()).doesNotContain("--" + word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          updte linq 1 | there is no command "updte" (did you mean update?); contactbridge --help lists the commands
          update | update needs <crm> and <id>; see contactbridge update --help
          update linq | update needs <crm> and <id>; see contactbridge update --help
          update lnq 1 --email a@b.co | there is no CRM "lnq" (did you mean linq?); choose one of acquire, highlevel, linq, raze
          update salesforce 1 | there is no CRM "salesforce"; choose one of acquire, highlevel, linq, raze
          update linq 1 --emial a@b.co | there is no option --emial (did you mean --email?); contactbridge update --help lists the options
          update linq 1 --emial=a@b.co | there is no option --emial (did you mean --email?); contactbridge update --help lists the options
          update linq 1 --email | --email needs a value
          update linq 1 --email --phone 1 | --email needs a value
          update linq 1 --email a@b.co --email c@d.co | --email is given more than once
          update linq 1 --first-name Ada Lovelace | there is one argument too many; put a value that has spaces in quotes
          update linq 1 | there is nothing to update; give a field, such as --email ada@example.com
          update linq 1 --email a@b.co --clear email | --email and --clear name the same field
          update linq 1 --email a@b.co --mock --base-url https://a.b | --mock and --base-url cannot be combined
          update linq 1 --email a@b.co --mock=https://example.com | --mock: a mock runs on this machine, such as at http://127.0.0.1:4013; for other URLs use --base-url
          update linq 1 --email a@b.co --on-unsupported ignore | --on-unsupported: there is no choice "ignore"; choose one of refuse, drop
          update linq 1 --email a@b.co --timeout 0s | --timeout: a time must have the form 30s, 500ms or 2m
          update linq 1 --email a@b.co --deadline soon | --deadline: a time must have the form 30s, 500ms or 2m
          update linq 1 --email a@b.co --retries many | --retries: the number of retries must be from 0 to 999
          update highlevel a --date-of-birth 10.12.1815 | --date-of-birth: a date must have the form 1815-12-10
          update highlevel a --do-not-disturb=maybe | --do-not-disturb: the value must be true or false
          fields lnq | there is no CRM "lnq" (did you mean linq?); choose one of acquire, highlevel, linq, raze
          fields linq 1 | there is one argument too many; put a value that has spaces in quotes
          fields --yaml | there is no option --yaml; contactbridge fields --help lists the options
          update raze a --custom colour | --custom: a custom field must have the form KEY=VALUE
          update raze a --custom colour=null | --custom: a custom field cannot be null; write the word null as KEY='"null"'
          """,
      quoteCharacter = '\0')
  void wrongUsageGivesOneSentence(String args, String sentence) {
    assertThat(Run.of(args.split(" ")))
        .isEqualTo(new Run(2, "", "contactbridge: " + sentence + "\n"));
  }

  @Test
  void markdownAndJsonCannotBeCombined() {
    assertThat(Run.of("fields", "--markdown", "--json"))
        .extracting(Run::exitCode, Run::err)
        .containsExactly(2, "contactbridge: --markdown and --json cannot be combined\n");
  }

  @Test
  void mistypedFieldIsSuggested() {
    assertThat(Run.of("plan", "linq", "1", "--clear", "phnoe").err())
        .startsWith(
            "contactbridge: --clear: there is no field \"phnoe\" (did you mean phone?); choose"
                + " one of full-name, first-name, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "PHONE", "job-title", "JOB_TITLE", "tag", "tags"})
  void fieldsToClearAreNamedLikeOptionsOrAsInJava(String field) {
    assertThat(Run.of("plan", "raze", "a", "--clear", field, "--allow-undocumented-clear"))
        .extracting(Run::exitCode, Run::err)
        .containsExactly(0, "");
  }

  @Test
  void damagedArgumentIsRefused() {
    assertThat(Run.of("plan", "linq", "1", "--first-name", "Zo\ufffd\ufffd"))
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: an argument cannot be read in this locale; try LC_ALL=C.UTF-8\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "--clear company, which --allow-undocumented-clear would try",
    "--phone 5551234, give --default-region",
  })
  void refusalNamesTheOptionAndNotTheSettingOfTheLibrary(String option, String words) {
    String[] args = ("plan linq 123 --first-name Ada " + option).split(" ");

    assertThat(Run.of(args).err()).contains(words);
  }

  @Test
  void argumentIsNotReplacedByAFile() {
    assertThat(Run.of("plan", "raze", "a", "--tag", "@pom.xml").out()).contains("\"@pom.xml\"");
  }

  @Test
  void wrongUsageIsAlsoReportedAsJson() {
    assertThat(Run.of("update", "lnq", "1", "--json").out())
        .isEqualTo(
            """
            {"error":{"kind":"USAGE","crm":null,"status":null,"code":null,\
            "message":"there is no CRM \\"lnq\\" (did you mean linq?);\
             choose one of acquire, highlevel, linq, raze","details":[],"requestId":null}}
            """);
  }
}
