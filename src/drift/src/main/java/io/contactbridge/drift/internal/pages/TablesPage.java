package io.contactbridge.drift.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A page in Markdown with a table for each group of parameters, as VitePress sites have them. */
final class TablesPage implements PageForm {
  private static final Pattern FITS = Pattern.compile("(?m)^#{1,6} |^\\|.*\\|\\s*$");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*:?");

  @Override
  public boolean fits(String text) {
    return FITS.matcher(text).find();
  }

  @Override
  public List<PageBlock> read(String text) {
    List<PageBlock> blocks = new ArrayList<>(PageOperations.in(text));
    for (Markdown.Part part : Markdown.parts(text)) {
      switch (part.kind()) {
        case HEADING -> blocks.add(new PageBlock.Heading(part.text(), part.line()));
        case CODE, OPEN_CODE -> blocks.addAll(code(part));
        case TABLE -> blocks.addAll(table(part));
        case TEXT -> {
          if (BOLD.matcher(part.text()).matches()) {
            blocks.add(new PageBlock.Heading(part.text(), part.line()));
          }
        }
      }
    }
    blocks.sort(Comparator.comparingInt(PageBlock::line));
    return blocks;
  }

  /** Returns a code block, and if its end is missing, that it is. */
  static List<PageBlock> code(Markdown.Part part) {
    PageBlock code = new PageBlock.Code(part.text(), part.line());
    return part.kind() == Markdown.Kind.CODE
        ? List.of(code)
        : List.of(code, new PageBlock.Unread("a code block without an end", part.line()));
  }

  static List<PageBlock> table(Markdown.Part part) {
    List<Integer> lines =
        IntStream.range(0, part.cells().size())
            .mapToObj(i -> part.line() + (i == 0 ? 0 : i + 1))
            .toList();
    return new PageTable(part.cells(), lines).read();
  }
}
