package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * What is particular about one CRM. All of it is pure: the call stands between the request and the
 * answer, and is the same for every CRM.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
interface CrmAdapter<D, A> {
  Crm crm();

  CredentialHeader credential();

  FieldTable<D, A> fields();

  D draft();

  /**
   * Adds what the CRM documents beyond the normalised fields.
   *
   * @param request a request of this CRM's generated client
   * @return the JSON paths of what was added, or null if it is a request of another CRM's
   * @throws IllegalArgumentException if it sets what is set already; the message says what
   */
  @Nullable List<String> also(D draft, Model request);

  /** Returns where the answer has what stands at a JSON path of the request. */
  String answerPath(String requestPath);

  /**
   * Returns the request.
   *
   * @throws IllegalArgumentException if {@code id} cannot be a contact's id at this CRM
   */
  Request request(Retrofit retrofit, String id, D draft);

  KindJsonAdapter<A> answers();

  /** Returns the contact's id in the answer. */
  @Nullable Object contactId(A answer);

  /**
   * Returns whether the CRM itself says in this answer, which has a status of success, that it did
   * not make the change. What the answer does not show is then taken as not changed.
   */
  default boolean denies(A answer) {
    return false;
  }

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

  /** Returns what a refusal means here; by its status if this CRM has nothing of its own to say. */
  default ContactsException refusal(Failure failure) {
    return Refusals.byStatus(failure);
  }
}
