package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextFormatTest {
  @Test
  void worstComesFirstWithBeforeAndAfterAndWhatToDo() {
    assertThat(Runs.everything().write(ReportFormat.TEXT))
        .isEqualTo(
            """
            Linq, spec: specs/linq.yaml against main:specs/linq.yaml
              breaking: The property `$.contact.email` is gone from the request.
                before: string
                after: not said
                An update of EMAIL would be refused.
                concerns: EMAIL; io.contactbridge.client.linq.model.ContactInput
                at: specs/linq.yaml:120
                rule: unknown-to-crm
                fingerprint: 0123456789ab
              known: The property `$.contact.title` in the request may have at most 5 characters.
                before: not said
                after: 5
                A longer JOB_TITLE would be refused.
                Acknowledged by ada until 2026-12-31: Agreed with Linq
                also: $.data.title in the answer 200
                concerns: EMAIL; io.contactbridge.client.linq.model.ContactInput
                at: specs/linq.yaml:1
                rule: unknown-to-crm
                fingerprint: 123456789012
              no effect: The description of `$.contact` is another.
                before: The contact.
                after: A contact.
                Nobody notices.
                rule: unknown-to-crm
                fingerprint: 1e1000000000
              note: 2 lines were not read

            Raze, docs: https://example.com/page against specs/raze.yaml
              could not check: https://example.com/page cannot be read: nothing answers there

            Acquire, traffic: specs/acquire.yaml against main:specs/acquire.yaml
              no drift; 7 facts compared

            1 breaking, 1 no effect, 1 acknowledged, 1 could not be checked; 419 facts compared.
            If the change is meant, adapt the facade's table and the contract test.
            """);
  }

  @Test
  void whatMayStayIsTakenUpWhereItIsAcknowledged() {
    assertThat(Runs.of(Runs.finding(Runs.SHORTER)).write(ReportFormat.TEXT))
        .endsWith(
            """
            1 may break; 412 facts compared.
            If the change is meant, adapt the facade's table and the contract test.
            What is known and may stay goes into specs/drift.yaml, with its fingerprint.
            """);
  }

  @Test
  void levelsArePaintedForATerminal() {
    assertThat(
            Runs.of(Runs.finding(Runs.SHORTER))
                .text((level, text) -> "<" + level + " " + text + ">"))
        .contains("\n  <MAY_BREAK may break>: The property");
  }
}
