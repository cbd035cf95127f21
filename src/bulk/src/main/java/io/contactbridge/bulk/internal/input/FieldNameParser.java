package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the names of fields in files: like the options of the command, like the Java
 * constants, or with spaces.
 */
public final class FieldNameParser {
  public static final String CUSTOM = "custom.";

  private static final Map<String, ContactField> FIELDS = new LinkedHashMap<>();

  static {
    for (ContactField field : ContactField.values()) {
      FIELDS.put(word(field.name()), field);
    }
    FIELDS.put("tag", ContactField.TAGS);
    FIELDS.put("custom", ContactField.CUSTOM_FIELDS);
  }

  private FieldNameParser() {}

  /** Returns the field with this name, or null if there is none. */
  public static @Nullable ContactField field(String name) {
    return FIELDS.get(word(name));
  }

  /** Returns the key of {@code custom.KEY}, or null if {@code name} is not of that form. */
  public static @Nullable String customKey(String name) {
    return name.startsWith(CUSTOM) && name.length() > CUSTOM.length()
        ? name.substring(CUSTOM.length())
        : null;
  }

  /** Returns the field whose name is most like {@code name}, if one is similar. */
  public static Optional<String> nearest(String name) {
    List<String> words = new ArrayList<>(FIELDS.keySet());
    words.add(Column.ID);
    return nearest(name, words);
  }

  /** Returns the word most like {@code name}, by its letters and digits alone. */
  public static Optional<String> nearest(String name, Collection<String> words) {
    String letters = letters(name);
    return words.stream()
        .filter(word -> isNear(letters, letters(word)))
        .min(Comparator.comparingInt(word -> EditDistance.between(letters, letters(word))));
  }

  private static boolean isNear(String one, String other) {
    return EditDistance.between(one, other)
            <= Math.min(2, Math.max(one.length(), other.length()) / 3)
        || (other.length() > 3 && one.contains(other))
        || (one.length() > 3 && other.contains(one));
  }

  private static String word(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[_ ]+", "-");
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
