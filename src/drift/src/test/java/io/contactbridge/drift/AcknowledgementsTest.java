package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.checks.Acknowledgement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcknowledgementsTest {
  @Test
  void entryIsRead() {
    assertThat(Runs.acknowledging("0123456789ab", "2027-01-31").file().entries())
        .containsExactly(
            new Acknowledgement(
                "0123456789ab",
                Crm.LINQ,
                "spec",
                null,
                "Agreed with Linq",
                "ada",
                LocalDate.of(2027, 1, 31),
                1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012", "1e1000000000", "0x1234567890", "0o1234567890"})
  void fingerprintThatLooksLikeANumberStaysText(String fingerprint) {
    assertThat(Runs.acknowledging(fingerprint, "2027-01-31").file().entries())
        .extracting(Acknowledgement::fingerprint)
        .containsExactly(fingerprint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "# nothing yet\n", "# nothing yet\n[]\n"})
  void emptyFileAcknowledgesNothing(String yaml) {
    assertThat(Runs.acknowledged(yaml).file().entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: b | 1: acknowledgements are a list; an empty one is written as []
          - a | 1: an acknowledgement is an object, such as {fingerprint: …, reason: …}
          [{fingerprint: a, reason: b, expires: 2027-01-31}] | 1: an acknowledgement has fingerprint, reason, owner, expires; this has no owner
          [{fingerprint: a, ticket: b}] | 1: an acknowledgement has nothing else than fingerprint, reason, owner, expires, crm, comparison, page
          [{fingerprint: a, fingerprint: b}] | 1: the key fingerprint is there twice
          [{fingerprint: [a]}] | 1: fingerprint is a text
          [{fingerprint: a, reason: ''}] | 1: reason is a text
          [{fingerprint: a, reason: b, owner: c, expires: soon}] | 1: expires is a date, such as 2027-01-31
          [{fingerprint: a, reason: b, owner: c, expires: 2027-02-30}] | 1: expires is a date, such as 2027-01-31
          [{fingerprint: a, reason: b, owner: c, expires: 2027-01-31, crm: sap}] | 1: crm is one of acquire, highlevel, linq, raze
          [{fingerprint: a, reason: b, owner: c, expires: 2027-01-31, comparison: all}] | 1: comparison is spec, docs, live, traffic
          [{fingerprint: a, reason: b, owner: c, expires: 2027-01-31}, {fingerprint: a, reason: b, owner: c, expires: 2027-01-31}] | 1: this fingerprint is acknowledged twice
          """,
      quoteCharacter = '\0')
  void badFileIsRefusedWithTheLine(String yaml, String sentence) {
    assertThatThrownBy(() -> Runs.acknowledged("\n" + yaml))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("specs/drift.yaml, line " + sentence.replaceFirst("1", "2"));
  }

  @Test
  void textThatIsNoYamlIsRefusedWithTheLine() {
    assertThatThrownBy(() -> Runs.acknowledged("\n[a"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageStartingWith("specs/drift.yaml, line 2, is not well-formed YAML or JSON: ");
  }
}
