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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The warnings that the table of a CRM has before a request is sent. */
final class Warnings<D, A extends Model> {
  private final Crm crm;
  private final List<String> list = new ArrayList<>();
  private @Nullable String repeatHarm;

  Warnings(
      CrmAdapter<D, A> adapter, List<PlannedField> plans, List<String> additions, Request request) {
    crm = adapter.crm();
    FieldTable<D, A> table = adapter.fields();
    for (PlannedField plan : plans) {
      Row<D, A> row = table.row(plan.field());
      if (row != null && plan.fate() != Fate.DROPPED) {
        add(plan.field().name(), row, plan.value().orElse(null));
      }
    }
    Map<String, Row<D, A>> rows = rows(table, additions);
    if (!rows.isEmpty()) {
      Object body = body(request);
      rows.forEach((path, row) -> add(path, row, JsonTree.find(body, path).value()));
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
    for (Observed warning : row.knowledge().warnings(value)) {
      list.add(name + ", observed at " + crm + ": " + Knowledge.words(warning));
      if (warning.effect() == Observed.Effect.DESTRUCTIVE && repeatHarm == null) {
        repeatHarm = Knowledge.words(warning);
      }
    }
  }

  /** Returns the rows of the additions that a field of the table could have set as well. */
  private static <D, A extends Model> Map<String, Row<D, A>> rows(
      FieldTable<D, A> table, List<String> additions) {
    Map<String, Row<D, A>> rows = new LinkedHashMap<>(0);
    for (String path : additions) {
      ContactField field = table.writtenAt(path);
      Row<D, A> row = field == null ? null : table.row(field);
      if (row != null) {
        rows.put(path, row);
      }
    }
    return rows;
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
