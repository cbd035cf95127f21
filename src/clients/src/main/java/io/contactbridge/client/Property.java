package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

/**
 * One property of a {@link Model}: its name in JSON and the kind of its value.
 *
 * @param <T> the Java type of its value
 */
public final class Property<T> {
  private final String name;
  private final Kind<T> kind;
  private final boolean nullable;
  private final boolean required;
  private int index;

  private Property(String name, Kind<T> kind, boolean nullable, boolean required) {
    this.name = requireNonNull(name, "name");
    this.kind = requireNonNull(kind, "kind");
    this.nullable = nullable;
    this.required = required;
  }

  public static <T> Property<T> of(String name, Kind<T> kind) {
    return new Property<>(name, kind, false, false);
  }

  /** Returns this property with null among its specified values. */
  public Property<T> nullable() {
    return new Property<>(name, kind, true, required);
  }

  /** Returns this property as one that its object requires. */
  public Property<T> required() {
    return new Property<>(name, kind, nullable, true);
  }

  /** Returns the name in JSON. */
  public String name() {
    return name;
  }

  /** Returns whether the specification allows null. */
  public boolean isNullable() {
    return nullable;
  }

  /** Returns whether the specification requires the property in every object. */
  public boolean isRequired() {
    return required;
  }

  /** Returns the name in JSON. */
  @Override
  public String toString() {
    return name;
  }

  Codec<T> codec() {
    return kind.codec();
  }

  /** Returns where the values of this property are among those of its model. */
  int index() {
    return index;
  }

  /** Only for the one schema whose property this is. */
  void setIndex(int index) {
    this.index = index;
  }
}
