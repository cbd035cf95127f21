package io.contactbridge.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of JSON value: how it is read, tolerantly, and how it is written.
 *
 * @param <T> the Java type of its values, which are immutable
 */
public final class Kind<T> {
  /** Text. A number or boolean in its place is read as its text, and reported. */
  public static final Kind<String> STRING = new Kind<>(new ScalarCodec.Text());

  public static final Kind<Boolean> BOOLEAN = new Kind<>(new ScalarCodec.Bool());

  /** A whole number. A string that holds one is read as a number, and reported. */
  public static final Kind<Long> INTEGER = new Kind<>(new NumberCodec.Whole());

  /** A number with all its digits. A string that holds one is read as a number, and reported. */
  public static final Kind<BigDecimal> NUMBER = new Kind<>(new NumberCodec.Decimal());

  /** A day in the form {@code 2026-02-01}. */
  public static final Kind<LocalDate> DATE = new Kind<>(new ScalarCodec.Date());

  /** A moment in the form of RFC 3339, such as {@code 2026-02-01T20:48:15.123-05:00}. */
  public static final Kind<OffsetDateTime> DATE_TIME = new Kind<>(new ScalarCodec.DateTime());

  /**
   * Any JSON: Boolean, String, Long, BigInteger, BigDecimal, List or Map. Other numbers and
   * collections are converted to one of these.
   */
  public static final Kind<Object> ANY = new Kind<>(new AnyCodec());

  private final Codec<T> codec;

  private Kind(Codec<T> codec) {
    this.codec = codec;
  }

  /**
   * Returns the kind of an array. If an element has another kind, the whole array counts as another
   * kind.
   */
  public static <E> Kind<List<E>> listOf(Kind<E> element) {
    return new Kind<>(new ListCodec<>(element.codec));
  }

  /** Returns the kind of an object whose property names are data. Its values may be null. */
  public static <V> Kind<Map<String, V>> mapOf(Kind<V> value) {
    return new Kind<>(new MapCodec<>(value.codec));
  }

  /**
   * Returns the kind of a model.
   *
   * @param schema supplies the schema; called when it is first needed, because models may contain
   *     each other
   */
  public static <M extends Model> Kind<M> model(Supplier<Schema<M>> schema) {
    return new Kind<>(new ModelCodec<>(schema));
  }

  /**
   * Returns the kind of a string with some known values.
   *
   * @param of creates a value from a string, even from an unknown one
   */
  public static <E extends OpenEnum> Kind<E> openEnum(Function<String, E> of) {
    return new Kind<>(new EnumCodec<>(of));
  }

  Codec<T> codec() {
    return codec;
  }
}
