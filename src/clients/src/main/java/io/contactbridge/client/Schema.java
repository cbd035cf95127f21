package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
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

  /** The same as an array, which is quicker: each property that is read or written is looked up. */
  private final Property<?>[] inOrder;

  private final Property<?>[] required;
  private final boolean open;
  private final List<String> atLeastOneOf;

  /** Created on first use; models that are only written never need it. */
  private JsonReader.@Nullable Options names;

  private @Nullable Map<String, Property<?>> byName;

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
    this.inOrder = properties.toArray(new Property<?>[0]);
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i].setIndex(i);
    }
    this.required = properties.stream().filter(Property::isRequired).toArray(Property<?>[]::new);
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
    int index = property.index();
    return index < inOrder.length && inOrder[index] == property;
  }

  @Nullable Property<?> named(String property) {
    Map<String, Property<?>> known = byName;
    if (known == null) {
      Map<String, Property<?>> all = new HashMap<>();
      properties.forEach(candidate -> all.put(candidate.name(), candidate));
      known = Map.copyOf(all);
      byName = known;
    }
    return known.get(property);
  }

  void check(Model.Builder<M, ?> model) {
    for (Property<?> property : required) {
      if (!model.has(property)) {
        throw new IllegalStateException(name + " needs " + property.name());
      }
    }
    if (!atLeastOneOf.isEmpty() && atLeastOneOf.stream().noneMatch(name -> has(model, name))) {
      throw new IllegalStateException(
          name + " needs at least one of " + String.join(", ", atLeastOneOf));
    }
  }

  private boolean has(Model.Builder<M, ?> model, String property) {
    Property<?> named = named(property);
    return named != null && model.has(named);
  }

  /** Reads the next value as {@link Codec#readExact} does. */
  M readExact(JsonReader reader, Location at) throws IOException {
    Model.Builder<M, ?> model = builder.get();
    JsonReader.Options options = names();
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(options);
      Property<?> property = index < 0 ? null : inOrder[index];
      String member = property == null ? reader.nextName() : property.name();
      if (property == null ? model.hasExtra(member) : model.holds(property)) {
        throw new JsonDataException();
      }
      if (property != null && property.codec().startsWith(reader.peek())) {
        model.keep(property, property.codec().readExact(reader, at, member));
      } else {
        read(model, property, member, JsonValueReader.readExact(reader), at.at(member));
      }
    }
    reader.endObject();
    tellMissing(model, at);
    return model.create();
  }

  /** Threads that make them at the same time make the same ones. */
  private JsonReader.Options names() {
    JsonReader.Options options = names;
    if (options == null) {
      String[] all = new String[properties.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = properties.get(i).name();
      }
      options = JsonReader.Options.of(all);
      names = options;
    }
    return options;
  }

  @Nullable M read(Object raw, Location at) {
    Map<String, @Nullable Object> object = JsonValueReader.object(raw, at);
    if (object == null) {
      return null;
    }
    Model.Builder<M, ?> model = builder.get();
    object.forEach((member, value) -> read(model, named(member), member, value, at.at(member)));
    tellMissing(model, at);
    return model.create();
  }

  private void read(
      Model.Builder<M, ?> model,
      @Nullable Property<?> property,
      String member,
      @Nullable Object value,
      Location at) {
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
      Object read = property.codec().read(value, at);
      if (read == null) {
        model.keepExtra(member, value);
      } else {
        model.keep(property, read);
      }
    }
  }

  private void tellMissing(Model.Builder<M, ?> model, Location at) {
    for (Property<?> property : required) {
      if (!model.holds(property)) {
        at.at(property.name()).tell("a value", "nothing");
      }
    }
  }
}
