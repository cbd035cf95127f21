package io.contactbridge.kafka;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import io.contactbridge.bulk.internal.input.Column;
import io.contactbridge.bulk.internal.input.FieldNameParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps fields of a record's value to fields of a contact. Not thread-safe. */
final class FieldMapping {
  /** Records with more names than this use data as names, which are not worth caching. */
  private static final int MOST_NAMES = 10_000;

  private final Map<String, String> mapped;
  private final Set<String> ignored;
  private final boolean ignoresUnknown;
  private final Map<String, Column> known = new HashMap<>();

  private FieldMapping(Map<String, String> mapped, Set<String> ignored, boolean ignoresUnknown) {
    this.mapped = mapped;
    this.ignored = ignored;
    this.ignoresUnknown = ignoresUnknown;
  }

  /**
   * @param mappings such as {@code mail=email}, without {@linkplain #faults faults}
   */
  static FieldMapping of(
      List<String> mappings, Collection<String> ignored, boolean ignoresUnknown) {
    Map<String, String> mapped = new LinkedHashMap<>();
    mappings.forEach(mapping -> mapped.put(from(mapping), to(mapping)));
    return new FieldMapping(mapped, new HashSet<>(ignored), ignoresUnknown);
  }

  /** Returns the faults of mappings, in words. */
  static List<String> faults(List<String> mappings) {
    List<String> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Map<String, String> meanings = new HashMap<>();
    for (String mapping : mappings) {
      if (mapping.indexOf('=') < 1) {
        faults.add("\"" + mapping + "\" does not have the form from=field");
        continue;
      }
      Column column = column(from(mapping), to(mapping));
      if (column == null) {
        faults.add("there is no field \"" + to(mapping) + "\"" + didYouMean(to(mapping)));
      } else if (!names.add(column.name())) {
        faults.add("\"" + column.name() + "\" is listed twice");
      } else if (meanings.putIfAbsent(column.meaning(), column.name()) != null) {
        faults.add(
            "\"%s\" and \"%s\" are both %s"
                .formatted(meanings.get(column.meaning()), column.name(), column.meaning()));
      }
    }
    return faults;
  }

  /** Returns the fields of a contact that mappings name. */
  static List<ContactField> fields(List<String> mappings) {
    return mappings.stream()
        .map(mapping -> column(from(mapping), to(mapping)))
        .flatMap(column -> Stream.ofNullable(column == null ? null : column.field()))
        .toList();
  }

  /** Returns the column for a field of a value, or null if the field is ignored or unknown. */
  @Nullable Column column(String name) {
    Column column = known.get(name);
    if (column == null) {
      column = ignored.contains(name) ? null : column(name, mapped.getOrDefault(name, name));
      if (column != null && known.size() < MOST_NAMES) {
        known.put(name, column);
      }
    }
    return column;
  }

  /** Returns whether a field of this name makes its record fail. */
  boolean isUnknown(String name) {
    return !ignoresUnknown && !ignored.contains(name) && column(name) == null;
  }

  static String unknown(Collection<String> names) {
    return "the value has fields that a contact does not have: "
        + names.stream()
            .limit(10)
            .map(name -> "\"" + name + "\"" + didYouMean(name))
            .collect(joining(", "))
        + "; map them with %s or list them in %s"
            .formatted(SinkConfig.FIELDS, SinkConfig.IGNORED_FIELDS);
  }

  private static @Nullable Column column(String name, String meaning) {
    String key = FieldNameParser.customKey(meaning);
    ContactField field = key == null ? FieldNameParser.field(meaning) : ContactField.CUSTOM_FIELDS;
    return field == null
        ? null
        : new Column(
            name, key == null ? field.name() : FieldNameParser.CUSTOM + key, field, key, false);
  }

  private static String from(String mapping) {
    return mapping.substring(0, Math.max(0, mapping.indexOf('='))).strip();
  }

  private static String to(String mapping) {
    return mapping.substring(mapping.indexOf('=') + 1).strip();
  }

  private static String didYouMean(String name) {
    return FieldNameParser.nearest(name)
        .filter(word -> !word.equals(name))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }
}
