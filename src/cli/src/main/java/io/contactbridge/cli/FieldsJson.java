package io.contactbridge.cli;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line. Fields, types and evidence are named as in Java. */
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
        .println(Json.write(Map.of("fields", fields.stream().map(FieldsJson::object).toList())));
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
    object.put("evidence", field.capability().map(known -> known.evidence().name()).orElse(null));
    object.put("note", field.capability().flatMap(Capability::note).orElse(null));
    return object;
  }
}
