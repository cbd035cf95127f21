package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How our own rate limit and the deadline of an update go together. */
@Timeout(60)
final class OwnLimitTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SkippingTime time = new SkippingTime(NOW);

  @Test
  void burstOfThreeThousandUpdatesIsMade() {
    Contacts highLevel = highLevel().build();

    List<CompletableFuture<UpdateResult>> burst =
        IntStream.range(0, 3000)
            .mapToObj(i -> highLevel.updateAsync("c" + i % 700, UPDATE))
            .toList();

    assertThat(burst).allSatisfy(update -> assertThat(update.join().attempts()).isEqualTo(1));
    Duration waited = time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(290));
  }

  @Test
  void deadlineThatACallerHasSetCountsTheLimitToo() {
    Contacts highLevel =
        highLevel().time(new ManualTime()).deadline(Duration.ofSeconds(60)).build();

    long refused =
        IntStream.range(0, 3000)
            .mapToObj(i -> highLevel.updateAsync("c" + i, UPDATE))
            .filter(CompletableFuture::isCompletedExceptionally)
            .count();

    assertThat(refused).isBetween(2300L, 2400L);
  }

  @Test
  void limitOfADayIsToldAtOnce() {
    Contacts highLevel =
        highLevel().earlierCalls(Collections.nCopies(200_000, NOW.minusSeconds(3600))).build();

    RateLimitedException thrown =
        catchThrowableOfType(RateLimitedException.class, () -> highLevel.update("c1", UPDATE));

    assertThat(thrown.attempts()).isZero();
    assertThat(thrown.retryAfter().orElseThrow())
        .isBetween(Duration.ofHours(22), Duration.ofHours(24));
  }

  @Test
  void callsOfAnEarlierRunCount() {
    Contacts highLevel =
        highLevel().earlierCalls(Collections.nCopies(100, NOW.minusSeconds(4))).build();

    highLevel.update("c1", UPDATE);

    assertThat(time.waits())
        .singleElement()
        .satisfies(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(6), Duration.ofMillis(6200)));
  }

  @Test
  void callsThatAreTooOldOrOfTheFutureAreNoReasonToFail() {
    Contacts highLevel =
        highLevel()
            .earlierCalls(List.of(Instant.MIN, Instant.EPOCH, Instant.MAX, NOW.plusSeconds(9)))
            .build();

    highLevel.update("c1", UPDATE);

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void callsThatOthersMadeInTheDayCount() {
    Contacts highLevel = highLevel("X-RateLimit-Daily-Remaining", "2").build();

    highLevel.update("c1", UPDATE);
    // The header says the same again, as if others made no more calls.
    highLevel.update("c1", UPDATE);
    Contacts spent = highLevel("X-RateLimit-Daily-Remaining", "0").build();
    spent.update("c1", UPDATE);

    RateLimitedException thrown =
        catchThrowableOfType(RateLimitedException.class, () -> spent.update("c1", UPDATE));
    assertThat(thrown.attempts()).isZero();
    assertThat(thrown.retryAfter()).contains(Duration.ofHours(1));
    time.pass(Duration.ofHours(1));
    assertThat(spent.update("c1", UPDATE).status()).isEqualTo(200);
  }

  @Test
  void absurdNumberOfCallsLeftIsIgnored() {
    for (String left : List.of("-1", "many", "", "99999999999999999999", "0x0")) {
      Contacts highLevel = highLevel("X-RateLimit-Daily-Remaining", left).build();

      highLevel.update("c1", UPDATE);

      assertThat(highLevel.update("c1", UPDATE).status()).isEqualTo(200);
    }
  }

  @Test
  void documentedRatesAreTold() {
    assertThat(CrmProfile.of(Crm.HIGHLEVEL).rates())
        .containsExactly(
            new Rate(100, Duration.ofSeconds(10)), new Rate(200_000, Duration.ofDays(1)));
    assertThat(CrmProfile.of(Crm.LINQ).rates()).isEmpty();
  }

  private Contacts.Builder highLevel() {
    return Accounts.answering(Crm.HIGHLEVEL, "{}").time(time);
  }

  private Contacts.Builder highLevel(String header, String value) {
    return Accounts.at(Crm.HIGHLEVEL)
        .time(time)
        .httpClient(
            Accounts.client(
                chain ->
                    Accounts.response(chain, 200, ByteString.encodeUtf8("{}"))
                        .newBuilder()
                        .header(header, value)
                        .build()));
  }
}
