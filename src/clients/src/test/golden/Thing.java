package io.contactbridge.client.torture.model;

import com.squareup.moshi.JsonClass;
import io.contactbridge.client.Kind;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import io.contactbridge.client.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A thing. Escapes "quotes", back\\slash, &lt;b&gt;tags&lt;/b&gt; &amp; *_/ ends. */
@NullMarked
@JsonClass(generateAdapter = true, generator = "contactbridge")
public final class Thing extends Model {
  public static final Property<Long> ID = Property.of("id", Kind.INTEGER).required();

  public static final Property<String> NAME = Property.of("name", Kind.STRING).nullable();

  public static final Property<String> PROPERTY_CLASS = Property.of("class", Kind.STRING);

  public static final Property<String> GET_CLASS_VALUE = Property.of("get-class", Kind.STRING);

  public static final Property<Long> HASH_CODE_VALUE = Property.of("hash_code", Kind.INTEGER);

  public static final Property<String> TO_STRING_VALUE = Property.of("to_string", Kind.STRING);

  public static final Property<Object> EQUALS_VALUE = Property.of("equals", Kind.ANY).nullable();

  public static final Property<Boolean> NOTIFY_VALUE = Property.of("notify", Kind.BOOLEAN);

  public static final Property<Boolean> NOTIFY_ALL_VALUE = Property.of("notify_all", Kind.BOOLEAN);

  public static final Property<String> CLONE_VALUE = Property.of("clone", Kind.STRING);

  public static final Property<String> FINALIZE_VALUE = Property.of("finalize", Kind.STRING);

  public static final Property<String> BUILDER_VALUE = Property.of("builder", Kind.STRING);

  public static final Property<String> TO_BUILDER_VALUE = Property.of("to_builder", Kind.STRING);

  public static final Property<String> EXTRA_VALUE = Property.of("extra", Kind.STRING);

  public static final Property<String> SCHEMA_VALUE = Property.of("schema", Kind.STRING);

  public static final Property<String> _2ND_NAME = Property.of("2nd name", Kind.STRING);

  public static final Property<BigDecimal> PRICE = Property.of("$price", Kind.NUMBER);

  public static final Property<String> ABC = Property.of("ABC", Kind.STRING);

  public static final Property<BigDecimal> RATIO = Property.of("ratio", Kind.NUMBER);

  public static final Property<Long> COUNT = Property.of("count", Kind.INTEGER);

  public static final Property<LocalDate> BORN = Property.of("born", Kind.DATE);

  public static final Property<OffsetDateTime> SEEN_AT =
      Property.of("seen_at", Kind.DATE_TIME).nullable();

  public static final Property<String> URL = Property.of("url", Kind.STRING);

  public static final Property<String> UUID = Property.of("uuid", Kind.STRING);

  public static final Property<Colour> COLOUR = Property.of("colour", Kind.openEnum(Colour::of));

  public static final Property<ThingInlineSize> INLINE_SIZE =
      Property.of("inline_size", Kind.openEnum(ThingInlineSize::of));

  public static final Property<List<String>> TAGS = Property.of("tags", Kind.listOf(Kind.STRING));

  public static final Property<List<OffsetDateTime>> DATES =
      Property.of("dates", Kind.listOf(Kind.DATE_TIME));

  public static final Property<List<List<Long>>> MATRIX =
      Property.of("matrix", Kind.listOf(Kind.listOf(Kind.INTEGER)));

  public static final Property<List<Part>> PARTS =
      Property.of("parts", Kind.listOf(Kind.model(() -> Part.SCHEMA)));

  public static final Property<List<ThingInlinePartsInner>> INLINE_PARTS =
      Property.of("inline_parts", Kind.listOf(Kind.model(() -> ThingInlinePartsInner.SCHEMA)));

  public static final Property<List<Colour>> COLOURS =
      Property.of("colours", Kind.listOf(Kind.openEnum(Colour::of)));

  public static final Property<ThingNested> NESTED =
      Property.of("nested", Kind.model(() -> ThingNested.SCHEMA));

  public static final Property<Thing> PARENT =
      Property.of("parent", Kind.model(() -> Thing.SCHEMA));

  public static final Property<Map<String, Long>> COUNTS =
      Property.of("counts", Kind.mapOf(Kind.INTEGER));

  public static final Property<Map<String, Part>> PARTS_BY_NAME =
      Property.of("parts_by_name", Kind.mapOf(Kind.model(() -> Part.SCHEMA)));

  public static final Property<Object> ANYTHING = Property.of("anything", Kind.ANY).nullable();

  public static final Property<Map<String, Object>> FREE_FORM =
      Property.of("free_form", Kind.mapOf(Kind.ANY));

  public static final Property<List<Object>> THINGS = Property.of("things", Kind.listOf(Kind.ANY));

  public static final Property<Part> NULLABLE_PART =
      Property.of("nullable_part", Kind.model(() -> Part.SCHEMA)).nullable();

  static final Schema<Thing> SCHEMA =
      Schema.of(
              "Thing",
              Builder::new,
              ID,
              NAME,
              PROPERTY_CLASS,
              GET_CLASS_VALUE,
              HASH_CODE_VALUE,
              TO_STRING_VALUE,
              EQUALS_VALUE,
              NOTIFY_VALUE,
              NOTIFY_ALL_VALUE,
              CLONE_VALUE,
              FINALIZE_VALUE,
              BUILDER_VALUE,
              TO_BUILDER_VALUE,
              EXTRA_VALUE,
              SCHEMA_VALUE,
              _2ND_NAME,
              PRICE,
              ABC,
              RATIO,
              COUNT,
              BORN,
              SEEN_AT,
              URL,
              UUID,
              COLOUR,
              INLINE_SIZE,
              TAGS,
              DATES,
              MATRIX,
              PARTS,
              INLINE_PARTS,
              COLOURS,
              NESTED,
              PARENT,
              COUNTS,
              PARTS_BY_NAME,
              ANYTHING,
              FREE_FORM,
              THINGS,
              NULLABLE_PART)
          .atLeastOneOf("name", "class");

  private Thing(Builder builder) {
    super(builder);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The number of the thing. */
  public @Nullable Long id() {
    return get(ID);
  }

  /**
   * What it is called.
   *
   * <p>Observed: The server reads {@code title} in its place and ignores this name without a word,
   * which is a sentence longer than a line.
   *
   * <p>Observed: It is upper case.
   */
  public @Nullable String name() {
    return get(NAME);
  }

  /** A Java keyword. Escapes "quotes", back\\slash, &lt;b&gt;tags&lt;/b&gt; &amp; *_/ ends. */
  public @Nullable String propertyClass() {
    return get(PROPERTY_CLASS);
  }

  /** Collides with a method of Object. */
  public @Nullable String getClassValue() {
    return get(GET_CLASS_VALUE);
  }

  /** Collides with another. */
  public @Nullable Long hashCodeValue() {
    return get(HASH_CODE_VALUE);
  }

  public @Nullable String toStringValue() {
    return get(TO_STRING_VALUE);
  }

  public @Nullable Object equalsValue() {
    return get(EQUALS_VALUE);
  }

  public @Nullable Boolean notifyValue() {
    return get(NOTIFY_VALUE);
  }

  public @Nullable Boolean notifyAllValue() {
    return get(NOTIFY_ALL_VALUE);
  }

  public @Nullable String cloneValue() {
    return get(CLONE_VALUE);
  }

  public @Nullable String finalizeValue() {
    return get(FINALIZE_VALUE);
  }

  public @Nullable String builderValue() {
    return get(BUILDER_VALUE);
  }

  public @Nullable String toBuilderValue() {
    return get(TO_BUILDER_VALUE);
  }

  public @Nullable String extraValue() {
    return get(EXTRA_VALUE);
  }

  public @Nullable String schemaValue() {
    return get(SCHEMA_VALUE);
  }

  /** Starts with a digit and has a blank. */
  public @Nullable String _2ndName() {
    return get(_2ND_NAME);
  }

  public @Nullable BigDecimal price() {
    return get(PRICE);
  }

  public @Nullable String ABC() {
    return get(ABC);
  }

  public @Nullable BigDecimal ratio() {
    return get(RATIO);
  }

  /** How many, as in {@code "count": 1}. */
  public @Nullable Long count() {
    return get(COUNT);
  }

  public @Nullable LocalDate born() {
    return get(BORN);
  }

  public @Nullable OffsetDateTime seenAt() {
    return get(SEEN_AT);
  }

  public @Nullable String url() {
    return get(URL);
  }

  public @Nullable String uuid() {
    return get(UUID);
  }

  public @Nullable Colour colour() {
    return get(COLOUR);
  }

  public @Nullable ThingInlineSize inlineSize() {
    return get(INLINE_SIZE);
  }

  public @Nullable List<String> tags() {
    return get(TAGS);
  }

  public @Nullable List<OffsetDateTime> dates() {
    return get(DATES);
  }

  public @Nullable List<List<Long>> matrix() {
    return get(MATRIX);
  }

  public @Nullable List<Part> parts() {
    return get(PARTS);
  }

  public @Nullable List<ThingInlinePartsInner> inlineParts() {
    return get(INLINE_PARTS);
  }

  public @Nullable List<Colour> colours() {
    return get(COLOURS);
  }

  public @Nullable ThingNested nested() {
    return get(NESTED);
  }

  public @Nullable Thing parent() {
    return get(PARENT);
  }

  public @Nullable Map<String, Long> counts() {
    return get(COUNTS);
  }

  public @Nullable Map<String, Part> partsByName() {
    return get(PARTS_BY_NAME);
  }

  /** Free-form. */
  public @Nullable Object anything() {
    return get(ANYTHING);
  }

  public @Nullable Map<String, Object> freeForm() {
    return get(FREE_FORM);
  }

  public @Nullable List<Object> things() {
    return get(THINGS);
  }

  /** A part or nothing. */
  public @Nullable Part nullablePart() {
    return get(NULLABLE_PART);
  }

  /** Collects the properties of a {@link Thing}. */
  public static final class Builder extends Model.Builder<Thing, Builder> {
    private Builder() {
      super(SCHEMA);
    }

    private Builder(Thing model) {
      super(SCHEMA, model);
    }

    /** The number of the thing. */
    public Builder id(Long value) {
      return setValue(ID, value);
    }

    /**
     * What it is called.
     *
     * <p>Observed: The server reads {@code title} in its place and ignores this name without a
     * word, which is a sentence longer than a line.
     *
     * <p>Observed: It is upper case.
     */
    public Builder name(@Nullable String value) {
      return set(NAME, value);
    }

    /** A Java keyword. Escapes "quotes", back\\slash, &lt;b&gt;tags&lt;/b&gt; &amp; *_/ ends. */
    public Builder propertyClass(String value) {
      return setValue(PROPERTY_CLASS, value);
    }

    /** Collides with a method of Object. */
    public Builder getClassValue(String value) {
      return setValue(GET_CLASS_VALUE, value);
    }

    /** Collides with another. */
    public Builder hashCodeValue(Long value) {
      return setValue(HASH_CODE_VALUE, value);
    }

    public Builder toStringValue(String value) {
      return setValue(TO_STRING_VALUE, value);
    }

    public Builder equalsValue(@Nullable Object value) {
      return set(EQUALS_VALUE, value);
    }

    public Builder notifyValue(Boolean value) {
      return setValue(NOTIFY_VALUE, value);
    }

    public Builder notifyAllValue(Boolean value) {
      return setValue(NOTIFY_ALL_VALUE, value);
    }

    public Builder cloneValue(String value) {
      return setValue(CLONE_VALUE, value);
    }

    public Builder finalizeValue(String value) {
      return setValue(FINALIZE_VALUE, value);
    }

    public Builder builderValue(String value) {
      return setValue(BUILDER_VALUE, value);
    }

    public Builder toBuilderValue(String value) {
      return setValue(TO_BUILDER_VALUE, value);
    }

    public Builder extraValue(String value) {
      return setValue(EXTRA_VALUE, value);
    }

    public Builder schemaValue(String value) {
      return setValue(SCHEMA_VALUE, value);
    }

    /** Starts with a digit and has a blank. */
    public Builder _2ndName(String value) {
      return setValue(_2ND_NAME, value);
    }

    public Builder price(BigDecimal value) {
      return setValue(PRICE, value);
    }

    public Builder ABC(String value) {
      return setValue(ABC, value);
    }

    public Builder ratio(BigDecimal value) {
      return setValue(RATIO, value);
    }

    /** How many, as in {@code "count": 1}. */
    public Builder count(Long value) {
      return setValue(COUNT, value);
    }

    public Builder born(LocalDate value) {
      return setValue(BORN, value);
    }

    public Builder seenAt(@Nullable OffsetDateTime value) {
      return set(SEEN_AT, value);
    }

    public Builder url(String value) {
      return setValue(URL, value);
    }

    public Builder uuid(String value) {
      return setValue(UUID, value);
    }

    public Builder colour(Colour value) {
      return setValue(COLOUR, value);
    }

    public Builder inlineSize(ThingInlineSize value) {
      return setValue(INLINE_SIZE, value);
    }

    public Builder tags(List<String> value) {
      return setValue(TAGS, value);
    }

    public Builder dates(List<OffsetDateTime> value) {
      return setValue(DATES, value);
    }

    public Builder matrix(List<List<Long>> value) {
      return setValue(MATRIX, value);
    }

    public Builder parts(List<Part> value) {
      return setValue(PARTS, value);
    }

    public Builder inlineParts(List<ThingInlinePartsInner> value) {
      return setValue(INLINE_PARTS, value);
    }

    public Builder colours(List<Colour> value) {
      return setValue(COLOURS, value);
    }

    public Builder nested(ThingNested value) {
      return setValue(NESTED, value);
    }

    public Builder parent(Thing value) {
      return setValue(PARENT, value);
    }

    public Builder counts(Map<String, Long> value) {
      return setValue(COUNTS, value);
    }

    public Builder partsByName(Map<String, Part> value) {
      return setValue(PARTS_BY_NAME, value);
    }

    /** Free-form. */
    public Builder anything(@Nullable Object value) {
      return set(ANYTHING, value);
    }

    public Builder freeForm(Map<String, Object> value) {
      return setValue(FREE_FORM, value);
    }

    public Builder things(List<Object> value) {
      return setValue(THINGS, value);
    }

    /** A part or nothing. */
    public Builder nullablePart(@Nullable Part value) {
      return set(NULLABLE_PART, value);
    }

    @Override
    protected Thing create() {
      return new Thing(this);
    }
  }
}
