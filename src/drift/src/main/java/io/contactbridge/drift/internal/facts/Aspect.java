package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.util.List;

/** A kind of fact about a {@link SpecLocation}. The comments give the type of the value. */
public enum Aspect {
  /** Text, in capitals. */
  METHOD(String.class),
  /** Text, such as {@code /contacts/{id}}; the names in braces are not part of the comparison. */
  PATH(String.class),
  /** Text: a URL; the names in braces are not part of the comparison. */
  URL(String.class),
  /** Text: {@code bearer}, {@code basic}, {@code apiKey in header}, … */
  SCHEME(String.class),
  /** A sorted list of texts. */
  CONTENT_TYPES(List.class),
  /**
   * Text: {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code object}, {@code
   * array}.
   */
  TYPE(String.class),
  /** Text: as in OpenAPI. */
  FORMAT(String.class),
  /** A sorted list of values as JSON texts; {@code x-constant} is an enum of one. */
  ENUM(List.class),
  /** Boolean; false if not said. */
  NULLABLE(Boolean.class),
  /** Boolean; false if not said. */
  REQUIRED(Boolean.class),
  /** BigDecimal. */
  MIN_LENGTH(BigDecimal.class),
  MAX_LENGTH(BigDecimal.class),
  MINIMUM(BigDecimal.class),
  MAXIMUM(BigDecimal.class),
  MIN_ITEMS(BigDecimal.class),
  MAX_ITEMS(BigDecimal.class),
  /** Text: a regular expression. */
  PATTERN(String.class),
  /** A sorted list of names, of which one must be there; {@code a+b} stands for both together. */
  AT_LEAST_ONE_OF(List.class),
  /** Boolean: whether an object admits no other properties than those that are listed. */
  CLOSED(Boolean.class),
  /** Boolean; false if not said. */
  DEPRECATED(Boolean.class),
  /**
   * A sorted list of texts: whatever else a schema or a parameter demands, such as {@code
   * uniqueItems: true}.
   */
  FURTHER_RULES(List.class),
  /**
   * A sorted list of texts: each alternative's name for people, {@code #}, and a digest of all that
   * it says, so that a change of one that shows nowhere else shows here.
   */
  ALTERNATIVES(List.class),
  /** True where only alternatives have the place; no comparison looks at it. */
  OF_ALTERNATIVE(Boolean.class),
  /** A JSON text: what stands for a value that is not there. */
  DEFAULT(String.class),
  /** Text: {@code readOnly} or {@code writeOnly}. */
  ACCESS(String.class),
  /** A sorted list of texts: the rights that a credential must have. */
  SCOPES(List.class),
  /** Text: the {@code operationId}, which is the name of the generated method. */
  METHOD_NAME(String.class),
  /** Text: the name of the schema, which is that of the generated class. */
  SCHEMA_NAME(String.class),
  /** A list of JSON texts. */
  EXAMPLES(List.class),
  /**
   * A list of JSON texts: those of the examples beside a schema that the vendor's page has, going
   * by their {@code x-source}. They are among the others, so no comparison looks at them.
   */
  PAGE_EXAMPLES(List.class),
  /** Text, in which white space does not count. */
  DESCRIPTION(String.class),
  /**
   * Text: the {@code x-source} of the thing or of the nearest one around it, which says where the
   * specification knows it from. It says nothing of the vendor, so no comparison looks at it.
   */
  EVIDENCE(String.class),
  /** Text, likewise: how it is known that null may stand there, if not as the thing itself. */
  NULLABLE_EVIDENCE(String.class);

  private final Class<?> kind;

  Aspect(Class<?> kind) {
    this.kind = kind;
  }

  /** Checks that a value is of the kind that all values of the aspect are. */
  void requireKind(Object value) {
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException(
          "%s is a %s, and this is a %s"
              .formatted(this, kind.getSimpleName(), value.getClass().getSimpleName()));
    }
  }
}
