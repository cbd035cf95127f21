package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import io.contactbridge.Fate;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.Model;
import io.contactbridge.client.Observation;
import io.contactbridge.client.Observed;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.Denial;
import io.contactbridge.internal.mapping.FieldTable.Read;
import io.contactbridge.internal.mapping.FieldTable.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Derives the outcomes of one update from the answer. If the CRM denies the change, its echo does
 * not count. An answer about another contact, or without one, confirms nothing.
 */
final class Verification<D, A extends Model> {
  private final CrmAdapter<D, A> adapter;
  private final MappingOptions options;
  private final PlannedUpdate plan;
  private final Answer answer;
  private final List<Observation> observations;
  private final @Nullable A body;
  private final @Nullable Judgement whole;

  /** What the answer has of each field, or {@link FieldTable#NOTHING}. */
  private final Map<ContactField, @Nullable Object> found = new EnumMap<>(ContactField.class);

  Verification(
      CrmAdapter<D, A> adapter, MappingOptions options, PlannedUpdate plan, Answer answer) {
    this.adapter = adapter;
    this.options = options;
    this.plan = plan;
    this.answer = answer;
    this.observations = answer.oddities();
    this.body = adapter.answers().read(answer.document(), observations::add);
    this.whole = body == null ? unreadable() : whole(body);
  }

  UpdateResult result(int attempts, Consumer<Observation> listener) {
    Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
    for (ContactField field : adapter.fields().known()) {
      Row<D, A> row = adapter.fields().row(field);
      if (row != null) {
        Object here = body == null ? FieldTable.NOTHING : row.find(body);
        found.put(field, here);
        Object value = read(field, row, here);
        if (value != null) {
          values.put(field, value);
        }
      }
    }
    observations.forEach(listener);
    return new VerifiedUpdate(
        plan,
        new AnsweredContact(contactId(), values),
        new Judgements(
            whole != null && whole.outcome() == Outcome.DIFFERENT ? whole.reason() : null,
            fields(values),
            customFields(values),
            additions(values)),
        observations,
        answer,
        attempts);
  }

  /**
   * Returns the judgement that holds for everything that was sent, or null if it differs by field.
   */
  private @Nullable Judgement whole(A body) {
    String denial = Denial.path(body);
    if (denial != null) {
      observations.add(new Observation(denial, "a success", "a denial"));
      String said = adapter.errors().said(adapter.crm(), answer);
      return new Judgement(
          Outcome.DIFFERENT,
          adapter.crm() + " denies the change in " + denial + (said.isEmpty() ? "" : ": " + said));
    }
    Object id = adapter.id().get().apply(body);
    if (id != FieldTable.NOTHING && !ContactIds.mayBe(plan.contactId(), id)) {
      observations.add(
          new Observation(
              adapter.id().path(), "the id of the contact that was updated", "another id"));
      return new Judgement(Outcome.NOT_ECHOED, "the answer is about another contact");
    }
    return adapter.contact(body) == null ? unreadable() : null;
  }

  private static Judgement unreadable() {
    return new Judgement(Outcome.NOT_ECHOED, "the answer shows no contact");
  }

  private @Nullable String contactId() {
    Object id = body == null ? null : adapter.id().get().apply(body);
    return id instanceof String || id instanceof Number ? id.toString() : null;
  }

  private @Nullable Object read(ContactField field, Row<D, A> row, @Nullable Object here) {
    if (here == FieldTable.NOTHING || here == null || row.read() == null) {
      return null;
    }
    Object value = row.conversion().fromCrm(here);
    if (field.type().isInstance(value)) {
      return value;
    }
    String path = path(row);
    if (observations.stream().noneMatch(observation -> isWithin(observation.path(), path))) {
      observations.add(
          new Observation(path, "a " + field.type().getSimpleName(), "something else"));
    }
    return null;
  }

  private static boolean isWithin(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  private Map<ContactField, Judgement> fields(Map<ContactField, Object> values) {
    Map<ContactField, Judgement> judgements = new EnumMap<>(ContactField.class);
    for (PlannedField field : plan.planned()) {
      judgements.put(
          field.field(),
          field.fate() == Fate.DROPPED
              ? new Judgement(Outcome.DROPPED, field.detail().orElse(null))
              : judge(field.answeredAs(), field.asked(), values));
    }
    return judgements;
  }

  private Judgement judge(
      ContactField field, @Nullable Object asked, Map<ContactField, Object> values) {
    Row<D, A> row = adapter.fields().row(field);
    if (whole != null || row == null || row.read() == null) {
      return whole == null ? unreadable() : whole;
    }
    Object here = found.get(field);
    if (here == FieldTable.NOTHING) {
      return new Judgement(Outcome.NOT_ECHOED, reason(row, "the answer lacks " + path(row)));
    }
    Outcome outcome = outcome(field, row, asked, here, values.get(field));
    return outcome == Outcome.DIFFERENT
        ? new Judgement(outcome, reason(row, "the answer has another value in " + path(row)))
        : Judgement.of(outcome);
  }

  /** Returns where the answer has a field, or would have it. */
  private String path(Row<D, A> row) {
    Read<A> place = body == null ? row.read() : row.place(body);
    return place == null ? "$" : place.path();
  }

  /** Adds what was observed of the field, where that explains the outcome. */
  private static String reason(Row<?, ?> row, String words) {
    return row.knowledge().warnings().stream()
        .filter(observed -> observed.effect() == Observed.Effect.IGNORED)
        .findFirst()
        .map(observed -> words + "; observed: " + Knowledge.words(observed))
        .orElse(words);
  }

  private Outcome outcome(
      ContactField field,
      Row<D, A> row,
      @Nullable Object asked,
      @Nullable Object answered,
      @Nullable Object value) {
    if (answered != null && value == null) {
      // An unreadable value cannot be the one that was sent.
      return Outcome.DIFFERENT;
    }
    Outcome outcome = ValueComparison.compare(field, asked, value, options.defaultRegion());
    if (outcome == Outcome.APPLIED && answered != null && value != null) {
      return row.conversion().isAsSent(answered, value) ? outcome : Outcome.NORMALISED;
    }
    return outcome == Outcome.DIFFERENT
            && asked != null
            && answered != null
            && row.conversion().isMeant(answered, asked)
        ? Outcome.NORMALISED
        : outcome;
  }

  private Map<String, Judgement> customFields(Map<ContactField, Object> values) {
    for (PlannedField field : plan.planned()) {
      if (field.field() == ContactField.CUSTOM_FIELDS && field.asked() instanceof Map<?, ?> asked) {
        return customFields(asked, values.get(ContactField.CUSTOM_FIELDS));
      }
    }
    return Collections.emptyMap();
  }

  private Map<String, Judgement> customFields(Map<?, ?> asked, @Nullable Object answered) {
    Map<String, Judgement> judgements = new LinkedHashMap<>();
    Judgement all = judgeCustomFields(answered);
    ValueComparison.customFields(asked, answered)
        .forEach((key, outcome) -> judgements.put(key, all == null ? customField(outcome) : all));
    return judgements;
  }

  /** Returns the judgement that holds for every custom field, or null if it differs by field. */
  private @Nullable Judgement judgeCustomFields(@Nullable Object answered) {
    Row<D, A> row = adapter.fields().row(ContactField.CUSTOM_FIELDS);
    if (whole != null || row == null || body == null) {
      return whole == null ? unreadable() : whole;
    }
    return answered == null && found.get(ContactField.CUSTOM_FIELDS) == FieldTable.NOTHING
        ? new Judgement(Outcome.NOT_ECHOED, "the answer lacks the custom fields")
        : null;
  }

  private static Judgement customField(Outcome outcome) {
    return switch (outcome) {
      case DIFFERENT ->
          new Judgement(
              outcome, "the answer has another value for it, or lacks it among the others");
      case NOT_ECHOED -> new Judgement(outcome, "the answer lacks a part of it");
      default -> Judgement.of(outcome);
    };
  }

  private Map<String, Judgement> additions(Map<ContactField, Object> values) {
    if (plan.additions().isEmpty() && plan.undocumented().isEmpty()) {
      // Most updates have none, so the bodies need not be parsed.
      return Map.of();
    }
    Map<String, Judgement> judgements = new LinkedHashMap<>();
    if (body != null && plan.undocumented().isEmpty() && observations.isEmpty()) {
      // As specified, so the objects say the same as the JSON, which need not be read again.
      for (String path : plan.additions()) {
        Found answered = JsonTree.find(body, adapter.answerPath(path));
        judgements.put(path, addition(path, plan.sent(path).value(), answered, values));
      }
      return judgements;
    }
    List<String> paths = new ArrayList<>(plan.additions());
    paths.addAll(plan.undocumented());
    Map<String, Found> asked = JsonTree.find(plan.json(), paths);
    Map<String, Found> answered =
        JsonTree.find(answer.json(), paths.stream().map(adapter::answerPath).toList());
    for (String path : paths) {
      Object value = asked.getOrDefault(path, Found.NOTHING).value();
      Found here = answered.getOrDefault(adapter.answerPath(path), Found.NOTHING);
      judgements.put(path, addition(path, value, here, values));
    }
    return judgements;
  }

  private Judgement addition(
      String path, @Nullable Object asked, Found here, Map<ContactField, Object> values) {
    if (whole != null) {
      return whole;
    }
    ContactField field = adapter.fields().writtenAt(path);
    Row<D, A> row = field == null ? null : adapter.fields().row(field);
    if (field != null && row != null && row.read() != null) {
      Object value = asked == null ? null : row.conversion().fromCrm(JsonTree.plain(asked));
      if (asked == null || field.type().isInstance(value)) {
        return judge(field, value, values);
      }
    }
    if (!here.present()) {
      return new Judgement(Outcome.NOT_ECHOED, "the answer lacks " + adapter.answerPath(path));
    }
    Outcome outcome = ValueComparison.compare(asked, here.value());
    String words =
        switch (outcome) {
          case DIFFERENT -> "the answer has another value in ";
          case NOT_ECHOED -> "the answer lacks a part of ";
          default -> null;
        };
    return words == null
        ? Judgement.of(outcome)
        : new Judgement(outcome, words + adapter.answerPath(path));
  }
}
