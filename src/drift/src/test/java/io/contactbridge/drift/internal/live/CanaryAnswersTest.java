package io.contactbridge.drift.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanaryAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "123, 9007199254740991",
    "7f1c1f3e-2a57-4c38-9d3a-0d0f8c1b2a34, 00000000-0000-4000-8000-000000000000",
    "cnt_abc123def456, cnt_zzz999zzz999",
    "ocQHyuzHvuMOe5N5jjXF, ocQHzzzZzzZZz9Z9zzZZ",
    "abcd, zzzzzzzzzzzz",
    "7b2, zzzzzzzzzzzz",
  })
  void theUnknownIdCannotExist(String id, String unknown) {
    assertThat(CanaryAnswers.unknownId(id)).isEqualTo(unknown);
  }
}
