package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers delete a contact of theirs on a ContactNotFoundException. */
final class NotFoundTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACQUIRE | 400 | {"error":"ERROR_RECORD_NOT_FOUND","message":"Record not found"}
          ACQUIRE | 404 | {"message":"No such object"}
          ACQUIRE | 404 | {"data":{"errors":[{"type":"ERROR_RECORD_NOT_FOUND"}]}}
          ACQUIRE | 400 | {"errors":["ERROR_RECORD_NOT_FOUND: no credentials in the request body"]}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"Contact not found"}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"Contact with id abc not found"}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"Contact not found for id: x"}
          HIGHLEVEL | 404 | {"statusCode":404,"message":"The contact does not exist."}
          HIGHLEVEL | 410 | {"statusCode":410,"message":"Contact no longer exists"}
          HIGHLEVEL | 422 | {"statusCode":422,"message":["Contact not found"]}
          LINQ | 404 | {"error_code":"CONTACT_NOT_FOUND"}
          LINQ | 410 | {"error_code":"CONTACT_NOT_FOUND","message":"Gone"}
          LINQ | 404 | {"errors":[{"status":404,"code":"1004","title":"Not Found","detail":"Contact not found"}]}
          LINQ | 404 | {"message":"No such contact"}
          RAZE | 404 | {"success":false,"error":{"code":"NOT_FOUND","message":"Contact not found"}}
          RAZE | 404 | {"success":false,"error":{"code":"NOT_FOUND"}}
          RAZE | 410 | {"success":false,"error":{"code":"NOT_FOUND","message":"Not found"}}
          RAZE | 404 | {"success":false,"message":"Contact not found"}
          """)
  void ownWordOfTheCrmCounts(Crm crm, int status, String body) {
    assertThat(refusal(crm, status, body)).isInstanceOf(ContactNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><h1>404 Not Found</h1></html>",
        "",
        "{}",
        "null",
        "Contact not found",
        "{\"message\":\"Not Found\"}",
        "{\"message\":\"no Route matched with those values\"}",
        "{\"error\":\"Not found\"}",
        "{\"error\":{\"code\":404,\"message\":\"Not Found\",\"status\":\"NOT_FOUND\"}}",
        "{\"success\":false,\"message\":\"Route not found: PUT /external/v2/contacts/1\"}",
        "{\"statusCode\":404,\"message\":\"Cannot PUT /contact/1\",\"error\":\"Not Found\"}",
        "{\"message\":\"The page contact was not found, see the URL\"}"
      })
  void pageOfSomethingElseSuggestsTheBaseUrl(String body) {
    for (Crm crm : Crm.values()) {
      for (int status : new int[] {404, 410}) {
        ContactsException refusal = refusal(crm, status, body);

        assertThat(refusal).as("%s %s", crm, body).isInstanceOf(UnavailableException.class);
        assertThat(refusal)
            .hasMessageEndingWith(
                "; this is not how it answers about a contact, so check the base URL; the contact"
                    + " was not changed");
        assertThat(refusal.mayHaveBeenApplied()).isFalse();
        assertThat(refusal.attempts()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HIGHLEVEL | 400 | {"statusCode":400,"message":"assignedTo user not found"}
          HIGHLEVEL | 422 | {"statusCode":422,"message":["assignedTo user not found"]}
          HIGHLEVEL | 404 | {"statusCode":404,"message":"User not found for contact abc"}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"Contact's owner was not found"}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"Location not found"}
          HIGHLEVEL | 400 | {"statusCode":400,"message":"The token is not for this contact"}
          LINQ | 404 | {"error_code":"USER_NOT_FOUND","message":"User not found"}
          LINQ | 422 | {"error_code":"VALIDATION_ERROR","message":"User not found"}
          RAZE | 404 | {"success":false,"error":{"code":"NOT_FOUND","message":"Tag not found"}}
          ACQUIRE | 400 | {"error":"ERROR_RECORD_NOT_FOUND","message":"Company not found"}
          """)
  void somethingElseThatIsNotFoundIsAFaultOfTheUpdate(Crm crm, int status, String body) {
    assertThat(refusal(crm, status, body)).isInstanceOf(InvalidUpdateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"ERROR_DUPLICATE_RECORD_FOUND\"}",
        "{\"code\":400,\"error\":{\"type\":\"ERROR_DUPLICATE_RECORD_FOUND\"}}",
        "{\"errors\":[{\"error\":{\"name\":\"ERROR_DUPLICATE_RECORD_FOUND\"}}]}",
        "[[\"ERROR_DUPLICATE_RECORD_FOUND\"]]",
        "\"ERROR_DUPLICATE_RECORD_FOUND\"",
        "{\"message\":\"ERROR_DUPLICATE_RECORD_FOUND - Already exists\"}"
      })
  void codeOfAcquireIsFoundAtAnyDepth(String body) {
    ContactsException refusal = refusal(Crm.ACQUIRE, 400, body);

    assertThat(refusal).isInstanceOf(ConflictException.class);
    assertThat(refusal.code()).contains("ERROR_DUPLICATE_RECORD_FOUND");
  }

  @Test
  void conflictTellsTheOtherContactAndTheField() {
    ConflictException conflict =
        (ConflictException)
            refusal(
                Crm.HIGHLEVEL,
                400,
                """
                {"statusCode":400,"message":"This location does not allow duplicated contacts.",
                 "meta":{"contactId":"4gZ1a2b3","matchingField":"email"}}""");

    assertThat(conflict.conflictingContactId()).contains("4gZ1a2b3");
    assertThat(conflict.matchingField()).contains("email");
    assertThat(conflict)
        .hasMessage(
            "HighLevel answered 400: This location does not allow duplicated contacts.; the"
                + " conflict is with the contact 4gZ1a2b3 in email");
  }

  @Test
  void conflictWithoutMoreTellsNoOther() {
    ConflictException conflict =
        (ConflictException)
            refusal(Crm.RAZE, 409, "{\"success\":false,\"error\":{\"code\":\"ALREADY_EXISTS\"}}");

    assertThat(conflict.conflictingContactId()).isEmpty();
    assertThat(conflict.matchingField()).isEmpty();
    assertThat(conflict).hasMessage("Raze answered 409 (ALREADY_EXISTS)");
  }

  private static ContactsException refusal(Crm crm, int status, String body) {
    Contacts contacts = Accounts.answering(crm, status, ByteString.encodeUtf8(body)).build();
    return catchThrowableOfType(
        ContactsException.class,
        () -> contacts.update(Accounts.contactId(crm), Samples.update(ContactField.EMAIL)));
  }
}
