package io.contactbridge.review.internal.content;

import io.contactbridge.ContactField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names, types and limits in the words of people who do not read specifications. */
public final class Words {
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("id", "ID"),
          Map.entry("ip", "IP address"),
          Map.entry("os", "OS"),
          Map.entry("url", "URL"),
          Map.entry("dnd", "do-not-disturb"),
          Map.entry("linkedin", "LinkedIn"),
          Map.entry("sms", "SMS"),
          Map.entry("rcs", "RCS"),
          Map.entry("gmb", "Google Business"),
          Map.entry("fb", "Facebook"),
          Map.entry("whatsapp", "WhatsApp"));

  private static final Map<String, String> FORMATS =
      Map.of(
          "date-time", "date and time",
          "date", "date",
          "email", "email address",
          "uri", "web address",
          "uuid", "UUID");

  private Words() {}

  /**
   * Returns the name of a constant as files, styles and entries have it, such as {@code may-break}.
   */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a field's name, such as {@code Job title}. */
  public static String name(ContactField field) {
    return switch (field) {
      case REGION -> "State or region";
      case TIMEZONE -> "Time zone";
      case DO_NOT_DISTURB -> "Do not disturb";
      default -> name(field.name().toLowerCase(Locale.ROOT));
    };
  }

  /** Returns the name of a property as a person would say it. */
  public static String name(String property) {
    if (property.equals("*")) {
      return "Any other field";
    }
    String[] words =
        property
            .replace("WhatsApp", "whatsapp")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .split("[ _-]+", -1);
    String name =
        Arrays.stream(words)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .map(word -> SPELLINGS.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    return name.isEmpty()
        ? property
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Returns a text of the library's with fields as people call them. */
  public static String plain(String text) {
    String words = text.replace("the outcome tells", "the library tells so after each update");
    for (ContactField field : ContactField.values()) {
      words = words.replaceAll("\\b" + field.name() + "\\b", name(field).toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Returns a note of the library's as a sentence. */
  public static String sentence(String note) {
    String words = plain(note);
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /** Returns the type of a value in words, such as {@code list of texts}. */
  public static String type(Node schema) {
    String format = schema.text("format");
    if (schema.get("enum").exists()) {
      return "one of " + schema.get("enum").items().size() + " words";
    }
    return switch (schema.text("type")) {
      case "string" -> FORMATS.getOrDefault(format, "text");
      case "integer" -> "whole number";
      case "number" -> "number";
      case "boolean" -> "yes or no";
      case "array" -> "list of " + plural(type(schema.get("items")));
      case "object" -> schema.get("properties").exists() ? "group of fields" : "values by name";
      default -> "any value";
    };
  }

  private static String plural(String type) {
    return switch (type) {
      case "text", "number", "whole number", "date" -> type + "s";
      case "group of fields" -> "groups of fields";
      default -> "values, each: " + type;
    };
  }

  /** Returns the limits of a value in words. */
  public static List<String> limits(Property property) {
    Node schema = property.schema();
    List<String> limits = new ArrayList<>();
    if (property.required()) {
      limits.add("must be there");
    }
    range(limits, schema, "minLength", "maxLength", "characters");
    range(limits, schema, "minItems", "maxItems", "entries");
    range(limits, schema, "minimum", "maximum", "");
    if (!schema.text("pattern").isEmpty()) {
      limits.add("must match " + schema.text("pattern"));
    }
    if (schema.is("deprecated")) {
      limits.add("deprecated");
    }
    List<String> oneOf = schema.texts("x-at-least-one-of");
    if (!oneOf.isEmpty()) {
      limits.add("at least one of " + String.join(", ", oneOf));
    }
    return limits;
  }

  private static void range(
      List<String> limits, Node schema, String least, String most, String unit) {
    String low = schema.text(least);
    String high = schema.text(most);
    if (low.isEmpty() && high.isEmpty()) {
      return;
    }
    String range =
        low.isEmpty()
            ? "at most " + high
            : high.isEmpty()
                ? "at least " + low
                : low.equals(high) ? "exactly " + low : low + " to " + high;
    limits.add((range + " " + unit).strip());
  }
}
