package io.contactbridge.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one {@link Model}, in the order of its specification, which is the order in
 * which they are written.
 *
 * @param <M> the model
 */
public final class Schema<M extends Model> {
  private final String name;
  private final Supplier<? extends Model.Builder<M, ?>> builder;
  private final List<Property<?>> properties;
  private final Map<String, Property<?>> byName = new HashMap<>();
  private final boolean open;
  private final List<String> atLeastOneOf;

  private Schema(
      String name,
      Supplier<? extends Model.Builder<M, ?>> builder,
      List<Property<?>> properties,
      boolean open,
      List<String> atLeastOneOf) {
    this.name = name;
    this.builder = builder;
    this.open = open;
    this.atLeastOneOf = atLeastOneOf;
    this.properties = properties;
    properties.forEach(property -> byName.put(property.name(), property));
  }

  public static <M extends Model> Schema<M> of(
      String name, Supplier<? extends Model.Builder<M, ?>> builder, Property<?>... properties) {
    return new Schema<>(name, builder, List.of(properties), false, List.of());
  }

  /** Returns this schema with names that are data among its properties. */
  public Schema<M> open() {
    return new Schema<>(name, builder, properties, true, atLeastOneOf);
  }

  /** Returns this schema for objects that need at least one of the named properties. */
  public Schema<M> atLeastOneOf(String... names) {
    return new Schema<>(name, builder, properties, open, List.of(names));
  }

  /** Returns the properties in the order of the specification. */
  public List<Property<?>> properties() {
    return properties;
  }

  /** Returns the name in the specification. */
  public String name() {
    return name;
  }

  boolean has(Property<?> property) {
    return property.equals(byName.get(property.name()));
  }

  boolean hasNamed(String property) {
    return byName.containsKey(property);
  }

  void check(Map<String, @Nullable Object> values) {
    for (Property<?> property : properties) {
      if (property.isRequired() && !values.containsKey(property.name())) {
        throw new IllegalStateException(name + " needs " + property.name());
      }
    }
    if (!atLeastOneOf.isEmpty() && atLeastOneOf.stream().noneMatch(values::containsKey)) {
      throw new IllegalStateException(
          name + " needs at least one of " + String.join(", ", atLeastOneOf));
    }
  }

  @Nullable M read(Object raw, Location at) {
    Map<String, @Nullable Object> object = Kind.object(raw, at);
    if (object == null) {
      return null;
    }
    Model.Builder<M, ?> model = builder.get();
    object.forEach((member, value) -> read(model, member, value, at.property(member)));
    for (Property<?> property : properties) {
      if (property.isRequired() && !object.containsKey(property.name())) {
        at.property(property.name()).tell("a value", "nothing");
      }
    }
    return model.create();
  }

  private void read(Model.Builder<M, ?> model, String member, @Nullable Object value, Location at) {
    Property<?> property = byName.get(member);
    if (property == null) {
      if (!open) {
        at.observe("no such property", value);
      }
      model.keepExtra(member, value);
    } else if (value == null) {
      if (!property.isNullable()) {
        at.observe("a value", value);
      }
      model.keep(property, null);
    } else {
      Object read = property.kind().read(value, at);
      if (read == null) {
        model.keepExtra(member, value);
      } else {
        model.keep(property, read);
      }
    }
  }
}
