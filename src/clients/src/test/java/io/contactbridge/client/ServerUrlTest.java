package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.raze.RazeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerUrlTest {
  @Test
  void serversAreThoseOfTheSpecifications() {
    assertThat(AcquireClient.server("your-account"))
        .hasToString("https://your-account.acquire.io/api/v1/");
    assertThat(HighLevelClient.server()).hasToString("https://services.leadconnectorhq.com/");
    assertThat(LinqClient.server()).hasToString("https://api.linqapp.com/api/partner/v2/");
    assertThat(RazeClient.server()).hasToString("https://app.getraze.com/external/v1/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "a-b", "A1", "xn--bcher-kva"})
  void accountIsOneLabel(String account) {
    assertThat(AcquireClient.server(account).host()).isEqualToIgnoringCase(account + ".acquire.io");
  }

  @Test
  void labelMayHaveSixtyThreeCharacters() {
    assertThat(AcquireClient.server("a".repeat(63)).host()).hasSize(63 + ".acquire.io".length());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void anythingElseIsRefused(String account) {
    assertThatThrownBy(() -> AcquireClient.server(account))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "account_id is one DNS label (letters, digits and inner hyphens, at most 63), unlike what"
                + " was given");
  }

  static String[] hostile() {
    return new String[] {
      "",
      " ",
      "a.b",
      "a/b",
      "a\\b",
      "a@b",
      "a:b@c",
      "evil.com#",
      "evil.com?",
      "x:80",
      "a\n",
      "a\tb",
      "-a",
      "a-",
      "a_b",
      "a%2eb",
      "{account_id}",
      "bücher",
      "a\u3002b",
      "a\u0000",
      "a".repeat(64),
    };
  }
}
