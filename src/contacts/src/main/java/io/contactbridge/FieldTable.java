package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Evidence;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
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
  /** An object of the request, its JSON path and the name of its schema. */
  record Input<D>(String path, String schema, Function<D, Model.Builder<?, ?>> builder) {}

  /** An object of the answer, and its JSON path; null if the answer lacks it. */
  record Output<A>(String path, Function<A, ? extends @Nullable Model> model) {}

  /**
   * Where a field is written, and where below its schemas the specification says so. A null clears
   * it, which is documented if it is nullable.
   */
  record Write<D>(
      String path, String source, boolean nullable, BiConsumer<D, @Nullable Object> put) {}

  /** Where a field is read. */
  record Read<A>(String path, Function<A, Found> get) {}

  /** What stands where a field is read: nothing, null or a value. */
  record Found(boolean present, @Nullable Object value) {
    static final Found NOTHING = new Found(false, null);
  }

  /**
   * One field.
   *
   * @param write where it is written, or null if it is only read
   * @param read where it is read, or null if it is only written
   * @param partOf the field that it can only be written as a part of, or null
   * @param replaces whether setting it replaces all that the contact had in it
   * @param evidence where it is known from that it can be written, or read if it is only read
   * @param note what a user of the field should know
   */
  record Row<D, A>(
      @Nullable Write<D> write,
      @Nullable Read<A> read,
      Conversion conversion,
      @Nullable ContactField partOf,
      boolean replaces,
      Evidence evidence,
      @Nullable String note) {

    private Row<D, A> with(Evidence evidence) {
      return new Row<>(write, read, conversion, partOf, replaces, evidence, note);
    }

    private Row<D, A> with(String note) {
      return new Row<>(write, read, conversion, partOf, replaces, evidence, note);
    }

    private Row<D, A> replacing() {
      return new Row<>(write, read, conversion, partOf, true, evidence, note);
    }
  }

  private final Map<ContactField, Row<D, A>> rows;

  private FieldTable(Builder<D, A> builder) {
    rows = Collections.unmodifiableMap(new EnumMap<>(builder.rows));
  }

  static <D, A> Builder<D, A> of(Input<D> input, Output<A> output) {
    return new Builder<>(input, output);
  }

  @Nullable Row<D, A> row(ContactField field) {
    return rows.get(field);
  }

  /** Returns the rows in the order {@link ContactField} declares their fields. */
  Map<ContactField, Row<D, A>> rows() {
    return rows;
  }

  /** Returns the fields that can be written. */
  Set<ContactField> stored() {
    Set<ContactField> stored = EnumSet.noneOf(ContactField.class);
    rows.forEach(
        (field, row) -> {
          if (row.write() != null) {
            stored.add(field);
          }
        });
    return stored;
  }

  List<Capability> capabilities(Crm crm) {
    List<Capability> capabilities = new ArrayList<>();
    rows.forEach((field, row) -> capabilities.add(new Capability(crm, field, row)));
    return List.copyOf(capabilities);
  }

  /**
   * Collects rows. Most fields are in one object of the request and one of the answer, and are
   * known from the vendor's page; {@link #known}, {@link #note} and {@link #replaces} say otherwise
   * of the row before them.
   */
  static final class Builder<D, A> {
    private final EnumMap<ContactField, Row<D, A>> rows = new EnumMap<>(ContactField.class);
    private final Input<D> input;
    private final Output<A> output;
    private ContactField last = ContactField.FULL_NAME;

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
      return put(field, new Row<>(write, read, conversion, null, false, Evidence.PAGE, null));
    }

    /** Adds fields that can only be written together, as another one that is in the table. */
    Builder<D, A> together(ContactField whole, ContactField... parts) {
      for (ContactField part : parts) {
        put(
            part,
            new Row<>(
                row(whole).write(),
                null,
                Conversion.TEXT,
                whole,
                false,
                row(whole).evidence(),
                "only together: " + FieldNames.list(List.of(parts)) + " are written as " + whole));
      }
      return this;
    }

    Builder<D, A> known(Evidence evidence) {
      return put(last, row(last).with(evidence));
    }

    Builder<D, A> note(String note) {
      return put(last, row(last).with(note));
    }

    Builder<D, A> replaces() {
      return put(last, row(last).replacing());
    }

    FieldTable<D, A> build() {
      return new FieldTable<>(this);
    }

    private Builder<D, A> put(ContactField field, Row<D, A> row) {
      rows.put(field, row);
      last = field;
      return this;
    }

    private Row<D, A> row(ContactField field) {
      return requireNonNull(rows.get(field), "row");
    }
  }

  @SuppressWarnings("unchecked") // The conversion of the row makes what the property takes.
  static <D> Write<D> write(Input<D> input, Property<?> property) {
    return new Write<>(
        input.path() + "." + property.name(),
        input.schema() + "/properties/" + property.name(),
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
