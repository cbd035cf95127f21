package io.contactbridge.internal.mapping;

import io.contactbridge.Contact;
import io.contactbridge.ContactField;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact that was read from an answer. */
public final class AnsweredContact implements Contact {
  private static final long serialVersionUID = 1;

  private final @Nullable String id;
  private final Map<ContactField, Object> values;

  /**
   * @param values must not change any more
   */
  public AnsweredContact(@Nullable String id, Map<ContactField, Object> values) {
    this.id = id;
    this.values = Collections.unmodifiableMap(values);
  }

  @Override
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  @Override
  public Set<ContactField> fields() {
    return values.keySet();
  }

  @Override
  public Optional<Object> get(ContactField field) {
    return Optional.ofNullable(values.get(field));
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof AnsweredContact that
        && Objects.equals(id, that.id)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, values);
  }

  @Override
  public String toString() {
    return "Contact" + fields();
  }
}
