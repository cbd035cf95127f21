package io.contactbridge.bulk.internal.results;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The input and the settings of a run, in the first line of its results. Only a run with the same
 * input and settings can resume it.
 *
 * @param to the URL to which the updates are sent, at the CRM or a mock
 * @param input the name of the file with the rows
 * @param columns the meaning of each column, by name
 * @param options the other settings that change the meaning of a row
 */
public record ResultsHeader(
    String crm,
    String to,
    String input,
    long bytes,
    String sha256,
    long rows,
    Map<String, String> columns,
    Map<String, String> options,
    String started) {
  static final int FORMAT = 1;

  /** Returns how {@code now} differs from this run, or null if it is the same. */
  public @Nullable String difference(ResultsHeader now) {
    if (!crm.equals(now.crm)) {
      return "was for " + crm + ", but this one is for " + now.crm;
    }
    if (!to.equals(now.to)) {
      return "was sent to " + to + ", but this one would be sent to " + now.to;
    }
    if (!sha256.equals(now.sha256)) {
      return "read %s with %d bytes, but the file now has %d bytes and other content"
          .formatted(input, bytes, now.bytes);
    }
    String column = difference(columns, now.columns);
    if (column != null) {
      return "read the column " + column;
    }
    String option = difference(options, now.options);
    return option == null ? null : "had the option " + option;
  }

  private static @Nullable String difference(Map<String, String> then, Map<String, String> now) {
    Map<String, String> all = new LinkedHashMap<>(then);
    all.putAll(now);
    for (String name : all.keySet()) {
      String before = then.getOrDefault(name, "");
      String after = now.getOrDefault(name, "");
      if (!before.equals(after)) {
        return "%s as %s, but now it is %s".formatted(name, word(before), word(after));
      }
    }
    return null;
  }

  private static String word(String value) {
    return value.isEmpty() ? "nothing" : "\"" + value + "\"";
  }

  void write(Buffer sink) throws IOException {
    JsonWriter json = JsonWriter.of(sink);
    json.beginObject().name("contactbridge").value(FORMAT);
    json.name("crm").value(crm).name("to").value(to).name("input").value(input);
    json.name("bytes").value(bytes).name("sha256").value(sha256).name("rows").value(rows);
    write(json.name("columns"), columns);
    write(json.name("options"), options);
    json.name("started").value(started).endObject();
    sink.writeByte('\n');
  }

  private static void write(JsonWriter json, Map<String, String> object) throws IOException {
    json.beginObject();
    for (Map.Entry<String, String> member : object.entrySet()) {
      json.name(member.getKey()).value(member.getValue());
    }
    json.endObject();
  }
}
