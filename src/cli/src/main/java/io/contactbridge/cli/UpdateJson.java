package io.contactbridge.cli;

import io.contactbridge.ConflictException;
import io.contactbridge.Contact;
import io.contactbridge.ContactField;
import io.contactbridge.ContactsException;
import io.contactbridge.FieldPlan;
import io.contactbridge.Outcome;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UpdatePlan;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Observation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints one JSON object on one line. Fields, fates, outcomes and so on have their Java names. */
final class UpdateJson implements UpdateReport {
  private final Terminal terminal;

  UpdateJson(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void plan(String id, UpdatePlan plan, List<String> missing) {
    Map<String, @Nullable Object> report = request(id, plan);
    report.put("fields", plan.fields().stream().map(UpdateJson::field).toList());
    report.put("undocumented", plan.undocumented());
    report.put("warnings", warnings(plan, missing));
    terminal.out().println(JsonValue.write(report));
  }

  @Override
  public void result(String id, UpdateResult result) {
    Map<String, @Nullable Object> report = request(id, result.plan());
    report.put("status", result.status());
    report.put("attempts", result.attempts());
    report.put(
        "fields", result.plan().fields().stream().map(field -> field(field, result)).toList());
    report.put("customFields", customFields(result));
    report.put("undocumented", undocumented(result));
    report.put("contact", contact(result.contact()));
    report.put(
        "observations", result.observations().stream().map(UpdateJson::observation).toList());
    report.put("warnings", result.plan().warnings());
    terminal.out().println(JsonValue.write(report));
  }

  /** Returns the object that describes a failure. */
  static Map<String, @Nullable Object> error(CommandFailure fault) {
    Optional<ContactsException> refusal = Optional.ofNullable(fault.refusal());
    Map<String, @Nullable Object> error = object("kind", fault.kind().name());
    error.put("crm", fault.crm() == null ? null : fault.crm().name());
    error.put(
        "status",
        refusal.map(ContactsException::status).filter(status -> status != 0).orElse(null));
    error.put("code", refusal.flatMap(ContactsException::code).orElse(null));
    error.put("message", fault.message());
    error.put("details", refusal.map(ContactsException::details).orElse(List.of()));
    error.put("requestId", refusal.flatMap(ContactsException::requestId).orElse(null));
    refusal.ifPresent(
        e -> {
          error.put("attempts", e.attempts());
          error.put("mayHaveBeenApplied", e.mayHaveBeenApplied());
        });
    if (fault.refusal() instanceof ConflictException conflict) {
      error.put("conflictingContactId", conflict.conflictingContactId().orElse(null));
      error.put("matchingField", conflict.matchingField().orElse(null));
    }
    if (fault.refusal() instanceof RateLimitedException limited) {
      error.put("retryAfterSeconds", limited.retryAfter().map(Duration::toSeconds).orElse(null));
    }
    return object("error", error);
  }

  private static Map<String, @Nullable Object> request(String id, UpdatePlan plan) {
    Map<String, @Nullable Object> sent = new LinkedHashMap<>();
    sent.put("method", plan.method());
    sent.put("url", plan.url());
    sent.put("headers", plan.headers());
    sent.put("body", JsonValue.parse(plan.body()));

    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("crm", plan.crm().name());
    report.put("id", id);
    report.put("sent", sent);
    return report;
  }

  private static Map<String, @Nullable Object> field(FieldPlan plan) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put("field", plan.field().name());
    field.put("fate", plan.fate().name());
    field.put("path", plan.path().orElse(null));
    field.put("source", plan.source());
    field.put("detail", plan.detail().orElse(null));
    field.put("evidence", plan.claim().map(claim -> claim.evidence().name()).orElse(null));
    return field;
  }

  private static Map<String, @Nullable Object> field(FieldPlan plan, UpdateResult result) {
    Map<String, @Nullable Object> field = field(plan);
    field.put("outcome", result.outcome(plan.field()).name());
    field.put("reason", result.reason(plan.field()).map(Terminal::plain).orElse(null));
    return field;
  }

  private static List<Map<String, @Nullable Object>> customFields(UpdateResult result) {
    return result.customFieldOutcomes().entrySet().stream()
        .map(field -> became("key", field, result.customFieldReason(field.getKey())))
        .toList();
  }

  private static List<Map<String, @Nullable Object>> undocumented(UpdateResult result) {
    return result.additions().entrySet().stream()
        .map(value -> became("path", value, result.additionReason(value.getKey())))
        .toList();
  }

  private static Map<String, @Nullable Object> became(
      String name, Map.Entry<String, Outcome> outcome, Optional<String> reason) {
    Map<String, @Nullable Object> became = object(name, outcome.getKey());
    became.put("outcome", outcome.getValue().name());
    became.put("reason", reason.map(Terminal::plain).orElse(null));
    return became;
  }

  private static Map<String, @Nullable Object> contact(Contact answered) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (ContactField field : answered.fields()) {
      Object value = answered.get(field).orElseThrow();
      fields.put(field.name(), value instanceof LocalDate ? value.toString() : value);
    }
    Map<String, @Nullable Object> contact = object("id", answered.id().orElse(null));
    contact.put("fields", fields);
    return contact;
  }

  private static Map<String, @Nullable Object> observation(Observation seen) {
    Map<String, @Nullable Object> observation = object("path", seen.path());
    observation.put("expected", seen.expected());
    observation.put("found", seen.found());
    return observation;
  }

  private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put(name, value);
    return object;
  }
}
