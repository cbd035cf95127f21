package io.contactbridge;

import io.contactbridge.client.Observation;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An update that the CRM took, and what became of each field. Immutable.
 *
 * <p>There is a result even if the answer is not as specified: the {@linkplain #observations
 * observations} say where it differs, and {@link #body} has the answer as it came.
 */
public interface UpdateResult extends Serializable {
  Crm crm();

  /** Returns what was sent. */
  UpdatePlan plan();

  /**
   * Returns the contact as the answer shows it. If the answer is about {@linkplain #reason another
   * contact}, this is that other contact, with its id.
   */
  Contact contact();

  /** Returns what became of each field of the update. */
  Map<ContactField, Outcome> outcomes();

  /**
   * Returns what became of {@code field}.
   *
   * @throws IllegalArgumentException if the field was not in the update
   */
  Outcome outcome(ContactField field);

  /** Returns what became of each custom field of the update, by the key that was sent. */
  Map<String, Outcome> customFieldOutcomes();

  /**
   * Returns the outcome of each value that was sent {@linkplain ContactUpdate.Builder#also beside}
   * the fields or {@linkplain ContactUpdate.Builder#undocumented without documentation}, by its
   * JSON path in the request.
   */
  Map<String, Outcome> additions();

  /**
   * Returns why a field of the update is {@link Outcome#DIFFERENT}, {@link Outcome#NOT_ECHOED} or
   * {@link Outcome#DROPPED}, in a few words for people. They contain no values, except that they
   * may quote a CRM that denies the change.
   */
  Optional<String> reason(ContactField field);

  /** Returns the same for a custom field, by the key that was sent. */
  Optional<String> customFieldReason(String key);

  /** Returns the same for one of {@link #additions}, by its JSON path in the request. */
  Optional<String> additionReason(String path);

  /**
   * Returns this result if nothing in the answer contradicts it: no outcome is {@link
   * Outcome#DIFFERENT}.
   *
   * <p>{@link Outcome#NOT_ECHOED} passes: fields that the answer lacks, an answer without a contact
   * or about another one, and an unreadable answer such as a page of HTML. {@link
   * #requireConfirmed} does not let it pass.
   *
   * @throws NotAppliedException if the contact has another value than was asked for, or if the CRM
   *     says in its answer that it did not make the change
   */
  UpdateResult requireApplied();

  /**
   * Returns this result if the answer shows everything that was sent: each outcome is {@link
   * Outcome#APPLIED} or {@link Outcome#NORMALISED}.
   *
   * <p>{@link Outcome#DROPPED} passes, since the caller allowed it. A field that the CRM's answers
   * lack is never confirmed; see {@link Capability#canRead}.
   *
   * @throws NotAppliedException as {@link #requireApplied} does
   * @throws NotConfirmedException if the answer does not show something that was sent
   */
  UpdateResult requireConfirmed();

  /** Returns everything in the answer that differs from the specification. */
  List<Observation> observations();

  /** Returns the HTTP status of the answer. */
  int status();

  /**
   * Returns the headers of the answer by their names in lower case, with {@code ***} in the place
   * of a credential that they repeat.
   */
  Map<String, List<String>> headers();

  /** Returns the CRM's id of the request, which its support may ask for. */
  Optional<String> requestId();

  /** Returns how often the update was sent: once, unless an attempt failed before this answer. */
  int attempts();

  /** Returns the answer's body as it came. It holds personal data. */
  String body();

  /** Names the outcomes and not the values, which are personal data. */
  @Override
  String toString();
}
