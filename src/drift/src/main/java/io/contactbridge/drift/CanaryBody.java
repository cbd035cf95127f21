package io.contactbridge.drift;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that a canary sends. Values are the specification's examples, but where a value must
 * be the contact's own or the account's, the present one, a little changed if it may be.
 */
final class CanaryBody {
  static final ContactUpdate ANYTHING = ContactUpdate.builder().email("canary@example.com").build();

  private static final String NO_SUCH_VALUE = "contactbridge-no-such-value";
  private static final String FRESH = UUID.randomUUID().toString().substring(0, 8);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(256);

  /** The fields of which any words can be the value. */
  private static final Set<ContactField> PROSE =
      EnumSet.of(
          ContactField.FULL_NAME,
          ContactField.FIRST_NAME,
          ContactField.LAST_NAME,
          ContactField.COMPANY,
          ContactField.JOB_TITLE,
          ContactField.STREET,
          ContactField.CITY,
          ContactField.LOCATION,
          ContactField.SOURCE);

  private static final Set<Aspect> RESTRICTIONS =
      EnumSet.of(Aspect.ENUM, Aspect.FORMAT, Aspect.PATTERN, Aspect.MIN_LENGTH, Aspect.MAX_LENGTH);

  private final Facts spec;
  private final AnswerPlaces answers;
  private final @Nullable Object present;

  /** The names of properties whose values may be any words, wherever they stand. */
  private final Set<String> proseNames;

  /** Where a request has the address that tells contacts apart. */
  private final Set<String> identityPaths;

  /** Where a request has what refers to things of the account, or is not for callers to choose. */
  private final Set<String> givenPaths;

  /**
   * Starts with what the CRM has.
   *
   * @param present the body of an answer that has the contact, in the shape of the specification
   */
  CanaryBody(Crm crm, Facts spec, @Nullable Object present) {
    this.spec = spec;
    this.present = present;
    answers = new AnswerPlaces(crm, spec);
    proseNames =
        paths(crm, PROSE).stream()
            .map(path -> Place.requestBody(path).name())
            .collect(Collectors.toSet());
    identityPaths = paths(crm, EnumSet.of(ContactField.EMAIL));
    givenPaths = crm.profile().givenPaths();
  }

  private static Set<String> paths(Crm crm, Set<ContactField> fields) {
    return crm.capabilities().stream()
        .filter(capability -> fields.contains(capability.field()))
        .flatMap(capability -> capability.requestPath().stream())
        .collect(Collectors.toSet());
  }

  /** Returns a body with every property that can be set. */
  @Nullable Object everything() {
    return value(Place.requestBody(Places.ROOT));
  }

  private @Nullable Object value(Place place) {
    if (givenPaths.contains(place.path())) {
      return reference(place);
    }
    if (!Places.children(spec, place).isEmpty() && !"array".equals(text(place, Aspect.TYPE))) {
      return members(place);
    }
    List<String> values = admitted(place);
    if (!values.isEmpty()) {
      return parse(values.get(0));
    }
    Object here = present(place.path());
    if (here instanceof String text && isUnique(place)) {
      return changed(text);
    }
    Object example = example(place);
    if ("array".equals(text(place, Aspect.TYPE))
        && (example == null || isRestricted(Places.inside(place, "[*]")))) {
      Object element = value(Places.inside(place, "[*]"));
      return element == null ? List.of() : List.of(element);
    }
    return example instanceof String text
        ? other(place, padded(place, text), here)
        : example == null ? plain(place) : example;
  }

  /** What stays as it was does not show whether it was taken. */
  private Object other(Place place, String text, @Nullable Object here) {
    boolean free =
        spec.get(place, Aspect.FORMAT) == null && spec.get(place, Aspect.PATTERN) == null;
    boolean prose = free && proseNames.contains(place.name()) && text.length() > 3;
    if (!prose || !text.equals(here)) {
      return text;
    }
    return text.substring(0, text.length() - 1) + (text.endsWith("a") ? "e" : "a");
  }

  private boolean isRestricted(Place place) {
    return RESTRICTIONS.stream().anyMatch(aspect -> spec.get(place, aspect) != null);
  }

  /** Returns the listed values that the request and the answer both admit. */
  private List<String> admitted(Place place) {
    List<String> own = enumeration(place);
    Place answered = answers.of(place.path());
    List<String> others = answered == null ? List.of() : enumeration(answered);
    List<String> both = own.stream().filter(others::contains).toList();
    return own.isEmpty() ? others : both.isEmpty() ? own : both;
  }

  private @Nullable Object members(Place object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Place child : Places.children(spec, object)) {
      Object value = child.path().endsWith(".*") ? null : value(child);
      if (value != null) {
        members.put(child.name(), value);
      }
    }
    return members;
  }

  private @Nullable Object reference(Place place) {
    Object here = present(place.path());
    if (!(here instanceof List<?> list)) {
      String type = text(place, Aspect.TYPE);
      return here != null && ValueRevision.isOfType(type, JsonValues.type(here)) ? here : null;
    }
    List<Map<String, Object>> customFields =
        list.stream()
            .filter(
                each -> JsonValues.get(each, "id") != null && JsonValues.get(each, "value") != null)
            .map(CanaryBody::customField)
            .toList();
    return customFields.isEmpty() ? null : customFields;
  }

  private static Map<String, Object> customField(@Nullable Object answered) {
    Map<String, Object> customField = new LinkedHashMap<>();
    customField.put("id", some(answered, "id"));
    customField.put("field_value", some(answered, "value"));
    return customField;
  }

  private static Object some(@Nullable Object object, String name) {
    Object value = JsonValues.get(object, name);
    return value == null ? "" : value;
  }

  /** Returns an email address that no contact has. */
  static String freshAddress() {
    return "canary." + FRESH + "@example.com";
  }

  /** Two contacts cannot have these in common, so the example may be another contact's. */
  private boolean isUnique(Place place) {
    return place.name().matches("(?i)e?mail|phone(_?number)?");
  }

  private static String changed(String text) {
    int at = text.indexOf('@');
    if (at > 0) {
      return text.startsWith("canary.") ? text.substring(7) : "canary." + text;
    }
    char end = text.charAt(text.length() - 1);
    return Character.isDigit(end)
        ? text.substring(0, text.length() - 1) + (char) ('0' + (end - '0' + 1) % 10)
        : text + "1";
  }

  private String padded(Place place, String text) {
    boolean free =
        spec.get(place, Aspect.FORMAT) == null && spec.get(place, Aspect.PATTERN) == null;
    if (free
        && spec.get(place, Aspect.MAX_LENGTH) instanceof BigDecimal most
        && most.compareTo(LONGEST) <= 0) {
      return text + "x".repeat(Math.max(0, most.intValue() - text.length()));
    }
    return text;
  }

  private @Nullable Object plain(Place place) {
    String type = text(place, Aspect.TYPE);
    Object least = spec.get(place, Aspect.MINIMUM);
    return switch (type == null ? "string" : type) {
      case "string" -> padded(place, "test");
      case "integer", "number" -> least == null ? BigDecimal.ONE : least;
      case "boolean" -> true;
      case "object" -> new LinkedHashMap<String, Object>();
      default -> null;
    };
  }

  /**
   * Returns a body with little more than is required.
   *
   * @param nulls whether what takes null is null, or else is not there but for what has a least
   *     length
   */
  @Nullable Object otherEnd(@Nullable Object everything, boolean nulls) {
    Object body = Remedy.copy(everything);
    trim(Place.requestBody(Places.ROOT), body, nulls);
    return body;
  }

  /**
   * Returns bodies with little more than is required, each with another property that has the
   * contact's own value, so that they change next to nothing.
   */
  List<@Nullable Object> least(@Nullable Object everything) {
    List<Place> all =
        Places.within(spec, Place.requestBody(Places.ROOT)).stream()
            .filter(place -> Remedy.find(everything, place.path()).found())
            .filter(place -> !place.path().contains("*"))
            .toList();
    List<Place> chosen = new ArrayList<>();
    all.stream().filter(place -> identityPaths.contains(place.path())).forEach(chosen::add);
    all.stream()
        .filter(
            place -> proseNames.contains(place.name()) && Places.children(spec, place).isEmpty())
        .sorted(Comparator.comparing(place -> !isOneOfTheNeeded(place)))
        .limit(1)
        .forEach(chosen::add);
    List<@Nullable Object> least = new ArrayList<>();
    chosen.forEach(place -> least.add(only(place, everything)));
    return least;
  }

  private boolean isOneOfTheNeeded(Place place) {
    return spec.get(Places.parent(place), Aspect.AT_LEAST_ONE_OF) instanceof List<?> names
        && names.contains(place.name());
  }

  private @Nullable Object only(Place place, @Nullable Object everything) {
    Object body = required(Place.requestBody(Places.ROOT), everything);
    Place parent = Places.parent(place);
    if (!Places.isRoot(parent) && !Remedy.find(body, parent.path()).found()) {
      Remedy.put(parent, new LinkedHashMap<String, @Nullable Object>()).apply(body);
    }
    Object here = present(place.path());
    Object value = here == null ? Remedy.find(everything, place.path()).value() : here;
    Remedy.put(place, value).apply(body);
    return body;
  }

  private @Nullable Object required(Place place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> object) || Places.children(spec, place).isEmpty()) {
      return value;
    }
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    for (Place child : Places.children(spec, place)) {
      if (is(child, Aspect.REQUIRED) && object.containsKey(child.name())) {
        required.put(child.name(), required(child, object.get(child.name())));
      }
    }
    return required;
  }

  /**
   * Returns a body with other listed values, where several are; null once there are none left.
   *
   * @param round from 1
   */
  @Nullable Object otherValues(@Nullable Object body, int round) {
    Object other = Remedy.copy(body);
    boolean any = false;
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      Remedy.Found found = Remedy.find(body, place.path());
      List<String> values = new ArrayList<>(enumeration(place));
      values.remove(JsonValues.write(found.value()));
      if (found.found() && round <= values.size()) {
        Remedy.put(place, parse(values.get(round - 1))).apply(other);
        any = true;
      } else if (round == 1 && found.value() instanceof String text && isFree(place)) {
        Remedy.put(place, another(text)).apply(other);
        any = true;
      }
    }
    return any ? other : null;
  }

  private boolean isFree(Place place) {
    return !isRestricted(place)
        && !givenPaths.contains(place.path())
        && !identityPaths.contains(place.path())
        && (proseNames.contains(place.name()) || place.name().equals("message"));
  }

  /** Returns a text of the same length with other letters. */
  private static String another(String text) {
    return text.replaceAll("[a-y]", "z");
  }

  private void trim(Place object, @Nullable Object value, boolean nulls) {
    if (!(value instanceof Map<?, ?> map)) {
      return;
    }
    @SuppressWarnings("unchecked") // The objects of JsonValues are all of this type.
    Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
    for (Place child : Places.children(spec, object)) {
      String name = child.name();
      if (members.containsKey(name) && !identityPaths.contains(child.path())) {
        Object inner = members.get(name);
        boolean listed = !nulls && !enumeration(child).isEmpty();
        if (is(child, Aspect.NULLABLE) && nulls) {
          members.put(name, null);
        } else if (inner instanceof Map<?, ?> deeper && !Places.children(spec, child).isEmpty()) {
          trim(child, inner, nulls);
          if (deeper.isEmpty() && !is(child, Aspect.REQUIRED)) {
            members.remove(name);
          }
        } else if (inner instanceof String text && shortest(child) <= text.length()) {
          members.put(name, text.substring(0, shortest(child)));
        } else if (!is(child, Aspect.REQUIRED) && !listed) {
          members.remove(name);
        }
      }
    }
  }

  private int shortest(Place place) {
    return enumeration(place).isEmpty()
            && spec.get(place, Aspect.PATTERN) == null
            && spec.get(place, Aspect.FORMAT) == null
            && spec.get(place, Aspect.MIN_LENGTH) instanceof BigDecimal least
        ? least.intValue()
        : Integer.MAX_VALUE;
  }

  /**
   * Breaks a body where the specification lists values, or else in the type of a text.
   *
   * @return the places that are broken
   */
  List<Place> breakValues(@Nullable Object body) {
    Place root = Place.requestBody(Places.ROOT);
    List<Place> listed =
        Places.within(spec, root).stream()
            .filter(
                place -> !enumeration(place).isEmpty() && Remedy.find(body, place.path()).found())
            .toList();
    List<Place> broken =
        listed.isEmpty()
            ? Places.within(spec, root).stream()
                .filter(place -> identityPaths.contains(place.path()))
                .toList()
            : listed;
    Object value = listed.isEmpty() ? BigDecimal.ONE : NO_SUCH_VALUE;
    broken.forEach(place -> Remedy.put(place, value).apply(body));
    return broken;
  }

  /** Returns the values that the contact had before, for all that a body has. */
  @Nullable Object restoring(@Nullable Object body, List<String> lost) {
    Object restoring = Remedy.copy(body);
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      boolean leaf =
          Places.children(spec, place).isEmpty() || "array".equals(text(place, Aspect.TYPE));
      if (leaf && !place.path().contains("*") && Remedy.find(body, place.path()).found()) {
        Object before =
            givenPaths.contains(place.path()) ? reference(place) : present(place.path());
        if (before != null || is(place, Aspect.NULLABLE)) {
          Remedy.put(place, before).apply(restoring);
        } else {
          Remedy.leaveOut(place).apply(restoring);
          lost.add(place.path());
        }
      }
    }
    prune(Place.requestBody(Places.ROOT), restoring);
    return restoring;
  }

  /** Takes out objects that lack what they need since the contact had no such thing. */
  private void prune(Place object, @Nullable Object value) {
    for (Place child : Places.children(spec, object)) {
      Object inner = JsonValues.get(value, child.name());
      if (inner instanceof Map<?, ?> members && !Places.children(spec, child).isEmpty()) {
        prune(child, inner);
        boolean lacking =
            Places.children(spec, child).stream()
                .anyMatch(each -> is(each, Aspect.REQUIRED) && !members.containsKey(each.name()));
        if ((members.isEmpty() || lacking) && value instanceof Map<?, ?> outer) {
          outer.remove(child.name());
        }
      }
    }
  }

  /** Returns what the contact has where a property of the request is answered, or null. */
  @Nullable Object present(String requestPath) {
    Place place = answers.of(requestPath);
    return place == null ? null : Remedy.find(present, place.path()).value();
  }

  private List<String> enumeration(Place place) {
    return spec.get(place, Aspect.ENUM) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private @Nullable Object example(Place place) {
    return spec.get(place, Aspect.EXAMPLES) instanceof List<?> list && !list.isEmpty()
        ? parse(String.valueOf(list.get(0)))
        : null;
  }

  private static @Nullable Object parse(String json) {
    try {
      return JsonValues.parse(json);
    } catch (IOException e) {
      return null;
    }
  }

  private boolean is(Place place, Aspect aspect) {
    return Boolean.TRUE.equals(spec.get(place, aspect));
  }

  private @Nullable String text(Place place, Aspect aspect) {
    return spec.get(place, aspect) instanceof String text ? text : null;
  }
}
