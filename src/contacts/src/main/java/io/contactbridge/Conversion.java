package io.contactbridge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form in which a CRM has the value of a field. */
enum Conversion {
  /** As it is. */
  NONE(""),
  E164("written in E.164 form") {
    @Override
    Object toCrm(Object value, Settings settings) {
      return Phones.e164((String) value, settings.defaultRegion());
    }
  },
  /** The email address of a user. */
  USER_EMAIL("") {
    @Override
    Object toCrm(Object value, Settings settings) {
      if (!Values.isEmail((String) value)) {
        throw new IllegalArgumentException("the email address of a user, such as ada@example.com");
      }
      return value;
    }
  },
  /** An ISO 8601 date in a string; a CRM may answer with a time behind it. */
  DATE("") {
    @Override
    Object toCrm(Object value, Settings settings) {
      return value.toString();
    }

    @Override
    @Nullable Object fromCrm(Object value) {
      String text = value.toString();
      try {
        return DATE_WITH_TIME.matcher(text).matches()
            ? LocalDate.parse(text.substring(0, DATE_LENGTH))
            : LocalDate.parse(text);
      } catch (DateTimeException e) {
        return null;
      }
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
      List<String> tags = new ArrayList<>();
      for (Object element : list) {
        Object tag = element instanceof Map<?, ?> object ? object.get("name") : element;
        if (!(tag instanceof String text)) {
          return null;
        }
        tags.add(text);
      }
      return List.copyOf(tags);
    }
  },

  /** An object of which the members that are null tell nothing. */
  CUSTOM_FIELDS("") {
    @Override
    @Nullable Object fromCrm(Object value) {
      if (!(value instanceof Map<?, ?> object)) {
        return null;
      }
      Map<Object, Object> values = new LinkedHashMap<>();
      object.forEach(
          (key, member) -> {
            if (member != null) {
              values.put(key, member);
            }
          });
      return Collections.unmodifiableMap(values);
    }
  };

  private static final Pattern DATE_WITH_TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*");

  private static final int DATE_LENGTH = "2026-02-01".length();

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
  Object toCrm(Object value, Settings settings) {
    return value;
  }

  /** Returns the value of what the CRM answered, or null if it is none. */
  @Nullable Object fromCrm(Object value) {
    return value;
  }

  /** Returns whether the CRM answered {@code value} in the form in which it is sent. */
  boolean isAsSent(Object answered, Object value) {
    return true;
  }
}
