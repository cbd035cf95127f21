package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What accounts share that bring no HTTP client of their own, and what they do not. */
@Timeout(60)
final class DefaultClientTest {
  private static final int MORE_THAN_ARE_UNDER_WAY = 100;

  private final CountDownLatch released = new CountDownLatch(1);
  private final FaultyServer slow =
      FaultyServer.start(
          Crm.RAZE,
          line -> {
            line.request();
            await();
            line.write(RawHttp.taken(Crm.RAZE));
          });
  private final FaultyServer quick = FaultyServer.start(Crm.RAZE, RawHttp.good());

  @AfterEach
  void stop() {
    released.countDown();
    slow.close();
    quick.close();
  }

  @Test
  void accountThatWaitsForItsCrmHoldsUpNoOther() {
    Contacts waiting = account(slow);
    List<CompletableFuture<UpdateResult>> updates = new ArrayList<>();
    for (int id = 1; id <= MORE_THAN_ARE_UNDER_WAY; id++) {
      updates.add(waiting.updateAsync(String.valueOf(id), Samples.update(ContactField.EMAIL)));
    }

    CompletableFuture<UpdateResult> other =
        account(quick).updateAsync("1", Samples.update(ContactField.EMAIL));

    // Well before the attempts at the slow CRM are given up.
    assertThat(other).succeedsWithin(15, TimeUnit.SECONDS);
    assertThat(updates).noneMatch(CompletableFuture::isDone);
    released.countDown();
    updates.forEach(CompletableFuture::join);
  }

  private static Contacts account(FaultyServer server) {
    return Contacts.raze("key").baseUrl("http://127.0.0.1:" + server.port() + "/").build();
  }

  private void await() {
    try {
      assertThat(released.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
