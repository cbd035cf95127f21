package io.contactbridge.drift.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueFormTest {
  @ParameterizedTest
  @CsvSource({
    "2025-07-30T10:00:00.000-05:00, DATE_TIME",
    "2024-01-15T10:30:00Z, DATE_TIME",
    "2026-02-01 20:48:15.123, LOCAL_DATE_TIME",
    "1990-09-25, DATE",
    "25/09/1990, OTHER_DATE",
    "Mon 21 Nov 2026 10:00:00 GMT, OTHER_DATE",
    "1701388800, EPOCH_SECONDS",
    "1701388800000, EPOCH_MILLISECONDS",
    "517, DIGITS",
    "38.5, DECIMAL",
    "6f1e3a52-0c9b-4b6e-9a3f-6a2d3c1b0f4e, UUID",
    "cnt_abc123def456, PREFIXED",
    "ada@example.com, EMAIL",
    "https://example.com/john.png, URI",
    "San Francisco, TEXT"
  })
  void tellsWhatATextLooksLike(String text, ValueForm form) {
    assertThat(ValueForm.of(text)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "1701388800, EPOCH_SECONDS",
    "1701388800000, EPOCH_MILLISECONDS",
    "50000, DIGITS",
    "5.0, DIGITS",
    "5.5, DECIMAL"
  })
  void tellsSecondsFromMillisecondsByTheirMagnitude(BigDecimal number, ValueForm form) {
    assertThat(ValueForm.of(number)).isEqualTo(form);
  }
}
