package io.contactbridge.drift.internal.openapi;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rights that a text says a credential must have, such as {@code contacts:write}. */
public final class RequiredRights {
  private static final Pattern ABOUT = Pattern.compile("(?i)\\b(?:scope|permission)s?\\b");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w/@.])[a-z][a-z_-]+(?:[.:/][a-z_-]{2,})+(?![\\w/(])");
  private static final Pattern CODE =
      Pattern.compile("(?ms)^ {0,3}```.*?(?:^ {0,3}```|\\z)|<[^>]*>");
  private static final int TITLE = 40;

  private RequiredRights() {}

  /** Returns the names that stand in one line with the word for them, or in the line after it. */
  public static List<String> in(String text) {
    Set<String> rights = new TreeSet<>();
    boolean announced = false;
    for (String line : CODE.matcher(text).replaceAll(" ").split("\n", -1)) {
      boolean about = ABOUT.matcher(line).find();
      if (about || announced) {
        NAME.matcher(line).results().forEach(name -> rights.add(name.group()));
      }
      announced = line.isBlank() ? announced : about && line.length() <= TITLE;
    }
    return List.copyOf(rights);
  }
}
