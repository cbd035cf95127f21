package io.contactbridge.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.Accounts;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.ManualTime;
import io.contactbridge.Rate;
import io.contactbridge.RateLimitedException;
import io.contactbridge.Samples;
import io.contactbridge.SkippingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import okio.ByteString;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final Duration DAY = Duration.ofDays(1);

  private final SkippingTime time = new SkippingTime();

  @Property(tries = 300)
  void noWindowHasMoreCallsThanAreAllowed(
      @ForAll @IntRange(min = 1, max = 20) int calls,
      @ForAll @Size(max = 200) List<@IntRange(max = 400) Integer> gaps) {
    ManualTime clock = new ManualTime();
    RateLimit limit = limit(clock, new Rate(calls, Duration.ofSeconds(1)));
    List<Asking> asking = new ArrayList<>();

    for (int gap : gaps) {
      clock.pass(Duration.ofMillis(gap));
      asking.add(new Asking(limit, clock, deadline(limit, clock, DAY)));
    }
    clock.pass(Duration.ofHours(1));

    assertThat(asking).allSatisfy(call -> assertThat(call.slot.isOpen()).isTrue());
    List<Long> opened = asking.stream().map(call -> call.slot.opened()).toList();
    assertThat(opened).isSorted();
    for (int i = calls; i < opened.size(); i++) {
      assertThat(opened.get(i) - opened.get(i - calls))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @Property(tries = 200)
  void waitThatIsForeseenIsTheOneThatComes(
      @ForAll @IntRange(min = 1, max = 7) int calls,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @IntRange(max = 3000) int gap) {
    ManualTime clock = new ManualTime();
    SlidingWindow window = new SlidingWindow(new Rate(calls, Duration.ofSeconds(1)), clock.nanos());
    window.call(clock.nanos());
    clock.pass(Duration.ofMillis(gap));
    long foreseen = clock.nanos() + window.delay(before, clock.nanos());

    for (int i = 0; i < before; i++) {
      clock.pass(Duration.ofNanos(window.delay(0, clock.nanos())));
      window.call(clock.nanos());
    }
    clock.pass(Duration.ofNanos(window.delay(0, clock.nanos())));

    assertThat(clock.nanos()).isEqualTo(foreseen);
  }

  @Test
  void callCountsFromItsEnd() {
    ManualTime clock = new ManualTime();
    RateLimit limit = limit(clock, new Rate(2, Duration.ofSeconds(1)));
    RateSlot first = new RateSlot(deadline(limit, clock, DAY), () -> {});
    RateSlot second = new RateSlot(deadline(limit, clock, DAY), () -> {});
    assertThat(limit.ask(first).isNow()).isTrue();
    assertThat(limit.ask(second).isNow()).isTrue();

    clock.pass(Duration.ofMillis(500));
    limit.leave(first);
    limit.leave(second);
    clock.pass(Duration.ofMillis(600));

    // The CRM may have counted both half a second after they were let through.
    assertThat(ask(limit, deadline(limit, clock, DAY)).isNow()).isFalse();
    clock.pass(Duration.ofMillis(410));
    assertThat(ask(limit, deadline(limit, clock, DAY)).isNow()).isTrue();
  }

  @Test
  void callsWaitForTheirPlace() {
    Contacts linq = answering(200).rateLimit(2, Duration.ofSeconds(10)).build();

    for (int i = 0; i < 5; i++) {
      linq.update("123", UPDATE);
    }

    assertThat(time.waits()).containsExactly(Duration.ofMillis(10_100), Duration.ofMillis(10_100));
  }

  @Test
  void retriesTakeAPlaceToo() {
    Contacts linq = answering(503).rateLimit(2, Duration.ofSeconds(10)).build();

    ContactsException thrown = failure(linq);

    assertThat(thrown.attempts()).isEqualTo(3);
    assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(10_100));
  }

  @Test
  void highLevelHasItsDocumentedLimit() {
    Contacts highLevel = answering(Crm.HIGHLEVEL, 200).build();

    for (int i = 0; i < 100; i++) {
      highLevel.update(Accounts.contactId(Crm.HIGHLEVEL), UPDATE);
    }
    assertThat(time.waits()).isEmpty();
    highLevel.update(Accounts.contactId(Crm.HIGHLEVEL), UPDATE);

    assertThat(time.waits()).containsExactly(Duration.ofMillis(10_100));
  }

  @Test
  void highLevelHasItsDocumentedLimitOfADay() {
    RateLimit limit = new RateLimit(CrmProfile.of(Crm.HIGHLEVEL).rates(), time, List.of());

    for (int i = 0; i < 200_000; i++) {
      if (i % 100 == 0) {
        time.pass(Duration.ofMillis(10_100));
      }
      assertThat(ask(limit, deadline(limit, time, DAY)).isNow()).isTrue();
    }
    Decision decision = ask(limit, deadline(limit, time, Duration.ofSeconds(60)));

    assertThat(decision.isNo()).isTrue();
    assertThat(decision.reason())
        .startsWith("the limit of 200000 calls per 86400 seconds leaves no place for ");
  }

  @Test
  void limitCanBeTurnedOff() {
    Contacts highLevel = answering(Crm.HIGHLEVEL, 200).noRateLimit().build();

    for (int i = 0; i < 300; i++) {
      highLevel.update(Accounts.contactId(Crm.HIGHLEVEL), UPDATE);
    }

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void placeBeyondTheDeadlineIsRefusedAtOnceAndNotTaken() {
    List<Integer> sent = new ArrayList<>();
    Contacts linq = answering(200, sent).rateLimit(1, Duration.ofMinutes(5)).build();
    linq.update("123", UPDATE);

    ContactsException thrown = failure(linq);

    assertThat(thrown)
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(303)))
        .hasMessage(
            "Linq was not called: the limit of 1 call per 300 seconds leaves no place for 303"
                + " seconds, which is longer than the deadline allows");
    assertThat(thrown.status()).isZero();
    assertThat(thrown.attempts()).isZero();
    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(sent).hasSize(1);
    time.pass(Duration.ofSeconds(303));
    assertThat(linq.update("123", UPDATE).attempts()).isEqualTo(1);
  }

  @Test
  void retryWithoutAPlaceBeforeTheDeadlineTellsTheLastFailure() {
    Contacts linq = answering(503).rateLimit(1, Duration.ofMinutes(5)).build();

    ContactsException thrown = failure(linq);

    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown.getSuppressed()).isEmpty();
    assertThat(thrown)
        .hasMessage(
            "Linq answered 503; the deadline leaves no time for a retry; the change may have been"
                + " applied, and may be sent again");
  }

  @Test
  void refusalForTheRateSlowsTheAccountDownAndTimeHealsIt() {
    SlidingWindow window = new SlidingWindow(new Rate(100, Duration.ofSeconds(10)), 0);
    long second = Duration.ofSeconds(1).toNanos();

    window.slowDown(0, second);
    window.slowDown(0, second);
    assertThat(window).hasToString("50 calls per 10 seconds");
    window.slowDown(2 * second, 2 * second);
    assertThat(window).hasToString("25 calls per 10 seconds");
    window.delay(0, 13 * second);
    assertThat(window).hasToString("35 calls per 10 seconds");
    window.delay(0, 1000 * second);

    assertThat(window).hasToString("100 calls per 10 seconds");
  }

  @Test
  void refusalForTheRateHalvesWhatWasSentWhereNoLimitIsKnown() {
    SlidingWindow window = new SlidingWindow(Duration.ofSeconds(10), 0);
    for (int i = 0; i < 80; i++) {
      window.call(i);
    }

    window.slowDown(79, 80);

    assertThat(window).hasToString("40 calls per 10 seconds");
    assertThat(window.delay(0, 80)).isEqualTo(Duration.ofMillis(10_100).toNanos() - 80);
    for (int i = 0; i < 20; i++) {
      window.slowDown(100 + i, 100 + i);
    }
    assertThat(window).hasToString("10 calls per 10 seconds");
  }

  @Test
  void pauseThatACrmAsksForHoldsForAllUpdates() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .setHeader("X-RateLimit-Remaining", "0")
              .setHeader("X-RateLimit-Reset", "1795262405")
              .body("{}")
              .build());
      server.enqueue(new MockResponse.Builder().body("{}").build());
      Contacts raze =
          Accounts.timed(Accounts.at(Crm.RAZE), time).baseUrl(server.url("/").toString()).build();

      raze.update("a", UPDATE);
      raze.update("b", UPDATE);

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(5));
    }
  }

  @Test
  void pauseLongerThanTheDeadlineIsToldToTheNext() {
    Contacts linq = answering(429, List.of("Retry-After", "3600")).build();
    failure(linq);

    ContactsException thrown = failure(linq);

    assertThat(thrown)
        .hasMessage(
            "Linq was not called: it wants to be left alone for 3600 seconds, which is longer than"
                + " the deadline allows");
  }

  @Test
  void eachOfSeveralLimitsHolds() {
    Contacts linq =
        answering(200)
            .rateLimits(
                List.of(new Rate(3, Duration.ofSeconds(50)), new Rate(2, Duration.ofSeconds(10))))
            .build();

    for (int i = 0; i < 4; i++) {
      linq.update("1", UPDATE);
    }

    assertThat(time.waits()).hasSize(2);
    assertThat(time.waits().get(0)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    assertThat(time.waits().get(1)).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(41));
  }

  @Test
  void limitThatIsNoneIsRefused() {
    Contacts.Builder linq = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> linq.rateLimits(List.of()))
        .hasMessage("there is at least one limit; see noRateLimit()");

    assertThatThrownBy(() -> linq.rateLimit(0, DAY))
        .hasMessage("a rate limit is of 1 call or more, unlike 0");
    assertThatThrownBy(() -> linq.rateLimit(1, Duration.ZERO))
        .hasMessage("the period of a rate limit is from a millisecond to 31 days, unlike PT0S");
  }

  private static RateLimit limit(ManualTime clock, Rate rate) {
    return new RateLimit(List.of(rate), clock, List.of());
  }

  private static Deadline deadline(RateLimit limit, Time time, Duration length) {
    return new Deadline(new DeadlineOption(length, true), time, limit::stalled);
  }

  private static Decision ask(RateLimit limit, Deadline deadline) {
    return limit.ask(new RateSlot(deadline, () -> {}));
  }

  /** Asks as an update does. */
  private static final class Asking implements Runnable {
    private final RateLimit limit;
    private final Time time;
    private final RateSlot slot;

    private Asking(RateLimit limit, Time time, Deadline deadline) {
      this.limit = limit;
      this.time = time;
      this.slot = new RateSlot(deadline, this);
      run();
    }

    @Override
    public void run() {
      Decision decision = limit.ask(slot);
      assertThat(decision.isNo()).isFalse();
      if (!decision.isNow() && decision.isTimed()) {
        var unused = time.after(decision.duration(), this);
      }
    }
  }

  private Contacts.Builder answering(int status) {
    return answering(Crm.LINQ, status);
  }

  private Contacts.Builder answering(Crm crm, int status) {
    return Accounts.timed(Accounts.answering(crm, status, ByteString.encodeUtf8("{}")), time);
  }

  private Contacts.Builder answering(int status, List<String> header) {
    return Accounts.timed(Accounts.at(Crm.LINQ), time)
        .httpClient(
            Accounts.client(
                chain ->
                    Accounts.response(chain, status, ByteString.encodeUtf8("{}"))
                        .newBuilder()
                        .header(header.get(0), header.get(1))
                        .build()));
  }

  private Contacts.Builder answering(int status, java.util.Collection<Integer> sent) {
    return Accounts.timed(Accounts.at(Crm.LINQ), time)
        .httpClient(
            Accounts.client(
                chain -> {
                  sent.add(status);
                  return Accounts.response(chain, status, ByteString.encodeUtf8("{}"));
                }));
  }

  private static ContactsException failure(Contacts contacts) {
    return catchThrowableOfType(ContactsException.class, () -> contacts.update("123", UPDATE));
  }
}
