package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts the text of a cell, or a JSON value, to the value of a field.
 *
 * <p>The messages do not repeat the value: it is personal data.
 */
public final class Cells {
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[Ee]\\+\\d{1,3}");

  private final ReadingOptions options;

  public Cells(ReadingOptions options) {
    this.options = options;
  }

  /** Sets a field to the value of a cell, clears it, or leaves it alone. */
  void set(ContactUpdate.Builder update, Column column, String text) {
    ContactField field = column.field();
    if (field == null) {
      return;
    }
    if (text.equals(options.nullText()) || (text.isEmpty() && column.clearsIfEmpty())) {
      clear(update, column, field);
    } else if (!text.isEmpty()) {
      setValue(update, column, field, typed(column, field, text));
    }
  }

  /** Sets a field to a JSON value: null clears it, and an empty string is a value. */
  public void setJson(ContactUpdate.Builder update, Column column, @Nullable Object value) {
    ContactField field = column.field();
    if (field == null) {
      return;
    }
    if (value == null) {
      clear(update, column, field);
    } else if (field == ContactField.CUSTOM_FIELDS && column.key() == null) {
      setAll(update, column, value);
    } else if (field == ContactField.CUSTOM_FIELDS || field.type() == List.class) {
      setValue(update, column, field, value);
    } else if (field.type() == Boolean.class) {
      setValue(
          update,
          column,
          field,
          value instanceof Boolean ? value : typed(column, field, text(column, value)));
    } else {
      setValue(update, column, field, typed(column, field, text(column, value)));
    }
  }

  /** Returns a contact's id from a cell; refuses one that a spreadsheet has rounded. */
  static String id(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the contact's id is missing");
    }
    requireExact(Column.ID, text);
    return text;
  }

  /** Returns a contact's id from JSON, exactly as it is written. */
  public static String jsonId(Column column, @Nullable Object value) {
    return value == null ? id("") : id(text(column, value));
  }

  private static void setAll(ContactUpdate.Builder update, Column column, Object value) {
    if (!(value instanceof Map<?, ?> customFields)) {
      throw new IllegalArgumentException(column.name() + " is not an object of custom fields");
    }
    for (Map.Entry<?, ?> custom : customFields.entrySet()) {
      if (custom.getValue() == null) {
        throw new IllegalArgumentException(
            column.name() + "." + custom.getKey() + " is a custom field, which cannot be cleared");
      }
      update.customField((String) custom.getKey(), custom.getValue());
    }
  }

  private static void setValue(
      ContactUpdate.Builder update, Column column, ContactField field, Object value) {
    if (column.key() != null) {
      update.customField(column.key(), value);
    } else {
      update.set(field, value);
    }
  }

  private static void clear(ContactUpdate.Builder update, Column column, ContactField field) {
    if (column.key() != null) {
      throw new IllegalArgumentException(
          column.name() + " is a custom field, which cannot be cleared");
    }
    update.clear(field);
  }

  private Object typed(Column column, ContactField field, String text) {
    return switch (field) {
      case DATE_OF_BIRTH -> date(column, text);
      case DO_NOT_DISTURB -> truth(column, text);
      case TAGS -> tags(text);
      case PHONE -> requireExact(column.name(), text);
      default -> text;
    };
  }

  private List<String> tags(String text) {
    String separator = options.tagSeparator();
    return separator == null
        ? List.of(text)
        : Arrays.stream(text.split(Pattern.quote(separator)))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .toList();
  }

  private static LocalDate date(Column column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(column.name() + ": a date must have the form 1815-12-10");
    }
  }

  private static Boolean truth(Column column, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(column.name() + ": the value must be true or false");
    };
  }

  private static String requireExact(String name, String text) {
    if (ROUNDED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          name
              + " was rounded by a spreadsheet, as in 1.23E+11, so its digits are lost; format the"
              + " column as text and export it again");
    }
    return text;
  }

  private static String text(Column column, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof BigDecimal decimal && decimal.toString().equals(decimal.toPlainString())) {
      return decimal.toString();
    }
    throw new IllegalArgumentException(column.name() + " is not text; write it as a JSON string");
  }
}
