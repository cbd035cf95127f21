package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an OpenAPI document that a vendor publishes, and finds the operation in it. */
final class PublishedSpec {
  private static final Pattern KEY =
      Pattern.compile("(?m)^[\"']?(?:openapi|swagger)[\"']?\\s*:|\\A\\s*\\{\\s*[\"}]");
  private static final SpecLocation OPERATION = SpecLocation.of(Part.OPERATION, "");

  /** In words that are ours or theirs, and so never a difference. */
  private static final Set<Aspect> WORDS =
      Set.of(
          Aspect.DESCRIPTION,
          Aspect.EXAMPLES,
          Aspect.PAGE_EXAMPLES,
          Aspect.EVIDENCE,
          Aspect.NULLABLE_EVIDENCE,
          Aspect.METHOD_NAME,
          Aspect.SCHEMA_NAME,
          Aspect.ALTERNATIVES,
          Aspect.OF_ALTERNATIVE);

  /** The keywords that we add to make clients and mocks strict, and that vendors leave out. */
  private static final Set<Object> SIZES = Set.of("int32", "int64");

  private final Facts spec;
  private final String name;
  private final PageEvidence evidence;

  PublishedSpec(Facts spec, String name) {
    this.spec = spec;
    this.name = name;
    evidence = new PageEvidence(spec);
  }

  static boolean looksLike(String text) {
    return KEY.matcher(text).find();
  }

  /** Reads the first OpenAPI document in a page of Markdown that has the operation. */
  static Optional<PageReading> within(Facts spec, String name, String page) {
    return Markdown.parts(page).stream()
        .filter(part -> part.kind() == Markdown.Kind.CODE && looksLike(part.text()))
        .map(part -> Source.text(name, "\n".repeat(part.line() - 1) + part.text()))
        .flatMap(source -> ofOurs(spec, source).stream())
        .findFirst();
  }

  private static Optional<PageReading> ofOurs(Facts spec, Source source) {
    try {
      return Optional.of(new PublishedSpec(spec, source.name()).read(source));
    } catch (CannotCheckException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws CannotCheckException if it is no OpenAPI document or does not have the operation
   */
  PageReading read(Source source) {
    Facts theirs = find(source);
    List<String> servers =
        theirs.places().stream()
            .filter(place -> place.part() == Part.SERVER && place.path().contains("://"))
            .map(SpecLocation::path)
            .toList();
    String theirPath = String.valueOf(theirs.get(OPERATION, Aspect.PATH));
    String theirMethod = String.valueOf(theirs.get(OPERATION, Aspect.METHOD));
    PageFacts page = new PageFacts(name);
    PageAddress address = null;
    for (String server : servers.isEmpty() ? List.of("") : servers) {
      address = PageAddress.of(spec, theirMethod, server + theirPath, List.of());
      address.tell(spec, page);
    }
    if (address != null) {
      address.requireOurs(spec, name, PageSource.similarity(spec, evidence, theirs::has));
    }
    theirs.places().forEach(place -> copy(theirs, place, page));
    List<String> notes =
        servers.isEmpty()
            ? List.of(name + " names no server, so that was not compared")
            : List.of();
    Facts.Builder facts = page.facts();
    facts.lists(
        place -> evidence.onPage(place) && (place.part() != Part.SERVER || !servers.isEmpty()));
    return new PageReading(facts.tells(this::tells).build(), notes);
  }

  /** Returns the operation with our method, or one with another at our path. */
  private Facts find(Source source) {
    String ours = String.valueOf(spec.get(OPERATION, Aspect.METHOD));
    String path = String.valueOf(spec.get(OPERATION, Aspect.PATH));
    List<CannotCheckException> refusals = new ArrayList<>();
    for (String method : List.of(ours, "PUT", "PATCH", "POST")) {
      try {
        return SpecReader.read(source, method, path);
      } catch (CannotCheckException e) {
        refusals.add(e);
      }
    }
    throw refusals.get(0);
  }

  private boolean tells(SpecLocation place, Aspect aspect) {
    boolean ours =
        WORDS.contains(aspect)
            || aspect == Aspect.CLOSED
            || aspect == Aspect.SCOPES
            || (aspect == Aspect.FORMAT && SIZES.contains(spec.get(place, aspect)));
    return !ours && evidence.isPages(place, aspect);
  }

  private static void copy(Facts theirs, SpecLocation place, PageFacts page) {
    if (place.equals(OPERATION) || place.part() == Part.SERVER) {
      return;
    }
    Facts.Origin origin = theirs.origin(place);
    int line = origin == null ? 0 : origin.line();
    page.place(place, line);
    theirs
        .at(place)
        .without(WORDS)
        .forEach((aspect, value) -> page.fact(place, aspect, value, line));
  }
}
