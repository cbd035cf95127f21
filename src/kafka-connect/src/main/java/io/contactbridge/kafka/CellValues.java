package io.contactbridge.kafka;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts values of records to JSON values. */
final class CellValues {
  private CellValues() {}

  /** Returns the JSON value for a value; times are ISO 8601 text. */
  static @Nullable Object json(String name, @Nullable Object value) {
    if (value instanceof byte[]) {
      throw new IllegalArgumentException(
          name + " is bytes, which JSON cannot represent; convert them to text with a transform");
    } else if (value instanceof Temporal) {
      return value.toString();
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(json(name, element)));
      return elements;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((key, member) -> members.put((String) key, json(name, member)));
      return members;
    }
    return value;
  }

  /** Returns the same for a field that is text, where a decimal number keeps its digits. */
  static @Nullable Object text(String name, @Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof Double) {
      throw new IllegalArgumentException(
          name + " is a floating-point number, which has no exact digits; send text");
    }
    return json(name, value);
  }
}
