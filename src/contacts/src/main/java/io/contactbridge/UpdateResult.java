package io.contactbridge;

import io.contactbridge.client.Observation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An update that the CRM took, and what became of each field. Immutable.
 *
 * <p>There is a result even if the answer is not as specified: the {@linkplain #observations
 * observations} say where it differs, and {@link #body} has the answer as it came.
 */
public final class UpdateResult implements Serializable {
  private static final long serialVersionUID = 1;

  private final UpdatePlan plan;
  private final Contact contact;
  private final Judgements judgements;
  private final List<Observation> observations;
  private final Answer answer;
  private final int attempts;

  UpdateResult(
      UpdatePlan plan,
      Contact contact,
      Judgements judgements,
      List<Observation> observations,
      Answer answer,
      int attempts) {
    this.plan = plan;
    this.contact = contact;
    this.judgements = judgements;
    this.observations = List.copyOf(observations);
    this.answer = answer;
    this.attempts = attempts;
  }

  public Crm crm() {
    return plan.crm();
  }

  /** Returns what was sent. */
  public UpdatePlan plan() {
    return plan;
  }

  /**
   * Returns the contact as the answer shows it. If the answer is about {@linkplain #reason another
   * contact}, this is that other contact, with its id.
   */
  public Contact contact() {
    return contact;
  }

  /** Returns what became of each field of the update. */
  public Map<ContactField, Outcome> outcomes() {
    return judgements.outcomes();
  }

  /**
   * Returns what became of {@code field}.
   *
   * @throws IllegalArgumentException if the field was not in the update
   */
  public Outcome outcome(ContactField field) {
    Judgement judgement = judgements.fields().get(field);
    if (judgement == null) {
      throw new IllegalArgumentException(
          field + " was not in the update, which has " + judgements.fields().keySet());
    }
    return judgement.outcome();
  }

  /** Returns what became of each custom field of the update, by the key that was sent. */
  public Map<String, Outcome> customFieldOutcomes() {
    return Judgements.outcomes(judgements.customFields());
  }

  /**
   * Returns the outcome of each value that was sent {@linkplain ContactUpdate.Builder#also beside}
   * the fields or {@linkplain ContactUpdate.Builder#undocumented without documentation}, by its
   * JSON path in the request.
   */
  public Map<String, Outcome> additions() {
    return Judgements.outcomes(judgements.additions());
  }

  /**
   * Returns why a field of the update is {@link Outcome#DIFFERENT}, {@link Outcome#NOT_ECHOED} or
   * {@link Outcome#DROPPED}, in a few words for people. They contain no values, except that they
   * may quote a CRM that denies the change.
   */
  public Optional<String> reason(ContactField field) {
    return Judgements.reason(judgements.fields(), field);
  }

  /** Returns the same for a custom field, by the key that was sent. */
  public Optional<String> customFieldReason(String key) {
    return Judgements.reason(judgements.customFields(), key);
  }

  /** Returns the same for one of {@link #additions}, by its JSON path in the request. */
  public Optional<String> additionReason(String path) {
    return Judgements.reason(judgements.additions(), path);
  }

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
  public UpdateResult requireApplied() {
    if (has(Outcome.DIFFERENT)) {
      throw new NotAppliedException(this);
    }
    return this;
  }

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
  public UpdateResult requireConfirmed() {
    requireApplied();
    if (has(Outcome.NOT_ECHOED)) {
      throw new NotConfirmedException(this);
    }
    return this;
  }

  private boolean has(Outcome outcome) {
    return isAmong(judgements.fields(), outcome) || isAmong(judgements.additions(), outcome);
  }

  private static boolean isAmong(Map<?, Judgement> judgements, Outcome outcome) {
    for (Judgement judgement : judgements.values()) {
      if (judgement.outcome() == outcome) {
        return true;
      }
    }
    return false;
  }

  /** Returns everything in the answer that differs from the specification. */
  public List<Observation> observations() {
    return observations;
  }

  /** Returns the HTTP status of the answer. */
  public int status() {
    return answer.status();
  }

  /**
   * Returns the headers of the answer by their names in lower case, with {@code ***} in the place
   * of a credential that they repeat.
   */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    answer
        .headers()
        .forEach(
            header ->
                headers
                    .computeIfAbsent(
                        header.getFirst().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(answer.hide(header.getSecond())));
    headers.replaceAll((name, values) -> Collections.unmodifiableList(values));
    return Collections.unmodifiableMap(headers);
  }

  /** Returns the CRM's id of the request, which its support may ask for. */
  public Optional<String> requestId() {
    return Optional.ofNullable(ErrorForm.requestId(answer));
  }

  /** Returns how often the update was sent: once, unless an attempt failed before this answer. */
  public int attempts() {
    return attempts;
  }

  /** Returns the answer's body as it came. It holds personal data. */
  public String body() {
    return answer.text();
  }

  /** Names the outcomes and not the values, which are personal data. */
  @Override
  public String toString() {
    return crm() + " " + outcomes();
  }

  Judgements judgements() {
    return judgements;
  }

  Optional<String> denial() {
    return Optional.ofNullable(judgements.denial());
  }
}
