package io.contactbridge;

import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An update that the CRM took, and what became of each field. Immutable.
 *
 * <p>However odd the answer was, there is a result: the {@linkplain #observations observations} say
 * what was not as specified, and {@link #body} has the answer as it came.
 */
public final class UpdateResult {
  private final UpdatePlan plan;
  private final Contact contact;
  private final Map<ContactField, Outcome> outcomes;
  private final Map<String, Outcome> additions;
  private final List<Observation> observations;
  private final Answer answer;
  private final int attempts;

  UpdateResult(
      UpdatePlan plan,
      Contact contact,
      Map<ContactField, Outcome> outcomes,
      Map<String, Outcome> additions,
      List<Observation> observations,
      Answer answer,
      int attempts) {
    this.plan = plan;
    this.contact = contact;
    this.outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    this.additions = Collections.unmodifiableMap(new LinkedHashMap<>(additions));
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

  /** Returns the contact as the CRM then had it, as far as the answer tells. */
  public Contact contact() {
    return contact;
  }

  /** Returns what became of each field of the update. */
  public Map<ContactField, Outcome> outcomes() {
    return outcomes;
  }

  /**
   * Returns what became of {@code field}.
   *
   * @throws IllegalArgumentException if the field was not in the update
   */
  public Outcome outcome(ContactField field) {
    Outcome outcome = outcomes.get(field);
    if (outcome == null) {
      throw new IllegalArgumentException(
          field + " was not in the update, which has " + outcomes.keySet());
    }
    return outcome;
  }

  /**
   * Returns what became of what was sent {@linkplain ContactUpdate.Builder#also beside} the fields,
   * by its JSON path in the request.
   */
  public Map<String, Outcome> additions() {
    return additions;
  }

  /**
   * Returns this result if no outcome is {@link Outcome#DIFFERENT}.
   *
   * @throws NotAppliedException if the contact has another value than was asked for
   */
  public UpdateResult requireApplied() {
    if (outcomes.containsValue(Outcome.DIFFERENT) || additions.containsValue(Outcome.DIFFERENT)) {
      throw new NotAppliedException(this);
    }
    return this;
  }

  /** Returns all that was not as specified in the answer. */
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

  /** Returns the name that the CRM gave the request, for asking its support. */
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

  /** Tells the outcomes and not the values, which are personal data. */
  @Override
  public String toString() {
    return crm() + " " + outcomes;
  }
}
