package io.contactbridge.drift.internal.pages;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.compare.UnitWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonLocations;
import io.contactbridge.drift.internal.facts.NameSimilarity;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.openapi.SpecContent;
import io.contactbridge.drift.internal.pages.PageSection.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the pieces of a page into facts, section by section. */
final class PageReader {
  private static final double ALIKE = 0.5;
  private static final PageSection REQUEST = new PageSection(Kind.REQUEST, "");

  private final Facts spec;
  private final PageFacts facts;
  private final PageExamples examples;
  private final PageHeaders headers;
  private final String success;
  private final Map<PageSection, List<PageBlock>> sections = new LinkedHashMap<>();
  private final List<PageBlock> samples = new ArrayList<>();
  private final List<PageBlock.AtLeastOneOf> oneOf = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();
  private PageBlock.@Nullable Operation operation;

  PageReader(Facts spec, PageFacts facts) {
    this.spec = spec;
    this.facts = facts;
    examples = new PageExamples(spec, facts);
    headers = new PageHeaders(spec, facts);
    success =
        spec.places().stream()
            .filter(place -> place.part() == Part.ANSWER && place.status().startsWith("2"))
            .map(SpecLocation::status)
            .findFirst()
            .orElse("200");
  }

  /** Reads the pieces into the facts and returns where the page says the operation is, or null. */
  @Nullable PageAddress read(List<PageBlock> blocks) {
    divide(blocks);
    sections.forEach(
        (section, pieces) -> pieces.removeIf(block -> said(section, block) || sample(block)));
    sections.computeIfAbsent(REQUEST, ignored -> new ArrayList<>()).addAll(samples);
    sections.forEach(this::section);
    oneOf.forEach(this::atLeastOneOf);
    return operation == null
        ? null
        : PageAddress.of(spec, operation.method(), operation.address(), urls);
  }

  /** Puts together what stands in sections of one kind; stops where another operation begins. */
  private void divide(List<PageBlock> blocks) {
    PageSection section = PageSection.NONE;
    for (PageBlock block : blocks) {
      if (block instanceof PageBlock.Heading heading) {
        PageSection begun = PageSection.of(heading.text());
        section = begun == null ? section : resolved(begun, section);
        if (begun != null && !begun.status().isEmpty()) {
          sections.computeIfAbsent(section, ignored -> new ArrayList<>());
        }
      } else if (!(block instanceof PageBlock.Operation found)) {
        sections.computeIfAbsent(section, ignored -> new ArrayList<>()).add(block);
      } else if (operation == null) {
        operation = found;
      } else if (!found.isSame(operation)) {
        facts.note(found.line(), "what follows, which is of another operation");
        return;
      }
    }
  }

  /** Returns the status of an answer: the one of its section, or else the success. */
  private PageSection resolved(PageSection begun, PageSection current) {
    if (begun.kind() != Kind.ANSWER || !begun.status().isEmpty()) {
      return begun;
    }
    return current.kind() == Kind.ANSWER ? current : new PageSection(Kind.ANSWER, success);
  }

  /** Reads what is complete in itself; returns whether it was. */
  private boolean said(PageSection section, PageBlock block) {
    if (block instanceof PageBlock.Address address) {
      urls.add(address.url());
    } else if (block instanceof PageBlock.Unread unread) {
      facts.note(unread.line(), unread.what());
    } else if (block instanceof PageBlock.ContentType type) {
      contentType(section, type);
    } else if (block instanceof PageBlock.Status status) {
      status(status);
    } else if (block instanceof PageBlock.AtLeastOneOf names) {
      oneOf.add(names);
    }
    return !(block instanceof PageRow || block instanceof PageBlock.Code);
  }

  /** Returns whether it is a sample of a request, whose JSON body is an example of one. */
  private boolean sample(PageBlock block) {
    if (!(block instanceof PageBlock.Code code)) {
      return false;
    }
    PageSample sample = PageSample.of(code.text());
    urls.addAll(sample.urls());
    headers.sample(sample.headers(), code.line());
    if (sample.body() != null) {
      samples.add(new PageBlock.Code(sample.body(), code.line()));
    }
    return !sample.isEmpty();
  }

  private void section(PageSection section, List<PageBlock> blocks) {
    List<PageRow> rows = new ArrayList<>();
    List<PageBlock.Code> codes = new ArrayList<>();
    for (PageBlock block : blocks) {
      if (block instanceof PageRow row) {
        rows.add(row);
      } else if (block instanceof PageBlock.Code code) {
        codes.add(code);
      }
    }
    switch (section.kind()) {
      case PATH -> parameters(Part.PATH_PARAMETER, rows);
      case QUERY -> parameters(Part.QUERY_PARAMETER, rows);
      case HEADERS -> headers.rows(rows);
      case ANSWER_HEADERS -> headers.answer(success, rows);
      case REQUEST ->
          body(SpecLocation.requestBody(""), SpecLocation.requestBody("$"), rows, codes);
      case ANSWER -> answer(section.status(), rows, codes);
      default -> rows.forEach(row -> facts.note(row.line(), "what " + row.name() + " belongs to"));
    }
  }

  private void parameters(Part part, List<PageRow> rows) {
    List<SpecLocation> ours = spec.places().stream().filter(place -> place.part() == part).toList();
    // The name of a path's only parameter says nothing.
    boolean nameless = part == Part.PATH_PARAMETER && ours.size() == 1 && rows.size() == 1;
    for (PageRow row : rows) {
      facts.lists(part);
      facts.row(nameless ? ours.get(0) : SpecLocation.of(part, row.name()), row);
    }
  }

  private void answer(String status, List<PageRow> rows, List<PageBlock.Code> codes) {
    SpecLocation place = new SpecLocation(Part.ANSWER, status, "");
    facts.listsAnswers(status.charAt(0));
    int line = rows.isEmpty() ? codes.isEmpty() ? 0 : codes.get(0).line() : rows.get(0).line();
    facts.place(place, line);
    body(place, SpecLocation.answerBody(status, "$"), rows, codes);
  }

  private void body(
      SpecLocation holder, SpecLocation root, List<PageRow> rows, List<PageBlock.Code> codes) {
    Map<PageBlock.Code, Object> shown = json(codes);
    Set<String> paths = new HashSet<>();
    shown.values().forEach(json -> paths.addAll(JsonLocations.paths(json)));
    PageNesting nesting =
        new PageNesting(
            paths::contains, path -> spec.has(new SpecLocation(root.part(), root.status(), path)));
    List<String> nested = nesting.paths(rows);
    Set<SpecLocation> listed = new LinkedHashSet<>();
    for (int i = 0; i < nested.size(); i++) {
      PageRow row = rows.get(i);
      SpecLocation place = new SpecLocation(root.part(), root.status(), nested.get(i));
      listed.add(place);
      facts.place(holder, row.line());
      facts.place(root, row.line());
      facts.lists(root);
      facts.row(place, row);
      otherUnit(place, row);
    }
    shown.forEach(
        (code, json) -> {
          facts.place(holder, code.line());
          examples.show(root, json, root.part() == Part.ANSWER_BODY, code.line());
        });
    listed.stream().filter(place -> !spec.has(place)).forEach(place -> renamed(place, listed));
  }

  /** Descriptions are ours or theirs; what they measure in is the same, or drift. */
  private void otherUnit(SpecLocation place, PageRow row) {
    if (UnitWords.differ(spec.get(place, Aspect.DESCRIPTION), row.description())) {
      facts.fact(place, Aspect.DESCRIPTION, row.description(), row.line());
      facts.tells(place, Aspect.DESCRIPTION);
    }
  }

  /** Ignores the former name in examples, if the table has a new name. */
  private void renamed(SpecLocation fresh, Set<SpecLocation> listed) {
    SpecLocation parent = SpecLocations.parent(fresh);
    List<SpecLocation> left =
        SpecLocations.children(spec, parent).stream()
            .filter(place -> facts.has(place) && !listed.contains(place))
            .filter(place -> isOfType(place, facts.get(fresh, Aspect.TYPE)))
            .toList();
    left.stream()
        .filter(
            place ->
                left.size() == 1 || NameSimilarity.likeness(place.name(), fresh.name()) >= ALIKE)
        .max(
            Comparator.comparingDouble(
                place -> NameSimilarity.likeness(place.name(), fresh.name())))
        .ifPresent(
            place -> {
              facts.forget(place);
              facts.note(0, "that examples still have " + place + ", which its table does not");
            });
  }

  private boolean isOfType(SpecLocation place, @Nullable Object type) {
    return type != null && type.equals(spec.get(place, Aspect.TYPE));
  }

  private Map<PageBlock.Code, Object> json(List<PageBlock.Code> codes) {
    Map<PageBlock.Code, Object> shown = new LinkedHashMap<>();
    for (PageBlock.Code code : codes) {
      try {
        Object json = JsonValue.parse(code.text());
        if (json != null) {
          shown.put(code, json);
        }
      } catch (IllegalArgumentException e) {
        facts.note(code.line(), "an example that is not JSON");
      }
    }
    return shown;
  }

  private void contentType(PageSection section, PageBlock.ContentType type) {
    boolean answer = section.kind() == Kind.ANSWER;
    if (answer || section.kind() == Kind.REQUEST) {
      SpecLocation place =
          answer
              ? new SpecLocation(Part.ANSWER, section.status(), "")
              : SpecLocation.requestBody("");
      facts.fact(
          place, Aspect.CONTENT_TYPES, List.of(SpecContent.normal(type.type())), type.line());
    }
  }

  private void status(PageBlock.Status status) {
    facts.listsAnswers(status.status().charAt(0));
    facts.place(new SpecLocation(Part.ANSWER, status.status(), ""), status.line());
    spec.places().stream()
        .filter(place -> place.part() == Part.ANSWER_BODY)
        .filter(place -> place.status().equals(status.status()))
        .filter(place -> spec.get(place, Aspect.ENUM) != null && place.name().contains("code"))
        .filter(place -> !status.code().isEmpty())
        .findFirst()
        .ifPresent(place -> code(place, status));
  }

  private void code(SpecLocation place, PageBlock.Status status) {
    for (SpecLocation outer = place; outer != null; outer = outer.outer()) {
      facts.place(outer, status.line());
    }
    examples.value(place, status.code(), status.line());
  }

  /** The page does not name the object of the properties, so the one with most of them counts. */
  private void atLeastOneOf(PageBlock.AtLeastOneOf names) {
    Map<SpecLocation, Long> objects = new LinkedHashMap<>();
    for (SpecLocation place : facts.places()) {
      if (place.part() == Part.REQUEST_BODY && names.names().contains(place.name())) {
        String path = place.path().substring(0, place.path().lastIndexOf('.'));
        objects.merge(SpecLocation.requestBody(path), 1L, Long::sum);
      }
    }
    objects.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresentOrElse(
            most ->
                facts.fact(
                    most.getKey(),
                    Aspect.AT_LEAST_ONE_OF,
                    names.names().stream().sorted().toList(),
                    names.line()),
            () -> facts.note(names.line(), "where the properties are of which one must be there"));
  }
}
