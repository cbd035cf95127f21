package io.contactbridge.drift.internal.facts;

import io.contactbridge.client.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The places of an example, each with its value. */
public final class JsonLocations {
  private final Facts spec;
  private final BiConsumer<SpecLocation, @Nullable Object> visitor;

  private JsonLocations(Facts spec, BiConsumer<SpecLocation, @Nullable Object> visitor) {
    this.spec = spec;
    this.visitor = visitor;
  }

  /** Returns the places of a JSON text that stands at {@code root}. */
  public static Set<SpecLocation> of(Facts spec, SpecLocation root, String json) {
    Set<SpecLocation> places = new TreeSet<>();
    visit(spec, root, JsonValue.parse(json), (place, value) -> places.add(place));
    return places;
  }

  /**
   * Shows every value of a JSON value, the outer before the inner.
   *
   * @param spec says which objects are maps, whose keys are no names of properties
   */
  public static void visit(
      Facts spec,
      SpecLocation root,
      @Nullable Object json,
      BiConsumer<SpecLocation, @Nullable Object> visitor) {
    new JsonLocations(spec, visitor).visit(root, json);
  }

  /** Returns the JSON paths of a JSON value, in which {@code [*]} is any element. */
  public static Set<String> paths(@Nullable Object json) {
    Set<String> paths = new HashSet<>();
    visit(
        Facts.of("").build(),
        SpecLocation.requestBody("$"),
        json,
        (place, value) -> paths.add(place.path()));
    return paths;
  }

  private void visit(SpecLocation place, @Nullable Object json) {
    visitor.accept(place, json);
    if (json instanceof Map<?, ?> object) {
      object.forEach((name, value) -> visit(property(place, String.valueOf(name)), value));
    } else if (json instanceof List<?> array) {
      array.forEach(value -> visit(at(place, "[*]"), value));
    }
  }

  private SpecLocation property(SpecLocation object, String name) {
    SpecLocation any = at(object, ".*");
    return spec.has(any) && !hasNamed(object) ? any : at(object, "." + name);
  }

  /** In the order of places a name comes after the asterisk. */
  private boolean hasNamed(SpecLocation object) {
    SpecLocation after = at(object, ".+");
    SortedSet<SpecLocation> further = spec.places().tailSet(after);
    return !further.isEmpty() && further.first().isWithin(object);
  }

  private static SpecLocation at(SpecLocation place, String step) {
    return new SpecLocation(place.part(), place.status(), place.path() + step);
  }
}
