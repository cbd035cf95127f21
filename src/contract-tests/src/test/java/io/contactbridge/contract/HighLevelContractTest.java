package io.contactbridge.contract;

import static io.contactbridge.ContactField.CITY;
import static io.contactbridge.ContactField.COMPANY;
import static io.contactbridge.ContactField.COUNTRY;
import static io.contactbridge.ContactField.CUSTOM_FIELDS;
import static io.contactbridge.ContactField.DATE_OF_BIRTH;
import static io.contactbridge.ContactField.DO_NOT_DISTURB;
import static io.contactbridge.ContactField.EMAIL;
import static io.contactbridge.ContactField.FIRST_NAME;
import static io.contactbridge.ContactField.FULL_NAME;
import static io.contactbridge.ContactField.LAST_NAME;
import static io.contactbridge.ContactField.OWNER;
import static io.contactbridge.ContactField.PHONE;
import static io.contactbridge.ContactField.POSTAL_CODE;
import static io.contactbridge.ContactField.REGION;
import static io.contactbridge.ContactField.SOURCE;
import static io.contactbridge.ContactField.STREET;
import static io.contactbridge.ContactField.TAGS;
import static io.contactbridge.ContactField.TIMEZONE;
import static io.contactbridge.ContactField.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactField;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.client.highlevel.model.CustomFieldInput;
import io.contactbridge.client.highlevel.model.DndSetting;
import io.contactbridge.client.highlevel.model.DndSettings;
import io.contactbridge.client.highlevel.model.DndStatus;
import io.contactbridge.client.highlevel.model.InboundDndSetting;
import io.contactbridge.client.highlevel.model.InboundDndSettings;
import io.contactbridge.client.highlevel.model.InboundDndStatus;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks updates at HighLevel against specs/highlevel.yaml. */
final class HighLevelContractTest extends CrmContract {
  private static final String ID = "ocQHyuzHvuMOe5N5jjXF";
  private static final String VERSION = "2021-07-28";
  private static final Headers TOKEN =
      Headers.of("Authorization", "Bearer " + CREDENTIAL, "Version", VERSION);

  HighLevelContractTest() {
    super(Crm.HIGHLEVEL);
  }

  @Override
  Contacts.Builder builder(Supplier<String> credential) {
    return Contacts.highLevel(credential);
  }

  @Override
  String id() {
    return ID;
  }

  @Override
  Map<String, String> ownHeaders() {
    return Map.of("Authorization", "Bearer " + CREDENTIAL, "Version", VERSION);
  }

  @Override
  List<SentField> sentFields() {
    return List.of(
        SentField.of(FULL_NAME, "Ada King", "$.name", "{\"name\":\"Ada King\"}"),
        SentField.of(FIRST_NAME, "Ada", "$.firstName", "{\"firstName\":\"Ada\"}"),
        SentField.of(LAST_NAME, "King", "$.lastName", "{\"lastName\":\"King\"}"),
        SentField.of(EMAIL, "ada@example.com", "$.email", "{\"email\":\"ada@example.com\"}"),
        SentField.of(PHONE, "+1 202-555-0123", "$.phone", "{\"phone\":\"+12025550123\"}"),
        SentField.of(COMPANY, "Engines", "$.companyName", "{\"companyName\":\"Engines\"}"),
        SentField.of(STREET, "3535 1st St N", "$.address1", "{\"address1\":\"3535 1st St N\"}"),
        SentField.of(CITY, "Dolomite", "$.city", "{\"city\":\"Dolomite\"}"),
        SentField.of(REGION, "AL", "$.state", "{\"state\":\"AL\"}"),
        SentField.of(POSTAL_CODE, "35061", "$.postalCode", "{\"postalCode\":\"35061\"}"),
        SentField.of(COUNTRY, "US", "$.country", "{\"country\":\"US\"}"),
        SentField.of(
            WEBSITE, "https://example.com/", "$.website", "{\"website\":\"https://example.com/\"}"),
        SentField.of(TIMEZONE, "Europe/London", "$.timezone", "{\"timezone\":\"Europe/London\"}"),
        SentField.of(
            DATE_OF_BIRTH,
            LocalDate.of(1815, 12, 10),
            "$.dateOfBirth",
            "{\"dateOfBirth\":\"1815-12-10\"}"),
        SentField.of(TAGS, List.of("vip", "new"), "$.tags", "{\"tags\":[\"vip\",\"new\"]}"),
        SentField.of(SOURCE, "letter", "$.source", "{\"source\":\"letter\"}"),
        SentField.of(
            OWNER,
            "y0BeYjuRIlDwsDcOHOJo",
            "$.assignedTo",
            "{\"assignedTo\":\"y0BeYjuRIlDwsDcOHOJo\"}"),
        SentField.of(DO_NOT_DISTURB, true, "$.dnd", "{\"dnd\":true}"),
        SentField.of(
            CUSTOM_FIELDS,
            Map.of("6dvNaf7VhkQ9snc5vnjJ", "Gold"),
            "$.customFields",
            "{\"customFields\":[{\"id\":\"6dvNaf7VhkQ9snc5vnjJ\",\"field_value\":\"Gold\"}]}"));
  }

  @Override
  Map<String, ContactUpdate> producedRequests() {
    return Map.of(
        "updateNameTagsAndCompany",
        ContactUpdate.builder()
            .firstName("Jane")
            .lastName("Doe")
            .tags("vip", "returning")
            .company("Doe Enterprises")
            .build(),
        "clearValues",
        cleared(
            FIRST_NAME,
            LAST_NAME,
            FULL_NAME,
            EMAIL,
            PHONE,
            STREET,
            CITY,
            REGION,
            WEBSITE,
            TIMEZONE,
            SOURCE,
            DATE_OF_BIRTH,
            OWNER),
        "setCustomFields",
        ContactUpdate.builder()
            .also(
                UpdateContactRequest.builder()
                    .customFields(
                        List.of(
                            customField("6dvNaf7VhkQ9snc5vnjJ").fieldValue("Gold").build(),
                            customField("7mXqBv2TzLw4RkYd8NcP")
                                .key("loyalty_points")
                                .fieldValue(1250)
                                .build(),
                            customField("9hGtKs5WnQe3JxUf6ZaM")
                                .fieldValue(List.of("skiing", "chess"))
                                .build()))
                    .build())
            .build(),
        "setDoNotDisturb",
        ContactUpdate.builder().doNotDisturb(false).also(doNotDisturbByChannel()).build());
  }

  private static CustomFieldInput.Builder customField(String id) {
    return CustomFieldInput.builder().id(id);
  }

  private static UpdateContactRequest doNotDisturbByChannel() {
    return UpdateContactRequest.builder()
        .dndSettings(
            DndSettings.builder()
                .email(
                    DndSetting.builder()
                        .status(DndStatus.ACTIVE)
                        .message("asked by mail")
                        .code("101")
                        .build())
                .sms(DndSetting.builder().status(DndStatus.PERMANENT).build())
                .build())
        .inboundDndSettings(
            InboundDndSettings.builder()
                .all(
                    InboundDndSetting.builder()
                        .status(InboundDndStatus.INACTIVE)
                        .message("may write again")
                        .build())
                .build())
        .build();
  }

  private static ContactUpdate cleared(ContactField... fields) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (ContactField field : fields) {
      update.clear(field);
    }
    return update.build();
  }

  @Override
  List<ExpectedReading> readings() {
    Map<ContactField, Object> values =
        Map.of(
            FULL_NAME, "Jane Doe",
            FIRST_NAME, "Jane",
            LAST_NAME, "Doe",
            EMAIL, "jane@example.com",
            PHONE, "+15551234567",
            COMPANY, "Doe Enterprises",
            TAGS, List.of("vip", "returning"));
    return List.of(
        new ExpectedReading("updated", ID, values),
        new ExpectedReading("updatedWithSucceded", ID, values),
        new ExpectedReading("updatedWithSucceeded", ID, values),
        new ExpectedReading("updatedFull", ID, values)
            .with(STREET, "3535 1st St N")
            .with(CITY, "Dolomite")
            .with(REGION, "AL")
            .with(POSTAL_CODE, "35061")
            .with(COUNTRY, "US")
            .with(WEBSITE, "https://www.example.com")
            .with(TIMEZONE, "America/Chihuahua")
            .with(DO_NOT_DISTURB, false)
            .with(SOURCE, "public api")
            .with(DATE_OF_BIRTH, LocalDate.of(1990, 9, 25))
            .with(OWNER, "y0BeYjuRIlDwsDcOHOJo")
            .with(
                CUSTOM_FIELDS,
                Map.of(
                    "6dvNaf7VhkQ9snc5vnjJ",
                    "Gold",
                    "7mXqBv2TzLw4RkYd8NcP",
                    1250L,
                    "9hGtKs5WnQe3JxUf6ZaM",
                    List.of("skiing", "chess"))));
  }

  @Override
  List<DocumentedRefusal> refusals() {
    return List.of(
        refusal(400, "invalidInput", InvalidUpdateException.class, "Bad Request"),
        refusal(400, "recordNotFound", ContactNotFoundException.class, "Contact not found"),
        refusal(
            400,
            "recordWithIdNotFound",
            ContactNotFoundException.class,
            "Contact with id ocQHyuzHvuMOe5N5jjXF not found"),
        DocumentedRefusal.of(
                400,
                "duplicateRecord",
                ConflictException.class,
                "This location does not allow duplicated contacts.",
                "HighLevel answered 400: This location does not allow duplicated contacts.;"
                    + " the conflict is with the contact y0BeYjuRIlDwsDcOHOJo in email")
            .details("This location does not allow duplicated contacts."),
        refusal(
            401,
            "unauthorized",
            CredentialsException.class,
            "Invalid token: access token is invalid"),
        refusal(
            401,
            "scopeMissing",
            CredentialsException.class,
            "The token is not authorized for this scope."),
        refusal(401, "versionMissing", CredentialsException.class, "version header was not found."),
        refusal(401, "versionUnknown", CredentialsException.class, "version header is invalid"),
        refusal(
            403,
            "forbidden",
            CredentialsException.class,
            "The token does not have access to this location."),
        refusal(
            422, "unprocessable", InvalidUpdateException.class, "property gender should not exist"),
        DocumentedRefusal.of(
                422,
                "severalUnprocessable",
                InvalidUpdateException.class,
                "property locationId should not exist",
                "HighLevel answered 422: property locationId should not exist;"
                    + " email must be an email")
            .details("property locationId should not exist", "email must be an email"),
        refusal(429, "rateLimited", RateLimitedException.class, "Too Many Requests"));
  }

  /** HighLevel's message is a sentence or a list with one sentence. */
  private static DocumentedRefusal refusal(
      int status, String example, Class<? extends ContactsException> type, String words) {
    return DocumentedRefusal.of(
            status, example, type, words, "HighLevel answered " + status + ": " + words)
        .details(words);
  }

  @Test
  void emptyTagsAreSentAsAnEmptyList() {
    contacts().update(ID, ContactUpdate.builder().tags().build());

    assertThat(prism.onlyExchange().body()).isEqualTo("{\"tags\":[]}");
  }

  @Test
  void onlyTheClearedFieldIsSentAsNull() {
    contacts().update(ID, cleared(EMAIL));

    assertThat(prism.onlyExchange().body()).isEqualTo("{\"email\":null}");
  }

  @Test
  void undocumentedClearingIsRefusedBeforeSending() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(ID, cleared(COUNTRY)))
        .withMessage(
            "HighLevel cannot make this update:"
                + " HighLevel does not document that COUNTRY can be cleared,"
                + " which allowUndocumentedClear would try");
    assertThat(prism.exchanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "a?b", "a%2Fb"})
  void idThatCouldChangeThePathIsRefusedBeforeSending(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(id, ContactUpdate.builder().city("London").build()))
        .withMessage(
            "a contact's id is made of letters, digits, _ and - at HighLevel, unlike the one given");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void mockRejectsMissingVersionHeader() {
    prism.put("{\"city\":\"London\"}", TOKEN.newBuilder().removeAll("Version").build());

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.header (required): Request header must have required property 'version'");
  }

  @Test
  void mockRejectsWrongType() {
    prism.put("{\"dnd\":\"yes\"}", TOKEN);

    assertThat(prism.takeObjections())
        .containsExactly("request.body.dnd (type): Request body property dnd must be boolean");
  }

  @Test
  void mockRejectsUndocumentedProperty() {
    MockCall exchange = prism.put("{\"gender\":\"female\"}", TOKEN);

    assertThat(exchange.status()).isEqualTo(422);
    assertThat(prism.takeObjections())
        .containsExactly(
            "request.body (additionalProperties):"
                + " Request body must NOT have additional properties; found 'gender'");
  }
}
