package io.contactbridge.drift.internal.facts;

/** What can be said about a {@link SpecLocation}. The comment says what the value is. */
public enum Aspect {
  /** Text, in capitals. */
  METHOD,
  /** Text, such as {@code /contacts/{id}}; the names in braces are not part of the comparison. */
  PATH,
  /** Text: a URL; the names in braces are not part of the comparison. */
  URL,
  /** Text: {@code bearer}, {@code basic}, {@code apiKey in header}, … */
  SCHEME,
  /** A sorted list of texts. */
  CONTENT_TYPES,
  /**
   * Text: {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code object}, {@code
   * array}.
   */
  TYPE,
  /** Text: as in OpenAPI. */
  FORMAT,
  /** A sorted list of values as JSON texts; {@code x-constant} is an enum of one. */
  ENUM,
  /** Boolean; false if not said. */
  NULLABLE,
  /** Boolean; false if not said. */
  REQUIRED,
  /** BigDecimal. */
  MIN_LENGTH,
  MAX_LENGTH,
  MINIMUM,
  MAXIMUM,
  MIN_ITEMS,
  MAX_ITEMS,
  /** Text: a regular expression. */
  PATTERN,
  /** A sorted list of names, of which one must be there; {@code a+b} stands for both together. */
  AT_LEAST_ONE_OF,
  /** Boolean: whether an object admits no other properties than those that are listed. */
  CLOSED,
  /** Boolean; false if not said. */
  DEPRECATED,
  /**
   * A sorted list of texts: whatever else a schema or a parameter demands, such as {@code
   * uniqueItems: true}.
   */
  FURTHER_RULES,
  /**
   * A sorted list of texts: each alternative's name for people, {@code #}, and a digest of all that
   * it says, so that a change of one that shows nowhere else shows here.
   */
  ALTERNATIVES,
  /** True where only alternatives have the place; no comparison looks at it. */
  OF_ALTERNATIVE,
  /** A JSON text: what stands for a value that is not there. */
  DEFAULT,
  /** Text: {@code readOnly} or {@code writeOnly}. */
  ACCESS,
  /** A sorted list of texts: the rights that a credential must have. */
  SCOPES,
  /** Text: the {@code operationId}, which is the name of the generated method. */
  METHOD_NAME,
  /** Text: the name of the schema, which is that of the generated class. */
  SCHEMA_NAME,
  /** A list of JSON texts. */
  EXAMPLES,
  /**
   * A list of JSON texts: those of the examples beside a schema that the vendor's page has, going
   * by their {@code x-source}. They are among the others, so no comparison looks at them.
   */
  PAGE_EXAMPLES,
  /** Text, in which white space does not count. */
  DESCRIPTION,
  /**
   * Text: the {@code x-source} of the thing or of the nearest one around it, which says where the
   * specification knows it from. It says nothing of the vendor, so no comparison looks at it.
   */
  EVIDENCE,
  /** Text, likewise: how it is known that null may stand there, if not as the thing itself. */
  NULLABLE_EVIDENCE
}
