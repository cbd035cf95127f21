package io.contactbridge.review.internal.plans;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.review.internal.content.Vocabulary;
import io.contactbridge.review.internal.content.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules for each field's values that hold at every CRM, in the library's words. */
public final class PlanFields {
  private PlanFields() {}

  public static List<Map<String, Object>> all() {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (ContactField field : ContactField.values()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", field.name());
      object.put("word", field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      object.put("label", Words.name(field));
      object.put("form", form(field));
      object.put("must", message(field, wrong(field)));
      object.put("whole", message(field, broken(field)));
      object.put("also", Vocabulary.of(field));
      fields.add(object);
    }
    return fields;
  }

  /** Returns which check the script makes. */
  private static String form(ContactField field) {
    return switch (field) {
      case EMAIL -> "email";
      case PHONE -> "phone";
      case COUNTRY -> "country";
      case TIMEZONE -> "zone";
      case WEBSITE, LINKEDIN_URL -> "url";
      case DATE_OF_BIRTH -> "date";
      case TAGS -> "tags";
      case DO_NOT_DISTURB -> "truth";
      case CUSTOM_FIELDS -> "custom";
      default -> "text";
    };
  }

  private static Object wrong(ContactField field) {
    return switch (field) {
      case TAGS -> List.of(" ");
      case CUSTOM_FIELDS -> Map.of();
      case DATE_OF_BIRTH -> LocalDate.of(0, 1, 1);
      case DO_NOT_DISTURB -> true;
      default -> "";
    };
  }

  /** Returns a value with half of a surrogate pair, where one can have it. */
  private static Object broken(ContactField field) {
    String half = "\ud83d";
    return switch (field) {
      case TAGS -> List.of(half);
      case CUSTOM_FIELDS -> Map.of("key", half);
      case DATE_OF_BIRTH, DO_NOT_DISTURB -> wrong(field);
      default -> half;
    };
  }

  /** Returns what the library says of a value, or nothing if it takes it. */
  private static String message(ContactField field, Object value) {
    try {
      ContactUpdate.builder().set(field, value);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
