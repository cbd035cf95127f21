package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in the Markdown of Starlight's OpenAPI plugin: each property is a line in bold, followed
 * by lines that say what it is. What is inside what is lost in it.
 */
final class StarlightPage implements PageForm {
  private static final Pattern NAME = Pattern.compile("\\*\\*([\\w\\\\.$-]+)\\*\\*");
  private static final Pattern FITS = Pattern.compile("(?m)^Media type \\S+$");
  private static final Pattern MEDIA = Pattern.compile("Media type (\\S+)");
  private static final Pattern SERVER =
      Pattern.compile("-\\s+(?:.*\\s)?((?:https?://)?[\\w{}-]+(?:\\.[\\w{}-]+)+/\\S*)");
  private static final Pattern ONE_OF = Pattern.compile("(?i)\\**at least one of\\b.*");
  private static final Pattern ITEM = Pattern.compile("-\\s+`([^`]+)`.*");

  private static final Set<Aspect> TELLS = EnumSet.of(Aspect.FORMAT, Aspect.NULLABLE, Aspect.ENUM);

  @Override
  public boolean fits(String text) {
    return FITS.matcher(text).find();
  }

  @Override
  public List<PageBlock> read(String text) {
    return new Reading().read(text);
  }

  /** One pass over one page. */
  private static final class Reading {
    private final List<PageBlock> blocks = new ArrayList<>();
    private final List<String> oneOf = new ArrayList<>();
    private int oneOfLine;
    private String name = "";
    private String type = "";
    private boolean required;
    private final StringBuilder description = new StringBuilder();
    private int line;

    List<PageBlock> read(String text) {
      blocks.addAll(PageOperations.in(text));
      for (Markdown.Part part : Markdown.parts(text)) {
        if (part.kind() != Markdown.Kind.TEXT) {
          end();
        }
        switch (part.kind()) {
          case HEADING -> blocks.add(new PageBlock.Heading(part.text(), part.line()));
          case CODE, OPEN_CODE -> blocks.addAll(TablesPage.code(part));
          case TABLE -> blocks.addAll(TablesPage.table(part));
          case TEXT -> text(part.text(), part.line());
        }
      }
      end();
      blocks.sort(Comparator.comparingInt(PageBlock::line));
      return blocks;
    }

    private void text(String text, int at) {
      Matcher named = NAME.matcher(text);
      Matcher media = MEDIA.matcher(text);
      Matcher server = SERVER.matcher(text);
      if (named.matches()) {
        end();
        name = named.group(1);
        line = at;
      } else if (!name.isEmpty()) {
        property(text);
      } else if (media.matches()) {
        blocks.add(new PageBlock.ContentType(media.group(1), at));
      } else if (ONE_OF.matcher(text).matches()) {
        oneOfLine = at;
      } else if (oneOfLine > 0) {
        oneOf(text);
      } else if (server.matches()) {
        String url = server.group(1);
        blocks.add(new PageBlock.Address(url.contains("://") ? url : "https://" + url, at));
      }
    }

    private void property(String text) {
      if (text.equals("required")) {
        required = true;
      } else if (text.equals("nullable") || PageType.parse(text) != null) {
        type += " " + text;
      } else {
        description.append(text).append('\n');
      }
    }

    private void oneOf(String text) {
      Matcher item = ITEM.matcher(text);
      if (item.matches()) {
        oneOf.add(item.group(1));
      } else {
        endOneOf();
      }
    }

    private void end() {
      endOneOf();
      if (!name.isEmpty()) {
        String words = type.strip();
        blocks.add(
            PageRow.of(name, words, required, description.toString(), TELLS, line).flattened());
      }
      name = "";
      type = "";
      required = false;
      description.setLength(0);
    }

    private void endOneOf() {
      if (!oneOf.isEmpty()) {
        blocks.add(new PageBlock.AtLeastOneOf(List.copyOf(oneOf), oneOfLine));
      }
      oneOf.clear();
      oneOfLine = 0;
    }
  }
}
