package io.contactbridge.kafka;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of converters and Debezium to plain values: text, Long, BigDecimal, Double,
 * Boolean, java.time, List, Map. Debezium's logical types are described in its <a
 * href="https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-data-types">documentation</a>.
 */
final class RecordValues {
  private static final String DEBEZIUM_TIME = "io.debezium.time.";
  private static final String VARIABLE_SCALE_DECIMAL = "io.debezium.data.VariableScaleDecimal";

  private RecordValues() {}

  /**
   * Returns a value without its schema.
   *
   * @param schema null if the converter had none
   */
  static @Nullable Object plain(@Nullable Schema schema, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (schema != null && schema.name() != null) {
      Object logical = logical(schema.name(), value);
      if (logical != null) {
        return logical;
      }
    }
    if (value instanceof Struct struct) {
      return members(struct);
    } else if (value instanceof Map<?, ?> map) {
      return members(schema, map);
    } else if (value instanceof Collection<?> list) {
      return elements(schema, list);
    }
    return scalar(value);
  }

  /** Names the type of a plain value, and never the value. */
  static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Map) {
      return "an object";
    } else if (value instanceof List) {
      return "a list";
    } else if (value instanceof byte[]) {
      return "bytes, so a converter is missing";
    } else if (value instanceof Temporal) {
      return "a time";
    } else if (value instanceof Boolean) {
      return "true or false";
    }
    return value instanceof Number ? "a number" : "text";
  }

  private static @Nullable Object logical(String schema, Object value) {
    if (value instanceof java.util.Date date) {
      return ofConnect(schema, date.toInstant());
    }
    if (value instanceof Number number && schema.startsWith(DEBEZIUM_TIME)) {
      return ofDebezium(schema.substring(DEBEZIUM_TIME.length()), number.longValue());
    }
    if (value instanceof Struct struct && schema.equals(VARIABLE_SCALE_DECIMAL)) {
      byte[] unscaled = bytes(struct.getWithoutDefault("value"));
      return unscaled == null
          ? null
          : new BigDecimal(new BigInteger(unscaled), struct.getInt32("scale"));
    }
    return null;
  }

  private static @Nullable Object ofConnect(String schema, Instant instant) {
    return switch (schema) {
      case Date.LOGICAL_NAME -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
      case Time.LOGICAL_NAME -> LocalTime.ofInstant(instant, ZoneOffset.UTC);
      case Timestamp.LOGICAL_NAME -> instant;
      default -> null;
    };
  }

  /** Times of a day and timestamps without a zone stay without one. */
  private static @Nullable Object ofDebezium(String type, long value) {
    return switch (type) {
      case "Date" -> LocalDate.ofEpochDay(value);
      case "Time" -> LocalTime.MIDNIGHT.plus(Duration.ofMillis(value));
      case "MicroTime" -> LocalTime.MIDNIGHT.plusNanos(Math.multiplyExact(value, 1000));
      case "NanoTime" -> LocalTime.MIDNIGHT.plusNanos(value);
      case "Timestamp" -> timestamp(value, 1_000);
      case "MicroTimestamp" -> timestamp(value, 1_000_000);
      case "NanoTimestamp" -> timestamp(value, 1_000_000_000);
      default -> null;
    };
  }

  private static LocalDateTime timestamp(long value, long aSecond) {
    int nanos = (int) (Math.floorMod(value, aSecond) * (1_000_000_000 / aSecond));
    return LocalDateTime.ofEpochSecond(Math.floorDiv(value, aSecond), nanos, ZoneOffset.UTC);
  }

  /**
   * Returns null for a null even if the column has a default, which {@link Struct#get} would
   * return.
   */
  private static Map<String, @Nullable Object> members(Struct struct) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Field field : struct.schema().fields()) {
      members.put(field.name(), plain(field.schema(), struct.getWithoutDefault(field.name())));
    }
    return members;
  }

  private static Map<String, @Nullable Object> members(@Nullable Schema schema, Map<?, ?> map) {
    Schema ofValues = schema == null ? null : schema.valueSchema();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), plain(ofValues, value)));
    return members;
  }

  private static List<@Nullable Object> elements(@Nullable Schema schema, Collection<?> list) {
    Schema ofElements = schema == null ? null : schema.valueSchema();
    List<@Nullable Object> elements = new ArrayList<>();
    list.forEach(element -> elements.add(plain(ofElements, element)));
    return elements;
  }

  private static Object scalar(Object value) {
    if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
      return ((Number) value).longValue();
    } else if (value instanceof Float) {
      // By its digits: as a double, 0.1f would become 0.10000000149011612.
      return Double.valueOf(value.toString());
    } else if (value instanceof java.util.Date date) {
      return date.toInstant();
    }
    byte[] bytes = bytes(value);
    return bytes == null ? value : bytes;
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return value instanceof byte[] bytes ? bytes : null;
  }
}
