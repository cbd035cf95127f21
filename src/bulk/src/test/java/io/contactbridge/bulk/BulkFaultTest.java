package io.contactbridge.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.Contacts;
import io.contactbridge.Outcome;
import io.contactbridge.Rate;
import io.contactbridge.bulk.engine.FailureLimit;
import io.contactbridge.bulk.engine.SendingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with failures of rows, the CRM, the disk and the caller. */
final class BulkFaultTest {
  @TempDir private Path directory = Path.of("");

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first.
  private CountingServer crm;

  @BeforeEach
  void start() throws IOException {
    crm = new CountingServer();
  }

  @AfterEach
  void stop() {
    crm.close();
  }

  @Test
  void everyRowIsUpdated() throws Exception {
    BulkEnd end = run(bulk(300, 40));

    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().made()).isEqualTo(300);
    assertThat(crm.sent()).hasSize(300).containsValue(1).doesNotContainValue(2);
    assertThat(crm.disordered()).isZero();
  }

  @Test
  void onlyTheOwnerCanReadTheResults() throws Exception {
    BulkEnd end = run(bulk(3, 3));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(end.results())))
        .isEqualTo("rw-------");
    assertThat(end.results()).content().doesNotContain("@example.com", "key");
  }

  @Test
  void onlyRefusedRowsFail() throws Exception {
    crm.answering(row -> row % 10 == 3 ? 400 : row % 10 == 4 ? 404 : 200);

    BulkEnd end = run(bulk(100, 100).maxFailed(FailureLimit.percent(100)));

    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().failed()).isEqualTo(20);
    assertThat(end.results())
        .content()
        .contains("\"failed\":\"INVALID\",\"status\":400", "\"failed\":\"NOT_FOUND\"");
  }

  @Test
  void redirectDoesNotHoldRows() throws Exception {
    crm.answering(row -> row % 10 == 3 ? 302 : 200);

    BulkEnd end = run(bulk(50, 50).maxFailed(FailureLimit.percent(100)));

    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().failed()).isEqualTo(5);
  }

  @Test
  void outageHoldsRowsAndFailsNone() throws Exception {
    AtomicBoolean up = new AtomicBoolean();
    List<SendingState> states = new ArrayList<>();
    crm.answering(row -> up.get() ? 200 : 503);

    BulkEnd end =
        bulk(120, 30)
            .build()
            .run(
                progress -> {
                  states.add(progress.state());
                  up.compareAndSet(false, states.size() > 12);
                });

    assertThat(states).anyMatch(SendingState::isHeld);
    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().made()).isEqualTo(120);
    assertThat(crm.disordered()).isZero();
  }

  @Test
  void runGivesUpAfterTheGivenTime() throws Exception {
    crm.answering(row -> 503);

    BulkEnd end = run(bulk(120, 30).giveUpAfter(Duration.ofMinutes(5)));

    assertThat(end.how()).isEqualTo(BulkEnd.How.GAVE_UP);
    assertThat(end.progress().failed()).isZero();
  }

  @Test
  void rowThatAlwaysFailsDoesNotStopOthers() throws Exception {
    crm.answering(row -> row == 7 ? 500 : 200);

    BulkEnd end = run(bulk(200, 200));

    assertThat(end.progress().made()).isEqualTo(199);
    assertThat(end.progress().failed()).isEqualTo(1);
    assertThat(end.results())
        .content()
        .contains("\"failed\":\"UNAVAILABLE\",\"status\":500", "\"mayHaveBeenApplied\":true");
  }

  @Test
  void revokedCredentialStopsTheRunAndFailsNoRow() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    crm.answering(row -> crm.requests() < 100 ? 200 : refusing(refused));

    BulkEnd end = run(bulk(1000, 1000));

    assertThat(end.how()).isEqualTo(BulkEnd.How.CREDENTIALS);
    assertThat(end.progress().failed()).isZero();
    assertThat(refused.get()).isLessThanOrEqualTo(16 + 2);

    crm.answering(row -> 200);
    assertThat(run(bulk(1000, 1000)).progress().made()).isEqualTo(1000);
  }

  @Test
  void renewedCredentialResumesTheRun() throws Exception {
    AtomicBoolean renewed = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    crm.answering(row -> crm.requests() < 50 || renewed.get() ? 200 : 401);

    BulkEnd end =
        run(
            bulk(200, 200)
                .waitForCredential(
                    () -> asked.incrementAndGet() > 3 && renewed.compareAndSet(false, true)));

    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().made()).isEqualTo(200);
  }

  @Test
  void onlyTheContactOfAnotherAccountFails() throws Exception {
    crm.answering(row -> row == 20 ? 403 : 200);

    BulkEnd end = run(bulk(200, 200));

    assertThat(end.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(end.progress().failed()).isEqualTo(1);
    assertThat(end.results()).content().contains("\"failed\":\"CREDENTIALS\",\"status\":403");
  }

  @Test
  void wrongMappingStopsBeforeTheDailyLimitIsUsedUp() throws Exception {
    crm.answering(row -> 400);

    BulkEnd end = run(bulk(5000, 5000));

    assertThat(end.how()).isEqualTo(BulkEnd.How.TOO_MANY_FAILED);
    assertThat(crm.requests()).isLessThan(100 + 16 + 1);
  }

  @Test
  void failedRowsAreSentAgainUnlessALaterRowSucceeded() throws Exception {
    crm.answering(row -> row <= 20 ? 400 : 200);
    BulkEnd first = run(bulk(200, 10).maxFailed(FailureLimit.percent(100)));
    assertThat(first.progress().failed()).isEqualTo(20);
    crm.answering(row -> 200);
    int before = crm.requests();

    BulkEnd again = run(bulk(200, 10).againFailed());

    assertThat(again.how()).isEqualTo(BulkEnd.How.FINISHED);
    assertThat(again.progress().superseded()).isEqualTo(20);
    assertThat(crm.requests()).isEqualTo(before);
    assertThat(crm.disordered()).isZero();
  }

  @Test
  void failedRowsAreSentAgain() throws Exception {
    crm.answering(row -> row > 180 ? 400 : 200);
    run(bulk(200, 200).maxFailed(FailureLimit.percent(100)));
    crm.answering(row -> 200);

    BulkEnd again = run(bulk(200, 200).againFailed().failuresTo(directory.resolve("failed.csv")));

    assertThat(again.progress().made()).isEqualTo(200);
    assertThat(again.progress().failed()).isZero();
    assertThat(directory.resolve("failed.csv")).hasContent("id,email,_row,_failed");
  }

  @Test
  void failedRowsAreWrittenUnchanged() throws Exception {
    crm.answering(row -> row == 2 ? 404 : 200);

    run(
        bulk(2, 2)
            .maxFailed(FailureLimit.percent(100))
            .failuresTo(directory.resolve("failed.csv")));

    assertThat(directory.resolve("failed.csv"))
        .content()
        .contains("id,email,_row,_failed", "c0,r2@example.com,2,NOT_FOUND: ");
  }

  @Test
  void differentValueIsAFailureIfStrict() throws Exception {
    FakeAccount fake =
        answering(new BulkAccount.Sent(1, Map.of(ContactField.EMAIL, Outcome.DIFFERENT)));
    Path input = RowFiles.write(directory, 5, 5);

    Progress lenient =
        Bulk.builder(fake, input).storage(new MemoryStorage()).build().run(p -> {}).progress();
    Progress strict =
        Bulk.builder(fake, input)
            .storage(new MemoryStorage())
            .strict()
            .build()
            .run(p -> {})
            .progress();

    assertThat(List.of(lenient.made(), lenient.different(), lenient.failed()))
        .containsExactly(5L, 5L, 0L);
    assertThat(List.of(strict.made(), strict.failed())).containsExactly(0L, 5L);
  }

  @Test
  void fullDiskStopsTheRunWhichCanBeResumed() throws Exception {
    FakeAccount fake = new FakeAccount();
    Path input = RowFiles.write(directory, 5000, 5000);
    MemoryStorage disk = new MemoryStorage().fullAfter(2);

    BulkEnd end = Bulk.builder(fake, input).storage(disk).build().run(p -> {});

    assertThat(end.how()).isEqualTo(BulkEnd.How.DISK);
    assertThat(end.message()).contains("No space left on device", "may be sent again");
    MemoryStorage space = new MemoryStorage(disk.bytes());
    assertThat(Bulk.builder(fake, input).storage(space).build().run(p -> {}).progress().made())
        .isEqualTo(5000);
    assertThat(fake.isDisordered()).isFalse();
  }

  @Test
  void failedForceIsNeverRetried() throws Exception {
    MemoryStorage disk = new MemoryStorage().brokenAfter(1);
    Path input = RowFiles.write(directory, 500, 50);

    BulkEnd end = Bulk.builder(new FakeAccount(), input).storage(disk).build().run(p -> {});

    assertThat(end.how()).isEqualTo(BulkEnd.How.DISK);
    assertThat(disk.text()).doesNotContain("stopped");
  }

  @Test
  void bugStopsTheRunAndFailsNoRow() throws Exception {
    FakeAccount fake = new FakeAccount();
    fake.answering(row -> CompletableFuture.failedFuture(new IllegalStateException("a bug")));

    BulkEnd end =
        Bulk.builder(fake, RowFiles.write(directory, 50, 50))
            .storage(new MemoryStorage())
            .build()
            .run(p -> {});

    assertThat(end.how()).isEqualTo(BulkEnd.How.BUG);
    assertThat(end.progress().failed()).isZero();
  }

  @Test
  void callsOfEarlierRunsCount() throws Exception {
    Path input = RowFiles.write(directory, 30, 30);
    MemoryStorage disk = new MemoryStorage();
    FakeAccount first = new FakeAccount().limited(new Rate(1000, Duration.ofDays(1)));
    var unused = Bulk.builder(first, input).storage(disk).build().run(p -> {});
    byte[] killed =
        disk.text().replaceFirst("\\{\"stopped\".*\n$", "").getBytes(StandardCharsets.UTF_8);
    FakeAccount second = new FakeAccount().limited(new Rate(1000, Duration.ofDays(1)));

    var again = Bulk.builder(second, input).storage(new MemoryStorage(killed)).build().run(p -> {});

    assertThat(again.progress().made()).isEqualTo(30);
    // The recorded calls, and as many as may have been under way when the run was killed.
    assertThat(second.earlier()).hasSize(30 + 64);
  }

  @Test
  void stoppedRunFinishesItsUpdatesAndCanBeResumed() throws Exception {
    Bulk bulk = bulk(2000, 300).build();
    crm.answering(
        row -> {
          if (crm.requests() == 100) {
            bulk.stop();
          }
          return 200;
        });

    assertThat(bulk.run(p -> {}).how()).isEqualTo(BulkEnd.How.STOPPED);
    assertThat(crm.requests()).isBetween(100, 130);
    assertThat(run(bulk(2000, 300)).progress().made()).isEqualTo(2000);
    assertThat(crm.sent()).hasSize(2000).doesNotContainValue(2);
  }

  @Test
  void stopIsNotShownAsAFailureOfTheCrm() throws Exception {
    Bulk bulk =
        Bulk.builder(
                Contacts.raze("key").baseUrl(crm.url()).rateLimit(10, Duration.ofSeconds(2)),
                RowFiles.write(directory, 200, 50))
            .inFlight(16)
            .build();
    crm.answering(
        row -> {
          bulk.stop();
          return 200;
        });
    List<SendingState> states = new ArrayList<>();

    BulkEnd end = bulk.run(progress -> states.add(progress.state()));

    assertThat(crm.requests()).isBetween(1, 10);
    assertThat(states).noneMatch(SendingState::isHeld);
    assertThat(end.progress().state().isHeld()).isFalse();
  }

  @Test
  void oneContactIsSentInOrder() throws Exception {
    assertThat(run(bulk(300, 1)).progress().made()).isEqualTo(300);
    assertThat(crm.disordered()).isZero();
  }

  @Test
  void runWithOtherInputOrOptionsIsNotResumed() throws Exception {
    run(bulk(10, 10));
    Path input = directory.resolve("contacts.csv");

    assertThatThrownBy(() -> run(builder(input).note("region", "US")))
        .isInstanceOf(CannotRunException.class)
        .hasMessage(
            "the earlier run had the option region as nothing, but now it is \"US\"; repeat"
                + " the earlier command, or start over with --restart");
    assertThatThrownBy(
            () ->
                Bulk.builder(Contacts.raze("key").baseUrl("http://127.0.0.1:1"), input)
                    .build()
                    .run(p -> {}))
        .hasMessageStartingWith("the earlier run was sent to " + crm.url());
    Files.writeString(input, "id,email\nc1,r1@example.com\n");
    assertThatThrownBy(() -> run(builder(input)))
        .hasMessageStartingWith("the earlier run read contacts.csv with ");
    assertThat(run(builder(input).restart()).progress().made()).isEqualTo(1);
  }

  @Test
  void twoRunsAtOnceAreRefused() throws Exception {
    Bulk bulk = bulk(500, 500).build();
    List<String> refusals = new ArrayList<>();

    var unused =
        bulk.run(
            progress -> {
              if (refusals.isEmpty()) {
                assertThatThrownBy(() -> run(builder(directory.resolve("contacts.csv"))))
                    .satisfies(e -> refusals.add(e.getMessage()));
              }
            });

    assertThat(refusals.get(0)).startsWith("another run is writing ").endsWith("or stop it");
  }

  @Test
  void foreignFileIsNotOverwritten() throws Exception {
    Path other = Files.writeString(directory.resolve("results"), "{\"my\":\"data\"}\n");

    assertThatThrownBy(() -> run(bulk(3, 3).results(other)))
        .hasMessageContaining("is not a results file of a bulk run");
    assertThat(other).hasContent("{\"my\":\"data\"}");
  }

  private static int refusing(AtomicInteger refused) {
    refused.incrementAndGet();
    return 401;
  }

  private static FakeAccount answering(BulkAccount.Sent sent) {
    return new FakeAccount().answering(row -> CompletableFuture.completedFuture(sent));
  }

  private Bulk.Builder bulk(int rows, int contacts) throws IOException {
    return builder(RowFiles.write(directory, rows, contacts));
  }

  private Bulk.Builder builder(Path input) {
    return Bulk.builder(Contacts.raze("key").baseUrl(crm.url()).maxRetries(0), input)
        .inFlight(16)
        .clock(new FastClock());
  }

  private static BulkEnd run(Bulk.Builder bulk) throws Exception {
    return bulk.build().run(progress -> {});
  }

  /** A fast clock, on which a wait of a minute takes a moment. */
  private static final class FastClock extends Clock {
    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return start.plusNanos((System.nanoTime() - nanos) * 200);
    }
  }
}
