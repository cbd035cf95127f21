package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contactbridge.internal.sending.SystemTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A CRM that fails for a moment is not taken for one that is down, and one that is down is. */
@Timeout(60)
final class BlipTest {
  private static final int UPDATES = 60;

  private final FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.good());
  private final Burst burst = new Burst(UPDATES);

  @AfterEach
  void stop() {
    burst.close();
    server.close();
    assertThat(server.broken()).isEmpty();
  }

  /** What becomes of the first request of each contact. */
  private interface Blip {
    void take(Line line) throws IOException;
  }

  static Stream<Blip> blips() {
    return Stream.of(line -> line.write(RawHttp.answer(503, "{}")), Line::reset);
  }

  private void failOnce(Blip blip) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    server.turn(
        line -> {
          String path = line.request().split(" ", 3)[1];
          if (seen.add(path)) {
            blip.take(line);
          } else {
            line.write(RawHttp.taken(line.crm()));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("blips")
  void allUpdatesUnderWayAreMade(Blip blip) throws Exception {
    failOnce(blip);
    Contacts linq = linq();

    assertThat(burst.of(id -> send(linq, id)))
        .hasSize(UPDATES)
        .allMatch(UpdateResult.class::isInstance);

    assertThat(linq.update("1", update("1")).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("blips")
  void allAsynchronousUpdatesUnderWayAreMade(Blip blip) {
    failOnce(blip);
    Contacts linq = linq();

    burst.asynchronous(id -> linq.updateAsync(id, update(id)));
  }

  @Test
  void crmThatStaysDownIsLeftAlone() throws Exception {
    server.turn(RawHttp.answering(503, "{}"));
    Contacts linq = linq();
    List<Object> seen = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      seen.addAll(burst.of(id -> send(linq, id)));
    }
    int sent = server.requests();

    Throwable thrown = catchThrowable(() -> linq.update("1", update("1")));

    assertThat(thrown).hasMessageContaining("was not called");
    assertThat(server.requests()).isEqualTo(sent);
    assertThat(seen)
        .allMatch(UnavailableException.class::isInstance)
        .anyMatch(failure -> ((UnavailableException) failure).attempts() == 0);
  }

  private static Object send(Contacts contacts, String id) {
    try {
      return contacts.update(id, update(id));
    } catch (ContactsException e) {
      return e;
    }
  }

  private static ContactUpdate update(String name) {
    return ContactUpdate.builder().firstName(name).build();
  }

  private Contacts linq() {
    OkHttpClient client = new OkHttpClient();
    client.dispatcher().setMaxRequestsPerHost(UPDATES);
    return Accounts.at(Crm.LINQ)
        .time(SystemTime.INSTANCE)
        .deadline(java.time.Duration.ofSeconds(10))
        .baseUrl(server.url())
        .httpClient(client)
        .build();
  }
}
