package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.internal.sending.SystemTime;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that are kept for the next update, and that the server has closed meanwhile. */
@Timeout(60)
final class KeptConnectionTest {
  private static final int BURST = 40;

  private final FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.good());
  private final ConnectionPool pool = new ConnectionPool(BURST, 1, TimeUnit.MINUTES);
  private final Burst burst = new Burst(BURST);

  @AfterEach
  void stop() {
    burst.close();
    pool.evictAll();
    server.close();
    assertThat(server.broken()).isEmpty();
  }

  @Test
  void burstAfterAPauseFailsNoUpdate() throws Exception {
    Contacts linq = linq();
    assertThat(burst.of(id -> linq.update(id, update(id)))).hasSize(BURST);
    assertThat(pool.connectionCount()).isGreaterThan(1);

    server.hangUp();

    assertThat(burst.of(id -> linq.update(id, update(id)))).hasSize(BURST);
  }

  @Test
  void asynchronousBurstAfterAPauseFailsNoUpdate() {
    Contacts linq = linq();
    burst.asynchronous(id -> linq.updateAsync(id, update(id)));

    server.hangUp();

    burst.asynchronous(id -> linq.updateAsync(id, update(id)));
  }

  @Test
  void answerThatHadBegunIsNoClosedConnection() {
    Contacts linq = linq();
    linq.update("1", update("1"));
    server.turn(
        line -> {
          line.request();
          line.write("HTTP/1.1 20");
          line.close();
        });

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("1", update("1")));

    assertThat(server.requests()).isEqualTo(2);
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown.mayHaveBeenApplied()).isTrue();
  }

  @Test
  void serverThatClosesEachConnectionUnansweredIsUnavailable() {
    Contacts linq = linq();
    linq.update("1", update("1"));
    server.turn(
        line -> {
          line.request();
          line.close();
        });

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("1", update("1")));

    // Once on the kept connection and once on a new one.
    assertThat(server.requests()).isEqualTo(3);
    assertThat(thrown.attempts()).isEqualTo(2);
    assertThat(thrown.mayHaveBeenApplied()).isTrue();
  }

  private static ContactUpdate update(String name) {
    return ContactUpdate.builder().firstName(name).build();
  }

  private Contacts linq() {
    OkHttpClient client = new OkHttpClient.Builder().connectionPool(pool).build();
    client.dispatcher().setMaxRequestsPerHost(BURST);
    return Accounts.at(Crm.LINQ)
        .time(SystemTime.INSTANCE)
        .maxRetries(0)
        .baseUrl(server.url())
        .httpClient(client)
        .build();
  }
}
