package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.NameSimilarity;
import io.contactbridge.drift.internal.facts.Numbers;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts into a specification how answers were seen: statuses, headers, content types, bodies. */
public final class AnswerRevision {
  private static final double ALIKE = 0.6;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Facts spec;
  private final FactsRevision revision;
  private final Expectation expectation;
  private final Map<String, List<HttpExchange>> byStatus = new TreeMap<>();
  private final Map<String, BodyShape> shapes = new TreeMap<>();
  private final Sightings seen;
  private final TreeSet<SpecLocation> exercised = new TreeSet<>();

  public AnswerRevision(
      FactsRevision revision, List<HttpExchange> exchanges, Expectation expectation) {
    this.spec = revision.spec();
    this.revision = revision;
    this.expectation = expectation;
    this.seen = new Sightings(spec);
    for (HttpExchange exchange : exchanges) {
      String status = expectation.status(spec, exchange.status());
      byStatus.computeIfAbsent(status, ignored -> new ArrayList<>()).add(exchange);
    }
    byStatus.forEach(this::look);
  }

  private void look(String status, List<HttpExchange> exchanges) {
    SpecLocation root = SpecLocations.root(status);
    if (spec.has(root)) {
      List<@Nullable Object> bodies = new ArrayList<>();
      exchanges.stream()
          .map(HttpExchange::answer)
          .filter(HttpExchange.Body::isJson)
          .forEach(body -> bodies.add(body.value()));
      BodyShape shape = BodyShape.of(spec, root, bodies, expectation);
      shape.bodies().forEach(body -> seen.add(root, body));
      shapes.put(status, shape);
    }
  }

  /** Revises all that was seen. */
  public void revise() {
    byStatus.forEach(
        (status, exchanges) -> {
          exchanges.forEach(this::operation);
          if (spec.has(SpecLocations.answer(status))) {
            answers(status, exchanges);
          } else if (!REDIRECTS.contains(exchanges.get(0).status())) {
            undocumented(status, exchanges);
          }
        });
  }

  /** Returns the specified places of answers that were seen. */
  public Set<SpecLocation> exercised() {
    return exercised;
  }

  public Sightings seen() {
    return seen;
  }

  private void operation(HttpExchange exchange) {
    SpecLocation operation = SpecLocation.of(Part.OPERATION, "");
    if (exchange.answerHeaders().get("Deprecation") != null
        || exchange.answerHeaders().get("Sunset") != null) {
      revision.set(operation, Aspect.DEPRECATED, true);
    }
    String location = exchange.answerHeaders().get("Location");
    if (REDIRECTS.contains(exchange.status()) && location != null) {
      boolean unusedMoved = OperationUrls.reviseMoved(revision, exchange.url(), location);
    }
  }

  private void undocumented(String status, List<HttpExchange> exchanges) {
    revision.add(SpecLocations.answer(status));
    List<String> types = contentTypes(exchanges);
    if (!types.isEmpty()) {
      revision.set(SpecLocations.answer(status), Aspect.CONTENT_TYPES, types);
    }
  }

  private void answers(String status, List<HttpExchange> exchanges) {
    SpecLocation answer = SpecLocations.answer(status);
    exercised.add(answer);
    contentType(answer, exchanges);
    headers(status, exchanges);
    SpecLocation root = SpecLocations.root(status);
    if (seen.get(root) != null) {
      new BodyRevision(revision, seen, expectation.places()).revise(root);
      seen.all().keySet().stream()
          .filter(place -> place.status().equals(status) && spec.has(place))
          .forEach(exercised::add);
      BodyShape shape = shapes.get(status);
      if (shape != null) {
        shape.apply(revision);
      }
    } else if (spec.has(root) && isSuccess(status) && exchanges.stream().allMatch(this::isEmpty)) {
      revision.remove(root);
    }
    int came = exchanges.get(0).status();
    boolean everyOther = exchanges.stream().allMatch(exchange -> exchange.status() == came);
    if (everyOther && status.equals(expectation.standIns().get(came))) {
      revision.rename(answer, SpecLocations.answer(String.valueOf(came)));
    }
  }

  private boolean isEmpty(HttpExchange exchange) {
    return "".equals(exchange.answerBody());
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2");
  }

  private void contentType(SpecLocation answer, List<HttpExchange> exchanges) {
    List<String> found = contentTypes(exchanges);
    List<String> specified = revision.list(answer, Aspect.CONTENT_TYPES);
    if (!specified.isEmpty() && !found.isEmpty() && !specified.containsAll(found)) {
      revision.set(answer, Aspect.CONTENT_TYPES, found);
    }
  }

  private static List<String> contentTypes(List<HttpExchange> exchanges) {
    TreeSet<String> types = new TreeSet<>();
    for (HttpExchange exchange : exchanges) {
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

  private void headers(String status, List<HttpExchange> exchanges) {
    Set<SpecLocation> found = new TreeSet<>();
    for (HttpExchange exchange : exchanges) {
      exchange.answerHeaders().names().forEach(name -> found.add(header(status, name)));
    }
    for (SpecLocation header : specifiedHeaders(status)) {
      SpecLocation there = found.contains(header) ? header : renamed(header, found);
      if (there != null) {
        exercised.add(header);
        revision.rename(header, there);
        new ValueRevision(revision, there, values(header, there, exchanges)).revise();
      } else if (isMissed(header)) {
        revision.remove(header);
      }
    }
  }

  private Sighting values(SpecLocation header, SpecLocation there, List<HttpExchange> exchanges) {
    Sighting values = new Sighting();
    for (HttpExchange exchange : exchanges) {
      for (String value : exchange.answerHeaders().values(there.path())) {
        values.add(value(header, value), spec.at(header));
      }
    }
    return values;
  }

  /** Returns how many answers had a header, if all of its status had it, or 0. */
  public int always(SpecLocation header) {
    List<HttpExchange> exchanges = byStatus.getOrDefault(header.status(), List.of());
    boolean all =
        exchanges.stream().allMatch(each -> each.answerHeaders().get(header.path()) != null);
    return all ? exchanges.size() : 0;
  }

  private boolean isMissed(SpecLocation header) {
    return expectation.places().contains(header) || spec.is(header, Aspect.REQUIRED);
  }

  private @Nullable SpecLocation renamed(SpecLocation header, Set<SpecLocation> found) {
    return found.stream()
        .filter(other -> !spec.has(other))
        .filter(other -> NameSimilarity.likeness(header.path(), other.path()) >= ALIKE)
        .findFirst()
        .orElse(null);
  }

  private List<SpecLocation> specifiedHeaders(String status) {
    return spec.places().stream()
        .filter(place -> place.part() == Part.ANSWER_HEADER && place.status().equals(status))
        .toList();
  }

  private static SpecLocation header(String status, String name) {
    return new SpecLocation(Part.ANSWER_HEADER, status, name.toLowerCase(Locale.ROOT));
  }

  /** A header is text; what is specified as a number is read as one. */
  private Object value(SpecLocation place, String text) {
    Object type = spec.get(place, Aspect.TYPE);
    Object number = "integer".equals(type) || "number".equals(type) ? Numbers.parse(text) : null;
    if (number != null) {
      return number;
    }
    return "boolean".equals(type) && text.matches("true|false") ? Boolean.valueOf(text) : text;
  }
}
