package io.contactbridge.internal.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form in which a CRM has the value of a field. */
enum Conversion {
  /** As it is. */
  NONE(""),
  E164("written in E.164 form") {
    @Override
    Object toCrm(Object value, MappingOptions options) {
      return Phones.e164((String) value, options.defaultRegion());
    }
  },
  /** The email address of a user. */
  USER_EMAIL("") {
    @Override
    Object toCrm(Object value, MappingOptions options) {
      if (!ValueRules.isEmail((String) value)) {
        throw new IllegalArgumentException("the email address of a user, such as ada@example.com");
      }
      return value;
    }
  },
  /** True or false. PHP and databases answer them as text or as 1 and 0, which is the same. */
  TRUTH("") {
    @Override
    @Nullable Object fromCrm(Object value) {
      if (value instanceof Boolean) {
        return value;
      }
      return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
        case "true", "1" -> true;
        case "false", "0" -> false;
        default -> null;
      };
    }

    @Override
    boolean isAsSent(Object answered, Object value) {
      return answered instanceof Boolean;
    }
  },
  /**
   * An ISO 8601 date in a string; a CRM may answer with a time behind it, or in one of the forms
   * that HighLevel documents: year first or last, with /, - , . or _ between.
   */
  DATE("") {
    @Override
    Object toCrm(Object value, MappingOptions options) {
      return value.toString();
    }

    @Override
    @Nullable Object fromCrm(Object value) {
      String text = value.toString().strip();
      try {
        // Year first, as in nearly every answer.
        if (DATE_AND_TIME.matcher(text).matches()) {
          return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        return MONTH_FIRST.matcher(text).matches()
            ? LocalDate.of(number(text, 6, 10), number(text, 0, 2), number(text, 3, 5))
            : null;
      } catch (DateTimeException e) {
        return null;
      }
    }

    private static int number(String text, int start, int end) {
      return Integer.parseInt(text, start, end, 10);
    }

    @Override
    boolean isAsSent(Object answered, Object value) {
      return answered.equals(value.toString());
    }
  },
  TEXT("") {
    @Override
    @Nullable Object fromCrm(Object value) {
      return value instanceof Map || value instanceof List ? null : value.toString();
    }
  },
  /** A list of strings, in which Raze was seen to answer objects with the tag under "name". */
  TAGS("") {
    @Override
    @Nullable Object fromCrm(Object value) {
      if (!(value instanceof List<?> list)) {
        return null;
      }
      if (areWords(list)) {
        return list;
      }
      List<String> tags = new ArrayList<>(list.size());
      for (Object element : list) {
        Object tag = element instanceof Map<?, ?> object ? object.get("name") : element;
        if (!(tag instanceof String text)) {
          return null;
        }
        tags.add(text);
      }
      return List.copyOf(tags);
    }

    /** As they are specified. */
    private static boolean areWords(List<?> list) {
      for (Object element : list) {
        if (!(element instanceof String)) {
          return false;
        }
      }
      return true;
    }

    /** Where tags are objects, a tag may have been asked for by its id, and is answered by both. */
    @Override
    boolean isMeant(Object answered, Object asked) {
      return answered instanceof List<?> tags
          && asked instanceof List<?> names
          && names.size() == tags.size()
          && tags.stream().allMatch(tag -> names.stream().anyMatch(name -> is(tag, name)))
          && names.stream().allMatch(name -> tags.stream().anyMatch(tag -> is(tag, name)));
    }

    private boolean is(Object tag, Object name) {
      return tag instanceof Map<?, ?> object
          && (isSame(object.get("name"), name) || isSameId(object.get("id"), name));
    }

    private boolean isSame(@Nullable Object part, Object asked) {
      return part != null && ValueComparison.text(part).equals(ValueComparison.text(asked));
    }

    private boolean isSameId(@Nullable Object id, Object asked) {
      return isSame(id, asked)
          || (id != null
              && ContactIds.isUuid(asked.toString())
              && id.toString().equalsIgnoreCase(asked.toString()));
    }
  },

  /** An object of which the members that are null tell nothing. */
  CUSTOM_FIELDS("") {
    @Override
    @Nullable Object fromCrm(Object value) {
      if (!(value instanceof Map<?, ?> object)) {
        return null;
      }
      for (Object member : object.values()) {
        if (member == null) {
          return withoutNulls(object);
        }
      }
      return Collections.unmodifiableMap(object);
    }

    private static Map<?, ?> withoutNulls(Map<?, ?> object) {
      Map<Object, Object> values = new LinkedHashMap<>(object);
      values.values().removeIf(Objects::isNull);
      return Collections.unmodifiableMap(values);
    }
  };

  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "[0-9]{4}([-/._])[0-9]{2}\\1[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?", Pattern.DOTALL);

  private static final Pattern MONTH_FIRST = Pattern.compile("[0-9]{2}([-/._])[0-9]{2}\\1[0-9]{4}");

  private final String words;

  Conversion(String words) {
    this.words = words;
  }

  /** Returns what the conversion does, for people. */
  String words() {
    return words;
  }

  /**
   * Returns the CRM's form of a value.
   *
   * @throws IllegalArgumentException if it has none; the message says what would be right
   */
  Object toCrm(Object value, MappingOptions options) {
    return value;
  }

  /** Returns the value of what the CRM answered, or null if it is none. */
  @Nullable Object fromCrm(Object value) {
    return value;
  }

  /** Returns whether the CRM answered what was asked for under other names. */
  boolean isMeant(Object answered, Object asked) {
    return false;
  }

  /** Returns whether the CRM answered {@code value} in the form in which it is sent. */
  boolean isAsSent(Object answered, Object value) {
    return true;
  }
}
