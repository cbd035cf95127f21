package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Model;
import io.contactbridge.client.Observed;
import io.contactbridge.internal.mapping.FieldTable.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The warnings that the table of a CRM has before a request is sent. */
final class Warnings<D, A extends Model> {
  private final Crm crm;
  private final List<String> list = new ArrayList<>(0);
  private @Nullable String repeatHarm;

  Warnings(
      CrmAdapter<D, A> adapter, List<PlannedField> plans, List<String> additions, Request request) {
    crm = adapter.crm();
    FieldTable<D, A> table = adapter.fields();
    for (PlannedField plan : plans) {
      Row<D, A> row = table.row(plan.field());
      if (row != null && plan.fate() != Fate.DROPPED) {
        add(plan.field().name(), row, plan.asked());
      }
    }
    Object body = null;
    for (String path : additions) {
      ContactField field = table.writtenAt(path);
      Row<D, A> row = field == null ? null : table.row(field);
      if (row != null) {
        body = body == null ? body(request) : body;
        add(path, row, JsonTree.find(body, path).value());
      }
    }
  }

  List<String> list() {
    return list;
  }

  @Nullable String repeatHarm() {
    return repeatHarm;
  }

  private void add(String name, Row<D, A> row, @Nullable Object value) {
    if (row.replaces()) {
      list.add(name + " replaces all that the contact has there");
    }
    List<Observed> warnings = row.knowledge().warnings(value);
    if (!warnings.isEmpty()) {
      add(name, warnings);
    }
  }

  private void add(String name, List<Observed> warnings) {
    for (Observed warning : warnings) {
      list.add(name + ", observed at " + crm + ": " + Knowledge.words(warning));
      if (warning.effect() == Observed.Effect.DESTRUCTIVE && repeatHarm == null) {
        repeatHarm = Knowledge.words(warning);
      }
    }
  }

  private static @Nullable Object body(Request request) {
    try {
      Buffer json = new Buffer();
      if (request.body() != null) {
        request.body().writeTo(json);
      }
      return JsonValue.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
  }
}
