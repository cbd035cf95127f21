package io.contactbridge.cli;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Citation;
import io.contactbridge.client.Claim;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Observed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints one JSON object on one line. Fields, types and evidence have their Java names. */
final class FieldsJson implements FieldsReport {
  private final Terminal terminal;

  FieldsJson(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void matrix() {
    print(Arrays.stream(Crm.values()).flatMap(crm -> FieldAtCrm.all(crm).stream()).toList());
  }

  @Override
  public void crm(Crm crm) {
    print(FieldAtCrm.all(crm));
  }

  private void print(List<FieldAtCrm> fields) {
    terminal
        .out()
        .println(
            JsonValue.write(Map.of("fields", fields.stream().map(FieldsJson::object).toList())));
  }

  private static Map<String, @Nullable Object> object(FieldAtCrm field) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("crm", field.crm().name());
    object.put("field", field.field().name());
    object.put("type", field.field().type().getSimpleName());
    object.put("form", field.form());
    object.put("set", field.can(Capability::canSet));
    object.put("clear", field.can(Capability::canClear));
    object.put("read", field.can(Capability::canRead));
    object.put("replaces", field.can(Capability::replaces));
    object.put("writtenAs", field.writtenAs().map(ContactField::name).orElse(null));
    object.put("requestPath", field.capability().flatMap(Capability::requestPath).orElse(null));
    object.put("answerPath", field.capability().flatMap(Capability::answerPath).orElse(null));
    object.put("evidence", field.capability().map(FieldsJson::evidence).orElse(null));
    object.put(
        "observed",
        field.capability().stream()
            .flatMap(known -> known.observed().stream().map(each -> observed(known, each)))
            .toList());
    object.put("note", field.capability().flatMap(Capability::note).orElse(null));
    return object;
  }

  /** Returns each claim; clear also where it was observed and no document has it. */
  private static Map<String, @Nullable Object> evidence(Capability known) {
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    evidence.put("set", known.setting().map(FieldsJson::claim).orElse(null));
    evidence.put("clear", known.clearing().map(FieldsJson::claim).orElse(null));
    evidence.put("read", known.reading().map(FieldsJson::claim).orElse(null));
    evidence.put("replaces", known.replacing().map(FieldsJson::claim).orElse(null));
    evidence.put("keeps", known.keeping().map(FieldsJson::claim).orElse(null));
    return evidence;
  }

  private static Map<String, @Nullable Object> claim(Claim claim) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("evidence", claim.evidence().name());
    object.put("url", claim.citation().map(Citation::url).orElse(null));
    object.put("read", claim.citation().map(place -> place.read().toString()).orElse(null));
    return object;
  }

  private static Map<String, @Nullable Object> observed(Capability known, Observed observed) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("effect", observed.effect().name());
    object.put("words", observed.words());
    object.put("warned", known.warnings().contains(observed));
    object.put("contradictsPage", observed.contradictsPage());
    object.put("instead", observed.instead().orElse(null));
    object.put("until", observed.until().map(Object::toString).orElse(null));
    object.put("url", observed.citation().url());
    object.put("read", observed.citation().read().toString());
    return object;
  }
}
