package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A property on a page in HTML that is no row of a table: its name, set off by an element of its
 * own, its type, and what else there is to say. What stands inside it is a list, or is folded.
 */
final class HtmlItem {
  private static final Set<String> HOLDERS = Set.of("li", "div", "summary", "dt", "section");
  private static final Set<String> NESTED = Set.of("ul", "ol", "dl", "details", "table", "pre");
  private static final String NAMES = "strong, b, code, span, dfn";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$-]*");
  private static final int TYPE = 3;

  private HtmlItem() {}

  /** Returns whether an element begins with a name and its type. */
  static boolean fits(Element element) {
    return HOLDERS.contains(element.normalName())
        && element.select(NAMES).stream()
            .findFirst()
            .map(HtmlPage::words)
            .orElse("")
            .equals(name(element))
        && typeAt(pieces(element)) > 0;
  }

  static PageRow row(Element element) {
    List<String> pieces = pieces(element);
    int type = typeAt(pieces);
    List<String> rest = new ArrayList<>(pieces.subList(1, pieces.size()));
    boolean required = rest.remove("required");
    rest.remove(pieces.get(type));
    return PageRow.of(
            pieces.get(0),
            pieces.get(type),
            required,
            String.join(" ", rest),
            EnumSet.noneOf(Aspect.class),
            HtmlPage.line(element))
        .flattened();
  }

  /** Returns what stands inside the property. */
  static List<Element> nested(Element element) {
    return element.children().stream()
        .filter(child -> NESTED.contains(child.normalName()))
        .toList();
  }

  private static String name(Element element) {
    List<String> pieces = pieces(element);
    return !pieces.isEmpty() && NAME.matcher(pieces.get(0)).matches() ? pieces.get(0) : " ";
  }

  private static int typeAt(List<String> pieces) {
    for (int i = 1; i < Math.min(pieces.size(), TYPE + 1); i++) {
      if (PageType.parse(pieces.get(i)) != null) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the texts of the element itself, each piece as it is set off from the others. */
  private static List<String> pieces(Element element) {
    List<String> pieces = new ArrayList<>();
    collect(element, pieces);
    Element description = element.nextElementSibling();
    if (element.normalName().equals("dt") && description != null) {
      collect(description, pieces);
    }
    return pieces;
  }

  private static void collect(Element element, List<String> pieces) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        pieces.add(text.text().strip());
      } else if (node instanceof Element child && !NESTED.contains(child.normalName())) {
        collect(child, pieces);
      }
    }
  }
}
