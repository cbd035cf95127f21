package io.contactbridge.drift.internal.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The forms that a body can have.
 *
 * @param types the content types, sorted, without parameters
 * @param media what stands under the one that is read: JSON if there is such, else the first
 */
public record SpecContent(List<String> types, @Nullable SpecNode media) {
  static SpecContent of(SpecNode content) {
    TreeSet<String> types = new TreeSet<>();
    SpecNode media = null;
    boolean json = false;
    for (var each : content.children().entrySet()) {
      String type = normal(each.getKey());
      types.add(type);
      if (media == null || (!json && isJson(type))) {
        media = each.getValue().target();
        json = isJson(type);
      }
    }
    return new SpecContent(List.copyOf(types), media);
  }

  /** Returns a content type in lower case and without parameters, which do not count. */
  public static String normal(String type) {
    int parameters = type.indexOf(';');
    String bare = parameters < 0 ? type : type.substring(0, parameters);
    return bare.strip().toLowerCase(Locale.ROOT);
  }

  public static boolean isJson(String type) {
    return type.equals("application/json") || type.endsWith("+json");
  }

  /** Returns the examples that stand beside a schema, as JSON texts. */
  static List<String> examples(SpecNode holder) {
    return examples(holder, example -> true);
  }

  /** Returns those examples beside a schema that the vendor's page has, as JSON texts. */
  static List<String> pageExamples(SpecNode holder) {
    return examples(
        holder,
        example -> {
          SpecNode source = example.child("x-source");
          return source == null || "page".equals(source.text("evidence"));
        });
  }

  private static List<String> examples(SpecNode holder, Predicate<SpecNode> wanted) {
    List<String> examples = new ArrayList<>();
    SpecNode example = holder.child("example");
    if (example != null) {
      examples.add(example.json());
    }
    SpecNode named = holder.get("examples");
    if (named != null) {
      for (SpecNode each : named.children().values()) {
        SpecNode value = each.target().child("value");
        if (value != null && wanted.test(each.target())) {
          examples.add(value.json());
        }
      }
    }
    return List.copyOf(examples);
  }
}
