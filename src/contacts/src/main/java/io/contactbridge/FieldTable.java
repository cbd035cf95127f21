package io.contactbridge;

import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one CRM knows of each {@link ContactField}, and where.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
final class FieldTable<D, A> {
  /** An object of the request, and its JSON path. */
  record Input<D>(String path, Function<D, Model.Builder<?, ?>> builder) {}

  /** An object of the answer, and its JSON path; null if the answer lacks it. */
  record Output<A>(String path, Function<A, ? extends @Nullable Model> model) {}

  /** Where a field is written. A null clears it, which is documented if it is nullable. */
  record Write<D>(String path, boolean nullable, BiConsumer<D, @Nullable Object> put) {}

  /** Where a field is read. */
  record Read<A>(String path, Function<A, Found> get) {}

  /** What stands where a field is read: nothing, null or a value. */
  record Found(boolean present, @Nullable Object value) {
    static final Found NOTHING = new Found(false, null);
  }

  /** One field. A field without a {@link Write} is only read. */
  record Row<D, A>(@Nullable Write<D> write, Read<A> read, Conversion conversion) {}

  private final Map<ContactField, Row<D, A>> rows;

  private FieldTable(Builder<D, A> builder) {
    rows = new EnumMap<>(builder.rows);
  }

  static <D, A> Builder<D, A> of(Input<D> input, Output<A> output) {
    return new Builder<>(input, output);
  }

  @Nullable Row<D, A> row(ContactField field) {
    return rows.get(field);
  }

  Set<ContactField> fields() {
    return rows.keySet();
  }

  /** Collects rows. Most fields are in one object of the request and one of the answer. */
  static final class Builder<D, A> {
    private final EnumMap<ContactField, Row<D, A>> rows = new EnumMap<>(ContactField.class);
    private final Input<D> input;
    private final Output<A> output;

    private Builder(Input<D> input, Output<A> output) {
      this.input = input;
      this.output = output;
    }

    Builder<D, A> row(ContactField field, Property<?> in, Property<?> out) {
      return row(field, in, out, Conversion.TEXT);
    }

    Builder<D, A> row(ContactField field, Property<?> in, Property<?> out, Conversion conversion) {
      return row(field, write(input, in), read(output, out), conversion);
    }

    Builder<D, A> readOnly(ContactField field, Property<?> out) {
      return row(field, null, read(output, out), Conversion.TEXT);
    }

    Builder<D, A> row(
        ContactField field, @Nullable Write<D> write, Read<A> read, Conversion conversion) {
      rows.put(field, new Row<>(write, read, conversion));
      return this;
    }

    FieldTable<D, A> build() {
      return new FieldTable<>(this);
    }
  }

  @SuppressWarnings("unchecked") // The conversion of the row makes what the property takes.
  static <D> Write<D> write(Input<D> input, Property<?> property) {
    return new Write<>(
        input.path() + "." + property.name(),
        property.isNullable(),
        (draft, value) -> input.builder().apply(draft).set((Property<Object>) property, value));
  }

  static <A> Read<A> read(Output<A> output, Property<?> property) {
    return new Read<>(
        output.path() + "." + property.name(),
        answer -> {
          Model model = output.model().apply(answer);
          return model == null ? Found.NOTHING : find(model, property);
        });
  }

  private static Found find(Model model, Property<?> property) {
    if (model.has(property)) {
      return new Found(true, model.get(property));
    }
    // What is not as specified is kept there, and may be readable all the same.
    return new Found(
        model.extra().containsKey(property.name()), model.extra().get(property.name()));
  }
}
