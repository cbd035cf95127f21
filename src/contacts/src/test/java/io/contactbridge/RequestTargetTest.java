package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No id, account or base URL leads a request, and its credential, where it does not belong. */
final class RequestTargetTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "+1",
        "01",
        "1.0",
        "1e3",
        "0x1",
        " 1",
        "1\n",
        "../1",
        "1/2",
        "1?x",
        "1#x",
        "%2e",
        "1;x",
        "١٢",
        "１",
        "canary",
        "1234567890123456789"
      })
  void idIsAPositiveNumberWhereItIsANumber(String id) {
    for (Crm crm : new Crm[] {Crm.ACQUIRE, Crm.LINQ}) {
      Contacts contacts = Accounts.at(crm).build();

      assertThatThrownBy(() -> contacts.plan(id, UPDATE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a contact's id is a positive number at " + crm + ", unlike the one given");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "..", "../1", "1/2", "a\\b", "1?x", "1#x", "%2e%2e", "%2F", "1;x", "a@b",
        "a:b", "a b", "a\n", "\u0000", "١٢", "ä"
      })
  void idIsAWordElsewhere(String id) {
    for (Crm crm : new Crm[] {Crm.HIGHLEVEL, Crm.RAZE}) {
      Contacts contacts = Accounts.at(crm).build();

      assertThatThrownBy(() -> contacts.plan(id, UPDATE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a contact's id is made of letters, digits, _ and - at "
                  + crm
                  + ", unlike the one given");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, 999999999999999999",
    "LINQ, 1",
    "HIGHLEVEL, -_",
    "RAZE, 123e4567-e89b-12d3-a456-426614174000",
  })
  void idIsTheLastSegmentOfThePath(Crm crm, String id) {
    UpdatePlan plan = Accounts.at(crm).build().plan(id, UPDATE);

    assertThat(HttpUrl.get(plan.url()).pathSegments()).last().isEqualTo(id);
  }

  @Test
  void wordThatIsTooLongIsNoId() {
    Contacts raze = Accounts.at(Crm.RAZE).build();

    assertThatThrownBy(() -> raze.plan("a".repeat(129), UPDATE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a.b",
        "evil.example.com/",
        "a/b",
        "a@b",
        "a:1",
        "a#",
        "a?",
        "-a",
        "a-",
        "a_b",
        "ä",
        "a\n",
        "{account_id}"
      })
  void accountOfAcquireIsOneDnsLabel(String accountId) {
    assertThatThrownBy(() -> Contacts.acquire(accountId, "key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "account_id is one DNS label (letters, digits and inner hyphens, at most 63), unlike what"
                + " was given");
  }

  @Test
  void accountOfAcquireIsPartOfTheHost() {
    UpdatePlan plan = Contacts.acquire("Acme-1", "key").build().plan("2", UPDATE);

    assertThat(plan.url()).isEqualTo("https://acme-1.acquire.io/api/v1/crm/objects/contact/2");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com, https://example.com/contacts/123",
    "https://example.com/, https://example.com/contacts/123",
    "https://example.com:8443/api/v2, https://example.com:8443/api/v2/contacts/123",
    "http://localhost:4010, http://localhost:4010/contacts/123",
    "http://127.0.0.1:4010/linq/, http://127.0.0.1:4010/linq/contacts/123",
    "http://[::1]:4010, http://[::1]:4010/contacts/123",
  })
  void baseUrlStandsBeforeThePath(String baseUrl, String url) {
    UpdatePlan plan = Accounts.at(Crm.LINQ).baseUrl(baseUrl).build().plan("123", UPDATE);

    assertThat(plan.url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "example.com",
        "ftp://example.com",
        "https://",
        "https://canary@example.com",
        "https://:canary@example.com",
        "https://example.com?canary",
        "https://example.com/?",
        "https://example.com#canary",
        "https://exa mple.com",
        "https://exa<mple.com"
      })
  void baseUrlIsAUrlAndNothingMore(String baseUrl) {
    Contacts.Builder builder = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> builder.baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a base URL is like https://example.com/api, without user, query and fragment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com", "http://localhost.example.com", "http://127.0.0.1.nip.io"})
  void plainHttpIsForLoopbackAlone(String baseUrl) {
    Contacts.Builder builder = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> builder.baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("credentials are sent over HTTPS, or over HTTP to loopback, unlike " + baseUrl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "UK", "001", "United States"})
  void defaultRegionIsACode(String region) {
    Contacts.Builder builder = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> builder.defaultRegion(region))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a region is a code of ISO 3166-1 alpha-2 such as US, unlike \"" + region + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void timeoutIsPositive(Duration timeout) {
    Contacts.Builder builder = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> builder.timeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a timeout is positive, unlike " + timeout);
  }

  @ParameterizedTest
  @EnumSource
  void toStringNamesTheCrmAlone(Crm crm) {
    assertThat(Accounts.at(crm).build()).hasToString("Contacts[" + crm + "]");
  }
}
