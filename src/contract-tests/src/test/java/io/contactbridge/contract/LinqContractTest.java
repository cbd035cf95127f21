package io.contactbridge.contract;

import static io.contactbridge.ContactField.COMPANY;
import static io.contactbridge.ContactField.EMAIL;
import static io.contactbridge.ContactField.FIRST_NAME;
import static io.contactbridge.ContactField.FULL_NAME;
import static io.contactbridge.ContactField.JOB_TITLE;
import static io.contactbridge.ContactField.LAST_NAME;
import static io.contactbridge.ContactField.LOCATION;
import static io.contactbridge.ContactField.OWNER;
import static io.contactbridge.ContactField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.contactbridge.ContactField;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks updates at Linq against specs/linq.yaml. */
final class LinqContractTest extends CrmContract {
  private static final Headers TOKEN = Headers.of("X-LINQ-INTEGRATION-TOKEN", CREDENTIAL);

  LinqContractTest() {
    super(Crm.LINQ);
  }

  @Override
  Contacts.Builder builder(Supplier<String> credential) {
    return Contacts.linq(credential);
  }

  @Override
  String id() {
    return "123";
  }

  @Override
  Map<String, String> ownHeaders() {
    return Map.of("X-LINQ-INTEGRATION-TOKEN", CREDENTIAL);
  }

  @Override
  List<SentField> sentFields() {
    return List.of(
        SentField.of(FIRST_NAME, "Ada", "$.contact.first_name", contact("\"first_name\":\"Ada\"")),
        SentField.of(LAST_NAME, "King", "$.contact.last_name", contact("\"last_name\":\"King\"")),
        SentField.of(
            EMAIL, "ada@example.com", "$.contact.email", contact("\"email\":\"ada@example.com\"")),
        SentField.of(
            PHONE,
            "+1 202-555-0123",
            "$.contact.phone_number",
            contact("\"phone_number\":\"+12025550123\"")),
        withFirstName(
            COMPANY,
            "Engines",
            "$.contact.company",
            contact("\"first_name\":\"Ada\",\"company\":\"Engines\"")),
        withFirstName(
            JOB_TITLE,
            "CTO",
            "$.contact.title",
            contact("\"first_name\":\"Ada\",\"title\":\"CTO\"")),
        withFirstName(
            LOCATION,
            "London",
            "$.contact.location",
            contact("\"first_name\":\"Ada\",\"location\":\"London\"")),
        withFirstName(
            OWNER,
            "owner@example.com",
            "$.user_email",
            "{\"contact\":{\"first_name\":\"Ada\"},\"user_email\":\"owner@example.com\"}"));
  }

  private static String contact(String properties) {
    return "{\"contact\":{" + properties + "}}";
  }

  private static SentField withFirstName(
      ContactField field, String value, String path, String body) {
    ContactUpdate update = ContactUpdate.builder().firstName("Ada").set(field, value).build();
    return new SentField(field, update, path, body);
  }

  @Override
  Map<String, ContactUpdate> producedRequests() {
    return Map.of(
        "updateEmailOnly", ContactUpdate.builder().email("newemail@example.com").build(),
        "updateMultipleFields",
            ContactUpdate.builder()
                .firstName("John")
                .lastName("Doe")
                .email("john@example.com")
                .phone("+15551234567")
                .company("Acme Corp")
                .jobTitle("CEO")
                .location("San Francisco, CA")
                .owner("owner@company.com")
                .build());
  }

  @Override
  List<ExpectedReading> readings() {
    Map<ContactField, Object> values =
        Map.of(
            FULL_NAME, "John Doe",
            FIRST_NAME, "John",
            LAST_NAME, "Doe",
            EMAIL, "john@example.com",
            PHONE, "+15551234567",
            COMPANY, "Acme Corp",
            JOB_TITLE, "CEO",
            LOCATION, "San Francisco, CA");
    return List.of(
        new ExpectedReading("updated", "123", values).with(OWNER, "owner@company.com"),
        new ExpectedReading("updatedWithoutOwner", "123", values));
  }

  @Override
  List<DocumentedRefusal> refusals() {
    return List.of(
        DocumentedRefusal.of(
                401,
                "unauthorized",
                CredentialsException.class,
                "Invalid or missing integration token",
                "Linq answered 401: Invalid or missing integration token (1001)")
            .code("1001")
            .details("Invalid or missing integration token"),
        DocumentedRefusal.of(
                404,
                "notFound",
                ContactNotFoundException.class,
                "Contact not found",
                "Linq answered 404: Contact not found; The requested contact does not exist or is"
                    + " not accessible to your organization (CONTACT_NOT_FOUND)")
            .code("CONTACT_NOT_FOUND")
            .details(
                "The requested contact does not exist or is not accessible to your organization"),
        DocumentedRefusal.of(
                422,
                "unprocessable",
                InvalidUpdateException.class,
                "Validation failed",
                "Linq answered 422: Validation failed; At least one of first_name, last_name, email"
                    + " or phone_number must be provided (VALIDATION_ERROR)")
            .code("VALIDATION_ERROR")
            .details(
                "At least one of first_name, last_name, email or phone_number must be provided"),
        DocumentedRefusal.of(
                422,
                "userNotFound",
                InvalidUpdateException.class,
                "User not found",
                "Linq answered 422: User not found (USER_NOT_FOUND)")
            .code("USER_NOT_FOUND"),
        DocumentedRefusal.of(
                429,
                "rateLimited",
                RateLimitedException.class,
                "Rate limit exceeded",
                "Linq answered 429: Rate limit exceeded (1002)")
            .code("1002")
            .details("Rate limit exceeded"),
        DocumentedRefusal.of(
                500,
                "serverError",
                UnavailableException.class,
                "Internal server error",
                "Linq answered 500: Internal server error; An unexpected error occurred"
                    + " (INTERNAL_ERROR); the change may have been applied, and may be sent again")
            .code("INTERNAL_ERROR")
            .details("An unexpected error occurred"));
  }

  @Test
  void updateWithoutARequiredFieldIsRefusedBeforeSending() {
    ContactUpdate update = ContactUpdate.builder().company("Engines").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update("123", update))
        .withMessage("Linq needs at least one of FIRST_NAME, LAST_NAME, EMAIL, PHONE in an update");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void clearingIsRefusedBeforeSending() {
    ContactUpdate update = ContactUpdate.builder().email("ada@example.com").clear(COMPANY).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update("123", update))
        .withMessage(
            "Linq cannot make this update: Linq does not document that COMPANY can be cleared,"
                + " which allowUndocumentedClear would try");
    assertThat(prism.exchanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "12a", "1/../2", "9223372036854775808"})
  void nonNumericIdIsRefusedBeforeSending(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(id, ContactUpdate.builder().firstName("Ada").build()))
        .withMessage("a contact's id is a positive number at Linq, unlike the one given");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void mockRejectsNonNumericId() {
    prism.put("contacts/12a", contact("\"first_name\":\"Ada\""), TOKEN);

    assertThat(prism.takeObjections())
        .containsExactly("request.path.id (type): Request path parameter id must be integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"contact\":{}}", "{\"contact\":{\"company\":\"Engines\"}}"})
  void mockRejectsContactWithoutARequiredField(String body) {
    MockCall exchange = prism.put(body, TOKEN);

    assertThat(exchange.status()).isEqualTo(422);
    assertThat(prism.takeObjections()).isNotEmpty();
  }

  @Test
  void mockRejectsWrongType() {
    prism.put(contact("\"email\":1"), TOKEN);

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.body.contact.email (type):"
                + " Request body property contact.email must be string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contact\":{\"email\":\"a@example.com\",\"emial\":\"\"}}",
        "{\"contact\":{\"email\":\"a@example.com\",\"user_email\":\"a@example.com\"}}",
        "{\"contact\":{\"email\":\"a@example.com\"},\"owner\":\"a@example.com\"}"
      })
  void mockRejectsUndocumentedProperty(String body) {
    prism.put(body, TOKEN);

    assertThat(prism.takeObjections()).hasSize(1).first().asString().contains("(additionalPro");
  }
}
