package io.contactbridge.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contactbridge.Capability;
import io.contactbridge.ConflictException;
import io.contactbridge.ContactField;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.Outcome;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateResult;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FakeCrmTest {
  private static final ContactUpdate UPDATE =
      ContactUpdate.builder().email("ada@example.com").build();

  @ParameterizedTest
  @EnumSource(Crm.class)
  void everyFieldThatTheCrmStoresIsApplied(Crm crm) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    Set<Object> paths = new HashSet<>();
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      // Where the halves of a name go to the place of the full one, that is set already.
      if (capability.canSet() && paths.add(capability.requestPath())) {
        update.set(capability.field(), sample(capability.field()));
      }
    }

    UpdateResult result = FakeCrm.of(crm).add("1").contacts().update("1", update.build());

    assertThat(result.outcomes()).isNotEmpty();
    assertThat(result.outcomes().values()).containsOnly(Outcome.APPLIED);
    assertThat(result.observations()).isEmpty();
    assertThat(result.contact().id()).contains("1");
  }

  @Test
  void whatIsNotSetStays() {
    FakeCrm crm = FakeCrm.of(Crm.LINQ).add("123");
    Contacts contacts = crm.contacts();

    contacts.update("123", UPDATE);
    contacts.update("123", ContactUpdate.builder().firstName("Ada").build());

    assertThat(crm.value("123", ContactField.EMAIL)).contains("ada@example.com");
    assertThat(crm.value("123", ContactField.COMPANY)).isEmpty();
    assertThat(crm.bodies()).hasSize(2).first().asString().contains("ada@example.com");
  }

  @Test
  void ignoredFieldKeepsItsValue() {
    FakeCrm crm = FakeCrm.of(Crm.RAZE).add("1");
    crm.contacts().update("1", ContactUpdate.builder().jobTitle("CTO").build());

    UpdateResult result =
        crm.ignore(ContactField.JOB_TITLE)
            .contacts()
            .update("1", ContactUpdate.builder().jobTitle("CEO").build());

    assertThat(result.outcome(ContactField.JOB_TITLE)).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.contact().jobTitle()).contains("CTO");
  }

  @ParameterizedTest
  @EnumSource(Crm.class)
  void contactThatWasNotAddedIsNotFound(Crm crm) {
    assertThatThrownBy(() -> FakeCrm.of(crm).contacts().update("7", UPDATE))
        .isInstanceOf(ContactNotFoundException.class);
  }

  @Test
  void refusalsAreThrownOnceAndInTheirOrder() {
    FakeCrm crm =
        FakeCrm.of(Crm.RAZE).add("1").failNext(Refusal.CONFLICT).failNext(Refusal.NO_ANSWER);
    Contacts contacts = crm.contacts();

    assertThat(catchThrowable(() -> contacts.update("1", UPDATE)))
        .isInstanceOf(ConflictException.class);
    assertThat(catchThrowable(() -> contacts.update("1", UPDATE)))
        .isInstanceOf(UnavailableException.class);
    assertThat(contacts.update("1", UPDATE).outcome(ContactField.EMAIL)).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void refusalLeadsToItsException(Refusal refusal) {
    Class<?> expected =
        switch (refusal) {
          case INVALID -> InvalidUpdateException.class;
          case NOT_FOUND -> ContactNotFoundException.class;
          case CONFLICT -> ConflictException.class;
          case CREDENTIALS -> CredentialsException.class;
          case RATE_LIMITED -> RateLimitedException.class;
          case UNAVAILABLE, NO_ANSWER -> UnavailableException.class;
        };

    for (Crm crm : Crm.values()) {
      try {
        assertThat(FakeCrm.failure(crm, refusal)).isExactlyInstanceOf(expected);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessage(crm + " documents no answer for " + refusal);
      }
    }
    assertThat(FakeCrm.failure(Crm.RAZE, refusal)).isExactlyInstanceOf(expected);
  }

  @Test
  void refusalThatTheCrmDoesNotDocumentIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FakeCrm.of(Crm.LINQ).failNext(Refusal.CONFLICT))
        .withMessage("Linq documents no answer for CONFLICT");
  }

  @Test
  void serverAnswersLikeTheCrm() throws Exception {
    FakeCrm crm = FakeCrm.of(Crm.HIGHLEVEL).add("abc").failNext(Refusal.NO_ANSWER);
    try (FakeServer server = crm.serve()) {
      Contacts contacts = Contacts.highLevel("token").baseUrl(server.url()).maxRetries(0).build();

      assertThatThrownBy(() -> contacts.update("abc", UPDATE))
          .isInstanceOf(UnavailableException.class);
      assertThat(contacts.update("abc", UPDATE).contact().email()).contains("ada@example.com");
    }
  }

  private static Object sample(ContactField field) {
    return switch (field) {
      case FULL_NAME -> "Ada Lovelace";
      case PHONE -> "+12025550123";
      case COUNTRY -> "GB";
      case TIMEZONE -> "Europe/London";
      case WEBSITE, LINKEDIN_URL -> "https://example.com/ada";
      case EMAIL -> "ada@example.com";
      case OWNER -> "owner@example.com";
      case DATE_OF_BIRTH -> LocalDate.of(1815, 12, 10);
      case TAGS -> List.of("vip");
      case DO_NOT_DISTURB -> true;
      case CUSTOM_FIELDS -> Map.of("engine", "difference");
      default -> "Text";
    };
  }
}
