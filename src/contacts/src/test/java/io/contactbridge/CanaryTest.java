package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    Contacts.Builder builder = rig.contacts().onObservation(observations::add);
    Contacts contacts = builder.build();

    Object seen = rig.sendAsync(contacts);

    fault.seen().assertSeen(rig, seen, fault.attempts());
    List<String> told = new ArrayList<>(List.of(builder.toString(), contacts.toString()));
    told.addAll(whatTheUpdateTells(contacts));
    told.addAll(seen instanceof UpdateResult result ? told(result) : told((Throwable) seen));
    told.add(observations.toString());
    told.add(heard.text());
    assertThat(told).filteredOn(this::tellsASecret).isEmpty();
    // What the caller asks for is there, but for the credential.
    assertThat(seen instanceof UpdateResult result ? result.body() : body(seen))
        .doesNotContain(Rig.CREDENTIAL);
  }

  private List<String> whatTheUpdateTells(Contacts contacts) {
    UpdatePlan plan = contacts.plan(rig.contactId(), rig.update());
    assertThat(plan.body()).contains(Rig.EMAIL).doesNotContain(Rig.CREDENTIAL);
    assertThat(plan.url()).contains(rig.contactId()).doesNotContain(Rig.CREDENTIAL);
    return List.of(
        rig.update().toString(),
        rig.update().toBuilder().toString(),
        plan.toString(),
        plan.headers().toString(),
        plan.warnings().toString(),
        plan.additions().toString());
  }

  private static List<String> told(UpdateResult result) {
    List<String> told = new ArrayList<>();
    told.add(result.toString());
    told.add(result.contact().toString());
    told.add(result.outcomes().toString());
    told.add(result.additions().toString());
    told.add(result.observations().toString());
    return told;
  }

  private static List<String> told(Throwable thrown) {
    ContactsException failure = (ContactsException) thrown;
    return List.of(
        thrown.toString(),
        Heard.trace(thrown),
        failure.code().toString(),
        failure.crmMessage().toString(),
        failure.details().toString(),
        failure.requestId().toString());
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
