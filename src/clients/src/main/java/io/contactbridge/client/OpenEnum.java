package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A string with values known to the specification. Unknown values are kept, because a CRM adds
 * values without notice.
 */
public abstract class OpenEnum {
  private final String value;

  protected OpenEnum(String value) {
    this.value = requireNonNull(value, "value");
  }

  /** Returns the value as it stands in JSON. */
  public final String value() {
    return value;
  }

  /** Returns whether the specification knows this value. */
  public final boolean isKnown() {
    return known().contains(value);
  }

  /** Returns the values that the specification knows. */
  protected abstract Set<String> known();

  @Override
  @SuppressWarnings("EqualsGetClass") // Two schemas may know the same value and mean two things.
  public final boolean equals(@Nullable Object o) {
    return o != null && getClass() == o.getClass() && value.equals(((OpenEnum) o).value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** Returns the value as it stands in JSON. */
  @Override
  public final String toString() {
    return value;
  }
}
