package io.contactbridge.internal.mapping;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactField;
import io.contactbridge.client.Claim;
import io.contactbridge.client.Claims;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one CRM knows of each {@link ContactField}, and where.
 *
 * @param <D> the draft of a request
 * @param <A> the answer
 */
final class FieldTable<D, A extends Model> {
  /** Stands for what an answer lacks; its null is Java's null. */
  static final Object NOTHING = new Object();

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

  /**
   * Where a field is read.
   *
   * @param get returns what an answer has there, or {@link #NOTHING}
   */
  public record Read<A>(String path, Function<A, @Nullable Object> get) {}

  /**
   * One field.
   *
   * @param write where it is written, or null if it is only read
   * @param read where it is read, or null if it is only written
   * @param instead where the CRM was observed to return the stored value, if that is elsewhere
   * @param partOf the field that it can only be written as a part of, or null
   * @param knowledge what the specification knows of it
   * @param note what a user of the field should know
   */
  record Row<D, A extends Model>(
      @Nullable Write<D> write,
      @Nullable Read<A> read,
      List<Read<A>> instead,
      Conversion conversion,
      @Nullable ContactField partOf,
      Knowledge knowledge,
      @Nullable String note) {

    /** Returns whether setting the field replaces all that the contact had in it. */
    boolean replaces() {
      return knowledge.written() != null && knowledge.written().replace().isPresent();
    }

    /** Returns what an answer has of the field, or {@link #NOTHING}. */
    @Nullable Object find(A answer) {
      Read<A> place = place(answer);
      return place == null ? NOTHING : place.get().apply(answer);
    }

    /**
     * Returns where an answer has the field, which may still be nothing. Prefers the stored value
     * to one that may be an echo.
     */
    @Nullable Read<A> place(A answer) {
      // Without an iterator, since each field of each answer is looked for and few have others.
      for (int i = 0; i < instead.size(); i++) {
        Read<A> place = instead.get(i);
        if (place.get().apply(answer) != NOTHING) {
          return place;
        }
      }
      return read;
    }

    private Row<D, A> with(Knowledge knowledge) {
      return new Row<>(write, read, instead, conversion, partOf, knowledge, note);
    }

    private Row<D, A> with(String note) {
      return new Row<>(write, read, instead, conversion, partOf, knowledge, note);
    }

    private Row<D, A> with(List<Read<A>> instead) {
      return new Row<>(write, read, instead, conversion, partOf, knowledge, note);
    }
  }

  private final Map<ContactField, Row<D, A>> rows;
  private final List<ContactField> known;
  private final Map<String, ContactField> writtenAt = new HashMap<>();

  private FieldTable(Builder<D, A> builder) {
    rows = Collections.unmodifiableMap(new EnumMap<>(builder.rows));
    known = List.copyOf(rows.keySet());
    rows.forEach(
        (field, row) -> {
          if (row.partOf() == null && row.write() != null) {
            writtenAt.putIfAbsent(row.write().path(), field);
          }
        });
  }

  /**
   * Starts a table.
   *
   * @param claims what the specification claims of a property
   */
  static <D, A extends Model> Builder<D, A> of(
      Input<D> input, Output<A> output, Function<Property<?>, Claims> claims) {
    return new Builder<>(input, output, claims);
  }

  @Nullable Row<D, A> row(ContactField field) {
    return rows.get(field);
  }

  /** Returns the field that stands at a JSON path of the request, or null. */
  @Nullable ContactField writtenAt(String path) {
    return writtenAt.get(path);
  }

  /** Returns the fields that have a row, in the order {@link ContactField} declares them. */
  List<ContactField> known() {
    return known;
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

  /**
   * Collects rows. Most fields are one property of one object of the request, and one of one object
   * of the answer; the methods that are not called row say otherwise of the row before them.
   */
  static final class Builder<D, A extends Model> {
    private final EnumMap<ContactField, Row<D, A>> rows = new EnumMap<>(ContactField.class);
    private final Input<D> input;
    private final Output<A> output;
    private final Function<Property<?>, Claims> claims;
    private ContactField last = ContactField.FULL_NAME;

    private Builder(Input<D> input, Output<A> output, Function<Property<?>, Claims> claims) {
      this.input = input;
      this.output = output;
      this.claims = claims;
    }

    Builder<D, A> row(ContactField field, Property<?> in, Property<?> out) {
      return row(field, in, out, Conversion.TEXT);
    }

    Builder<D, A> row(ContactField field, Property<?> in, Property<?> out, Conversion conversion) {
      return row(field, write(input, in), read(output, out), conversion).properties(in, out);
    }

    Builder<D, A> readOnly(ContactField field, Property<?> out) {
      return row(field, null, read(output, out), Conversion.TEXT).properties(null, out);
    }

    Builder<D, A> row(
        ContactField field, @Nullable Write<D> write, Read<A> read, Conversion conversion) {
      return put(field, new Row<>(write, read, List.of(), conversion, null, Knowledge.PAGE, null));
    }

    /** Adds fields that can only be written together, as another one that is in the table. */
    Builder<D, A> together(ContactField whole, ContactField... parts) {
      for (ContactField part : parts) {
        put(
            part,
            new Row<>(
                row(whole).write(),
                null,
                List.of(),
                Conversion.TEXT,
                whole,
                Knowledge.PAGE.with(row(whole).knowledge().setting()),
                "only together: " + FieldNames.list(List.of(parts)) + " are written as " + whole));
      }
      return this;
    }

    /** Names the properties that the field is, for what the specification claims of them. */
    Builder<D, A> properties(@Nullable Property<?> in, @Nullable Property<?> out) {
      Claims written = in == null ? null : claims.apply(in);
      Claims read = out == null ? null : claims.apply(out);
      Stream.ofNullable(written)
          .flatMap(each -> each.observed().stream())
          .flatMap(observed -> observed.instead().stream())
          .findFirst()
          .ifPresent(this::answeredAs);
      return put(last, row(last).with(row(last).knowledge().with(written, read)));
    }

    /** Sets the claim that the field can be set, which belongs to no property. */
    Builder<D, A> known(Claim claim) {
      return put(last, row(last).with(row(last).knowledge().with(claim)));
    }

    /** Adds what was observed of a property within the field's value. */
    Builder<D, A> observedAt(Property<?> part) {
      return put(last, row(last).with(row(last).knowledge().with(claims.apply(part).observed())));
    }

    /**
     * Sets the values for which the observations of the field hold; a cleared field has no value.
     */
    Builder<D, A> observedOf(Predicate<@Nullable Object> values) {
      return put(last, row(last).with(row(last).knowledge().with(values)));
    }

    Builder<D, A> note(String note) {
      return put(last, row(last).with(note));
    }

    /** Adds a name under which the CRM was observed to answer the field, in place of its own. */
    Builder<D, A> answeredAs(String name) {
      List<Read<A>> instead = new ArrayList<>(row(last).instead());
      instead.add(read(output, name));
      return put(last, row(last).with(List.copyOf(instead)));
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
          return model == null ? NOTHING : find(model, property);
        });
  }

  /** Reads a value that the specification does not have, or has under another name. */
  private static <A> Read<A> read(Output<A> output, String name) {
    return new Read<>(
        output.path() + "." + name,
        answer -> {
          Model model = output.model().apply(answer);
          return model == null ? NOTHING : model.extra().getOrDefault(name, NOTHING);
        });
  }

  /** Returns what an object has of a property, or {@link #NOTHING}. */
  static @Nullable Object find(Model model, Property<?> property) {
    // Values that are not as specified are among the others, and may still be readable.
    return model.has(property)
        ? model.get(property)
        : model.extra().getOrDefault(property.name(), NOTHING);
  }
}
