package io.contactbridge.review.internal.changes;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.UnavailableException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * What a caller sees of an answer: the library itself is given the answer, so that the site cannot
 * say anything else than the library does. Nothing leaves this machine.
 */
final class Reactions {
  /**
   * What a caller sees.
   *
   * @param exception its simple name, or empty if the update counts as made
   * @param message what it says
   */
  record Reaction(String exception, String message, String meaning, String advice) {}

  private static final MediaType JSON = MediaType.get("application/json");

  private Reactions() {}

  /**
   * Returns the result or the exception of {@code update}.
   *
   * @throws IllegalArgumentException if it is no status of an answer
   */
  static Reaction to(Crm crm, int status, String body) {
    ContactUpdate update = ContactUpdate.builder().email("ada@example.com").build();
    try {
      contacts(crm, status, body).update("123", update);
      return new Reaction("", "", "The update counts as made.", "");
    } catch (ContactsException e) {
      return new Reaction(e.getClass().getSimpleName(), message(e), meaning(e), advice(e));
    }
  }

  private static Contacts contacts(Crm crm, int status, String body) {
    OkHttpClient canned =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("")
                        .body(ResponseBody.create(body, JSON))
                        .build())
            .build();
    return Contacts.of(crm, variable -> "example")
        .httpClient(canned)
        .maxRetries(0)
        .noRateLimit()
        .build();
  }

  private static String message(ContactsException e) {
    return String.valueOf(e.getMessage());
  }

  private static String meaning(ContactsException e) {
    return switch (e.getClass().getSimpleName()) {
      case "InvalidUpdateException" -> "The CRM refused the update.";
      case "ContactNotFoundException" -> "The CRM has no such contact.";
      case "ConflictException" -> "The update conflicts with what the CRM has.";
      case "CredentialsException" -> "The credential is wrong, has expired or lacks permission.";
      case "RateLimitedException" -> "There were too many calls.";
      default -> unavailable(e);
    };
  }

  private static String unavailable(ContactsException e) {
    return e instanceof UnavailableException unavailable && unavailable.mayHaveBeenApplied()
        ? "The CRM cannot work now; nobody can say whether the change was made."
        : "The CRM cannot work now; the change was not made.";
  }

  private static String advice(ContactsException e) {
    return switch (e.getClass().getSimpleName()) {
      case "InvalidUpdateException" -> "Correct what the message names.";
      case "ContactNotFoundException" -> "Check the contact’s ID.";
      case "ConflictException" -> "Find the other contact.";
      case "CredentialsException" -> "Check the account’s credential.";
      case "RateLimitedException" -> "Wait, then send it again.";
      default -> "Send it again later; that does no harm.";
    };
  }
}
