package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanRefusalTest {
  private static final String STORED_AT_ACQUIRE =
      "it stores FULL_NAME, FIRST_NAME, LAST_NAME, EMAIL, PHONE, CITY, REGION, CUSTOM_FIELDS";
  private static final String STORED_AT_HIGHLEVEL =
      "it stores FULL_NAME, FIRST_NAME, LAST_NAME, EMAIL, PHONE, COMPANY, STREET, CITY, REGION,"
          + " POSTAL_CODE, COUNTRY, WEBSITE, TIMEZONE, DATE_OF_BIRTH, TAGS, SOURCE, OWNER,"
          + " DO_NOT_DISTURB, CUSTOM_FIELDS";
  private static final String STORED_AT_LINQ =
      "it stores FIRST_NAME, LAST_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LOCATION, OWNER";
  private static final String STORED_AT_RAZE =
      "it stores FULL_NAME, FIRST_NAME, LAST_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LINKEDIN_URL,"
          + " TAGS, CUSTOM_FIELDS";

  private static final ContactUpdate BOTH_NAMES =
      ContactUpdate.builder().firstName("Ada").lastName("Lovelace").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | COMPANY, JOB_TITLE, STREET, POSTAL_CODE, LOCATION, WEBSITE, LINKEDIN_URL, TIMEZONE, DATE_OF_BIRTH, TAGS, SOURCE, OWNER, DO_NOT_DISTURB
          HIGHLEVEL | JOB_TITLE, LOCATION, LINKEDIN_URL
          LINQ | STREET, CITY, REGION, POSTAL_CODE, COUNTRY, WEBSITE, LINKEDIN_URL, TIMEZONE, DATE_OF_BIRTH, TAGS, SOURCE, DO_NOT_DISTURB, CUSTOM_FIELDS
          RAZE | STREET, CITY, REGION, POSTAL_CODE, COUNTRY, LOCATION, WEBSITE, TIMEZONE, DATE_OF_BIRTH, OWNER, DO_NOT_DISTURB
          """)
  void fieldThatCannotBeStoredIsRefused(Crm crm, String fields) {
    for (String name : fields.split(", ", -1)) {
      ContactField field = ContactField.valueOf(name);

      assertRefused(
          crm,
          Samples.update(crm, field, Samples.value(field)),
          crm + " cannot make this update: " + crm + " cannot store " + field + "; " + stored(crm));
    }
  }

  @ParameterizedTest
  @CsvSource({"ACQUIRE, COUNTRY", "LINQ, FULL_NAME", "RAZE, SOURCE"})
  void fieldThatCanOnlyBeReadIsRefused(Crm crm, ContactField field) {
    assertRefused(
        crm,
        Samples.update(crm, field, Samples.value(field)),
        crm + " cannot make this update: " + crm + " can only read " + field + "; " + stored(crm));
  }

  @Test
  void refusalNamesEveryFieldAtFault() {
    ContactUpdate update =
        ContactUpdate.builder()
            .email("ada@example.com")
            .phone("canary 123")
            .website("https://canary.example.com/")
            .tags("canary")
            .clear(ContactField.COMPANY)
            .build();

    assertRefused(
        Crm.LINQ,
        update,
        "Linq cannot make this update: PHONE must be a phone number with its country code and"
            + " without an extension, such as +12025550123; or set defaultRegion; Linq does not"
            + " document that COMPANY can be cleared, which allowUndocumentedClear would try; Linq cannot store WEBSITE; "
            + STORED_AT_LINQ
            + "; Linq cannot store TAGS; "
            + STORED_AT_LINQ);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void halfANameIsRefused(Crm crm) {
    ContactUpdate update = ContactUpdate.builder().firstName("Ada").build();

    assertRefused(
        crm,
        update,
        crm
            + " cannot make this update: "
            + crm
            + " has full names alone, so FIRST_NAME needs both FIRST_NAME and LAST_NAME with a"
            + " value, or FULL_NAME instead");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void halfANameBesideAClearedHalfIsRefused(Crm crm) {
    ContactUpdate update =
        ContactUpdate.builder().clear(ContactField.FIRST_NAME).lastName("Lovelace").build();

    assertThatThrownBy(() -> plan(crm, update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("so FIRST_NAME needs both")
        .hasMessageContaining("so LAST_NAME needs both");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void fullNameBesideItsPartsIsRefused(Crm crm) {
    assertRefused(
        crm,
        BOTH_NAMES.toBuilder().fullName("Ada King").build(),
        crm
            + " cannot make this update: "
            + crm
            + " has full names alone, and FULL_NAME is given beside FIRST_NAME; "
            + crm
            + " has full names alone, and FULL_NAME is given beside LAST_NAME");
  }

  @Test
  void droppedFieldIsReportedAndTheRestIsSent() {
    Contacts linq = Accounts.at(Crm.LINQ).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").city("London").tags("vip").build();

    UpdatePlan plan = linq.plan("123", update);

    assertThat(plan.fields())
        .extracting(FieldPlan::toString)
        .containsExactly(
            "EMAIL SENT to $.contact.email",
            "CITY DROPPED: Linq cannot store CITY; " + STORED_AT_LINQ,
            "TAGS DROPPED: Linq cannot store TAGS; " + STORED_AT_LINQ);
    assertThat(plan.body()).isEqualTo("{\"contact\":{\"email\":\"ada@example.com\"}}");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void halfANameIsDroppedAndTheFullNameIsSent(Crm crm) {
    Contacts contacts = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update = BOTH_NAMES.toBuilder().fullName("Ada King").build();

    UpdatePlan plan = contacts.plan(Accounts.contactId(crm), update);

    assertThat(plan.fields())
        .extracting(FieldPlan::fate)
        .containsExactly(Fate.SENT, Fate.DROPPED, Fate.DROPPED);
    assertThat(plan.body()).contains("{\"name\":\"Ada King\"}");
  }

  @Test
  void updateOfWhichNothingIsLeftIsRefused() {
    Contacts linq = Accounts.at(Crm.LINQ).onUnsupported(OnUnsupported.DROP).build();

    assertThatThrownBy(() -> linq.plan("123", Samples.update(ContactField.CITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Linq can store nothing of this update; " + STORED_AT_LINQ);
  }

  @Test
  void wrongValueIsRefusedAlsoWhereUnsupportedFieldsAreDropped() {
    Contacts linq = Accounts.at(Crm.LINQ).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update = ContactUpdate.builder().email("a@b.de").phone("canary 123").build();

    assertThatThrownBy(() -> linq.plan("123", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Linq cannot make this update: PHONE must be")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | FULL_NAME, EMAIL, PHONE, CITY, REGION, CUSTOM_FIELDS
          HIGHLEVEL | COMPANY, POSTAL_CODE, COUNTRY, DO_NOT_DISTURB, CUSTOM_FIELDS
          LINQ | FIRST_NAME, LAST_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LOCATION, OWNER
          RAZE | FULL_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LINKEDIN_URL, CUSTOM_FIELDS
          """)
  void clearIsRefusedWhereItIsNotDocumented(Crm crm, String fields) {
    for (String name : fields.split(", ", -1)) {
      assertRefused(
          crm,
          Samples.clear(crm, ContactField.valueOf(name)),
          crm
              + " cannot make this update: "
              + crm
              + " does not document that "
              + name
              + " can be cleared, which allowUndocumentedClear would try");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HIGHLEVEL", "RAZE"})
  void refusedClearOfTagsTellsTheOtherWay(Crm crm) {
    assertRefused(
        crm,
        Samples.clear(crm, ContactField.TAGS),
        crm
            + " cannot make this update: "
            + crm
            + " does not document that TAGS can be cleared, which allowUndocumentedClear"
            + " would try; set it to no tags instead");
  }

  @Test
  void customFieldsOfAcquireCannotBeClearedAsAWhole() {
    Contacts acquire = Accounts.at(Crm.ACQUIRE).allowUndocumentedClear().build();
    ContactUpdate update = Samples.clear(Crm.ACQUIRE, ContactField.CUSTOM_FIELDS);

    assertThatThrownBy(() -> acquire.plan("2", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Acquire cannot make this update: Acquire has custom fields one by one, so"
                + " CUSTOM_FIELDS cannot be cleared as a whole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "email", "phone", "city", "state", "country", "countryId", "ip"})
  void customFieldOfAcquireIsNoneThatEveryContactHas(String key) {
    assertRefused(
        Crm.ACQUIRE,
        ContactUpdate.builder().customField(key, "canary").build(),
        "Acquire cannot make this update: CUSTOM_FIELDS must be without the key \""
            + key
            + "\", which every contact has at Acquire");
  }

  @Test
  void linqNeedsOneOfFourFields() {
    ContactUpdate update =
        ContactUpdate.builder().company("Analytical Engines").owner("owner@company.com").build();

    assertRefused(
        Crm.LINQ,
        update,
        "Linq needs at least one of FIRST_NAME, LAST_NAME, EMAIL, PHONE in an update");
  }

  @Test
  void linqNeedsOneOfFourFieldsAmongThoseThatAreSent() {
    Contacts linq = Accounts.at(Crm.LINQ).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update =
        ContactUpdate.builder().clear(ContactField.EMAIL).company("Analytical Engines").build();

    assertThatThrownBy(() -> linq.plan("123", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Linq needs at least one of FIRST_NAME, LAST_NAME, EMAIL, PHONE in an update");
  }

  @Test
  void capabilitiesTellWhatAPlanWouldDo() {
    Map<Boolean, List<ContactField>> raze =
        CrmProfile.of(Crm.RAZE).capabilities().stream()
            .collect(
                Collectors.partitioningBy(
                    Capability::canSet,
                    Collectors.mapping(Capability::field, Collectors.toList())));

    assertThat(
            "it stores "
                + raze.getOrDefault(true, List.of()).stream()
                    .map(ContactField::name)
                    .collect(Collectors.joining(", ")))
        .isEqualTo(STORED_AT_RAZE);
    assertThat(raze).containsEntry(false, List.of(ContactField.SOURCE));
  }

  private static UpdatePlan plan(Crm crm, ContactUpdate update) {
    return Accounts.at(crm).build().plan(Accounts.contactId(crm), update);
  }

  private static void assertRefused(Crm crm, ContactUpdate update, String message) {
    assertThatThrownBy(() -> plan(crm, update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static String stored(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> STORED_AT_ACQUIRE;
      case HIGHLEVEL -> STORED_AT_HIGHLEVEL;
      case LINQ -> STORED_AT_LINQ;
      case RAZE -> STORED_AT_RAZE;
    };
  }

  @Test
  void ownerIsAnAddressAtLinq() {
    assertRefused(
        Crm.LINQ,
        ContactUpdate.builder().email("a@b.de").owner("canary").build(),
        "Linq cannot make this update: OWNER must be the email address of a user, such as"
            + " ada@example.com");
  }

  @Test
  void twoBlankHalvesAreNoName() {
    assertRefused(
        Crm.RAZE,
        ContactUpdate.builder().firstName("").lastName(" ").build(),
        "Raze cannot make this update: FIRST_NAME must be a name, of which at least one half is not"
            + " blank; LAST_NAME must be a name, of which at least one half is not blank");
  }
}
