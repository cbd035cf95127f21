package io.contactbridge;

import io.contactbridge.FieldTable.Found;
import io.contactbridge.FieldTable.Row;
import io.contactbridge.FieldTable.Write;
import io.contactbridge.client.Model;
import io.contactbridge.client.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * The life of an update but for the call: the plan before it, the result after it. Pure.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
final class Updates<D, A> {
  private final CrmAdapter<D, A> adapter;
  private final Retrofit retrofit;
  private final Settings settings;
  private final ObservationListener listener;

  Updates(
      CrmAdapter<D, A> adapter,
      Retrofit retrofit,
      Settings settings,
      ObservationListener listener) {
    this.adapter = adapter;
    this.retrofit = retrofit;
    this.settings = settings;
    this.listener = listener;
  }

  Crm crm() {
    return adapter.crm();
  }

  UpdatePlan plan(String id, ContactUpdate update) {
    D draft = adapter.draft();
    List<FieldPlan> plans = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (ContactField field : update.fields()) {
      try {
        plans.add(plan(field, update, draft));
      } catch (UnsupportedFieldException e) {
        if (settings.onUnsupported() == OnUnsupported.DROP) {
          plans.add(FieldPlan.dropped(field, e.reason(), adapter.crm()));
        } else {
          faults.add(e.reason());
        }
      } catch (IllegalArgumentException e) {
        faults.add(field + " must be " + e.getMessage());
      }
    }
    List<String> warnings = new ArrayList<>();
    List<String> additions = new ArrayList<>();
    for (Model request : update.requests()) {
      try {
        additions.addAll(add(request, draft));
      } catch (UnsupportedFieldException e) {
        (settings.onUnsupported() == OnUnsupported.DROP ? warnings : faults).add(e.reason());
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    refuse(plans, additions, faults, draft);
    Request request = adapter.request(retrofit, id, draft);
    return new UpdatePlan(
        adapter.crm(),
        request.newBuilder().header("Accept", "application/json").build(),
        adapter.credential(),
        plans,
        additions,
        warnings(plans, draft, warnings));
  }

  private List<String> add(Model request, D draft) {
    List<String> paths = adapter.also(draft, request);
    if (paths == null) {
      throw new UnsupportedFieldException(
          adapter.crm() + " takes nothing of " + request.getClass().getName());
    }
    return paths;
  }

  private void refuse(List<FieldPlan> plans, List<String> additions, List<String> faults, D draft) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          adapter.crm() + " cannot make this update: " + String.join("; ", faults));
    }
    if (additions.isEmpty() && plans.stream().allMatch(plan -> plan.fate() == Fate.DROPPED)) {
      throw new IllegalArgumentException(
          adapter.crm() + " can store nothing of this update; it stores " + stored());
    }
    String objection = adapter.objection(draft);
    if (objection != null) {
      throw new IllegalArgumentException(objection);
    }
  }

  private FieldPlan plan(ContactField field, ContactUpdate update, D draft) {
    Row<D, A> row = adapter.fields().row(field);
    if (row == null || row.write() == null) {
      throw new UnsupportedFieldException(
          adapter.crm()
              + (row == null ? " cannot store " : " can only read ")
              + field
              + "; it stores "
              + stored());
    }
    if (row.partOf() != null) {
      return planPart(field, row.partOf(), row.write(), update, draft);
    }
    Object value = update.get(field);
    if (value == null) {
      return clear(field, row.write(), draft);
    }
    Object converted = row.conversion().toCrm(value, settings);
    row.write().put().accept(draft, converted);
    return converted.toString().equals(value.toString())
        ? FieldPlan.sent(field, row.write(), value, adapter.crm())
        : FieldPlan.converted(
            field, row.write(), row.conversion().words(), field, converted, adapter.crm());
  }

  private FieldPlan clear(ContactField field, Write<D> write, D draft) {
    if (!write.nullable() && !settings.allowUndocumentedClear()) {
      throw new UnsupportedFieldException(
          adapter.crm()
              + " does not document that "
              + field
              + " can be cleared, which allowUndocumentedClear would try"
              + (field == ContactField.TAGS ? "; set it to no tags instead" : ""));
    }
    write.put().accept(draft, null);
    return FieldPlan.cleared(field, write, adapter.crm());
  }

  /** A CRM that has full names alone takes both parts or none: it can be told only the whole. */
  private FieldPlan planPart(
      ContactField field, ContactField whole, Write<D> write, ContactUpdate update, D draft) {
    Object first = update.get(ContactField.FIRST_NAME);
    Object last = update.get(ContactField.LAST_NAME);
    if (first == null || last == null) {
      throw new UnsupportedFieldException(
          adapter.crm()
              + " has full names alone, so "
              + field
              + " needs both FIRST_NAME and LAST_NAME with a value, or FULL_NAME instead");
    }
    if (update.fields().contains(whole)) {
      throw new UnsupportedFieldException(
          adapter.crm() + " has full names alone, and " + whole + " is given beside " + field);
    }
    String name = (first + " " + last).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name, of which at least one half is not blank");
    }
    write.put().accept(draft, name);
    return FieldPlan.converted(
        field, write, "first and last name joined by a blank", whole, name, adapter.crm());
  }

  private String stored() {
    return FieldNames.list(adapter.fields().stored());
  }

  private List<String> warnings(List<FieldPlan> plans, D draft, List<String> dropped) {
    List<String> warnings = new ArrayList<>(dropped);
    for (ContactField field : sent(plans)) {
      Row<D, A> row = adapter.fields().row(field);
      if (row != null && row.replaces()) {
        warnings.add(field + " replaces all that the contact has there");
      }
    }
    String warning = adapter.warning(draft);
    if (warning != null) {
      warnings.add(warning);
    }
    return warnings;
  }

  private static Set<ContactField> sent(List<FieldPlan> plans) {
    Set<ContactField> sent = EnumSet.noneOf(ContactField.class);
    plans.stream()
        .filter(plan -> plan.fate() != Fate.DROPPED)
        .forEach(plan -> sent.add(plan.field()));
    return sent;
  }

  /**
   * Returns what became of a plan that the CRM took.
   *
   * @param attempts how often it was sent
   */
  UpdateResult result(UpdatePlan plan, Answer answer, int attempts) {
    List<Observation> observations = answer.oddities();
    A body = adapter.answers().read(answer.json(), observations::add);
    boolean denied = body != null && adapter.denies(body);
    if (denied) {
      observations.add(
          new Observation("$", "word of success beside a status of success", "a denial"));
    }
    Outcome withoutEcho = denied ? Outcome.DIFFERENT : Outcome.NOT_ECHOED;
    Map<ContactField, Found> found = body == null ? Map.of() : find(body);
    Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
    found.forEach(
        (field, value) -> {
          Object read = value(field, value, observations);
          if (read != null) {
            values.put(field, read);
          }
        });
    observations.forEach(listener::tell);
    Object id = body == null ? null : adapter.contactId(body);
    return new UpdateResult(
        plan,
        new Contact(id == null ? null : id.toString(), values),
        outcomes(plan, found, values, withoutEcho),
        additions(plan, answer, withoutEcho),
        observations,
        answer,
        attempts);
  }

  List<Rate> rates() {
    return adapter.rates();
  }

  /** Returns how many calls the CRM says are left in its longest window, or null. */
  @Nullable Long left(Answer answer) {
    return adapter.errors().rate().left(answer);
  }

  /** Returns for how long an answer of any status says that no call can succeed, or null. */
  @Nullable Duration pause(Answer answer, Instant now) {
    return adapter.errors().rate().untilReset(answer, now);
  }

  /** Returns what an answer that is no success says. */
  Failure failure(Answer answer, Instant now) {
    return adapter.errors().failure(crm(), answer, now);
  }

  /** Returns what such an answer means. */
  ContactsException refusal(Failure failure) {
    return adapter.refusal(failure);
  }

  private Map<String, Outcome> additions(UpdatePlan plan, Answer answer, Outcome withoutEcho) {
    if (plan.additions().isEmpty()) {
      // Most updates have none, and both bodies would be parsed for nothing.
      return Map.of();
    }
    Object asked = JsonTree.parse(new Buffer().writeUtf8(plan.body()));
    Object answered = JsonTree.parse(answer.json());
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (String path : plan.additions()) {
      Found found = JsonTree.find(answered, adapter.answerPath(path));
      outcomes.put(
          path,
          found.present()
              ? Comparison.compareJson(JsonTree.find(asked, path).value(), found.value())
              : withoutEcho);
    }
    return outcomes;
  }

  private Map<ContactField, Found> find(A body) {
    Map<ContactField, Found> found = new EnumMap<>(ContactField.class);
    adapter
        .fields()
        .rows()
        .forEach(
            (field, row) -> {
              Found here = row.read() == null ? Found.NOTHING : row.read().get().apply(body);
              if (here.present()) {
                found.put(field, here);
              }
            });
    return found;
  }

  private @Nullable Object value(ContactField field, Found found, List<Observation> observations) {
    Row<D, A> row = adapter.fields().row(field);
    if (row == null || row.read() == null || found.value() == null) {
      return null;
    }
    Object value = row.conversion().fromCrm(found.value());
    if (field.type().isInstance(value)) {
      return value;
    }
    String path = row.read().path();
    if (observations.stream().noneMatch(observation -> isWithin(observation.path(), path))) {
      observations.add(
          new Observation(path, "a " + field.type().getSimpleName(), "something else"));
    }
    return null;
  }

  private static boolean isWithin(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  private Map<ContactField, Outcome> outcomes(
      UpdatePlan plan,
      Map<ContactField, Found> found,
      Map<ContactField, Object> values,
      Outcome withoutEcho) {
    Map<ContactField, Outcome> outcomes = new EnumMap<>(ContactField.class);
    for (FieldPlan field : plan.fields()) {
      Found here = found.getOrDefault(field.answeredAs(), Found.NOTHING);
      Object value = values.get(field.answeredAs());
      outcomes.put(
          field.field(),
          field.fate() != Fate.DROPPED && !here.present()
              ? withoutEcho
              : outcome(field, here, value));
    }
    return outcomes;
  }

  private Outcome outcome(FieldPlan field, Found here, @Nullable Object value) {
    if (field.fate() == Fate.DROPPED) {
      return Outcome.DROPPED;
    }
    if (here.value() != null && value == null) {
      // What cannot be read as a value of the field is not the one that was asked for.
      return Outcome.DIFFERENT;
    }
    Outcome outcome =
        Comparison.compare(
            field.answeredAs(), field.value().orElse(null), value, settings.defaultRegion());
    return outcome == Outcome.APPLIED && !isAsSent(field.answeredAs(), here, value)
        ? Outcome.NORMALISED
        : outcome;
  }

  private boolean isAsSent(ContactField field, Found answered, @Nullable Object value) {
    Row<D, A> row = adapter.fields().row(field);
    return row == null
        || value == null
        || answered.value() == null
        || row.conversion().isAsSent(answered.value(), value);
  }
}
