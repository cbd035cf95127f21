package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of a property as a page words it.
 *
 * @param name as in {@link Aspect#TYPE}
 * @param items the type of an array's elements; null if it is no array or they have none
 */
record PageType(String name, @Nullable String items, @Nullable String format, boolean nullable) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("string", "string"),
          Map.entry("str", "string"),
          Map.entry("text", "string"),
          Map.entry("enum", "string"),
          Map.entry("integer", "integer"),
          Map.entry("int", "integer"),
          Map.entry("int32", "integer"),
          Map.entry("int64", "integer"),
          Map.entry("long", "integer"),
          Map.entry("number", "number"),
          Map.entry("float", "number"),
          Map.entry("double", "number"),
          Map.entry("decimal", "number"),
          Map.entry("boolean", "boolean"),
          Map.entry("bool", "boolean"),
          Map.entry("object", "object"),
          Map.entry("map", "object"),
          Map.entry("json", "object"),
          Map.entry("array", "array"),
          Map.entry("list", "array"));

  private static final Pattern FORMAT =
      Pattern.compile(
          "(?i)\\bformat:?\\s*([\\w-]+)|[(<]((?:date|time|uuid|email|ur[il])[\\w-]*)[)>]");
  private static final Pattern ARRAY =
      Pattern.compile(
          "(?i)^(?:(?:array|list)(?:\\s*<|\\s*\\(|\\s+of\\s+)\\s*(\\w+?)s?\\s*[>)]?"
              + "|(\\w+)\\[]|\\[(\\w+)])$");
  private static final Pattern NULL = Pattern.compile("(?i)\\b(?:nullable|null)\\b");

  /** Returns the type, or null if the words are none. */
  static @Nullable PageType parse(String words) {
    String bare = words.replaceAll("[\\\\`*]", "").strip();
    boolean nullable = NULL.matcher(bare).find();
    Matcher format = FORMAT.matcher(bare);
    String said =
        format.find() ? format.group(1) == null ? format.group(2) : format.group(1) : null;
    String plain = said == null ? bare : format.reset().replaceAll("");
    String rest = NULL.matcher(plain).replaceAll("").replaceAll("^[\\s,|·]+|[\\s,|·]+$", "");
    Matcher array = ARRAY.matcher(rest);
    if (array.matches()) {
      String element = array.group(1) != null ? array.group(1) : array.group(2);
      String items =
          NAMES.get((element == null ? array.group(3) : element).toLowerCase(Locale.ROOT));
      return items == null ? null : new PageType("array", items, null, nullable);
    }
    String name = union(rest);
    return name == null ? null : new PageType(name, null, said, nullable);
  }

  private static @Nullable String union(String words) {
    TreeSet<String> names = new TreeSet<>();
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s*(?:\\||/|,|\\bor\\b)\\s*", -1)) {
      String name = NAMES.get(word.strip());
      if (name == null) {
        return null;
      }
      names.add(name);
    }
    return String.join("|", names);
  }
}
