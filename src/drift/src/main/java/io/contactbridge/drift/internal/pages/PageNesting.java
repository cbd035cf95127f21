package io.contactbridge.drift.internal.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the object of each property on a page that shows all properties in one list: where an
 * example has it, else where our specification has it, else beside the property before it.
 */
final class PageNesting {
  private final List<Predicate<String>> authorities;
  private final Deque<String> open = new ArrayDeque<>(List.of("$"));
  private final Set<String> taken = new HashSet<>();

  /**
   * @param shown whether an example on the page has this JSON path
   * @param specified whether our specification has it
   */
  PageNesting(Predicate<String> shown, Predicate<String> specified) {
    authorities = List.of(shown, specified);
  }

  /** Returns the JSON paths of the rows, in their order. */
  List<String> paths(List<PageRow> rows) {
    List<String> paths = new ArrayList<>();
    for (PageRow row : rows) {
      String path = row.flat() ? place(row.name()) : "$." + row.name().replace("[]", "[*]");
      taken.add(path);
      paths.add(path);
      if (row.type() != null && row.flat()) {
        enter(path, row.type());
      }
    }
    return paths;
  }

  private String place(String name) {
    for (Predicate<String> authority : authorities) {
      for (String outer : open) {
        String path = outer + "." + name;
        if (!taken.contains(path) && authority.test(path)) {
          while (!open.getFirst().equals(outer)) {
            open.removeFirst();
          }
          return path;
        }
      }
    }
    return open.getFirst() + "." + name;
  }

  private void enter(String path, PageType type) {
    if (type.name().equals("object")) {
      open.addFirst(path);
    } else if ("object".equals(type.items())) {
      open.addFirst(path + "[*]");
    }
  }
}
