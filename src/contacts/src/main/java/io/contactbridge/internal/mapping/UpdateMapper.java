package io.contactbridge.internal.mapping;

import com.squareup.moshi.JsonAdapter;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Failure;
import io.contactbridge.Fate;
import io.contactbridge.OnUnsupported;
import io.contactbridge.Rate;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.Model;
import io.contactbridge.client.Observation;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.mapping.FieldTable.Row;
import io.contactbridge.internal.mapping.FieldTable.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan before the call and the result after it. Has no side effects.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
public final class UpdateMapper<D, A extends Model> {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final List<ContactField> FIELDS = List.of(ContactField.values());
  private static final List<Crm> CRMS = List.of(Crm.values());
  private static final String METHOD = "PUT";

  private final CrmAdapter<D, A> adapter;
  private final Request template;
  private final MappingOptions options;
  private final Consumer<Observation> listener;

  public UpdateMapper(
      CrmAdapter<D, A> adapter,
      HttpUrl baseUrl,
      MappingOptions options,
      Consumer<Observation> listener) {
    this.adapter = adapter;
    this.template = template(adapter, baseUrl);
    this.options = options;
    this.listener = listener;
  }

  /**
   * Returns what all requests of an account have in common: the generated client's, less the body.
   */
  private static Request template(CrmAdapter<?, ?> adapter, HttpUrl baseUrl) {
    String directory = adapter.path().substring(0, adapter.path().lastIndexOf('/') + 1);
    HttpUrl url = baseUrl.newBuilder().addPathSegments(directory).build();
    Request.Builder request =
        new Request.Builder().url(url).method(METHOD, RequestBody.create(ByteString.EMPTY, JSON));
    adapter.headers().forEach(request::header);
    return request
        .header("Accept", "application/json")
        .header("User-Agent", UserAgent.NAME)
        .build();
  }

  public Crm crm() {
    return adapter.crm();
  }

  public PlannedUpdate plan(String id, ContactUpdate update) {
    D draft = adapter.draft();
    List<String> faults = new ArrayList<>(0);
    List<String> warnings = new ArrayList<>(0);
    List<PlannedField> plans = planFields(update, draft, faults);
    List<String> additions = planAdditions(update, draft, warnings, faults);
    Map<String, @Nullable Object> undocumented = update.undocumented(crm());
    List<String> paths = undocumented.isEmpty() ? List.of() : List.copyOf(undocumented.keySet());
    addObjections(paths, faults);
    addMeantForOthers(update, options.onUnsupported() == OnUnsupported.DROP ? warnings : faults);
    refuse(additions.isEmpty() && undocumented.isEmpty() && areDropped(plans), faults, draft);
    Model sent = adapter.body(draft);
    Request request = request(adapter.contactId(id), json(undocumented, sent));
    Warnings<D, A> known = new Warnings<>(adapter, plans, additions, request);
    warnings.addAll(known.list());
    String warning = adapter.warning(draft);
    if (warning != null) {
      warnings.add(warning);
    }
    for (String path : paths) {
      warnings.add(path + " is not documented at " + crm() + ", so its effect is unknown");
    }
    return new PlannedUpdate(
        crm(),
        request,
        sent,
        adapter.credential(),
        plans,
        additions,
        paths,
        warnings,
        known.repeatHarm());
  }

  private List<PlannedField> planFields(ContactUpdate update, D draft, List<String> faults) {
    List<PlannedField> plans = new ArrayList<>();
    for (ContactField field : FIELDS) {
      if (changes(update, field)) {
        try {
          plans.add(plan(field, update, draft));
        } catch (UnsupportedFieldException e) {
          if (options.onUnsupported() == OnUnsupported.DROP) {
            plans.add(PlannedField.dropped(field, e.reason(), adapter.crm()));
          } else {
            faults.add(e.reason());
          }
        } catch (IllegalArgumentException e) {
          faults.add(field + " must be " + e.getMessage());
        }
      }
    }
    return plans;
  }

  private static boolean changes(ContactUpdate update, ContactField field) {
    return update.get(field) != null || update.cleared().contains(field);
  }

  private List<String> planAdditions(
      ContactUpdate update, D draft, List<String> warnings, List<String> faults) {
    List<String> additions = new ArrayList<>(0);
    for (Model request : update.requests()) {
      try {
        additions.addAll(add(request, draft));
      } catch (UnsupportedFieldException e) {
        (options.onUnsupported() == OnUnsupported.DROP ? warnings : faults).add(e.reason());
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    return additions;
  }

  private static boolean areDropped(List<PlannedField> plans) {
    for (PlannedField plan : plans) {
      if (plan.fate() != Fate.DROPPED) {
        return false;
      }
    }
    return true;
  }

  private void addObjections(List<String> undocumented, List<String> faults) {
    for (String path : undocumented) {
      String objection =
          Undocumented.objection(crm(), path, adapter.requests(), adapter.fields().writtenAt(path));
      if (objection != null) {
        faults.add(objection);
      }
    }
  }

  private void addMeantForOthers(ContactUpdate update, List<String> reasons) {
    for (Crm other : CRMS) {
      Map<String, @Nullable Object> values = update.undocumented(other);
      if (other != crm() && !values.isEmpty()) {
        reasons.add(
            crm()
                + " takes nothing of what is meant for "
                + other
                + ": "
                + String.join(", ", values.keySet()));
      }
    }
  }

  private Request request(String id, Buffer json) {
    HttpUrl url = template.url();
    return template
        .newBuilder()
        .url(url.newBuilder().setPathSegment(url.pathSize() - 1, id).build())
        .method(METHOD, RequestBody.create(json.readByteString(), JSON))
        .build();
  }

  @SuppressWarnings("unchecked") // The adapter of the requests writes what a draft becomes.
  private Buffer json(Map<String, @Nullable Object> undocumented, Model sent) {
    Buffer json = new Buffer();
    try {
      ((JsonAdapter<Model>) adapter.requests()).toJson(json, sent);
      return undocumented.isEmpty()
          ? json
          : new Buffer().writeUtf8(Undocumented.add(json, undocumented));
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(crm() + " cannot make this update: " + e.getMessage(), e);
    }
  }

  private List<String> add(Model request, D draft) {
    List<String> paths = adapter.also(draft, request);
    if (paths == null) {
      throw new UnsupportedFieldException(
          adapter.crm() + " takes nothing of " + request.getClass().getName());
    }
    return paths;
  }

  private void refuse(boolean nothing, List<String> faults, D draft) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          adapter.crm() + " cannot make this update: " + String.join("; ", faults));
    }
    if (nothing) {
      throw new IllegalArgumentException(
          adapter.crm() + " can store nothing of this update; it stores " + stored());
    }
    String objection = adapter.objection(draft);
    if (objection != null) {
      throw new IllegalArgumentException(objection);
    }
  }

  private PlannedField plan(ContactField field, ContactUpdate update, D draft) {
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
      return planPart(field, row, row.partOf(), row.write(), update, draft);
    }
    Object value = update.get(field);
    if (value == null) {
      return clear(field, row, row.write(), draft);
    }
    Object converted = row.conversion().toCrm(value, options);
    row.write().put().accept(draft, converted);
    return converted.toString().equals(value.toString())
        ? PlannedField.sent(field, row, value, adapter.crm())
        : PlannedField.converted(
            field, row, row.conversion().words(), field, converted, adapter.crm());
  }

  private PlannedField clear(ContactField field, Row<D, A> row, Write<D> write, D draft) {
    if (!write.nullable() && !options.allowUndocumentedClear()) {
      throw new UnsupportedFieldException(
          adapter.crm()
              + " does not document that "
              + field
              + " can be cleared, which allowUndocumentedClear would try"
              + (field == ContactField.TAGS ? "; set it to no tags instead" : ""));
    }
    write.put().accept(draft, null);
    return PlannedField.cleared(field, row, adapter.crm());
  }

  /** A CRM with only full names needs both parts, because it stores them as one. */
  private PlannedField planPart(
      ContactField field,
      Row<D, A> row,
      ContactField whole,
      Write<D> write,
      ContactUpdate update,
      D draft) {
    Object first = update.get(ContactField.FIRST_NAME);
    Object last = update.get(ContactField.LAST_NAME);
    if (first == null || last == null) {
      throw new UnsupportedFieldException(
          adapter.crm()
              + " has full names alone, so "
              + field
              + " needs both FIRST_NAME and LAST_NAME with a value, or FULL_NAME instead");
    }
    if (changes(update, whole)) {
      throw new UnsupportedFieldException(
          adapter.crm() + " has full names alone, and " + whole + " is given beside " + field);
    }
    String name = (first + " " + last).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name, of which at least one half is not blank");
    }
    write.put().accept(draft, name);
    return PlannedField.converted(
        field, row, "first and last name joined by a blank", whole, name, adapter.crm());
  }

  private String stored() {
    return FieldNames.list(adapter.fields().stored());
  }

  /**
   * Returns what became of a plan that the CRM took.
   *
   * @param attempts how often it was sent
   */
  public UpdateResult result(PlannedUpdate plan, Answer answer, int attempts) {
    return new Verification<>(adapter, options, plan, answer).result(attempts, listener);
  }

  public List<Rate> rates() {
    return adapter.rates();
  }

  /** Returns how many calls the CRM says are left in its longest window, or null. */
  public @Nullable Long left(Answer answer) {
    return adapter.errors().rate().left(answer);
  }

  /** Returns how long no call can succeed according to an answer of any status, or null. */
  public @Nullable Duration pause(Answer answer, Instant now) {
    return adapter.errors().rate().untilReset(answer, now);
  }

  /** Returns the failure that an unsuccessful answer describes. */
  public Failure failure(Answer answer, Instant now) {
    return adapter.errors().failure(crm(), answer, now);
  }

  /** Returns what such an answer means. */
  public ContactsException refusal(Failure failure) {
    return adapter.refusal(failure);
  }
}
