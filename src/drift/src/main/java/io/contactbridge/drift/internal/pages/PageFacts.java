package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactView;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.PlaceFacts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the facts on a page, the facts that it would show, and the parts that were not read. */
final class PageFacts implements FactView {
  private final String page;
  private final Map<SpecLocation, Facts.Origin> places = new LinkedHashMap<>();
  private final Map<SpecLocation, PlaceFacts> said = new HashMap<>();
  private final Map<SpecLocation, Set<Aspect>> told = new HashMap<>();
  private final Set<SpecLocation> listed = new HashSet<>();
  private final Set<SpecLocation> hidden = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  PageFacts(String page) {
    this.page = page;
  }

  void place(SpecLocation place, int line) {
    places.putIfAbsent(place, new Facts.Origin(page, "", line));
  }

  void fact(SpecLocation place, Aspect aspect, Object value, int line) {
    place(place, line);
    said.put(place, at(place).with(aspect, value));
  }

  /** Says that of this place an aspect that is not said is the default. */
  void tells(SpecLocation place, Aspect aspect) {
    told.computeIfAbsent(place, ignored -> EnumSet.noneOf(Aspect.class)).add(aspect);
  }

  /** Says that everything inside this place is shown; outside of bodies, everything in the part. */
  void lists(SpecLocation place) {
    listed.add(place);
  }

  /** Records that an example is empty at this place, so that it cannot show the parts. */
  void hides(SpecLocation place) {
    hidden.add(place);
  }

  void lists(Part part) {
    listed.add(SpecLocation.of(part, ""));
  }

  /** Says that every status of this class, such as 4 for 404, is shown. */
  void listsAnswers(char statusClass) {
    listed.add(new SpecLocation(Part.ANSWER, statusClass + "XX", ""));
  }

  void note(int line, String what) {
    String where = line > 0 ? page + ", line " + line : page;
    notes.add(where + ", was not understood: " + what);
  }

  void row(SpecLocation place, PageRow row) {
    int line = row.line();
    place(place, line);
    row.tells().forEach(aspect -> tells(place, aspect));
    PageType type = row.type();
    if (type == null && !row.words().isEmpty() && !row.words().startsWith("any")) {
      note(line, "the type of " + row.name());
    }
    if (type != null) {
      type(place, type, line);
    }
    truth(place, Aspect.REQUIRED, row.required(), line);
    truth(place, Aspect.DEPRECATED, row.deprecated(), line);
    if (!row.values().isEmpty()) {
      fact(place, Aspect.ENUM, row.values(), line);
    }
  }

  /** Removes a place that was left over by mistake. */
  void forget(SpecLocation place) {
    places.remove(place);
    said.remove(place);
  }

  @Override
  public boolean has(SpecLocation place) {
    return places.containsKey(place);
  }

  @Override
  public PlaceFacts at(SpecLocation place) {
    return said.getOrDefault(place, PlaceFacts.NONE);
  }

  Set<SpecLocation> places() {
    return places.keySet();
  }

  List<String> notes() {
    return notes;
  }

  /**
   * Returns whether the page would show this place if there were such a thing. What is inside an
   * object that the page has, and isn't anywhere on it, is gone; unless an example could not show
   * it.
   */
  boolean wouldList(SpecLocation place) {
    if (place.part() == Part.ANSWER) {
      return listed.contains(new SpecLocation(Part.ANSWER, place.status().charAt(0) + "XX", ""));
    }
    if (!place.part().isBody()) {
      return listed.contains(new SpecLocation(place.part(), place.status(), ""));
    }
    for (SpecLocation outer = place.outer(); outer != null; outer = outer.outer()) {
      if (has(outer)) {
        boolean sure = outer.path().equals("$") || place.path().startsWith(outer.path() + "[");
        return listed.contains(outer) || (!sure && !hidden.contains(outer));
      }
    }
    return false;
  }

  boolean wouldTell(SpecLocation place, Aspect aspect) {
    return told.getOrDefault(place, Set.of()).contains(aspect);
  }

  /** Returns the collected facts. */
  Facts.Builder facts() {
    Facts.Builder facts = Facts.of(page);
    places.forEach(facts::place);
    said.forEach(
        (place, each) -> each.forEach((aspect, value) -> facts.fact(place, aspect, value)));
    return facts;
  }

  private void type(SpecLocation place, PageType type, int line) {
    fact(place, Aspect.TYPE, type.name(), line);
    if (type.format() != null) {
      fact(place, Aspect.FORMAT, type.format(), line);
    } else if (!type.name().equals("string")) {
      told.getOrDefault(place, Set.of()).remove(Aspect.FORMAT);
    }
    truth(place, Aspect.NULLABLE, type.nullable(), line);
    if (!type.name().contains("object")) {
      hides(place);
    }
    if (type.items() != null) {
      SpecLocation items = new SpecLocation(place.part(), place.status(), place.path() + "[*]");
      fact(items, Aspect.TYPE, type.items(), line);
      lists(place);
    }
  }

  private void truth(SpecLocation place, Aspect aspect, boolean value, int line) {
    if (value) {
      fact(place, aspect, true, line);
    }
  }
}
