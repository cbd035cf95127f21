package io.contactbridge.drift.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpExchangeTest {
  @Test
  void theLastOfTwoValuesWithOneNameCounts() {
    assertThat(answer("{\"email\": \"a\", \"email\": \"b\"}").value())
        .isEqualTo(Map.of("email", "b"));
  }

  @Test
  void aByteOrderMarkIsIgnored() {
    assertThat(answer("\ufeff[]").isJson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html>", "{\"a\": 1", "{} {}", "{}]"})
  void anyOtherTextIsNotJson(String text) {
    assertThat(answer(text)).isEqualTo(new HttpExchange.Body(false, null));
  }

  private static HttpExchange.Body answer(String text) {
    Headers none = Headers.of();
    return new HttpExchange("PUT", "/", none, null, 200, none, text).answer();
  }
}
