package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.client.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FieldsCommandTest {
  @Test
  void matrixLinesUpWhatEachCrmCanDo() {
    Run run = Run.of("fields");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            field           Acquire   HighLevel                       Linq      Raze
            full-name       set read  set clear read                      read  set read          warned
            first-name      together  set clear read                  set read  together
            """)
        .contains(
            """
            tag             –         set       read replaces         –         set read replaces warned
            """)
        .contains(
            """

            set       an update can set the field
            clear     an update can empty it with null, which is refused by default where no document has it
            read      the CRM's answer to an update has it
            replaces  setting it replaces all that the contact had in it
            warned    the plan warns of values that were observed to be ignored, to fail or to do harm
            together  set only with the other half of the name, since the CRM has only full names
            –         not stored, and refused by default before anything is sent
            """);
  }

  @Test
  void oneCrmIsToldInDetail() {
    assertThat(Run.of("fields", "LINQ"))
        .isEqualTo(
            new Run(
                0,
                """
                Linq                  value                 in the request          in the answer               evidence
                full-name       read  text                  –                       $.data.full_name            page
                first-name  set read  text                  $.contact.first_name    $.data.first_name           page
                last-name   set read  text                  $.contact.last_name     $.data.last_name            page
                email       set read  email address         $.contact.email         $.data.email                page
                phone       set read  phone, best as E.164  $.contact.phone_number  $.data.phone_number         page
                            sent in E.164 form
                company     set read  text                  $.contact.company       $.data.company              page
                job-title   set read  text                  $.contact.title         $.data.title                page
                location    set read  free text             $.contact.location      $.data.location             page
                owner       set read  text                  $.user_email            $.data.contact_owner.email  page
                            the email address of a user in the organization; Linq contradicts itself about an update without it

                Not at Linq: street, city, region, postal-code, country, website, linkedin-url,\
                 timezone, date-of-birth, tag, source, do-not-disturb, custom.
                Linq does not document that any field can be cleared.

                set   an update can set the field
                read  the CRM's answer to an update has it
                page  it is on the vendor's page about the operation
                """,
                ""));
  }

  @Test
  void markdownNamesFieldsAsInJava() {
    assertThat(Run.of("fields", "--markdown").out())
        .startsWith(
            """
            | | Acquire | HighLevel | Linq | Raze |
            |---|---|---|---|---|
            | `FULL_NAME` | set, read | set, clear (assumed), read | read | set, read, warned |
            """)
        .contains("\n| `TAGS` | – | set, read, replaces | – | set, read, replaces, warned |\n");
    assertThat(Run.of("fields", "raze", "--markdown").out())
        .startsWith(
            """
            | Raze | | Value | In the request | In the answer | Evidence | Note |
            |---|---|---|---|---|---|---|
            | `FULL_NAME` | set, read, warned | text | `$.name` | `$.data.name` | page |\
             Warned: null makes the server fail with 500, and nothing is changed. |
            | `FIRST_NAME` | together | text | `$.name` | – | page |\
             only together: FIRST_NAME, LAST_NAME are written as FULL_NAME |
            """);
  }

  @ParameterizedTest
  @EnumSource
  void jsonHasAllThatTheLibraryKnows(Crm crm) {
    List<?> rows = rows(Run.of("fields", crm.name(), "--json"));

    assertThat(rows).hasSize(ContactField.values().length);
    for (Capability known : CrmProfile.of(crm).capabilities()) {
      assertThat(rows.get(List.of(ContactField.values()).indexOf(known.field())))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("crm", crm.name())
          .containsEntry("field", known.field().name())
          .containsEntry("set", known.canSet())
          .containsEntry("clear", known.canClear())
          .containsEntry("read", known.canRead())
          .containsEntry("replaces", known.replaces())
          .containsEntry("requestPath", known.requestPath().orElse(null))
          .containsEntry("answerPath", known.answerPath().orElse(null))
          .hasEntrySatisfying(
              "evidence",
              evidence ->
                  assertThat(evidence)
                      .asInstanceOf(InstanceOfAssertFactories.MAP)
                      .containsOnlyKeys("set", "clear", "read", "replaces", "keeps"))
          .containsEntry("note", known.note().orElse(null));
    }
  }

  @Test
  void jsonHasEveryFieldOfEveryCrm() {
    Run run = Run.of("fields", "--json");

    assertThat(rows(run)).hasSize(Crm.values().length * ContactField.values().length);
    assertThat(run.out())
        .contains(
            """
            {"crm":"ACQUIRE","field":"LAST_NAME","type":"String","form":"text","set":true,\
            "clear":false,"read":false,"replaces":false,"writtenAs":"FULL_NAME",\
            "requestPath":"$.fields.name","answerPath":null,\
            "evidence":{"set":{"evidence":"PAGE","url":null,"read":null},"clear":null,\
            "read":null,"replaces":null,"keeps":{"evidence":"ASSUMED","url":null,"read":null}},\
            "observed":[],"note":"only together: FIRST_NAME, LAST_NAME are written as FULL_NAME"}\
            """,
            """
            {"crm":"LINQ","field":"DATE_OF_BIRTH","type":"LocalDate","form":"date, YYYY-MM-DD",\
            "set":false,"clear":false,"read":false,"replaces":false,"writtenAs":null,\
            "requestPath":null,"answerPath":null,"evidence":null,"observed":[],"note":null}\
            """);
  }

  @Test
  void coloursAreForTerminalsAlone() {
    assertThat(Run.of("fields").out()).doesNotContain("\u001b");
    assertThat(Run.in(Map.of(), true, "fields").out())
        .contains("\u001b[1mLinq\u001b[0m", "\u001b[33mtogether\u001b[0m")
        .contains("\u001b[32mset clear read\u001b[0m                  \u001b[32mset read\u001b[0m");
    assertThat(Run.in(Map.of(), true, "fields", "--markdown"))
        .isEqualTo(Run.of("fields", "--markdown"));
  }

  private static List<?> rows(Run run) {
    assertThat(run).extracting(Run::exitCode, Run::err).containsExactly(0, "");
    Object rows = JsonValue.get(JsonValue.parse(run.out()), "fields");
    return (List<?>) Objects.requireNonNull(rows);
  }
}
