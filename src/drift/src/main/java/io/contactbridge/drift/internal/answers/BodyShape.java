package io.contactbridge.drift.internal.answers;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.NameSimilarity;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bodies in the shape of their specification. What has another name, lost its envelope or became an
 * array is put back as it was, so that everything in it is compared, and each such step is kept.
 */
public final class BodyShape {
  private static final double MISSED = 0.6;
  private static final double ABSENT = 0.8;
  private static final double OF_FORM = 0.1;

  /** A property that has another name, and how sure that is. */
  private record Candidate(SpecLocation missing, String unknown, double likeness) {}

  private final Facts spec;
  private final Expectation expectation;
  private final List<@Nullable Object> bodies;
  private final List<Consumer<FactsRevision>> steps = new ArrayList<>();

  private BodyShape(Facts spec, Expectation expectation, List<@Nullable Object> bodies) {
    this.spec = spec;
    this.expectation = expectation;
    this.bodies = bodies;
  }

  /** Finds the steps that all bodies of one place have taken. */
  public static BodyShape of(
      Facts spec,
      SpecLocation root,
      List<? extends @Nullable Object> bodies,
      Expectation expectation) {
    List<@Nullable Object> copies = new ArrayList<>();
    bodies.forEach(body -> copies.add(RequestEdit.copy(body)));
    BodyShape shape = new BodyShape(spec, expectation, copies);
    shape.putBackRoot(root);
    shape.object(root, objects(copies));
    return shape;
  }

  /** Returns the bodies as they would have been. */
  public List<@Nullable Object> bodies() {
    return bodies;
  }

  /** Takes the steps in a specification. */
  void apply(FactsRevision revision) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).accept(revision);
    }
  }

  /** Takes the bodies out of an envelope that they did not have before. */
  private void putBackRoot(SpecLocation root) {
    Set<String> names = new HashSet<>();
    named(root).forEach(place -> names.add(place.name()));
    Set<String> around = new HashSet<>();
    for (Map<String, @Nullable Object> body : objects(bodies)) {
      around.addAll(body.keySet());
    }
    if (around.size() != 1 || names.isEmpty() || names.containsAll(around)) {
      return;
    }
    String envelope = around.iterator().next();
    boolean wrapped =
        objects(bodies).stream()
            .allMatch(
                body ->
                    body.get(envelope) instanceof Map<?, ?> inner
                        && inner.keySet().stream().anyMatch(names::contains));
    if (wrapped) {
      bodies.replaceAll(body -> JsonValue.get(body, envelope));
      SpecLocation inside = SpecLocations.inside(root, "." + envelope);
      steps.add(
          revision -> {
            for (SpecLocation child : SpecLocations.children(spec, root)) {
              revision.rename(
                  child,
                  SpecLocations.inside(inside, child.path().substring(root.path().length())));
            }
            revision.set(inside, Aspect.TYPE, "object");
          });
    }
  }

  private void object(SpecLocation place, List<Map<String, @Nullable Object>> objects) {
    if (objects.isEmpty()) {
      return;
    }
    Set<String> unknown = new LinkedHashSet<>();
    objects.forEach(object -> unknown.addAll(object.keySet()));
    List<SpecLocation> missing = new ArrayList<>(named(place));
    missing.removeIf(member -> unknown.contains(member.name()));
    named(place).forEach(member -> unknown.remove(member.name()));
    missing.removeIf(member -> putBackEnvelope(member, unknown, objects));
    putBackNames(missing, unknown, objects);
    for (SpecLocation member : named(place)) {
      member(member, objects);
    }
  }

  private void member(SpecLocation member, List<Map<String, @Nullable Object>> objects) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Map<String, @Nullable Object> object : objects) {
      if (object.containsKey(member.name())) {
        values.add(object.get(member.name()));
      }
    }
    if ("object".equals(spec.get(member, Aspect.TYPE)) && areLists(values)) {
      putBackObject(member, objects);
      member(member, objects);
      return;
    }
    object(member, objects(values));
    List<@Nullable Object> elements = new ArrayList<>();
    values.stream()
        .filter(value -> value instanceof List)
        .forEach(value -> elements.addAll((List<?>) Objects.requireNonNull(value)));
    object(SpecLocations.inside(member, "[*]"), objects(elements));
  }

  private List<SpecLocation> named(SpecLocation object) {
    return SpecLocations.children(spec, object).stream()
        .filter(place -> !place.path().endsWith(".*") && !place.path().endsWith("[*]"))
        .toList();
  }

  private static boolean areLists(List<@Nullable Object> values) {
    return values.stream()
            .anyMatch(
                value ->
                    value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance))
        && values.stream().allMatch(value -> value == null || value instanceof List);
  }

  private void putBackObject(SpecLocation member, List<Map<String, @Nullable Object>> objects) {
    for (Map<String, @Nullable Object> object : objects) {
      if (object.get(member.name()) instanceof List<?> list) {
        object.put(member.name(), list.isEmpty() ? null : list.get(0));
      }
    }
    SpecLocation element = SpecLocations.inside(member, "[*]");
    steps.add(
        revision -> {
          for (SpecLocation child : SpecLocations.children(spec, member)) {
            String step = child.path().substring(member.path().length());
            revision.rename(child, SpecLocations.inside(element, step));
          }
          revision.set(element, Aspect.TYPE, "object");
          revision.set(member, Aspect.TYPE, "array");
        });
  }

  private boolean putBackEnvelope(
      SpecLocation envelope, Set<String> unknown, List<Map<String, @Nullable Object>> objects) {
    Set<String> inner = new HashSet<>();
    named(envelope).forEach(place -> inner.add(place.name()));
    Set<String> outside = new LinkedHashSet<>(unknown);
    outside.retainAll(inner);
    if (outside.size() < 2 || outside.size() * 2 < Math.min(inner.size(), unknown.size())) {
      return false;
    }
    unknown.removeAll(outside);
    for (Map<String, @Nullable Object> object : objects) {
      Map<String, @Nullable Object> content = new LinkedHashMap<>();
      outside.stream()
          .filter(object::containsKey)
          .forEach(name -> content.put(name, object.remove(name)));
      object.put(envelope.name(), content);
    }
    SpecLocation parent = SpecLocations.parent(envelope);
    steps.add(
        revision -> {
          for (SpecLocation child : SpecLocations.children(spec, envelope)) {
            String step = child.path().substring(envelope.path().length());
            revision.rename(child, SpecLocations.inside(parent, step));
          }
          revision.remove(envelope);
        });
    return true;
  }

  private void putBackNames(
      List<SpecLocation> missing,
      Set<String> unknown,
      List<Map<String, @Nullable Object>> objects) {
    List<Candidate> candidates = new ArrayList<>();
    for (SpecLocation member : missing) {
      for (String name : unknown) {
        double likeness = likeness(member, name, objects);
        if (likeness >= (isExpected(member) ? MISSED : ABSENT)) {
          candidates.add(new Candidate(member, name, likeness));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
    for (Candidate candidate : candidates) {
      if (missing.contains(candidate.missing()) && unknown.contains(candidate.unknown())) {
        missing.remove(candidate.missing());
        unknown.remove(candidate.unknown());
        putBackName(candidate, objects);
      }
    }
  }

  private void putBackName(Candidate candidate, List<Map<String, @Nullable Object>> objects) {
    SpecLocation old = candidate.missing();
    for (Map<String, @Nullable Object> object : objects) {
      if (object.containsKey(candidate.unknown())) {
        object.put(old.name(), object.remove(candidate.unknown()));
      }
    }
    SpecLocation renamed =
        SpecLocations.inside(SpecLocations.parent(old), "." + candidate.unknown());
    steps.add(revision -> revision.rename(old, renamed));
  }

  private boolean isExpected(SpecLocation member) {
    return expectation.places().contains(member) || spec.is(member, Aspect.REQUIRED);
  }

  private double likeness(
      SpecLocation member, String name, List<Map<String, @Nullable Object>> objects) {
    Object known = expectation.known().get(member.path());
    Set<String> inner = new HashSet<>();
    named(member).forEach(place -> inner.add(place.name()));
    boolean typed = false;
    for (Map<String, @Nullable Object> object : objects) {
      Object value = object.get(name);
      if (known != null && known.equals(value)) {
        return 1;
      }
      if (value instanceof Map<?, ?> map && !inner.isEmpty()) {
        long same = map.keySet().stream().filter(inner::contains).count();
        if (same * 2 >= Math.min(inner.size(), map.size()) && same > 0) {
          return 1;
        }
      }
      typed |=
          value != null
              && ValueRevision.isOfType(spec.text(member, Aspect.TYPE), JsonTypes.ofValue(value));
    }
    double likeness =
        NameSimilarity.likeness(member.name(), name)
            + (isOfForm(member, name, objects) ? OF_FORM : 0);
    return typed || likeness >= 1 ? likeness : 0;
  }

  /** Returns whether the values look like the examples, and like few other things. */
  private boolean isOfForm(
      SpecLocation member, String name, List<Map<String, @Nullable Object>> objects) {
    ValueForm example = ValueRevision.exampleForm(spec.list(member, Aspect.EXAMPLES));
    return example != null
        && example != ValueForm.TEXT
        && example != ValueForm.DIGITS
        && objects.stream()
            .map(object -> object.get(name))
            .anyMatch(value -> value instanceof String text && ValueForm.of(text) == example);
  }

  @SuppressWarnings("unchecked") // The objects of JSON are all of this type.
  private static List<Map<String, @Nullable Object>> objects(List<@Nullable Object> values) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Map) {
        objects.add((Map<String, @Nullable Object>) value);
      }
    }
    return objects;
  }
}
