package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contactbridge.internal.mapping.PlannedUpdate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that ends in a log by itself has a credential or a contact's data in it. */
final class LeakTest {
  private static final String CANARY = "canary";
  private static final String PHONE = "+442079460018";

  @ParameterizedTest
  @EnumSource
  void nothingPublicTellsAValueInItsToString(Crm crm) {
    Contacts.Builder builder =
        Accounts.answering(crm, answer(crm)).onUnsupported(OnUnsupported.DROP);
    Contacts contacts = builder.build();
    ContactUpdate update = updateOfEverything();

    UpdateResult result = contacts.update(Accounts.contactId(crm), update);

    List<Object> shown = new ArrayList<>();
    shown.add(builder);
    shown.add(contacts);
    shown.add(update);
    shown.add(update.toBuilder());
    shown.add(result);
    shown.add(result.contact());
    shown.add(result.outcomes());
    shown.add(result.observations());
    shown.add(result.plan());
    shown.add(result.plan().fields());
    shown.add(result.plan().warnings());
    shown.add(result.plan().headers());
    shown.addAll(CrmProfile.of(crm).capabilities());
    assertThat(shown)
        .allSatisfy(
            object ->
                assertThat(object.toString())
                    .doesNotContainIgnoringCase(CANARY)
                    .doesNotContain(PHONE)
                    .doesNotContain(Accounts.CREDENTIAL));
    // What the caller asks for is there.
    assertThat(result.plan().body()).contains(CANARY);
    assertThat(result.body()).contains(CANARY);
  }

  @ParameterizedTest
  @EnumSource
  void refusalBeforeTheNetworkTellsNoValue(Crm crm) {
    Contacts contacts = Accounts.at(crm).build();
    ContactUpdate update =
        updateOfEverything().toBuilder().phone(CANARY + "123").clear(ContactField.COMPANY).build();

    assertKeepsQuiet(catchThrowable(() -> contacts.plan(Accounts.contactId(crm), update)));
    assertKeepsQuiet(catchThrowable(() -> contacts.update(Accounts.contactId(crm), update)));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 409, 429, 500})
  void exceptionTellsNoMoreThanTheCrmSaid(int status) {
    for (Crm crm : Crm.values()) {
      Contacts contacts =
          Accounts.answering(crm, status, ByteString.encodeUtf8("{\"other\":\"canary\"}"))
              .onUnsupported(OnUnsupported.DROP)
              .build();

      Throwable thrown =
          catchThrowable(() -> contacts.update(Accounts.contactId(crm), updateOfEverything()));

      assertKeepsQuiet(thrown);
      assertThat(thrown)
          .isInstanceOfSatisfying(
              ContactsException.class, e -> assertThat(e.body()).contains(CANARY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void exceptionOfAnUnreachableCrmTellsNothingOfTheRequest(Crm crm) {
    Contacts contacts =
        Accounts.at(crm).onUnsupported(OnUnsupported.DROP).baseUrl("http://127.0.0.1:1").build();

    Throwable thrown =
        catchThrowable(() -> contacts.update(Accounts.contactId(crm), updateOfEverything()));

    assertThat(thrown).isInstanceOf(UnavailableException.class);
    assertKeepsQuiet(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void exceptionAboutFieldsThatAreDifferentTellsNoValue(Crm crm) {
    UpdateResult result =
        Accounts.answering(crm, answer(crm))
            .onUnsupported(OnUnsupported.DROP)
            .build()
            .update(Accounts.contactId(crm), updateOfEverything());

    Throwable thrown = catchThrowable(result::requireApplied);

    assertThat(thrown).isInstanceOf(NotAppliedException.class);
    assertKeepsQuiet(thrown);
  }

  @Test
  void headersOfAPlanHaveTheCredentialOfNobody() {
    for (Crm crm : Crm.values()) {
      UpdatePlan plan =
          Accounts.at(crm)
              .build()
              .plan(Accounts.contactId(crm), Samples.update(ContactField.EMAIL));

      assertThat(((PlannedUpdate) plan).request().headers().toString())
          .doesNotContain(Accounts.CREDENTIAL);
      assertThat(plan.headers().toString()).contains("***");
    }
  }

  private static void assertKeepsQuiet(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(thrown.toString() + trace)
        .doesNotContainIgnoringCase(CANARY)
        .doesNotContain(PHONE)
        .doesNotContain(Accounts.CREDENTIAL);
  }

  private static ContactUpdate updateOfEverything() {
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (ContactField field : ContactField.values()) {
      update.set(field, field.type() == String.class ? canaryIn(field) : Samples.value(field));
    }
    return update.tags(CANARY).customField(CANARY, CANARY).build();
  }

  private static Object canaryIn(ContactField field) {
    return switch (field) {
      case EMAIL, OWNER -> "canary@example.com";
      case WEBSITE, LINKEDIN_URL -> "https://canary.example.com/";
      case PHONE -> PHONE;
      case COUNTRY, TIMEZONE -> Samples.value(field);
      default -> CANARY;
    };
  }

  private static String answer(Crm crm) {
    return crm == Crm.HIGHLEVEL
        ? "{\"contact\":{\"email\":\"canary@example.org\",\"tags\":{\"canary\":1}}}"
        : "{\"data\":{\"email\":\"canary@example.org\",\"note\":\"canary\",\"name\":[\"canary\"],"
            + "\"fields\":{\"email\":\"canary@example.org\"}}}";
  }
}
