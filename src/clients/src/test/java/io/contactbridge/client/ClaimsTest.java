package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.acquire.AcquireEvidence;
import io.contactbridge.client.acquire.model.UpdateContactRequest;
import io.contactbridge.client.highlevel.HighLevelEvidence;
import io.contactbridge.client.highlevel.model.ContactDndSettings;
import io.contactbridge.client.raze.RazeEvidence;
import io.contactbridge.client.torture.TortureEvidence;
import io.contactbridge.client.torture.model.Thing;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
  private static final Citation DOCS =
      Citation.url("https://example.com/docs/things", "2026-01-31");

  @Test
  void whatIsNotListedIsOnThePage() {
    Claims claims = TortureEvidence.of(Thing.ID);

    assertThat(claims.known()).isEqualTo(Claim.of(Evidence.PAGE));
    assertThat(claims.known().citation()).isEmpty();
    assertThat(claims.clear()).isEmpty();
    assertThat(claims.replace()).isEmpty();
    assertThat(claims.keep()).isEmpty();
    assertThat(claims.additional()).isEmpty();
    assertThat(claims.observed()).isEmpty();
  }

  @Test
  void eachClaimHasItsOwnEvidence() {
    Claims claims = TortureEvidence.of(Thing.NAME);

    assertThat(claims.known()).isEqualTo(Claim.of(Evidence.VENDOR, DOCS));
    assertThat(claims.clear()).contains(Claim.of(Evidence.ASSUMED));
    assertThat(claims.replace())
        .contains(
            Claim.of(
                Evidence.OBSERVED,
                Citation.file("example/things", "src/things controller.js", "2026-02-01")));
    assertThat(claims.keep()).contains(Claim.of(Evidence.CONTRADICTORY, DOCS));
    assertThat(TortureEvidence.KEEP).isEqualTo(Claim.of(Evidence.ASSUMED));
  }

  @Test
  void observationsHaveEffectPlaceAndTime() {
    Observed ignored = TortureEvidence.of(Thing.NAME).observed().get(0);
    Observed past = TortureEvidence.of(Thing.NAME).observed().get(1);

    assertThat(ignored.effect()).isEqualTo(Observed.Effect.IGNORED);
    assertThat(ignored.words()).startsWith("The server reads `title` in its place").endsWith(".");
    assertThat(ignored.instead()).contains("title");
    assertThat(ignored.contradictsPage()).isTrue();
    assertThat(ignored.until()).isEmpty();
    assertThat(past.until()).contains(YearMonth.of(2025, 11));
    assertThat(past.contradictsPage()).isFalse();
    assertThat(past.citation().name()).isEqualTo("example/things#12");
  }

  @Test
  void citationCanBeOpened() {
    Citation file = Citation.file("example/things", "src/things controller.js", "2026-02-01");

    assertThat(DOCS.url()).isEqualTo("https://example.com/docs/things");
    assertThat(file.url())
        .isEqualTo("https://github.com/example/things/blob/HEAD/src/things%20controller.js");
    assertThat(file.read()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(file).hasToString("src/things controller.js in example/things, read 2026-02-01");
    assertThat(Citation.issue("example/things#12", "2026-02-02").url())
        .isEqualTo("https://github.com/example/things/issues/12");
  }

  /** A reference has the evidence of its schema, unless it has evidence of its own beside it. */
  @Test
  void referencesHaveEvidenceToo() {
    assertThat(AcquireEvidence.of(UpdateContactRequest.FIELDS).additional())
        .map(Claim::evidence)
        .contains(Evidence.VENDOR);
    assertThat(HighLevelEvidence.of(ContactDndSettings.SMS).known().evidence())
        .isEqualTo(Evidence.VENDOR);
    assertThat(HighLevelEvidence.of(ContactDndSettings.RCS).known().evidence())
        .isEqualTo(Evidence.OBSERVED);
  }

  @Test
  void absentPropertiesStayByTheWordOfAllVendorsButOne() {
    assertThat(AcquireEvidence.KEEP.evidence()).isEqualTo(Evidence.ASSUMED);
    assertThat(RazeEvidence.KEEP.evidence()).isEqualTo(Evidence.PAGE);
  }
}
