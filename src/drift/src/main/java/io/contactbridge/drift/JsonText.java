package io.contactbridge.drift;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON out of maps, lists, texts, numbers and booleans. */
final class JsonText {
  private static final JsonAdapter<Object> ANY =
      new Moshi.Builder().build().adapter(Object.class).serializeNulls().indent("  ");

  private JsonText() {}

  static String write(Object value) {
    return ANY.toJson(value) + "\n";
  }

  /** Returns an object with keys and values in turn. */
  static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }
}
