package io.contactbridge.internal.mapping;

import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Failure;
import io.contactbridge.Rate;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.internal.answer.StatusCodes;
import io.contactbridge.internal.mapping.FieldTable.Read;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is particular to one CRM. Nothing here has side effects: the call between the
 * request and the answer is the same for every CRM.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
public interface CrmAdapter<D, A extends Model> {
  Crm crm();

  CredentialHeader credential();

  FieldTable<D, A> fields();

  /** Returns the evidence that an update leaves the fields alone that it does not contain. */
  Claim keep();

  D draft();

  /**
   * Adds what the CRM documents beyond the normalised fields.
   *
   * @param request a request of this CRM's generated client
   * @return the JSON paths of what was added, or null if it is a request of another CRM
   * @throws IllegalArgumentException if it sets a value that is already set; the message names it
   */
  @Nullable List<String> also(D draft, Model request);

  /** Returns the reader of the documented request. */
  KindJsonAdapter<? extends Model> requests();

  /** Returns where the answer has what stands at a JSON path of the request. */
  String answerPath(String requestPath);

  /**
   * Returns the names of what describes an account, in capitals: the parts of its server's address
   * if there are any, and the credential at the end.
   */
  List<String> settings();

  /**
   * Returns the URL that an account is served at.
   *
   * @param address the values of all {@link #settings} but the credential
   * @throws IllegalArgumentException if one of them cannot be part of an address
   */
  HttpUrl server(List<String> address);

  /** Returns whether the ids of contacts are numbers; they are words by default. */
  default boolean hasNumericIds() {
    return false;
  }

  /**
   * Returns the id as it stands in the path of a request.
   *
   * @throws IllegalArgumentException if it cannot be a contact's id at this CRM
   */
  default String contactId(String id) {
    return hasNumericIds()
        ? Long.toString(ContactIds.number(crm(), id))
        : ContactIds.word(crm(), id);
  }

  /** Returns what is sent of a draft. */
  Model body(D draft);

  /** Returns the path of an update below the server; its last segment is the contact's id. */
  String path();

  /** Returns the headers that this CRM needs beside those of every update; none by default. */
  default Map<String, String> headers() {
    return Map.of();
  }

  KindJsonAdapter<A> answers();

  /** Returns the contact in the answer, or null if it shows none. */
  @Nullable Model contact(A answer);

  /** Returns where the answer has the contact's id. */
  Read<A> id();

  /** Returns why the CRM would refuse this draft as a whole, or null if it would not. */
  default @Nullable String objection(D draft) {
    return null;
  }

  /** Returns what a caller should know before this draft is sent; nothing by default. */
  default @Nullable String warning(D draft) {
    return null;
  }

  /** Returns where this CRM's errors have their words. */
  ErrorForm errors();

  /** Returns the documented limits of an account's calls, the shortest first; none by default. */
  default List<Rate> rates() {
    return List.of();
  }

  /** Returns how this CRM says that it has no such contact. */
  NotFound notFound();

  /**
   * Returns the statuses of refusals that have several meanings, each with the JSON path of the
   * answer that tells which one it is; none by default.
   */
  default Map<String, String> ambiguousStatuses() {
    return Map.of();
  }

  /** Returns the names of properties among custom fields that are none; none by default. */
  default Set<String> besideCustomFields() {
    return Set.of();
  }

  /** Returns the JSON paths of values that cannot be chosen freely; none by default. */
  default Set<String> givenPaths() {
    return Set.of();
  }

  /**
   * Returns the meaning of a refusal, which follows from its status unless this CRM has its own
   * rules.
   */
  default ContactsException refusal(Failure failure) {
    return StatusCodes.byStatus(failure, notFound());
  }
}
