package io.contactbridge.contract;

import static io.contactbridge.ContactField.CITY;
import static io.contactbridge.ContactField.COUNTRY;
import static io.contactbridge.ContactField.CUSTOM_FIELDS;
import static io.contactbridge.ContactField.EMAIL;
import static io.contactbridge.ContactField.FIRST_NAME;
import static io.contactbridge.ContactField.FULL_NAME;
import static io.contactbridge.ContactField.LAST_NAME;
import static io.contactbridge.ContactField.PHONE;
import static io.contactbridge.ContactField.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.UnavailableException;
import io.contactbridge.client.acquire.model.ClientType;
import io.contactbridge.client.acquire.model.ContactFieldsInput;
import io.contactbridge.client.acquire.model.UpdateContactRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks updates at Acquire against specs/acquire.yaml. */
final class AcquireContractTest extends CrmContract {
  private static final Headers KEY = Headers.of("Authorization", "Bearer " + CREDENTIAL);

  AcquireContractTest() {
    super(Crm.ACQUIRE);
  }

  @Override
  Contacts.Builder builder(Supplier<String> credential) {
    return Contacts.acquire("your-account", credential);
  }

  @Override
  String id() {
    return "2";
  }

  @Override
  Map<String, String> ownHeaders() {
    return Map.of("Authorization", "Bearer " + CREDENTIAL);
  }

  @Override
  List<SentField> sentFields() {
    return List.of(
        SentField.of(FULL_NAME, "Ada King", "$.fields.name", fields("\"name\":\"Ada King\"")),
        SentField.of(
            EMAIL, "ada@example.com", "$.fields.email", fields("\"email\":\"ada@example.com\"")),
        SentField.of(PHONE, "9460731950", "$.fields.phone", fields("\"phone\":\"9460731950\"")),
        SentField.of(CITY, "London", "$.fields.city", fields("\"city\":\"London\"")),
        SentField.of(REGION, "England", "$.fields.state", fields("\"state\":\"England\"")),
        SentField.of(
            CUSTOM_FIELDS,
            Map.of("customer_since", "2021"),
            "$.fields",
            fields("\"customer_since\":\"2021\"")));
  }

  private static String fields(String properties) {
    return "{\"fields\":{" + properties + "}}";
  }

  @Override
  Map<String, ContactUpdate> producedRequests() {
    return Map.of(
        "customAttribute",
        ContactUpdate.builder().city("San Francisco").customField("customer_since", "2021").build(),
        "rawBody",
        ContactUpdate.builder()
            .fullName("John  Deo")
            .email("John@acquire.io")
            .phone("9460731950")
            .city("San Francisco")
            .region("California")
            .also(client())
            .build());
  }

  /** The documented request also has an empty object, which we do not send. */
  @Override
  Set<String> requestsThatAreNotProduced() {
    return Set.of("topLevel");
  }

  /** The raw body has more than the normalised fields. */
  private static UpdateContactRequest client() {
    return UpdateContactRequest.builder()
        .fields(ContactFieldsInput.builder().countryId("517").ip("103.61.112.45").build())
        .dateCreated("string")
        .dateUpdated("string")
        .clientType(ClientType.WEB)
        .clientName("Chrome")
        .clientVersion("81.0")
        .clientOsName("Windows")
        .clientOsVersion("10")
        .clientDeviceType(null)
        .clientDeviceVendor(null)
        .clientDeviceModel(null)
        .clientDetails(Map.of())
        .build();
  }

  @Override
  List<ExpectedReading> readings() {
    return List.of(
        new ExpectedReading(
            "updated",
            "2",
            Map.of(
                FULL_NAME, "John  Deo",
                EMAIL, "John@acquire.io",
                PHONE, "9460731950",
                CITY, "San Francisco",
                REGION, "California",
                COUNTRY, "US")),
        new ExpectedReading(
            "updatedSparse",
            "2",
            Map.of(EMAIL, "John@acquire.io", CUSTOM_FIELDS, Map.of("customer_since", "2021"))));
  }

  @Override
  List<DocumentedRefusal> refusals() {
    return List.of(
        DocumentedRefusal.of(
                400,
                "invalidInput",
                InvalidUpdateException.class,
                "Invalid request",
                "Acquire answered 400: Invalid request (ERROR_INVALID_INPUT)")
            .code("ERROR_INVALID_INPUT"),
        DocumentedRefusal.of(
                400,
                "invalidInputNested",
                InvalidUpdateException.class,
                "Invalid request",
                "Acquire answered 400: Invalid request (ERROR_INVALID_INPUT)")
            .code("ERROR_INVALID_INPUT"),
        DocumentedRefusal.of(
                400,
                "recordNotFound",
                ContactNotFoundException.class,
                "Record not found",
                "Acquire answered 400: Record not found (ERROR_RECORD_NOT_FOUND)")
            .code("ERROR_RECORD_NOT_FOUND"),
        DocumentedRefusal.of(
                400,
                "duplicateRecord",
                ConflictException.class,
                "Already exists",
                "Acquire answered 400: Already exists (ERROR_DUPLICATE_RECORD_FOUND)")
            .code("ERROR_DUPLICATE_RECORD_FOUND"),
        DocumentedRefusal.of(
                401,
                "unauthorized",
                CredentialsException.class,
                "Missing, incorrect, or invalid API Key",
                "Acquire answered 401: Missing, incorrect, or invalid API Key (ERROR_UNAUTHORIZED)")
            .code("ERROR_UNAUTHORIZED"),
        DocumentedRefusal.of(
                403,
                "forbidden",
                CredentialsException.class,
                "Invalid request",
                "Acquire answered 403: Invalid request (ERROR_UNAUTHORIZED_ACCESS)")
            .code("ERROR_UNAUTHORIZED_ACCESS"),
        DocumentedRefusal.of(
            404,
            "notFound",
            ContactNotFoundException.class,
            "No such object",
            "Acquire answered 404: No such object"),
        DocumentedRefusal.of(
                500,
                "serverError",
                UnavailableException.class,
                "Internal server error",
                "Acquire answered 500: Internal server error (ERROR_SERVER_ERROR);"
                    + " the change may have been applied, and may be sent again")
            .code("ERROR_SERVER_ERROR"),
        DocumentedRefusal.of(
            503,
            "maintenance",
            UnavailableException.class,
            "Service is down for maintenance",
            "Acquire answered 503: Service is down for maintenance;"
                + " the change may have been applied, and may be sent again"));
  }

  @Test
  void valuesCanBeSentAtTheTopLevel() {
    UpdateContactRequest topLevel =
        UpdateContactRequest.builder()
            .phone("9460731950")
            .email("John@acquire.io")
            .name("John  Deo")
            .build();

    contacts().update("2", ContactUpdate.builder().also(topLevel).build());

    assertThat(prism.onlyExchange().body())
        .isEqualTo(
            "{\"phone\":\"9460731950\",\"email\":\"John@acquire.io\",\"name\":\"John  Deo\"}");
  }

  @Test
  void firstAndLastNameAreSentAsOneName() {
    contacts().update("2", ContactUpdate.builder().firstName("Ada").lastName("King").build());

    assertThat(prism.onlyExchange().body()).isEqualTo(fields("\"name\":\"Ada King\""));
  }

  @Test
  void firstOrLastNameAloneIsRefusedBeforeSending() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update("2", ContactUpdate.builder().firstName("Ada").build()))
        .withMessage(
            "Acquire cannot make this update: Acquire has full names alone, so FIRST_NAME needs"
                + " both FIRST_NAME and LAST_NAME with a value, or FULL_NAME instead");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void countryCanBeReadButNotSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update("2", ContactUpdate.builder().country("US").build()))
        .withMessage(
            "Acquire cannot make this update: Acquire can only read COUNTRY; it stores FULL_NAME,"
                + " FIRST_NAME, LAST_NAME, EMAIL, PHONE, CITY, REGION, CUSTOM_FIELDS");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void firstAndLastNameBothHaveAnOutcome() {
    ContactUpdate update = ContactUpdate.builder().firstName("John").lastName("Deo").build();

    assertThat(contacts().update("2", update).outcomes().keySet())
        .containsExactly(FIRST_NAME, LAST_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "2a", "1/../2", "9223372036854775808"})
  void nonNumericIdIsRefusedBeforeSending(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(id, ContactUpdate.builder().city("London").build()))
        .withMessage("a contact's id is a positive number at Acquire, unlike the one given");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void mockRejectsNonNumericId() {
    prism.put("crm/objects/contact/2a", fields(""), KEY);

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.path.contactid (type): Request path parameter contactid must be integer");
  }

  @Test
  void mockRejectsWrongType() {
    prism.put(fields("\"phone\":9460731950"), KEY);

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.body.fields.phone (type): Request body property fields.phone must be string");
  }

  @Test
  void mockRejectsUndocumentedProperty() {
    prism.put("{\"city\":\"London\"}", KEY);

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.body (additionalProperties):"
                + " Request body must NOT have additional properties; found 'city'");
  }

  @Test
  void mockAcceptsUndocumentedPropertyInFields() {
    assertThat(prism.put(fields("\"customer_since\":\"2021\""), KEY).status()).isEqualTo(200);
  }
}
