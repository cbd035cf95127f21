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

  /**
   * What stands where a field is read: nothing, null or a value.
   *
   * @param instead where it was found, if that is not where it is documented, or null
   */
  record Found(boolean present, @Nullable Object value, @Nullable String instead) {
    static final Found NOTHING = new Found(false, null);

    Found(boolean present, @Nullable Object value) {
      this(present, value, null);
    }
  }

  /**
   * What a caller should know before a field is sent.
   *
   * @param words a sentence about the CRM
   * @param when of which values it holds; a cleared field has none
   * @param harm what it would do to send the same request again, or null for none
   */
  record Warning(String words, Predicate<@Nullable Object> when, @Nullable String harm) {
    static Warning always(String words) {
      return new Warning(words, value -> true, null);
    }
  }

  /**
   * One field.
   *
   * @param write where it is written, or null if it is only read
   * @param read where it is read, or null if it is only written
   * @param instead where the CRM was observed to answer what it really has, if that is elsewhere
   * @param partOf the field that it can only be written as a part of, or null
   * @param replaces whether setting it replaces all that the contact had in it
   * @param evidence where it is known from that it can be written, or read if it is only read
   * @param note what a user of the field should know
   * @param warning what a caller should know before it is sent, or null
   */
  record Row<D, A extends Model>(
      @Nullable Write<D> write,
      @Nullable Read<A> read,
      List<Read<A>> instead,
      Conversion conversion,
      @Nullable ContactField partOf,
      boolean replaces,
      Evidence evidence,
      @Nullable String note,
      @Nullable Warning warning) {

    /** Returns what an answer has, and rather what the CRM really has than what it may echo. */
    Found find(A answer) {
      for (Read<A> place : instead) {
        Found found = place.get().apply(answer);
        if (found.present()) {
          return new Found(true, found.value(), place.path());
        }
      }
      return read == null ? Found.NOTHING : read.get().apply(answer);
    }

    private Row<D, A> with(Evidence evidence) {
      return new Row<>(
          write, read, instead, conversion, partOf, replaces, evidence, note, warning);
    }

    private Row<D, A> with(String note) {
      return new Row<>(
          write, read, instead, conversion, partOf, replaces, evidence, note, warning);
    }

    private Row<D, A> with(Warning warning) {
      return new Row<>(
          write, read, instead, conversion, partOf, replaces, evidence, note, warning);
    }

    private Row<D, A> with(List<Read<A>> instead) {
      return new Row<>(
          write, read, instead, conversion, partOf, replaces, evidence, note, warning);
    }

    private Row<D, A> replacing() {
      return new Row<>(write, read, instead, conversion, partOf, true, evidence, note, warning);
    }
  }

  private final Map<ContactField, Row<D, A>> rows;

  private FieldTable(Builder<D, A> builder) {
    rows = Collections.unmodifiableMap(new EnumMap<>(builder.rows));
  }

  static <D, A extends Model> Builder<D, A> of(Input<D> input, Output<A> output) {
    return new Builder<>(input, output);
  }

  @Nullable Row<D, A> row(ContactField field) {
    return rows.get(field);
  }

  /** Returns the field that stands at a JSON path of the request, or null. */
  @Nullable ContactField writtenAt(String path) {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().partOf() == null)
        .filter(row -> row.getValue().write() != null && row.getValue().write().path().equals(path))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
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
   * known from the vendor's page; {@link #known}, {@link #note}, {@link #replaces} and the
   * like say otherwise of the row before them.
   */
  static final class Builder<D, A extends Model> {
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
      return put(field, new Row<>(
              write, read, List.of(), conversion, null, false, Evidence.PAGE, null, null));
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
                false,
                row(whole).evidence(),
                "only together: " + FieldNames.list(List.of(parts)) + " are written as " + whole,
                null));
      }
      return this;
    }

    Builder<D, A> known(Evidence evidence) {
      return put(last, row(last).with(evidence));
    }

    Builder<D, A> note(String note) {
      return put(last, row(last).with(note));
    }

    Builder<D, A> warning(Warning warning) {
      return put(last, row(last).with(warning));
    }

    /** Adds names under which the CRM was observed to answer the field, the likelier one first. */
    Builder<D, A> answeredAs(String... names) {
      return put(
          last, row(last).with(Stream.of(names).map(name -> read(output, name)).toList()));
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

  /** Reads what the specification has under no name or under another. */
  private static <A> Read<A> read(Output<A> output, String name) {
    return new Read<>(
        output.path() + "." + name,
        answer -> {
          Model model = output.model().apply(answer);
          return model == null || !model.extra().containsKey(name)
              ? Found.NOTHING
              : new Found(true, model.extra().get(name));
        });
  }

  static Found find(Model model, Property<?> property) {
    if (model.has(property)) {
      return new Found(true, model.get(property));
    }
    // What is not as specified is kept there, and may be readable all the same.
    return new Found(
        model.extra().containsKey(property.name()), model.extra().get(property.name()));
  }
}
