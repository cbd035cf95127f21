package io.contactbridge.drift.internal.pages;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's row about one parameter or property.
 *
 * @param name as the page has it; {@code a.b} and {@code a[]} lead inside
 * @param words what the page has for a type
 * @param type null if the page gives none, or none that is known
 * @param values the only ones there may be, as JSON texts; empty if the page names none
 * @param description as the page has it; never compared with our own words
 * @param tells what the row would say if it were not the default
 * @param flat whether the page shows this row in one list with what it may be inside of
 */
record PageRow(
    String name,
    String words,
    @Nullable PageType type,
    boolean required,
    List<String> values,
    boolean deprecated,
    String description,
    Set<Aspect> tells,
    boolean flat,
    int line)
    implements PageBlock {
  private static final Pattern DEPRECATED =
      Pattern.compile("(?im)^\\W*deprecated\\b|\\(deprecated\\)|\\bis deprecated\\b");
  private static final Pattern VALUES =
      Pattern.compile(
          "(?is)\\b(?:(?:possible|allowed|valid|accepted)\\s+values?(?:\\s+are)?\\s*:|(?:(?:possible|allowed|valid|accepted)\\s+values?|one"
              + " of):?\\s*(?=[`\"“\\[]))(.+)$");
  private static final Pattern QUOTED = Pattern.compile("[`\"“]([^`\"”]+)[`\"”]");

  /**
   * Returns a row as most forms have it.
   *
   * @param type in the page's words
   * @param required null if the page's table doesn't say
   * @param further what this form would say beyond the type and whether it is required
   */
  static PageRow of(
      String name,
      String type,
      @Nullable Boolean required,
      String description,
      Set<Aspect> further,
      int line) {
    PageType known = PageType.parse(type);
    Set<Aspect> tells = EnumSet.of(Aspect.DEPRECATED);
    tells.addAll(further);
    if (known != null) {
      tells.add(Aspect.TYPE);
    }
    if (required != null) {
      tells.add(Aspect.REQUIRED);
    }
    return new PageRow(
        name.replace("\\", ""),
        type.strip(),
        known,
        Boolean.TRUE.equals(required),
        values(description, known),
        DEPRECATED.matcher(description).find(),
        description,
        tells,
        false,
        line);
  }

  PageRow flattened() {
    return new PageRow(
        name, words, type, required, values, deprecated, description, tells, true, line);
  }

  private static List<String> values(String description, @Nullable PageType type) {
    Matcher said = VALUES.matcher(description);
    if (!said.find()) {
      return List.of();
    }
    boolean text = type == null || type.name().contains("string");
    List<String> values = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(said.group(1));
    while (quoted.find()) {
      values.add(quoted.group(1));
    }
    if (values.isEmpty()) {
      values.addAll(
          List.of(said.group(1).strip().replaceAll("^\\[|[\\].]$", "").split("[,|\\s]+")));
    }
    return values.stream()
        .filter(each -> !each.isBlank() && !each.equals("or") && !each.equals("and"))
        .map(each -> text ? JsonValue.write(each) : each)
        .sorted()
        .distinct()
        .toList();
  }
}
