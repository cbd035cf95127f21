package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails, nothing comes out that only the CRM may hear of. */
@Timeout(30)
final class CanaryTest {
  private final Heard heard = new Heard();
  private final Queue<Object> events = new ConcurrentLinkedQueue<>();
  private final List<Observation> observations = Collections.synchronizedList(new ArrayList<>());
  private Rig rig = new Rig(Crm.LINQ);

  @BeforeEach
  void listen() {
    rig.close();
  }

  @AfterEach
  void stop() {
    try {
      rig.assertNothingIsLeft();
      // OkHttp logs so of a body that nobody closed, once it is garbage.
      assertThat(heard.text()).doesNotContain("was leaked");
    } finally {
      rig.close();
      heard.close();
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("io.contactbridge.Faults#atEachCrm")
  void nothingTellsASecret(Fault fault, Crm crm) {
    rig = new Rig(crm);
    fault.stage().accept(rig);
    Contacts.Builder builder = rig.contacts().onObservation(observations::add).listener(recorder());
    Contacts contacts = builder.build();

    Object seen = rig.sendAsync(contacts);

    fault.seen().assertSeen(rig, seen, fault.attempts());
    List<Object> told =
        new ArrayList<>(List.of(builder, contacts, observations, events, heard.text()));
    told.addAll(whatTheUpdateTells(contacts));
    told.addAll(seen instanceof UpdateResult result ? told(result) : told((Throwable) seen));
    assertThat(told).extracting(String::valueOf).filteredOn(this::tellsASecret).isEmpty();
    assertThat(events).hasSize(3 * (fault.attempts() + 1));
    // What the caller asks for is there, but for the credential.
    assertThat(seen instanceof UpdateResult result ? result.body() : body(seen))
        .doesNotContain(Rig.CREDENTIAL);
  }

  private DeliveryListener recorder() {
    return new DeliveryListener() {
      @Override
      public void attempted(AttemptEvent event) {
        events.addAll(List.of(event, event.uri(), event.exception()));
      }

      @Override
      public void ended(UpdateEvent event) {
        events.addAll(List.of(event, event.outcomes(), event.exception()));
      }
    };
  }

  private List<Object> whatTheUpdateTells(Contacts contacts) {
    UpdatePlan plan = contacts.plan(rig.contactId(), rig.update());
    assertThat(plan.body()).contains(Rig.EMAIL).doesNotContain(Rig.CREDENTIAL);
    assertThat(plan.url()).contains(rig.contactId()).doesNotContain(Rig.CREDENTIAL);
    return List.of(
        rig.update(),
        rig.update().toBuilder(),
        plan,
        plan.fields(),
        plan.headers(),
        plan.warnings(),
        plan.additions());
  }

  private static List<Object> told(UpdateResult result) {
    return List.of(
        result, result.contact(), result.outcomes(), result.additions(), result.observations());
  }

  private static List<Object> told(Throwable thrown) {
    ContactsException failure = (ContactsException) thrown;
    return List.of(
        failure,
        Heard.trace(failure),
        failure.code(),
        failure.crmMessage(),
        failure.details(),
        failure.requestId());
  }

  private static String body(Object seen) {
    return ((ContactsException) seen).body();
  }

  private boolean tellsASecret(String text) {
    return Stream.of(Rig.CREDENTIAL, Rig.EMAIL, rig.contactId()).anyMatch(text::contains);
  }

  @Test
  void thisTestHearsWhatIsLoggedAndPrinted() {
    System.getLogger("io.contactbridge.any").log(System.Logger.Level.TRACE, "logged {0}", "so");
    System.out.print("printed so");
    System.err.print("complained so");

    assertThat(heard.text()).contains("logged so", "printed so", "complained so");
  }

  @Test
  void httpClientLogsAtTheFinestLevel() {
    rig = new Rig(Crm.LINQ);
    Http2Faults.ALL.get(0).stage().accept(rig);

    Object unused = rig.sendAsync(rig.contacts().build());

    assertThat(heard.text()).contains("HEADERS", "GOAWAY");
  }
}
