package io.contactbridge.drift.internal.pages;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** A page in HTML, with a table for each group of parameters. */
final class HtmlPage implements PageForm {
  private static final Pattern FITS =
      Pattern.compile(
          "(?is)^\\s*(?:<!--.*?-->\\s*)?<(?:!doctype|html|head|body|div|main|article)\\b.*");
  private static final String IGNORED =
      "script, style, nav, header nav, footer, aside, template, svg";
  private static final Set<String> HEADINGS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary", "legend");
  private static final int TITLE = 40;

  @Override
  public boolean fits(String text) {
    return FITS.matcher(text).matches();
  }

  @Override
  public List<PageBlock> read(String text) {
    Document document = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
    document.select(IGNORED).remove();
    List<PageBlock> blocks = new ArrayList<>();
    read(document.body(), blocks);
    return blocks;
  }

  private static void read(Element element, List<PageBlock> blocks) {
    if (element.normalName().equals("table")) {
      table(element, blocks);
    } else if (element.normalName().equals("pre")) {
      blocks.add(new PageBlock.Code(element.wholeText(), line(element)));
    } else if (HtmlItem.fits(element)) {
      blocks.add(HtmlItem.row(element));
      HtmlItem.nested(element).forEach(child -> read(child, blocks));
    } else if (isHeading(element)) {
      blocks.add(new PageBlock.Heading(words(element), line(element)));
    } else if (!operation(element, blocks)) {
      element.children().forEach(child -> read(child, blocks));
    }
  }

  private static boolean isHeading(Element element) {
    if (HEADINGS.contains(element.normalName()) || element.attr("role").equals("heading")) {
      return true;
    }
    String text = element.ownText();
    PageSection section =
        element.childrenSize() > 0 || text.isBlank() || text.length() > TITLE || text.endsWith(".")
            ? null
            : PageSection.of(text);
    return section != null && section.kind() != PageSection.Kind.OTHER;
  }

  /** Reads the smallest element that has both the method and the path. */
  private static boolean operation(Element element, List<PageBlock> blocks) {
    boolean parent =
        element.selectFirst("table, pre, h1, h2, h3, h4, h5, h6") != null
            || element.children().stream()
                .anyMatch(child -> !PageOperations.in(words(child)).isEmpty());
    for (PageBlock found : parent ? List.<PageBlock>of() : PageOperations.in(words(element))) {
      if (found instanceof PageBlock.Operation each) {
        blocks.add(new PageBlock.Operation(each.method(), each.address(), line(element)));
        return true;
      }
    }
    return false;
  }

  private static void table(Element table, List<PageBlock> blocks) {
    List<List<String>> cells = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> each = row.select("> th, > td").stream().map(HtmlPage::words).toList();
      if (!each.isEmpty()) {
        cells.add(each);
        lines.add(line(row));
      }
    }
    if (!cells.isEmpty()) {
      blocks.addAll(new PageTable(cells, lines).read());
    }
  }

  /** Returns the text with a space between elements, as a browser shows it. */
  static String words(Element element) {
    return element
        .nodeStream(TextNode.class)
        .map(TextNode::text)
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(joining(" "));
  }

  static int line(Element element) {
    return element.sourceRange().start().lineNumber();
  }
}
