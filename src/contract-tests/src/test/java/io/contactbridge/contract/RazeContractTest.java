package io.contactbridge.contract;

import static io.contactbridge.ContactField.COMPANY;
import static io.contactbridge.ContactField.CUSTOM_FIELDS;
import static io.contactbridge.ContactField.EMAIL;
import static io.contactbridge.ContactField.FULL_NAME;
import static io.contactbridge.ContactField.JOB_TITLE;
import static io.contactbridge.ContactField.LINKEDIN_URL;
import static io.contactbridge.ContactField.PHONE;
import static io.contactbridge.ContactField.SOURCE;
import static io.contactbridge.ContactField.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks updates at Raze against specs/raze.yaml. */
final class RazeContractTest extends CrmContract {
  private static final String ID = "cnt_abc123def456";
  private static final Headers KEY = Headers.of("X-API-Key", CREDENTIAL);

  RazeContractTest() {
    super(Crm.RAZE);
  }

  @Override
  Contacts.Builder builder(Supplier<String> credential) {
    return Contacts.raze(credential);
  }

  @Override
  String id() {
    return ID;
  }

  @Override
  Map<String, String> ownHeaders() {
    return Map.of("X-API-Key", CREDENTIAL);
  }

  @Override
  List<SentField> sentFields() {
    return List.of(
        SentField.of(FULL_NAME, "Ada King", "$.name", "{\"name\":\"Ada King\"}"),
        SentField.of(EMAIL, "ada@example.com", "$.email", "{\"email\":\"ada@example.com\"}"),
        SentField.of(PHONE, "+12025550123", "$.phone", "{\"phone\":\"+12025550123\"}"),
        SentField.of(COMPANY, "Engines", "$.company", "{\"company\":\"Engines\"}"),
        SentField.of(JOB_TITLE, "CTO", "$.position", "{\"position\":\"CTO\"}"),
        SentField.of(
            LINKEDIN_URL,
            "https://linkedin.com/in/ada",
            "$.linkedin_url",
            "{\"linkedin_url\":\"https://linkedin.com/in/ada\"}"),
        SentField.of(TAGS, List.of("vip", "new"), "$.tags", "{\"tags\":[\"vip\",\"new\"]}"),
        SentField.of(
            CUSTOM_FIELDS,
            Map.of("budget", 50000),
            "$.custom_fields",
            "{\"custom_fields\":{\"budget\":50000}}"));
  }

  @Override
  Map<String, ContactUpdate> producedRequests() {
    return Map.of(
        "updatePositionAndTags",
        ContactUpdate.builder()
            .jobTitle("VP of Engineering")
            .tags("hot-lead", "enterprise")
            .build(),
        "updateEverything",
        ContactUpdate.builder()
            .fullName("John Doe")
            .email("john@example.com")
            .phone("+5511999999999")
            .company("Acme Inc")
            .jobTitle("VP of Engineering")
            .linkedinUrl("https://linkedin.com/in/johndoe")
            .tags("hot-lead", "enterprise")
            .customField("budget", 50000)
            .build());
  }

  @Override
  List<ExpectedReading> readings() {
    return List.of(
        new ExpectedReading(
            "updated",
            ID,
            Map.of(
                FULL_NAME, "John Doe",
                EMAIL, "john@example.com",
                PHONE, "+5511999999999",
                COMPANY, "Acme Inc",
                JOB_TITLE, "VP of Engineering",
                SOURCE, "linkedin",
                LINKEDIN_URL, "https://linkedin.com/in/johndoe",
                TAGS, List.of("hot-lead", "enterprise"),
                CUSTOM_FIELDS, Map.of())),
        new ExpectedReading(
            "updatedSparse",
            "3f2b8c1e-6d4a-4e57-9b0f-2a7c5d8e1f36",
            Map.of(FULL_NAME, "John Doe", SOURCE, "other", TAGS, List.of())));
  }

  @Override
  List<DocumentedRefusal> refusals() {
    return List.of(
        DocumentedRefusal.of(
                400,
                "invalidInput",
                InvalidUpdateException.class,
                "Validation failed",
                "Raze answered 400: Validation failed; email: Invalid email format;"
                    + " name: Name is required (VALIDATION_ERROR)")
            .code("VALIDATION_ERROR")
            .details("email: Invalid email format", "name: Name is required"),
        DocumentedRefusal.of(
                400,
                "invalidParameter",
                InvalidUpdateException.class,
                "Invalid query parameter",
                "Raze answered 400: Invalid query parameter (INVALID_PARAMETER)")
            .code("INVALID_PARAMETER"),
        DocumentedRefusal.of(
                400,
                "missingField",
                InvalidUpdateException.class,
                "Required field is missing",
                "Raze answered 400: Required field is missing (MISSING_REQUIRED_FIELD)")
            .code("MISSING_REQUIRED_FIELD"),
        DocumentedRefusal.of(
                400,
                "invalidEmail",
                InvalidUpdateException.class,
                "Email format is invalid",
                "Raze answered 400: Email format is invalid (INVALID_EMAIL)")
            .code("INVALID_EMAIL"),
        DocumentedRefusal.of(
            400,
            "malformedJson",
            InvalidUpdateException.class,
            "Unexpected end of JSON input",
            "Raze answered 400: Unexpected end of JSON input"),
        DocumentedRefusal.of(
                401,
                "unauthorized",
                CredentialsException.class,
                "API key is required. Include it in the X-API-Key header.",
                "Raze answered 401: API key is required. Include it in the X-API-Key header."
                    + " (MISSING_API_KEY)")
            .code("MISSING_API_KEY"),
        DocumentedRefusal.of(
                401,
                "invalidApiKey",
                CredentialsException.class,
                "API key is invalid or has been revoked",
                "Raze answered 401: API key is invalid or has been revoked (INVALID_API_KEY)")
            .code("INVALID_API_KEY"),
        DocumentedRefusal.of(
                401,
                "expiredApiKey",
                CredentialsException.class,
                "API key has expired",
                "Raze answered 401: API key has expired (EXPIRED_API_KEY)")
            .code("EXPIRED_API_KEY"),
        DocumentedRefusal.of(
                403,
                "forbidden",
                CredentialsException.class,
                "API key lacks required permission",
                "Raze answered 403: API key lacks required permission (INSUFFICIENT_PERMISSIONS)")
            .code("INSUFFICIENT_PERMISSIONS"),
        DocumentedRefusal.of(
                403,
                "forbiddenWithPermissions",
                CredentialsException.class,
                "This API key does not have the required permission: contacts:write",
                "Raze answered 403: This API key does not have the required permission:"
                    + " contacts:write (INSUFFICIENT_PERMISSIONS)")
            .code("INSUFFICIENT_PERMISSIONS"),
        DocumentedRefusal.of(
                404,
                "notFound",
                ContactNotFoundException.class,
                "Contact not found",
                "Raze answered 404: Contact not found (NOT_FOUND)")
            .code("NOT_FOUND"),
        DocumentedRefusal.of(
                409,
                "alreadyExists",
                ConflictException.class,
                "Resource already exists",
                "Raze answered 409: Resource already exists (ALREADY_EXISTS)")
            .code("ALREADY_EXISTS"),
        DocumentedRefusal.of(
                409,
                "conflict",
                ConflictException.class,
                "Operation conflicts with current state",
                "Raze answered 409: Operation conflicts with current state (CONFLICT)")
            .code("CONFLICT"),
        DocumentedRefusal.of(
                429,
                "rateLimited",
                RateLimitedException.class,
                "Rate limit exceeded. Please wait before making more requests.",
                "Raze answered 429: Rate limit exceeded. Please wait before making more requests."
                    + " (RATE_LIMIT_EXCEEDED)")
            .code("RATE_LIMIT_EXCEEDED")
            .retryAfter(Duration.ofHours(1)),
        DocumentedRefusal.of(
                500,
                "serverError",
                UnavailableException.class,
                "An error occurred while updating the contact",
                "Raze answered 500: An error occurred while updating the contact (INTERNAL_ERROR);"
                    + " the change may have been applied, and may be sent again")
            .code("INTERNAL_ERROR"),
        DocumentedRefusal.of(
                500,
                "authenticationFailed",
                UnavailableException.class,
                "An error occurred during authentication.",
                "Raze answered 500: An error occurred during authentication."
                    + " (AUTHENTICATION_ERROR);"
                    + " the change may have been applied, and may be sent again")
            .code("AUTHENTICATION_ERROR"),
        DocumentedRefusal.of(
            500,
            "serverErrorPlain",
            UnavailableException.class,
            "Internal server error",
            "Raze answered 500: Internal server error;"
                + " the change may have been applied, and may be sent again"));
  }

  @Test
  void firstAndLastNameAreSentAsOneName() {
    contacts().update(ID, ContactUpdate.builder().firstName("Ada").lastName("King").build());

    assertThat(prism.onlyExchange().body()).isEqualTo("{\"name\":\"Ada King\"}");
  }

  @Test
  void firstOrLastNameAloneIsRefusedBeforeSending() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(ID, ContactUpdate.builder().lastName("King").build()))
        .withMessage(
            "Raze cannot make this update: Raze has full names alone, so LAST_NAME needs both"
                + " FIRST_NAME and LAST_NAME with a value, or FULL_NAME instead");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void sourceCanBeReadButNotSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(ID, ContactUpdate.builder().source("list").build()))
        .withMessage(
            "Raze cannot make this update: Raze can only read SOURCE; it stores FULL_NAME,"
                + " FIRST_NAME, LAST_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LINKEDIN_URL, TAGS,"
                + " CUSTOM_FIELDS");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void emptyTagsAreSentAsAnEmptyList() {
    contacts().update(ID, ContactUpdate.builder().tags().build());

    assertThat(prism.onlyExchange().body()).isEqualTo("{\"tags\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "a?b", "a%2Fb"})
  void idThatCouldChangeThePathIsRefusedBeforeSending(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(id, ContactUpdate.builder().company("E").build()))
        .withMessage(
            "a contact's id is made of letters, digits, _ and - at Raze, unlike the one given");
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void mockRejectsWrongType() {
    prism.put("{\"tags\":\"vip\"}", KEY);

    assertThat(prism.takeObjections())
        .containsExactly("request.body.tags (type): Request body property tags must be array");
  }

  @Test
  void mockRejectsUndocumentedProperty() {
    prism.put("{\"title\":\"CTO\"}", KEY);

    assertThat(prism.takeObjections())
        .containsExactly(
            "request.body (additionalProperties):"
                + " Request body must NOT have additional properties; found 'title'");
  }
}
