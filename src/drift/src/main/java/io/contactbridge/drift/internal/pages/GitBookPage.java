package io.contactbridge.drift.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in GitBook's Markdown, with its {@code api-method} or its later {@code swagger} blocks.
 */
final class GitBookPage implements PageForm {
  private static final Pattern TAG = Pattern.compile("^\\{%\\s*([\\w-]+)(.*?)%}\\s*(.*)$");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*:?");

  @Override
  public boolean fits(String text) {
    return text.contains("{% api-method") || text.contains("{% swagger");
  }

  @Override
  public List<PageBlock> read(String text) {
    return new Reading().read(text);
  }

  /** One pass over one page. */
  private static final class Reading {
    private final List<PageBlock> blocks = new ArrayList<>();
    private Map<String, String> parameter = Map.of();
    private final StringBuilder description = new StringBuilder();
    private int line;

    List<PageBlock> read(String text) {
      for (Markdown.Part part : Markdown.parts(text)) {
        Matcher tag = TAG.matcher(part.text());
        switch (part.kind()) {
          case HEADING -> blocks.add(new PageBlock.Heading(part.text(), part.line()));
          case CODE, OPEN_CODE -> blocks.addAll(TablesPage.code(part));
          case TABLE -> blocks.addAll(TablesPage.table(part));
          case TEXT -> {
            if (tag.matches()) {
              tag(tag.group(1), attributes(tag.group(2)), part.line());
            } else if (!parameter.isEmpty()) {
              description.append(part.text()).append('\n');
            } else if (BOLD.matcher(part.text()).matches()) {
              blocks.add(new PageBlock.Heading(part.text(), part.line()));
            }
          }
        }
      }
      if (!parameter.isEmpty()) {
        blocks.add(new PageBlock.Unread("a parameter without an end", line));
      }
      return blocks;
    }

    private void tag(String name, Map<String, String> attributes, int at) {
      switch (name) {
        case "api-method", "swagger" -> operation(attributes, at);
        case "api-method-path-parameters",
            "api-method-query-parameters",
            "api-method-headers",
            "api-method-body-parameters" ->
            heading(name.substring("api-method-".length()).replace('-', ' '), at);
        case "api-method-response-example" -> heading(get(attributes, "httpCode"), at);
        case "swagger-response" -> heading(get(attributes, "status"), at);
        case "swagger-parameter" -> {
          heading(get(attributes, "in") + " parameters", at);
          begin(attributes, at);
        }
        case "api-method-parameter" -> begin(attributes, at);
        case "endapi-method-parameter", "endswagger-parameter" -> end();
        case "endapi-method", "endswagger" -> heading("", at);
        default -> {}
      }
    }

    private void operation(Map<String, String> attributes, int at) {
      String host = get(attributes, attributes.containsKey("host") ? "host" : "baseUrl");
      String method = get(attributes, "method").toUpperCase(Locale.ROOT);
      blocks.add(new PageBlock.Operation(method, host + get(attributes, "path"), at));
    }

    private void begin(Map<String, String> attributes, int at) {
      if (!parameter.isEmpty()) {
        blocks.add(new PageBlock.Unread("a parameter without an end", line));
      }
      parameter = attributes;
      line = at;
      description.setLength(0);
    }

    private void end() {
      if (!parameter.isEmpty()) {
        blocks.add(
            PageRow.of(
                get(parameter, "name"),
                get(parameter, "type"),
                get(parameter, "required").equals("true"),
                description.toString(),
                Set.of(),
                line));
      }
      parameter = Map.of();
    }

    private void heading(String text, int at) {
      blocks.add(new PageBlock.Heading(text, at));
    }

    private static String get(Map<String, String> attributes, String name) {
      return attributes.getOrDefault(name, "").strip();
    }

    private static Map<String, String> attributes(String text) {
      Map<String, String> attributes = new HashMap<>();
      Matcher each = ATTRIBUTE.matcher(text);
      while (each.find()) {
        attributes.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2));
      }
      return attributes;
    }
  }
}
