package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts into a specification how answers were seen: statuses, headers, content types, bodies. */
final class AnswerRevision {
  private static final double ALIKE = 0.6;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Facts spec;
  private final FactsRevision revision;
  private final Expectation expectation;
  private final Map<String, List<Exchange>> byStatus = new TreeMap<>();
  private final Map<String, Shape> shapes = new TreeMap<>();
  private final Sightings seen;
  private final TreeSet<Place> exercised = new TreeSet<>();

  AnswerRevision(FactsRevision revision, List<Exchange> exchanges, Expectation expectation) {
    this.spec = revision.spec();
    this.revision = revision;
    this.expectation = expectation;
    this.seen = new Sightings(spec);
    for (Exchange exchange : exchanges) {
      String status = expectation.status(spec, exchange.status());
      byStatus.computeIfAbsent(status, ignored -> new ArrayList<>()).add(exchange);
    }
    byStatus.forEach(this::look);
  }

  private void look(String status, List<Exchange> exchanges) {
    Place root = Places.root(status);
    if (spec.has(root)) {
      List<@Nullable Object> bodies = new ArrayList<>();
      exchanges.stream()
          .map(Exchange::answer)
          .filter(Exchange.Body::isJson)
          .forEach(body -> bodies.add(body.value()));
      Shape shape = Shape.of(spec, root, bodies, expectation);
      shape.bodies().forEach(body -> seen.add(root, body));
      shapes.put(status, shape);
    }
  }

  /** Revises all that was seen. */
  void revise() {
    byStatus.forEach(
        (status, exchanges) -> {
          exchanges.forEach(this::operation);
          if (spec.has(Places.answer(status))) {
            answers(status, exchanges);
          } else if (!REDIRECTS.contains(exchanges.get(0).status())) {
            undocumented(status, exchanges);
          }
        });
  }

  /** Returns the specified places of answers that were seen. */
  Set<Place> exercised() {
    return exercised;
  }

  Sightings seen() {
    return seen;
  }

  private void operation(Exchange exchange) {
    Place operation = Place.of(Part.OPERATION, "");
    if (exchange.answerHeaders().get("Deprecation") != null
        || exchange.answerHeaders().get("Sunset") != null) {
      revision.set(operation, Aspect.DEPRECATED, true);
    }
    String location = exchange.answerHeaders().get("Location");
    if (REDIRECTS.contains(exchange.status()) && location != null) {
      boolean unusedMoved = Targets.moved(revision, exchange.url(), location);
    }
  }

  private void undocumented(String status, List<Exchange> exchanges) {
    revision.add(Places.answer(status));
    List<String> types = contentTypes(exchanges);
    if (!types.isEmpty()) {
      revision.set(Places.answer(status), Aspect.CONTENT_TYPES, types);
    }
  }

  private void answers(String status, List<Exchange> exchanges) {
    Place answer = Places.answer(status);
    exercised.add(answer);
    contentType(answer, exchanges);
    headers(status, exchanges);
    Place root = Places.root(status);
    if (seen.get(root) != null) {
      new BodyRevision(revision, seen, expectation.places()).revise(root);
      seen.all().keySet().stream()
          .filter(place -> place.status().equals(status) && spec.has(place))
          .forEach(exercised::add);
      Shape shape = shapes.get(status);
      if (shape != null) {
        shape.apply(revision);
      }
    } else if (spec.has(root) && isSuccess(status) && exchanges.stream().allMatch(this::isEmpty)) {
      revision.remove(root);
    }
    int came = exchanges.get(0).status();
    boolean everyOther = exchanges.stream().allMatch(exchange -> exchange.status() == came);
    if (everyOther && status.equals(expectation.standIns().get(came))) {
      revision.rename(answer, Places.answer(String.valueOf(came)));
    }
  }

  private boolean isEmpty(Exchange exchange) {
    return "".equals(exchange.answerBody());
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2");
  }

  private void contentType(Place answer, List<Exchange> exchanges) {
    List<String> found = contentTypes(exchanges);
    if (revision.get(answer, Aspect.CONTENT_TYPES) instanceof List<?> specified
        && !found.isEmpty()
        && !specified.containsAll(found)) {
      revision.set(answer, Aspect.CONTENT_TYPES, found);
    }
  }

  private static List<String> contentTypes(List<Exchange> exchanges) {
    TreeSet<String> types = new TreeSet<>();
    for (Exchange exchange : exchanges) {
      String type = exchange.contentType();
      boolean page = isPage(exchange.answerBody());
      if (page || type != null) {
        types.add(page && (type == null || type.endsWith("json")) ? "text/html" : shown(type));
      }
    }
    return List.copyOf(types);
  }

  private static String shown(@Nullable String type) {
    return type == null ? "" : type;
  }

  private static boolean isPage(@Nullable String body) {
    return body != null && body.stripLeading().startsWith("<");
  }

  private void headers(String status, List<Exchange> exchanges) {
    Set<Place> found = new TreeSet<>();
    for (Exchange exchange : exchanges) {
      exchange.answerHeaders().names().forEach(name -> found.add(header(status, name)));
    }
    for (Place header : specifiedHeaders(status)) {
      Place there = found.contains(header) ? header : renamed(header, found);
      if (there != null) {
        exercised.add(header);
        revision.rename(header, there);
        new ValueRevision(revision, there, values(header, there, exchanges)).revise();
      } else if (isMissed(header)) {
        revision.remove(header);
      }
    }
  }

  private Sighting values(Place header, Place there, List<Exchange> exchanges) {
    Sighting values = new Sighting();
    for (Exchange exchange : exchanges) {
      for (String value : exchange.answerHeaders().values(there.path())) {
        values.add(value(header, value), spec.places().getOrDefault(header, Map.of()));
      }
    }
    return values;
  }

  /** Returns how many answers had a header, if all of its status had it, or 0. */
  int always(Place header) {
    List<Exchange> exchanges = byStatus.getOrDefault(header.status(), List.of());
    boolean all =
        exchanges.stream().allMatch(each -> each.answerHeaders().get(header.path()) != null);
    return all ? exchanges.size() : 0;
  }

  private boolean isMissed(Place header) {
    return expectation.places().contains(header)
        || Boolean.TRUE.equals(spec.get(header, Aspect.REQUIRED));
  }

  private @Nullable Place renamed(Place header, Set<Place> found) {
    return found.stream()
        .filter(other -> !spec.has(other))
        .filter(other -> Names.likeness(header.path(), other.path()) >= ALIKE)
        .findFirst()
        .orElse(null);
  }

  private List<Place> specifiedHeaders(String status) {
    return spec.places().keySet().stream()
        .filter(place -> place.part() == Part.ANSWER_HEADER && place.status().equals(status))
        .toList();
  }

  private static Place header(String status, String name) {
    return new Place(Part.ANSWER_HEADER, status, name.toLowerCase(Locale.ROOT));
  }

  /** A header is text; what is specified as a number is read as one. */
  private Object value(Place place, String text) {
    Object type = spec.get(place, Aspect.TYPE);
    Object number = "integer".equals(type) || "number".equals(type) ? Json.number(text) : null;
    if (number != null) {
      return number;
    }
    return "boolean".equals(type) && text.matches("true|false") ? Boolean.valueOf(text) : text;
  }
}
