package io.contactbridge.client;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A kind of JSON value: how it is read, tolerantly, and how it is written.
 *
 * @param <T> the Java type of its values, which are immutable
 */
public final class Kind<T> {
  /** Text. A number or boolean in its place is taken as its text, and observed. */
  public static final Kind<String> STRING = new Kind<>(Kind::readString, text -> text);

  public static final Kind<Boolean> BOOLEAN = new Kind<>(Kind::readBoolean, bool -> bool);

  /** A whole number. A string that holds one is taken as it, and observed. */
  public static final Kind<Long> INTEGER = new Kind<>(Kind::readInteger, integer -> integer);

  /** A number with all its digits. A string that holds one is taken as it, and observed. */
  public static final Kind<BigDecimal> NUMBER = new Kind<>(Kind::readNumber, number -> number);

  /** A day in the form {@code 2026-02-01}. */
  public static final Kind<LocalDate> DATE =
      new Kind<>((raw, at) -> parse(raw, at, "a date", LocalDate::parse), LocalDate::toString);

  /** A moment in the form of RFC 3339, such as {@code 2026-02-01T20:48:15.123-05:00}. */
  public static final Kind<OffsetDateTime> DATE_TIME =
      new Kind<>(
          (raw, at) -> parse(raw, at, "a date-time", OffsetDateTime::parse),
          // Its toString drops seconds that are zero, which RFC 3339 does not allow.
          DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);

  /**
   * Any JSON: Boolean, String, Long, BigInteger, BigDecimal, List or Map. Other numbers and
   * collections are taken in and become one of these.
   */
  public static final Kind<Object> ANY =
      new Kind<>((raw, at) -> Json.copy(raw), value -> value, Kind::copyAny);

  /** Reads a value that is not null; returns null, having observed it, if it is of another kind. */
  private interface Reader<T> {
    @Nullable T read(Object raw, Location at);
  }

  private final Reader<T> reader;
  private final Function<T, Object> writer;
  private final UnaryOperator<T> copier;

  private Kind(Reader<T> reader, Function<T, Object> writer) {
    this(reader, writer, UnaryOperator.identity());
  }

  private Kind(Reader<T> reader, Function<T, Object> writer, UnaryOperator<T> copier) {
    this.reader = reader;
    this.writer = writer;
    this.copier = copier;
  }

  /** Returns the kind of an array. One element of another kind makes the whole array odd. */
  public static <E> Kind<List<E>> listOf(Kind<E> element) {
    return new Kind<>(
        (raw, at) -> readList(element, raw, at),
        list -> list.stream().map(element::write).toList(),
        list ->
            list.stream().map(value -> element.copy(requireNonNull(value, "element"))).toList());
  }

  /** Returns the kind of an object whose property names are data. Its values may be null. */
  public static <V> Kind<Map<String, V>> mapOf(Kind<V> value) {
    return new Kind<>(
        (raw, at) -> readMap(value, raw, at),
        map -> mapValues(map, value::write),
        map -> mapValues(map, value::copy));
  }

  /**
   * Returns the kind of a model.
   *
   * @param schema is asked for when it is first needed, since models may contain each other
   */
  public static <M extends Model> Kind<M> model(Supplier<Schema<M>> schema) {
    return new Kind<>((raw, at) -> schema.get().read(raw, at), Model::toJson);
  }

  /**
   * Returns the kind of a string of which some values are known.
   *
   * @param of also takes unknown values
   */
  public static <E extends OpenEnum> Kind<E> openEnum(Function<String, E> of) {
    return new Kind<>((raw, at) -> readEnum(of, raw, at), OpenEnum::value);
  }

  @Nullable T read(Object raw, Location at) {
    return reader.read(raw, at);
  }

  Object write(T value) {
    return writer.apply(value);
  }

  T copy(T value) {
    return copier.apply(value);
  }

  private static @Nullable String readString(Object raw, Location at) {
    if (raw instanceof String text) {
      return text;
    }
    at.observe("a string", raw);
    return raw instanceof Number || raw instanceof Boolean ? raw.toString() : null;
  }

  private static @Nullable Boolean readBoolean(Object raw, Location at) {
    if (raw instanceof Boolean bool) {
      return bool;
    }
    at.observe("a boolean", raw);
    return null;
  }

  private static @Nullable Long readInteger(Object raw, Location at) {
    if (raw instanceof Long integer) {
      return integer;
    }
    at.observe("an integer", raw);
    BigDecimal number = decimal(raw);
    try {
      return number == null ? null : Long.valueOf(number.longValueExact());
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal readNumber(Object raw, Location at) {
    if (raw instanceof BigDecimal number) {
      return number;
    }
    if (raw instanceof Long || raw instanceof BigInteger) {
      return new BigDecimal(raw.toString());
    }
    at.observe("a number", raw);
    return decimal(raw);
  }

  private static @Nullable BigDecimal decimal(Object raw) {
    return raw instanceof String || raw instanceof BigDecimal ? Json.decimal(raw.toString()) : null;
  }

  private static <T> @Nullable T parse(
      Object raw, Location at, String expected, Function<String, T> parser) {
    if (raw instanceof String text) {
      try {
        return parser.apply(text);
      } catch (DateTimeException e) {
        at.tell(expected, "a string in another form");
        return null;
      }
    }
    at.observe(expected, raw);
    return null;
  }

  private static <E> @Nullable List<E> readList(Kind<E> element, Object raw, Location at) {
    if (!(raw instanceof List<?> array)) {
      at.observe("an array", raw);
      return null;
    }
    List<E> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      Object value = array.get(i);
      if (value == null) {
        at.element(i).observe("a value", value);
      } else {
        E read = element.read(value, at.element(i));
        if (read != null) {
          elements.add(read);
        }
      }
    }
    // A list without its odd elements would look complete.
    return elements.size() == array.size() ? Collections.unmodifiableList(elements) : null;
  }

  private static <V> @Nullable Map<String, V> readMap(Kind<V> kind, Object raw, Location at) {
    Map<String, @Nullable Object> object = object(raw, at);
    if (object == null) {
      return null;
    }
    Map<String, V> values = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> member : object.entrySet()) {
      Object value = member.getValue();
      V read = value == null ? null : kind.read(value, at.property(member.getKey()));
      if (read == null && value != null) {
        return null;
      }
      put(values, member.getKey(), read);
    }
    return Collections.unmodifiableMap(values);
  }

  /** Returns the members of an object, of none if it is {@code []}: PHP's empty object. */
  @SuppressWarnings("unchecked") // Json makes no other maps.
  static @Nullable Map<String, @Nullable Object> object(Object raw, Location at) {
    if (raw instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) raw;
    }
    at.observe("an object", raw);
    return raw instanceof List<?> array && array.isEmpty() ? new LinkedHashMap<>() : null;
  }

  private static <E extends OpenEnum> @Nullable E readEnum(
      Function<String, E> of, Object raw, Location at) {
    if (!(raw instanceof String text)) {
      at.observe("a string", raw);
      return null;
    }
    E value = of.apply(text);
    if (!value.isKnown()) {
      at.tell("one of " + value.known().stream().sorted().collect(joining(", ")), "another string");
    }
    return value;
  }

  private static Object copyAny(Object value) {
    Object copy = Json.copy(value);
    return copy == null ? value : copy;
  }

  private static <V, W> Map<String, W> mapValues(Map<String, V> map, Function<V, W> function) {
    Map<String, W> mapped = new LinkedHashMap<>();
    map.forEach(
        (name, value) ->
            put(
                mapped,
                requireNonNull(name, "name"),
                value == null ? null : function.apply(value)));
    return Collections.unmodifiableMap(mapped);
  }

  /** The values of a free-form object may be null, which the type of the map cannot say. */
  @SuppressWarnings("NullAway")
  private static <V> void put(Map<String, V> map, String name, @Nullable V value) {
    map.put(name, value);
  }
}
