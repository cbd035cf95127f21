package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.Model;
import io.contactbridge.client.acquire.model.ContactFieldsInput;
import io.contactbridge.client.highlevel.model.DndSetting;
import io.contactbridge.client.highlevel.model.DndSettings;
import io.contactbridge.client.highlevel.model.DndStatus;
import io.contactbridge.client.linq.model.ContactInput;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a CRM documents beyond the normalised fields, sent in the same call. */
final class AdditionTest {
  private static final Model DND =
      io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
          .dndSettings(
              DndSettings.builder()
                  .sms(DndSetting.builder().status(DndStatus.ACTIVE).message("canary").build())
                  .build())
          .build();

  @Test
  void additionIsSentBesideTheFields() {
    ContactUpdate update = ContactUpdate.builder().city("London").also(DND).build();

    UpdatePlan plan = Accounts.at(Crm.HIGHLEVEL).build().plan("abc", update);

    assertThat(plan.additions()).containsExactly("$.dndSettings");
    assertThat(plan.body())
        .isEqualTo(
            "{\"city\":\"London\",\"dndSettings\":{\"SMS\":{\"status\":\"active\","
                + "\"message\":\"canary\"}}}");
  }

  @Test
  void additionOfAcquireStandsWhereItBelongs() {
    Model request =
        io.contactbridge.client.acquire.model.UpdateContactRequest.builder()
            .clientName("Chrome")
            .fields(ContactFieldsInput.builder().ip("192.0.2.1").put("vip", true).build())
            .build();
    ContactUpdate update = ContactUpdate.builder().city("London").also(request).build();

    UpdatePlan plan = Accounts.at(Crm.ACQUIRE).build().plan("2", update);

    assertThat(plan.additions()).containsExactly("$.clientName", "$.fields.ip", "$.fields.vip");
    assertThat(plan.body())
        .isEqualTo(
            "{\"fields\":{\"city\":\"London\",\"ip\":\"192.0.2.1\",\"vip\":true},"
                + "\"clientName\":\"Chrome\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"contact":{"dndSettings":{"SMS":{"status":"active","message":"canary"}}}} | APPLIED
          {"contact":{"dndSettings":{"SMS":{"status":"active","message":"canary"},"RCS":{}}}} | APPLIED
          {"contact":{"dndSettings":{"SMS":{"status":"active","message":"canary "}}}} | NORMALISED
          {"contact":{"dndSettings":{"SMS":{"status":"inactive","message":"canary"}}}} | DIFFERENT
          {"contact":{"dndSettings":{"SMS":{"status":"active"}}}} | NOT_ECHOED
          {"contact":{"dndSettings":{"SMS":{"status":"inactive"}}}} | DIFFERENT
          {"contact":{"dndSettings":{"Call":{"status":"active"}}}} | NOT_ECHOED
          {"contact":{"dndSettings":{}}} | DIFFERENT
          {"contact":{"dndSettings":null}} | DIFFERENT
          {"contact":{"dndSettings":[1]}} | DIFFERENT
          {"contact":{}} | NOT_ECHOED
          {"succeded":false} | DIFFERENT
          null | NOT_ECHOED
          """)
  void additionHasAnOutcome(String answer, Outcome outcome) {
    UpdateResult result =
        Accounts.answering(Crm.HIGHLEVEL, answer)
            .build()
            .update("abc", ContactUpdate.builder().also(DND).build());

    assertThat(result.additions()).hasToString("{$.dndSettings=" + outcome + "}");
    assertThat(result.outcomes()).isEmpty();
  }

  @Test
  void additionThatIsDifferentIsNotApplied() {
    UpdateResult result =
        Accounts.answering(Crm.HIGHLEVEL, "{\"contact\":{\"dndSettings\":{}}}")
            .build()
            .update("abc", ContactUpdate.builder().also(DND).build());

    assertThatThrownBy(result::requireApplied)
        .isInstanceOf(NotAppliedException.class)
        .hasMessage(
            "HighLevel took the update, but the contact has other values in $.dndSettings (the"
                + " answer has another value in $.contact.dndSettings)");
  }

  @Test
  void additionIsReadBehindAByteOrderMark() {
    UpdateResult result =
        Accounts.answering(
                Crm.HIGHLEVEL,
                "\uFEFF{\"contact\":{\"dndSettings\":{\"SMS\":{\"status\":\"active\","
                    + "\"message\":\"canary\"}}}}")
            .build()
            .update("abc", ContactUpdate.builder().also(DND).build());

    assertThat(result.additions()).containsEntry("$.dndSettings", Outcome.APPLIED);
  }

  @Test
  void whatAFieldSetsIsNotSetTwice() {
    Model request =
        io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
            .city("canary")
            .build();
    ContactUpdate update = ContactUpdate.builder().city("London").also(request).build();
    Contacts highLevel = Accounts.at(Crm.HIGHLEVEL).build();

    assertThatThrownBy(() -> highLevel.plan("abc", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HighLevel cannot make this update: $.city is set twice");
  }

  @Test
  void additionForAnotherCrmIsRefused() {
    ContactUpdate update = ContactUpdate.builder().email("ada@example.com").also(DND).build();
    Contacts raze = Accounts.at(Crm.RAZE).build();

    assertThatThrownBy(() -> raze.plan("abc", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Raze cannot make this update: Raze takes nothing of"
                + " io.contactbridge.client.highlevel.model.UpdateContactRequest");
  }

  @Test
  void additionForAnotherCrmIsDroppedWithAWarning() {
    ContactUpdate update = ContactUpdate.builder().email("ada@example.com").also(DND).build();
    Contacts raze = Accounts.at(Crm.RAZE).onUnsupported(OnUnsupported.DROP).build();

    UpdatePlan plan = raze.plan("abc", update);

    assertThat(plan.additions()).isEmpty();
    assertThat(plan.warnings())
        .containsExactly(
            "Raze takes nothing of io.contactbridge.client.highlevel.model.UpdateContactRequest");
    assertThat(plan.body()).isEqualTo("{\"email\":\"ada@example.com\"}");
  }

  @Test
  void additionCountsForWhatLinqNeedsAndWarnsOf() {
    Model request =
        io.contactbridge.client.linq.model.UpdateContactRequest.builder()
            .contact(ContactInput.builder().email("ada@example.com").build())
            .userEmail("owner@company.com")
            .build();
    ContactUpdate update =
        ContactUpdate.builder().company("Analytical Engines").also(request).build();

    UpdatePlan plan = Accounts.at(Crm.LINQ).build().plan("123", update);

    assertThat(plan.warnings()).isEqualTo(List.of());
    assertThat(plan.body())
        .isEqualTo(
            "{\"contact\":{\"email\":\"ada@example.com\",\"company\":\"Analytical Engines\"},"
                + "\"user_email\":\"owner@company.com\"}");
  }

  @Test
  void additionsBelongToTheUpdate() {
    ContactUpdate update = ContactUpdate.builder().city("London").also(DND).build();

    assertThat(update)
        .isEqualTo(update.toBuilder().build())
        .hasSameHashCodeAs(update.toBuilder().build());
    assertThat(update).isNotEqualTo(ContactUpdate.builder().city("London").build());
    assertThat(update.requests()).isEqualTo(List.of(DND)).isUnmodifiable();
    assertThat(update).hasToString("ContactUpdate[CITY] and [UpdateContactRequest[dndSettings]]");
  }

  @Test
  void customFieldIsNotSetTwice() {
    Model request =
        io.contactbridge.client.acquire.model.UpdateContactRequest.builder()
            .fields(ContactFieldsInput.builder().put("plan", "silver").build())
            .build();
    ContactUpdate update =
        ContactUpdate.builder().customField("plan", "gold").also(request).build();

    assertThatThrownBy(() -> Accounts.at(Crm.ACQUIRE).build().plan("2", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Acquire cannot make this update: $.fields.plan is set twice");
  }

  @Test
  void whatNoPropertyHoldsIsRefused() {
    Model request =
        new io.contactbridge.client.raze.model.UpdateContactRequestJsonAdapter()
            .read(new Buffer().writeUtf8("{\"email\":\"a@b.de\",\"nickname\":1}"), ignored -> {});
    ContactUpdate update =
        ContactUpdate.builder().company("Acme").also(requireNonNull(request)).build();

    assertThatThrownBy(() -> Accounts.at(Crm.RAZE).build().plan("abc", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Raze cannot make this update: $ has no such properties as [nickname]");
  }

  @Test
  void additionOfLinqIsLookedForWhereLinqAnswersIt() {
    Model request =
        io.contactbridge.client.linq.model.UpdateContactRequest.builder()
            .contact(ContactInput.builder().firstName("Ada").lastName("Byron").build())
            .userEmail("owner@company.com")
            .build();
    ByteString answer =
        ByteString.encodeUtf8(
            "{\"data\":{\"first_name\":\"Ada\",\"last_name\":\"King\",\"contact_owner\":{\"email\":\"owner@company.com\"}}}");

    UpdateResult result =
        Accounts.answering(Crm.LINQ, 200, answer)
            .build()
            .update("123", ContactUpdate.builder().also(request).build());

    assertThat(result.additions())
        .hasToString(
            "{$.user_email=APPLIED, $.contact.first_name=APPLIED, $.contact.last_name=DIFFERENT}");
  }

  @Test
  void nameWithADotIsFound() {
    Model request =
        io.contactbridge.client.acquire.model.UpdateContactRequest.builder()
            .fields(ContactFieldsInput.builder().put("a.b", "gold").build())
            .build();
    ByteString answer = ByteString.encodeUtf8("{\"data\":{\"fields\":{\"a.b\":\"gold\"}}}");

    UpdateResult result =
        Accounts.answering(Crm.ACQUIRE, 200, answer)
            .build()
            .update("2", ContactUpdate.builder().also(request).build());

    assertThat(result.additions()).hasToString("{$.fields.a.b=APPLIED}");
  }
}
