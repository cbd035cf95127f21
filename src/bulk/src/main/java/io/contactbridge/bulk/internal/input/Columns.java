package io.contactbridge.bulk.internal.input;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meaning of each column of a file. A meaning is never guessed. */
final class Columns {
  /** The columns that {@link io.contactbridge.bulk} adds to a file of failed rows. */
  private static final Set<String> OUR_OWN = Set.of("_row", "_failed");

  private final List<Column> list;

  private Columns(List<Column> list) {
    this.list = List.copyOf(list);
  }

  /**
   * Finds the meanings of columns by their names.
   *
   * @throws InputException if a column is unknown, if two have the same meaning, or if none has the
   *     contact's id
   */
  static Columns of(List<String> names, ReadingOptions options) {
    requireColumns(names, options);
    List<Column> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isBlank()) {
        throw new InputException("column " + (i + 1) + " has no name in the header");
      }
      Column column = column(name, options);
      if (column == null) {
        unknown.add(name);
      } else {
        columns.add(column);
      }
    }
    if (!unknown.isEmpty()) {
      throw new InputException(unknown(unknown));
    }
    requireDistinct(columns);
    requireClearable(columns, options);
    return new Columns(columns);
  }

  List<Column> list() {
    return list;
  }

  /** Returns the columns by name. */
  Map<String, Column> byName() {
    Map<String, Column> columns = new LinkedHashMap<>();
    list.forEach(column -> columns.put(column.name(), column));
    return columns;
  }

  /** Returns the meaning of each column by its name; empty if the column is not read. */
  Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    list.forEach(column -> meanings.put(column.name(), column.meaning()));
    return meanings;
  }

  private static void requireColumns(List<String> names, ReadingOptions options) {
    Set<String> named = new LinkedHashSet<>(options.mapped().keySet());
    named.addAll(options.ignored());
    if (options.id() != null) {
      named.add(options.id());
    }
    named.removeAll(names);
    for (String missing : named) {
      throw new InputException(
          "the file has no column \"%s\"%s; it has %s"
              .formatted(
                  missing,
                  FieldNameParser.nearest(missing, names)
                      .map(" (did you mean %s?)"::formatted)
                      .orElse(""),
                  String.join(", ", names)));
    }
  }

  private static @Nullable Column column(String name, ReadingOptions options) {
    if (name.equals(options.id())) {
      return Column.id(name);
    }
    if (options.ignored().contains(name) || OUR_OWN.contains(name)) {
      return Column.ignored(name);
    }
    String meaning = options.mapped().getOrDefault(name, name);
    String key = FieldNameParser.customKey(meaning);
    ContactField field = key == null ? FieldNameParser.field(meaning) : ContactField.CUSTOM_FIELDS;
    if (field == null) {
      if (meaning.strip().equalsIgnoreCase(Column.ID)) {
        return Column.id(name);
      }
      if (options.mapped().containsKey(name)) {
        throw new InputException(
            "there is no field \"%s\" for the column %s%s"
                .formatted(meaning, name, didYouMean(meaning)));
      }
      return null;
    }
    return new Column(
        name,
        key == null ? field.name() : FieldNameParser.CUSTOM + key,
        field,
        key,
        options.clearEmpty()
            || options.clearedIfEmpty().stream().anyMatch(c -> isNamed(c, field, key)));
  }

  private static boolean isNamed(String word, ContactField field, @Nullable String key) {
    return key == null
        ? FieldNameParser.field(word) == field
        : word.equals(FieldNameParser.CUSTOM + key);
  }

  private static String unknown(List<String> names) {
    boolean one = names.size() == 1;
    String list =
        names.stream()
            .limit(10)
            .map(name -> "\"" + name + "\"" + didYouMean(name))
            .collect(joining(", "));
    String them = one ? "it" : "them";
    return "the %s of a contact; map %s with --map \"%s=FIELD\" or leave %s out with --ignore \"%s\""
        .formatted(
            one ? "column " + list + " is not a field" : "columns " + list + " are not fields",
            them,
            names.get(0),
            them,
            names.get(0));
  }

  private static String didYouMean(String name) {
    return FieldNameParser.nearest(name).map(" (did you mean %s?)"::formatted).orElse("");
  }

  private static void requireDistinct(List<Column> columns) {
    Map<String, String> seen = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new InputException("two columns are called \"" + column.name() + "\"");
      }
      String other = column.meaning().isEmpty() ? null : seen.put(column.meaning(), column.name());
      if (other != null) {
        throw new InputException(
            "the columns \"%s\" and \"%s\" are both %s; --ignore one of them"
                .formatted(other, column.name(), column.meaning()));
      }
    }
    if (!seen.containsKey(Column.ID)) {
      throw new InputException(
          "no column has the contact's id: call it id, or name it with --id; the columns are "
              + String.join(", ", names));
    }
  }

  /** A request can set custom fields but not clear a single one. */
  private static void requireClearable(List<Column> columns, ReadingOptions options) {
    for (Column column : columns) {
      if (column.clearsIfEmpty() && column.field() == ContactField.CUSTOM_FIELDS) {
        throw new InputException(
            "a custom field cannot be cleared, but an empty cell of \"%s\" would do so; name the"
                    .formatted(column.name())
                + " fields to clear with --clear-empty");
      }
    }
    for (String word : options.clearedIfEmpty()) {
      if (columns.stream().noneMatch(column -> column.clearsIfEmpty() && names(word, column))) {
        throw new InputException(
            "--clear-empty names \"%s\", but no column has that field%s"
                .formatted(word, FieldNameParser.field(word) == null ? didYouMean(word) : ""));
      }
    }
  }

  private static boolean names(String word, Column column) {
    return column.field() != null && isNamed(word, column.field(), column.key());
  }
}
