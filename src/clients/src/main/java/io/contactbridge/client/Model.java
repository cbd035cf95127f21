package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a specification. Immutable.
 *
 * <p>A property is absent, null or has a value, and these are three different things: {@link #has}
 * tells the first from the others. Equality and JSON go by all three.
 */
public abstract class Model {
  /** Stands for a property that is null; Java's null stands for one that is absent. */
  private static final Object NULL = new Object();

  private final Schema<?> schema;

  /** In the order of the schema's properties. */
  private final @Nullable Object[] values;

  private final Map<String, @Nullable Object> extra;

  protected Model(Builder<?, ?> builder) {
    schema = builder.schema;
    values = builder.share();
    extra = builder.sharedExtra();
  }

  /** Returns the value, or null if the property is null or absent. */
  @SuppressWarnings("unchecked") // Only a T is ever put in the place of a Property<T>.
  public final <T> @Nullable T get(Property<T> property) {
    Object value = schema.has(property) ? values[property.index()] : null;
    return value == NULL ? null : (T) value;
  }

  /**
   * Returns whether the property is present, with a value or with null. A property whose value is
   * not of the specified kind counts as absent and is in {@link #extra}.
   */
  public final boolean has(Property<?> property) {
    return schema.has(property) && values[property.index()] != null;
  }

  /** Returns whether the JSON has no member, typed or not. */
  public final boolean isEmpty() {
    for (@Nullable Object value : values) {
      if (value != null) {
        return false;
      }
    }
    return extra.isEmpty();
  }

  /** Returns the properties that are present, in the order of the specification. */
  public final List<Property<?>> properties() {
    int count = 0;
    for (@Nullable Object value : values) {
      count += value == null ? 0 : 1;
    }
    Property<?>[] present = new Property<?>[count];
    for (int i = values.length - 1; i >= 0; i--) {
      if (values[i] != null) {
        present[--count] = schema.properties().get(i);
      }
    }
    return List.of(present);
  }

  /**
   * Returns everything that the typed properties do not hold, as it came: properties that the
   * specification lacks, and those whose value is not of the specified kind.
   */
  public final Map<String, @Nullable Object> extra() {
    return extra;
  }

  /** Returns whether the JSON has a member of this name, typed or not. */
  public final boolean has(String name) {
    Property<?> property = schema.named(name);
    return (property != null && has(property)) || extra.containsKey(name);
  }

  /**
   * Returns the member of this name in the JSON: the value of its property, or else the value as it
   * came.
   */
  public final @Nullable Object get(String name) {
    Property<?> property = schema.named(name);
    return property != null && has(property) ? get(property) : extra.get(name);
  }

  /**
   * Returns the member of this name as plain Java values, as {@link #toJson} does for the whole
   * object.
   */
  public final @Nullable Object toJson(String name) {
    Property<?> property = schema.named(name);
    return property != null && has(property) ? toJson(property) : extra.get(name);
  }

  @Override
  public final boolean equals(@Nullable Object o) {
    return o instanceof Model that
        && schema == that.schema
        && Arrays.equals(values, that.values)
        && extra.equals(that.extra);
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(values) + extra.hashCode();
  }

  /** Names the properties that are there and not their values, which are personal data. */
  @Override
  public final String toString() {
    Set<String> names = new LinkedHashSet<>();
    properties().forEach(property -> names.add(property.name()));
    names.addAll(extra.keySet());
    return schema.name() + names;
  }

  /** Returns this object as plain Java values, as {@link JsonValue} has them. */
  public final Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (Property<?> property : schema.properties()) {
      if (has(property)) {
        json.put(property.name(), toJson(property));
      }
    }
    json.putAll(extra);
    return Collections.unmodifiableMap(json);
  }

  private <T> @Nullable Object toJson(Property<T> property) {
    T value = get(property);
    return value == null ? null : property.codec().toJson(value);
  }

  final void write(JsonWriter writer) throws IOException {
    writer.beginObject();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        Property<?> property = schema.properties().get(i);
        writer.name(property.name());
        write(writer, property);
      }
    }
    for (Map.Entry<String, @Nullable Object> member : extra.entrySet()) {
      writer.name(member.getKey());
      JsonValue.write(writer, member.getValue());
    }
    writer.endObject();
  }

  private <T> void write(JsonWriter writer, Property<T> property) throws IOException {
    T value = get(property);
    if (value == null) {
      writer.nullValue();
    } else {
      property.codec().write(writer, value);
    }
  }

  /**
   * Collects the properties of a model.
   *
   * @param <M> the model
   * @param <B> the builder itself
   */
  public abstract static class Builder<M extends Model, B extends Builder<M, B>> {
    private final Schema<M> schema;
    private @Nullable Object[] values;
    private Map<String, @Nullable Object> extra = Collections.emptyMap();

    /** Whether a model shares the values, so that they must be copied before a change. */
    private boolean shared;

    protected Builder(Schema<M> schema) {
      this.schema = schema;
      values = new @Nullable Object[schema.properties().size()];
    }

    protected Builder(Schema<M> schema, Model model) {
      this.schema = schema;
      values = model.values;
      shared = true;
      model.extra.forEach(this::putExtra);
    }

    /**
     * Sets a property, also to null where the specification does not allow null; the property's own
     * method does not.
     *
     * @throws IllegalArgumentException if it is a property of another model
     */
    public final <T> B set(Property<T> property, @Nullable T value) {
      if (!schema.has(property)) {
        throw new IllegalArgumentException(
            property + " is a property of another model than " + schema.name());
      }
      keep(property, value == null ? null : property.codec().copy(value));
      removeExtra(property.name());
      return self();
    }

    /** Returns whether the property is set, to a value or to null. */
    public final boolean has(Property<?> property) {
      return schema.has(property) && values[property.index()] != null;
    }

    /** Returns whether a value is set under a name that is no property. */
    public final boolean hasExtra(String name) {
      return extra.containsKey(name);
    }

    /** Makes a property absent again, also one whose value was not of the specified kind. */
    public final B unset(Property<?> property) {
      if (has(property)) {
        own()[property.index()] = null;
      }
      removeExtra(property.name());
      return self();
    }

    /**
     * Returns the model.
     *
     * @throws IllegalStateException if a property is missing that the specification requires
     */
    public final M build() {
      schema.check(this);
      return create();
    }

    protected abstract M create();

    protected final <T> B setValue(Property<T> property, T value) {
      return set(property, requireNonNull(value, property.name()));
    }

    protected final B setExtra(String name, @Nullable Object value) {
      requireNonNull(name, "name");
      if (schema.named(name) != null) {
        throw new IllegalArgumentException(
            name + " is a property of " + schema.name() + " with a method of its own");
      }
      keepExtra(name, value);
      return self();
    }

    final void keep(Property<?> property, @Nullable Object value) {
      own()[property.index()] = value == null ? NULL : value;
    }

    final void keepExtra(String name, @Nullable Object value) {
      putExtra(name, JsonValue.copy(value));
    }

    /** Returns whether a property holds anything, of the specified kind or not. */
    final boolean holds(Property<?> property) {
      return has(property) || hasExtra(property.name());
    }

    private void putExtra(String name, @Nullable Object value) {
      if (extra.isEmpty()) {
        extra = new LinkedHashMap<>();
      }
      extra.put(name, value);
    }

    private void removeExtra(String name) {
      if (!extra.isEmpty()) {
        extra.remove(name);
      }
    }

    private @Nullable Object[] share() {
      shared = true;
      return values;
    }

    private Map<String, @Nullable Object> sharedExtra() {
      if (extra.isEmpty()) {
        return Collections.emptyMap();
      }
      return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    private @Nullable Object[] own() {
      if (shared) {
        values = values.clone();
        shared = false;
      }
      return values;
    }

    @SuppressWarnings("unchecked") // A builder names itself as B.
    private B self() {
      return (B) this;
    }
  }
}
