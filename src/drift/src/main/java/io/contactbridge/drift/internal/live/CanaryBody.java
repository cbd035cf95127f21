package io.contactbridge.drift.internal.live;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies that a live check sends. */
final class CanaryBody {
  static final ContactUpdate ANYTHING = ContactUpdate.builder().email("canary@example.com").build();

  private static final String NO_SUCH_VALUE = "contactbridge-no-such-value";
  private static final String FRESH = UUID.randomUUID().toString().substring(0, 8);
  private static final SpecLocation ROOT = SpecLocation.requestBody(SpecLocations.ROOT);

  private final Facts spec;
  private final CanaryValues values;

  /** Where a request can have a property. */
  private final List<SpecLocation> places;

  /**
   * Starts with the contact as the CRM has it.
   *
   * @param present the body of an answer that has the contact, in the shape of the specification
   */
  CanaryBody(Crm crm, Facts spec, @Nullable Object present) {
    this.spec = spec;
    values = new CanaryValues(crm, spec, present);
    places = SpecLocations.within(spec, ROOT);
  }

  /** Returns a body with every property that can be set; the caller may change it. */
  @Nullable Object everything() {
    return RequestEdit.copy(values.of(ROOT));
  }

  /** Returns whether a request has the contact's email address there. */
  boolean isIdentity(SpecLocation place) {
    return values.isIdentity(place);
  }

  /** Returns the contact's own value of a property of the request, or null. */
  @Nullable Object present(SpecLocation place) {
    return values.present(place);
  }

  /** Returns an email address that no contact has. */
  static String freshAddress() {
    return "canary." + FRESH + "@example.com";
  }

  /**
   * Returns a body with little more than is required.
   *
   * @param nulls whether a property that may be null is null; else it is left out, unless it has a
   *     minimum length
   */
  @Nullable Object otherEnd(@Nullable Object everything, boolean nulls) {
    Object body = RequestEdit.copy(everything);
    trim(ROOT, body, nulls);
    return body;
  }

  private void trim(SpecLocation object, @Nullable Object value, boolean nulls) {
    if (!(value instanceof Map<?, ?> map)) {
      return;
    }
    @SuppressWarnings("unchecked") // The objects of JSON are all of this type.
    Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      String name = child.name();
      if (members.containsKey(name) && !isIdentity(child)) {
        Object inner = members.get(name);
        boolean required = spec.is(child, Aspect.REQUIRED);
        boolean listed = !nulls && spec.get(child, Aspect.ENUM) != null;
        if (nulls && spec.is(child, Aspect.NULLABLE)) {
          members.put(name, null);
        } else if (inner instanceof Map<?, ?> deeper && hasChildren(child)) {
          trim(child, inner, nulls);
          if (deeper.isEmpty() && !required) {
            members.remove(name);
          }
        } else if (inner instanceof String text && shortest(child) <= text.length()) {
          members.put(name, text.substring(0, shortest(child)));
        } else if (!required && !listed) {
          members.remove(name);
        }
      }
    }
  }

  private boolean hasChildren(SpecLocation place) {
    return !SpecLocations.children(spec, place).isEmpty();
  }

  private int shortest(SpecLocation place) {
    BigDecimal least = spec.number(place, Aspect.MIN_LENGTH);
    boolean anyText =
        Stream.of(Aspect.ENUM, Aspect.PATTERN, Aspect.FORMAT)
            .allMatch(aspect -> spec.get(place, aspect) == null);
    return least != null && anyText ? least.intValue() : Integer.MAX_VALUE;
  }

  /**
   * Returns bodies that change next to nothing: each has what is required, and one more property
   * with the contact's own value.
   */
  List<@Nullable Object> least(@Nullable Object everything) {
    List<SpecLocation> all =
        places.stream()
            .filter(place -> RequestEdit.find(everything, place.path()).found())
            .filter(place -> !place.path().contains("*"))
            .toList();
    Stream<SpecLocation> words =
        all.stream()
            .filter(place -> values.isProse(place) && !hasChildren(place))
            .sorted(Comparator.comparing(place -> !isOneOfTheNeeded(place)))
            .limit(1);
    List<@Nullable Object> least = new ArrayList<>();
    Stream.concat(all.stream().filter(this::isIdentity), words)
        .forEach(place -> least.add(only(place, everything)));
    return least;
  }

  private boolean isOneOfTheNeeded(SpecLocation place) {
    return spec.list(SpecLocations.parent(place), Aspect.AT_LEAST_ONE_OF).contains(place.name());
  }

  private @Nullable Object only(SpecLocation place, @Nullable Object everything) {
    Object body = required(ROOT, everything);
    SpecLocation parent = SpecLocations.parent(place);
    if (!SpecLocations.isRoot(parent) && !RequestEdit.find(body, parent.path()).found()) {
      RequestEdit.put(parent, new LinkedHashMap<String, @Nullable Object>()).apply(body);
    }
    Object here = present(place);
    Object value = here == null ? RequestEdit.find(everything, place.path()).value() : here;
    RequestEdit.put(place, value).apply(body);
    return body;
  }

  private @Nullable Object required(SpecLocation place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> object) || !hasChildren(place)) {
      return value;
    }
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    for (SpecLocation child : SpecLocations.children(spec, place)) {
      if (spec.is(child, Aspect.REQUIRED) && object.containsKey(child.name())) {
        required.put(child.name(), required(child, object.get(child.name())));
      }
    }
    return required;
  }

  /**
   * Returns a body in which each property has another of its enum values; null if none are left.
   *
   * @param round from 1
   */
  @Nullable Object otherValues(@Nullable Object body, int round) {
    Object other = RequestEdit.copy(body);
    boolean any = false;
    for (SpecLocation place : places) {
      RequestEdit.Lookup found = RequestEdit.find(body, place.path());
      List<String> others = new ArrayList<>(spec.list(place, Aspect.ENUM));
      others.remove(JsonValue.write(found.value()));
      if (found.found() && round <= others.size()) {
        RequestEdit.put(place, JsonValue.parse(others.get(round - 1))).apply(other);
        any = true;
      } else if (round == 1 && found.value() instanceof String text && values.isFree(place)) {
        // The same length, other letters.
        RequestEdit.put(place, text.replaceAll("[a-y]", "z")).apply(other);
        any = true;
      }
    }
    return any ? other : null;
  }

  /**
   * Puts values into a body that the CRM must refuse: a value that is not in the enum, or if there
   * is no enum, a number in place of the email address.
   *
   * @return where they are
   */
  List<SpecLocation> breakValues(@Nullable Object body) {
    List<SpecLocation> listed =
        places.stream()
            .filter(place -> spec.get(place, Aspect.ENUM) != null)
            .filter(place -> RequestEdit.find(body, place.path()).found())
            .toList();
    List<SpecLocation> broken =
        listed.isEmpty() ? places.stream().filter(this::isIdentity).toList() : listed;
    Object value = listed.isEmpty() ? BigDecimal.ONE : NO_SUCH_VALUE;
    broken.forEach(place -> RequestEdit.put(place, value).apply(body));
    return broken;
  }

  /**
   * Returns the values that the contact had before, for everything in a body.
   *
   * @param lost to which is added where the contact had no value, and null is not allowed
   */
  @Nullable Object restoring(@Nullable Object body, List<String> lost) {
    Object restoring = RequestEdit.copy(body);
    for (SpecLocation place : places) {
      boolean sent = RequestEdit.find(body, place.path()).found();
      if (sent && values.isLeaf(place) && !place.path().contains("*")) {
        Object before = values.former(place);
        if (before != null || spec.is(place, Aspect.NULLABLE)) {
          RequestEdit.put(place, before).apply(restoring);
        } else {
          RequestEdit.leaveOut(place).apply(restoring);
          lost.add(place.path());
        }
      }
    }
    prune(ROOT, restoring);
    return restoring;
  }

  /** Removes objects that now lack a required property, because the contact had no such thing. */
  private void prune(SpecLocation object, @Nullable Object value) {
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      Object inner = JsonValue.get(value, child.name());
      if (inner instanceof Map<?, ?> members && hasChildren(child)) {
        prune(child, inner);
        boolean lacking =
            SpecLocations.children(spec, child).stream()
                .anyMatch(
                    each -> spec.is(each, Aspect.REQUIRED) && !members.containsKey(each.name()));
        if ((members.isEmpty() || lacking) && value instanceof Map<?, ?> outer) {
          outer.remove(child.name());
        }
      }
    }
  }
}
