package io.contactbridge.internal.mapping;

import io.contactbridge.Contact;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.NotAppliedException;
import io.contactbridge.NotConfirmedException;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.Observation;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An update that the CRM took, compared with the answer. */
final class VerifiedUpdate implements UpdateResult {
  private static final long serialVersionUID = 1;

  private final PlannedUpdate plan;
  private final Contact contact;
  private final Judgements judgements;
  private final List<Observation> observations;
  private final Answer answer;
  private final int attempts;

  VerifiedUpdate(
      PlannedUpdate plan,
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

  @Override
  public Crm crm() {
    return plan.crm();
  }

  @Override
  public PlannedUpdate plan() {
    return plan;
  }

  @Override
  public Contact contact() {
    return contact;
  }

  @Override
  public Map<ContactField, Outcome> outcomes() {
    return judgements.outcomes();
  }

  @Override
  public Outcome outcome(ContactField field) {
    Judgement judgement = judgements.fields().get(field);
    if (judgement == null) {
      throw new IllegalArgumentException(
          field + " was not in the update, which has " + judgements.fields().keySet());
    }
    return judgement.outcome();
  }

  @Override
  public Map<String, Outcome> customFieldOutcomes() {
    return Judgements.outcomes(judgements.customFields());
  }

  @Override
  public Map<String, Outcome> additions() {
    return Judgements.outcomes(judgements.additions());
  }

  @Override
  public Optional<String> reason(ContactField field) {
    return Judgements.reason(judgements.fields(), field);
  }

  @Override
  public Optional<String> customFieldReason(String key) {
    return Judgements.reason(judgements.customFields(), key);
  }

  @Override
  public Optional<String> additionReason(String path) {
    return Judgements.reason(judgements.additions(), path);
  }

  @Override
  public UpdateResult requireApplied() {
    if (has(Outcome.DIFFERENT)) {
      throw new NotAppliedException(this, notApplied());
    }
    return this;
  }

  @Override
  public UpdateResult requireConfirmed() {
    requireApplied();
    if (has(Outcome.NOT_ECHOED)) {
      throw new NotConfirmedException(
          this,
          crm()
              + " took the update, but its answer does not confirm "
              + judgements.list(Set.of(Outcome.DIFFERENT, Outcome.NOT_ECHOED)));
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

  @Override
  public List<Observation> observations() {
    return observations;
  }

  @Override
  public int status() {
    return answer.status();
  }

  @Override
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

  @Override
  public Optional<String> requestId() {
    return Optional.ofNullable(ErrorForm.requestId(answer));
  }

  @Override
  public int attempts() {
    return attempts;
  }

  @Override
  public String body() {
    return answer.text();
  }

  @Override
  public String toString() {
    return crm() + " " + outcomes();
  }

  private String notApplied() {
    return judgements.denial() == null
        ? crm()
            + " took the update, but the contact has other values in "
            + judgements.list(Set.of(Outcome.DIFFERENT))
        : Printable.line(crm() + " answered " + status() + ", but " + judgements.denial());
  }
}
