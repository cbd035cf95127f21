package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "300, UnavailableException",
    "304, UnavailableException",
    "307, UnavailableException",
    "400, InvalidUpdateException",
    "401, CredentialsException",
    "402, InvalidUpdateException",
    "403, CredentialsException",
    "404, UnavailableException",
    "410, UnavailableException",
    "405, InvalidUpdateException",
    "407, UnavailableException",
    "408, UnavailableException",
    "409, ConflictException",
    "413, InvalidUpdateException",
    "422, InvalidUpdateException",
    "425, UnavailableException",
    "429, RateLimitedException",
    "499, InvalidUpdateException",
    "500, UnavailableException",
    "502, UnavailableException",
    "503, UnavailableException",
    "599, UnavailableException",
  })
  void statusDecidesWhatCanBeDone(int status, String exception) {
    for (Crm crm : Crm.values()) {
      ContactsException refusal = refusal(crm, status, "{}");

      assertThat(refusal.getClass().getSimpleName()).isEqualTo(exception);
      assertThat(refusal.crm()).isEqualTo(crm);
      assertThat(refusal.status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"302, false", "408, false", "425, false", "500, true", "503, true", "504, true"})
  void changeMayHaveBeenMadeIfTheServerFailed(int status, boolean mayHaveBeenApplied) {
    UnavailableException refusal = (UnavailableException) refusal(Crm.LINQ, status, "{}");

    assertThat(refusal.mayHaveBeenApplied()).isEqualTo(mayHaveBeenApplied);
    assertThat(refusal)
        .hasMessage(
            "Linq answered "
                + status
                + (mayHaveBeenApplied
                    ? "; the change may have been applied, and may be sent again"
                    : "; the contact was not changed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"error":"ERROR_INVALID_INPUT","message":"Invalid request"} | InvalidUpdateException | Acquire answered 400: Invalid request (ERROR_INVALID_INPUT)
          400 | {"error":{"code":"ERROR_INVALID_INPUT","message":"Invalid request"}} | InvalidUpdateException | Acquire answered 400: Invalid request (ERROR_INVALID_INPUT)
          400 | {"code":"ERROR_RECORD_NOT_FOUND"} | ContactNotFoundException | Acquire answered 400 (ERROR_RECORD_NOT_FOUND)
          400 | {"error":"ERROR_DUPLICATE_RECORD_FOUND","message":"Already exists"} | ConflictException | Acquire answered 400: Already exists (ERROR_DUPLICATE_RECORD_FOUND)
          400 | {"error":"ERROR_UNAUTHORIZED"} | CredentialsException | Acquire answered 400 (ERROR_UNAUTHORIZED)
          400 | {"error":"ERROR_UNAUTHORIZED_ACCESS"} | CredentialsException | Acquire answered 400 (ERROR_UNAUTHORIZED_ACCESS)
          404 | {"message":"No such object"} | ContactNotFoundException | Acquire answered 404: No such object
          500 | {"error":{"message":"Internal server error"}} | UnavailableException | Acquire answered 500: Internal server error; the change may have been applied, and may be sent again
          """)
  void acquireIsUnderstood(int status, String body, String exception, String message) {
    assertRefusal(Crm.ACQUIRE, status, body, exception, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"statusCode":400,"message":"Contact not found"} | ContactNotFoundException | HighLevel answered 400: Contact not found
          400 | {"statusCode":400,"message":"Contact not found for id: x"} | ContactNotFoundException | HighLevel answered 400: Contact not found for id: x
          400 | {"statusCode":400,"message":"Contact with id x not found"} | ContactNotFoundException | HighLevel answered 400: Contact with id x not found
          400 | {"statusCode":400,"message":"This location does not allow duplicated contacts."} | ConflictException | HighLevel answered 400: This location does not allow duplicated contacts.
          400 | {"statusCode":400,"message":"Bad Request"} | InvalidUpdateException | HighLevel answered 400: Bad Request
          401 | {"statusCode":401,"message":"Invalid JWT"} | CredentialsException | HighLevel answered 401: Invalid JWT
          403 | {"statusCode":403,"message":"The token does not have access to this location."} | CredentialsException | HighLevel answered 403: The token does not have access to this location.
          422 | {"statusCode":422,"message":["property gender should not exist","email must be an email"],"error":"Unprocessable Entity","traceId":"t-1"} | InvalidUpdateException | HighLevel answered 422: property gender should not exist; email must be an email (request t-1)
          422 | {"error":"Unprocessable Entity"} | InvalidUpdateException | HighLevel answered 422: Unprocessable Entity
          """)
  void highLevelIsUnderstood(int status, String body, String exception, String message) {
    assertRefusal(Crm.HIGHLEVEL, status, body, exception, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          404 | {"status":"error","error_code":"CONTACT_NOT_FOUND","message":"Contact not found","errors":["Not accessible"]} | ContactNotFoundException | Linq answered 404: Contact not found; Not accessible (CONTACT_NOT_FOUND)
          401 | {"errors":[{"status":401,"code":"1001","title":"Unauthorized","detail":"Invalid or missing integration token"}]} | CredentialsException | Linq answered 401: Invalid or missing integration token (1001)
          422 | {"errors":[{"status":422,"code":"1002","title":"Bad","detail":"a"},{"status":422,"code":"1003","title":"Bad","detail":"b"}]} | InvalidUpdateException | Linq answered 422: a; b (1002)
          429 | {"errors":[{"title":"Slow down"}]} | RateLimitedException | Linq answered 429: Slow down
          """)
  void linqIsUnderstoodInBothForms(int status, String body, String exception, String message) {
    assertRefusal(Crm.LINQ, status, body, exception, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"success":false,"error":{"code":"VALIDATION_ERROR","message":"Validation failed","details":{"fields":{"email":"Invalid email format"}}}} | InvalidUpdateException | Raze answered 400: Validation failed; email: Invalid email format (VALIDATION_ERROR)
          404 | {"success":false,"error":{"code":"NOT_FOUND","message":"Contact not found"}} | ContactNotFoundException | Raze answered 404: Contact not found (NOT_FOUND)
          409 | {"success":false,"error":{"code":"ALREADY_EXISTS","message":"Exists"}} | ConflictException | Raze answered 409: Exists (ALREADY_EXISTS)
          500 | {"success":false,"message":"Internal server error"} | UnavailableException | Raze answered 500: Internal server error; the change may have been applied, and may be sent again
          """)
  void razeIsUnderstoodInBothForms(int status, String body, String exception, String message) {
    assertRefusal(Crm.RAZE, status, body, exception, message);
  }

  @Test
  void refusalHasWhatTheCrmSaid() {
    String body =
        """
        {"success": false, "error": {"code": "VALIDATION_ERROR", "message": "Validation failed",
         "details": {"fields": {"email": "Invalid", "tags": ["too many", "too long"]}}}}""";

    ContactsException refusal = refusal(Crm.RAZE, 400, body);

    assertThat(refusal.code()).contains("VALIDATION_ERROR");
    assertThat(refusal.crmMessage()).contains("Validation failed");
    assertThat(refusal.details())
        .containsExactly("email: Invalid", "tags: too many", "tags: too long");
    assertThat(refusal.requestId()).isEmpty();
    assertThat(refusal.body()).isEqualTo(body);
    assertThat(refusal).hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LINQ | 30 | {} | 30
          LINQ | 0 | {} | 0
          LINQ | ` ` | {} |
          LINQ | -1 | {} |
          LINQ | 1.5 | {} |
          LINQ | 99999999999999999999 | {} | 3600
          LINQ | Wed, 21 Oct 2026 07:28:00 GMT | {} | 0
          RAZE | | {"error":{"retry_after":3600}} | 3600
          RAZE | | {"error":{"retry_after":"60"}} | 60
          RAZE | | {"error":{"retry_after":null}} |
          RAZE | 5 | {"error":{"retry_after":3600}} | 5
          RAZE | soon | {"error":{"retry_after":3600}} | 3600
          LINQ | | 429 |
          HIGHLEVEL | | [429] |
          """)
  void rateLimitTellsHowLongToWait(
      Crm crm, @Nullable String header, String body, @Nullable Long seconds) {
    OkHttpClient client =
        Accounts.client(
            chain ->
                Accounts.response(chain, 429, ByteString.encodeUtf8(body))
                    .newBuilder()
                    .headers(header == null ? Headers.EMPTY : Headers.of("Retry-After", header))
                    .build());

    RateLimitedException refusal =
        (RateLimitedException) refusal(crm, Accounts.at(crm).httpClient(client));

    assertThat(refusal.retryAfter())
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
  }

  @Test
  void requestIdIsInTheHeaderBeforeTheBody() {
    OkHttpClient client =
        Accounts.client(
            chain ->
                Accounts.response(chain, 400, ByteString.encodeUtf8("{\"traceId\":\"t-1\"}"))
                    .newBuilder()
                    .header("X-Request-Id", "r-1")
                    .build());

    ContactsException refusal =
        refusal(Crm.HIGHLEVEL, Accounts.at(Crm.HIGHLEVEL).httpClient(client));

    assertThat(refusal.requestId()).contains("r-1");
    assertThat(refusal).hasMessage("HighLevel answered 400 (request r-1)");
  }

  static Stream<ByteString> oddBodies() {
    return Stream.concat(
        Stream.of(
                "",
                " ",
                "null",
                "true",
                "400",
                "[]",
                "{}",
                "\"Bad Request\"",
                "Bad Request",
                "<html><body><h1>400 Bad Request</h1></body></html>",
                "{\"message\":",
                "{\"message\":null,\"error\":null,\"errors\":null}",
                "{\"message\":{},\"error\":{},\"errors\":{}}",
                "{\"message\":[],\"error\":[],\"errors\":[]}",
                "{\"message\":[null,[null],{\"a\":null}],\"error\":[1,true]}",
                "{\"message\":{\"a\":{\"b\":[1,{\"c\":\"d\"}]}},\"error\":5}",
                "{\"errors\":[[\"a\"],[{\"detail\":[\"b\"]}],null,1,{\"detail\":{\"c\":\"d\"}}]}",
                "{\"error\":{\"code\":{},\"message\":[],\"details\":[],\"retry_after\":{}}}",
                "{\"error\":{\"code\":7,\"details\":{\"fields\":[\"a\",null]}}}",
                "[".repeat(100_000),
                "{\"error\":".repeat(200) + "1" + "}".repeat(200),
                "{\"message\":\"" + "a".repeat(2 << 20) + "\"}")
            .map(ByteString::encodeUtf8),
        Stream.of(
            ByteString.decodeHex("efbbbf7b7d"),
            ByteString.decodeHex("fffe7b007d00"),
            ByteString.of((byte) 0x80, (byte) 0xff)));
  }

  @ParameterizedTest
  @MethodSource("oddBodies")
  void oddBodyMakesNoOtherException(ByteString body) {
    for (Crm crm : Crm.values()) {
      ContactsException refusal = refusal(crm, Accounts.answering(crm, 422, body));

      assertThat(refusal).isInstanceOf(InvalidUpdateException.class);
      assertThat(refusal.getMessage()).startsWith(crm + " answered 422");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <html>Bad Gateway</html> | the answer is not JSON
          `` | the answer is not JSON
          """)
  void answerThatIsNotJsonIsCalledSo(String body, String words) {
    for (Crm crm : Crm.values()) {
      assertThat(refusal(crm, 502, body))
          .hasMessage(
              crm
                  + " answered 502: "
                  + words
                  + "; the change may have been applied, and may be sent again");
    }
  }

  @Test
  void byteOrderMarkIsNoPartOfTheWords() {
    ByteString body = ByteString.encodeUtf8("\uFEFF{\"message\":\"Contact not found\"}");

    ContactsException refusal = refusal(Crm.LINQ, Accounts.answering(Crm.LINQ, 404, body));

    assertThat(refusal).hasMessage("Linq answered 404: Contact not found");
  }

  @Test
  void detailsCannotBeChanged() {
    ContactsException refusal = refusal(Crm.LINQ, 422, "{\"errors\":[\"a\"]}");

    assertThat(refusal.details()).isEqualTo(List.of("a")).isUnmodifiable();
  }

  private static void assertRefusal(
      Crm crm, int status, String body, String exception, String message) {
    ContactsException refusal = refusal(crm, status, body);

    assertThat(refusal).hasMessage(message);
    assertThat(refusal.getClass().getSimpleName()).isEqualTo(exception);
    assertThat(refusal.body()).isEqualTo(body);
  }

  private static ContactsException refusal(Crm crm, int status, String body) {
    return refusal(crm, Accounts.answering(crm, status, ByteString.encodeUtf8(body)));
  }

  private static ContactsException refusal(Crm crm, Contacts.Builder contacts) {
    ContactUpdate update = Samples.update(ContactField.EMAIL);
    ContactsException[] refusal = new ContactsException[1];
    assertThatCode(() -> contacts.build().update(Accounts.contactId(crm), update))
        .isInstanceOfSatisfying(ContactsException.class, e -> refusal[0] = e);
    return refusal[0];
  }
}
