package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

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
  private final Schema<?> schema;
  private final Map<String, @Nullable Object> values;
  private final Map<String, @Nullable Object> extra;

  protected Model(Builder<?, ?> builder) {
    schema = builder.schema;
    values = new LinkedHashMap<>();
    for (Property<?> property : schema.properties()) {
      if (builder.values.containsKey(property.name())) {
        values.put(property.name(), builder.values.get(property.name()));
      }
    }
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(builder.extra));
  }

  /** Returns the value, or null if the property is null or absent. */
  @SuppressWarnings("unchecked") // Only a T is ever put under the name of a Property<T>.
  public final <T> @Nullable T get(Property<T> property) {
    return (T) values.get(property.name());
  }

  /**
   * Returns whether the property is there, be it with a value or with null. One whose value is not
   * of the specified kind is not, but in {@link #extra}.
   */
  public final boolean has(Property<?> property) {
    return values.containsKey(property.name());
  }

  /** Returns the properties that are there, in the order of the specification. */
  public final List<Property<?>> properties() {
    return schema.properties().stream().filter(this::has).toList();
  }

  /**
   * Returns what the typed properties do not hold, as it came: properties that the specification
   * does not know, and those whose value is not of the specified kind.
   */
  public final Map<String, @Nullable Object> extra() {
    return extra;
  }

  @Override
  public final boolean equals(@Nullable Object o) {
    return o instanceof Model that
        && schema == that.schema
        && values.equals(that.values)
        && extra.equals(that.extra);
  }

  @Override
  public final int hashCode() {
    return 31 * values.hashCode() + extra.hashCode();
  }

  /** Names the properties that are there and not their values, which are personal data. */
  @Override
  public final String toString() {
    Set<String> names = new LinkedHashSet<>(values.keySet());
    names.addAll(extra.keySet());
    return schema.name() + names;
  }

  final Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    schema.properties().stream()
        .filter(this::has)
        .forEach(property -> json.put(property.name(), toJson(property)));
    json.putAll(extra);
    return json;
  }

  private <T> @Nullable Object toJson(Property<T> property) {
    T value = get(property);
    return value == null ? null : property.kind().write(value);
  }

  /**
   * Collects the properties of a model.
   *
   * @param <M> the model
   * @param <B> the builder itself
   */
  public abstract static class Builder<M extends Model, B extends Builder<M, B>> {
    private final Schema<M> schema;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> extra = new LinkedHashMap<>();

    protected Builder(Schema<M> schema) {
      this.schema = schema;
    }

    protected Builder(Schema<M> schema, Model model) {
      this.schema = schema;
      values.putAll(model.values);
      extra.putAll(model.extra);
    }

    /**
     * Sets a property, also to null where the specification does not have null: for that the
     * property's own method is the way.
     *
     * @throws IllegalArgumentException if it is a property of another model
     */
    public final <T> B set(Property<T> property, @Nullable T value) {
      if (!schema.has(property)) {
        throw new IllegalArgumentException(
            property + " is a property of another model than " + schema.name());
      }
      keep(property, value == null ? null : property.kind().copy(value));
      extra.remove(property.name());
      return self();
    }

    /** Returns whether the property is set, be it to a value or to null. */
    public final boolean has(Property<?> property) {
      return values.containsKey(property.name());
    }

    /** Returns whether a value is set under a name that is no property. */
    public final boolean hasExtra(String name) {
      return extra.containsKey(name);
    }

    /** Makes a property absent again, also one whose value was not of the specified kind. */
    public final B unset(Property<?> property) {
      values.remove(property.name());
      extra.remove(property.name());
      return self();
    }

    /**
     * Returns the model.
     *
     * @throws IllegalStateException if a property is missing that the specification requires
     */
    public final M build() {
      schema.check(values);
      return create();
    }

    protected abstract M create();

    protected final <T> B setValue(Property<T> property, T value) {
      return set(property, requireNonNull(value, property.name()));
    }

    protected final B setExtra(String name, @Nullable Object value) {
      requireNonNull(name, "name");
      if (schema.hasNamed(name)) {
        throw new IllegalArgumentException(
            name + " is a property of " + schema.name() + " with a method of its own");
      }
      keepExtra(name, value);
      return self();
    }

    final void keep(Property<?> property, @Nullable Object value) {
      values.put(property.name(), value);
    }

    final void keepExtra(String name, @Nullable Object value) {
      extra.put(name, Json.copy(value));
    }

    @SuppressWarnings("unchecked") // A builder names itself as B.
    private B self() {
      return (B) this;
    }
  }
}
