package io.contactbridge.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhonesTest {
  private static final String WRONG =
      "a phone number with its country code and without an extension, such as +12025550123";

  @ParameterizedTest
  @CsvSource({
    "+12025550123,          ,   +12025550123",
    "+1 (202) 555-0123,     ,   +12025550123",
    "' +12025550123 ',      ,   +12025550123",
    "tel:+1-202-555-0123,   ,   +12025550123",
    "+39 06 698 12345,      ,   +390669812345",
    "+5511999999999,        ,   +5511999999999",
    "(202) 555-0123,        US, +12025550123",
    "0171 1234567,          DE, +491711234567",
    "+44 20 7946 0018,      US, +442079460018",
    "011 44 20 7946 0018,   US, +442079460018",
  })
  void numberIsWrittenInE164(String phone, @Nullable String region, String e164) {
    assertThat(Phones.e164(phone, region)).isEqualTo(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "2025550123",
        "+1",
        "+1202555",
        "+9991234567",
        "+1 202 555 0123 ext. 4",
        "+120255501234567",
        "00442079460018"
      })
  void whatIsNoNumberByItselfIsRefused(String phone) {
    assertThatThrownBy(() -> Phones.e164(phone, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(WRONG + "; or set defaultRegion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"555-0123", "12", "2025550123 x4", "canary"})
  void whatIsNoNumberInTheRegionIsRefused(String phone) {
    assertThatThrownBy(() -> Phones.e164(phone, "US"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(WRONG + "; or one from US");
  }

  @ParameterizedTest
  @CsvSource({
    "+12025550123, +1 (202) 555-0123, true",
    "+12025550123, 2025550123, true",
    "9460731950, 9460 731 950, true",
    "9460731950, +919460731950, true",
    "+12025550123, +12025550124, false",
    "+12025550123, +442025550123, false",
    "+12025550123, 5550123, false",
    "+12025550123, canary, false",
    "canary, canary bird, false",
    "+12025550123, '', false",
  })
  void sameNumberIsKnownInOtherForms(String one, String other, boolean same) {
    assertThat(Phones.same(one, other, null)).isEqualTo(same);
    assertThat(Phones.same(other, one, null)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "2025550123, +12025550123, true",
    "(202) 555-0123, 202 555 0123, true",
    "2025550123, +442025550123, false",
    "canary, canary bird, false",
  })
  void sameNumberIsFromTheRegion(String one, String other, boolean same) {
    assertThat(Phones.same(one, other, "US")).isEqualTo(same);
    assertThat(Phones.same(other, one, "US")).isEqualTo(same);
  }

  @Test
  void regionsAreCodes() {
    assertThat(Phones.regions()).contains("US", "GB", "BR").doesNotContain("us", "UK", "001");
  }
}
