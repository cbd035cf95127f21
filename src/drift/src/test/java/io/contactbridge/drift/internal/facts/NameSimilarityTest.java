package io.contactbridge.drift.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameSimilarityTest {
  @ParameterizedTest
  @CsvSource({
    "firstName, first_name",
    "firstName, FirstName",
    "X-API-Key, x-api-key",
    "linkedInURL, linked_in_url",
    "address1, address_1",
  })
  void knowsANameInAnotherSpelling(String one, String other) {
    assertThat(NameSimilarity.likeness(one, other)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "email, email_address",
    "phone, phone_number",
    "first_name, given_name",
    "postalCode, zip_code",
    "succeded, succeeded",
  })
  void knowsANameThatIsMuchTheSame(String one, String other) {
    assertThat(NameSimilarity.likeness(one, other)).isGreaterThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource({
    "state, status",
    "company, location",
    "address1, address2",
    "first_name, last_name",
    "created_at, updated_at",
  })
  void tellsNamesApart(String one, String other) {
    assertThat(NameSimilarity.likeness(one, other)).isLessThan(0.6);
  }
}
