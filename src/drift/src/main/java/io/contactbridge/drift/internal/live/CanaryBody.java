package io.contactbridge.drift.internal.live;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.AnswerLocations;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.answers.ValueRevision;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
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
  private final AnswerLocations answers;
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
    answers = new AnswerLocations(crm, spec);
    proseNames =
        paths(crm, PROSE).stream()
            .map(path -> SpecLocation.requestBody(path).name())
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
    return value(SpecLocation.requestBody(SpecLocations.ROOT));
  }

  private @Nullable Object value(SpecLocation place) {
    if (givenPaths.contains(place.path())) {
      return reference(place);
    }
    if (!SpecLocations.children(spec, place).isEmpty()
        && !"array".equals(text(place, Aspect.TYPE))) {
      return members(place);
    }
    List<String> values = admitted(place);
    if (!values.isEmpty()) {
      return JsonValue.parse(values.get(0));
    }
    Object here = present(place.path());
    if (here instanceof String text && isUnique(place)) {
      return changed(text);
    }
    Object example = example(place);
    if ("array".equals(text(place, Aspect.TYPE))
        && (example == null || isRestricted(SpecLocations.inside(place, "[*]")))) {
      Object element = value(SpecLocations.inside(place, "[*]"));
      return element == null ? List.of() : List.of(element);
    }
    return example instanceof String text
        ? other(place, padded(place, text), here)
        : example == null ? plain(place) : example;
  }

  /** What stays as it was does not show whether it was taken. */
  private Object other(SpecLocation place, String text, @Nullable Object here) {
    boolean free =
        spec.get(place, Aspect.FORMAT) == null && spec.get(place, Aspect.PATTERN) == null;
    boolean prose = free && proseNames.contains(place.name()) && text.length() > 3;
    if (!prose || !text.equals(here)) {
      return text;
    }
    return text.substring(0, text.length() - 1) + (text.endsWith("a") ? "e" : "a");
  }

  private boolean isRestricted(SpecLocation place) {
    return RESTRICTIONS.stream().anyMatch(aspect -> spec.get(place, aspect) != null);
  }

  /** Returns the listed values that the request and the answer both admit. */
  private List<String> admitted(SpecLocation place) {
    List<String> own = enumeration(place);
    SpecLocation answered = answers.of(place.path());
    List<String> others = answered == null ? List.of() : enumeration(answered);
    List<String> both = own.stream().filter(others::contains).toList();
    return own.isEmpty() ? others : both.isEmpty() ? own : both;
  }

  private @Nullable Object members(SpecLocation object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      Object value = child.path().endsWith(".*") ? null : value(child);
      if (value != null) {
        members.put(child.name(), value);
      }
    }
    return members;
  }

  private @Nullable Object reference(SpecLocation place) {
    Object here = present(place.path());
    if (!(here instanceof List<?> list)) {
      String type = text(place, Aspect.TYPE);
      return here != null && ValueRevision.isOfType(type, JsonTypes.ofValue(here)) ? here : null;
    }
    List<Map<String, Object>> customFields =
        list.stream()
            .filter(
                each -> JsonValue.get(each, "id") != null && JsonValue.get(each, "value") != null)
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
    Object value = JsonValue.get(object, name);
    return value == null ? "" : value;
  }

  /** Returns whether a request has the address there that tells contacts apart. */
  boolean isIdentity(SpecLocation place) {
    return identityPaths.contains(place.path());
  }

  /** Returns an email address that no contact has. */
  static String freshAddress() {
    return "canary." + FRESH + "@example.com";
  }

  /** Two contacts cannot have these in common, so the example may be another contact's. */
  private boolean isUnique(SpecLocation place) {
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

  private String padded(SpecLocation place, String text) {
    boolean free =
        spec.get(place, Aspect.FORMAT) == null && spec.get(place, Aspect.PATTERN) == null;
    if (free
        && spec.get(place, Aspect.MAX_LENGTH) instanceof BigDecimal most
        && most.compareTo(LONGEST) <= 0) {
      return text + "x".repeat(Math.max(0, most.intValue() - text.length()));
    }
    return text;
  }

  private @Nullable Object plain(SpecLocation place) {
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
    Object body = RequestEdit.copy(everything);
    trim(SpecLocation.requestBody(SpecLocations.ROOT), body, nulls);
    return body;
  }

  /**
   * Returns bodies with little more than is required, each with another property that has the
   * contact's own value, so that they change next to nothing.
   */
  List<@Nullable Object> least(@Nullable Object everything) {
    List<SpecLocation> all =
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT)).stream()
            .filter(place -> RequestEdit.find(everything, place.path()).found())
            .filter(place -> !place.path().contains("*"))
            .toList();
    List<SpecLocation> chosen = new ArrayList<>();
    all.stream().filter(place -> identityPaths.contains(place.path())).forEach(chosen::add);
    all.stream()
        .filter(
            place ->
                proseNames.contains(place.name()) && SpecLocations.children(spec, place).isEmpty())
        .sorted(Comparator.comparing(place -> !isOneOfTheNeeded(place)))
        .limit(1)
        .forEach(chosen::add);
    List<@Nullable Object> least = new ArrayList<>();
    chosen.forEach(place -> least.add(only(place, everything)));
    return least;
  }

  private boolean isOneOfTheNeeded(SpecLocation place) {
    return spec.get(SpecLocations.parent(place), Aspect.AT_LEAST_ONE_OF) instanceof List<?> names
        && names.contains(place.name());
  }

  private @Nullable Object only(SpecLocation place, @Nullable Object everything) {
    Object body = required(SpecLocation.requestBody(SpecLocations.ROOT), everything);
    SpecLocation parent = SpecLocations.parent(place);
    if (!SpecLocations.isRoot(parent) && !RequestEdit.find(body, parent.path()).found()) {
      RequestEdit.put(parent, new LinkedHashMap<String, @Nullable Object>()).apply(body);
    }
    Object here = present(place.path());
    Object value = here == null ? RequestEdit.find(everything, place.path()).value() : here;
    RequestEdit.put(place, value).apply(body);
    return body;
  }

  private @Nullable Object required(SpecLocation place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> object) || SpecLocations.children(spec, place).isEmpty()) {
      return value;
    }
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    for (SpecLocation child : SpecLocations.children(spec, place)) {
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
    Object other = RequestEdit.copy(body);
    boolean any = false;
    for (SpecLocation place :
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      RequestEdit.Lookup found = RequestEdit.find(body, place.path());
      List<String> values = new ArrayList<>(enumeration(place));
      values.remove(JsonValue.write(found.value()));
      if (found.found() && round <= values.size()) {
        RequestEdit.put(place, JsonValue.parse(values.get(round - 1))).apply(other);
        any = true;
      } else if (round == 1 && found.value() instanceof String text && isFree(place)) {
        RequestEdit.put(place, another(text)).apply(other);
        any = true;
      }
    }
    return any ? other : null;
  }

  private boolean isFree(SpecLocation place) {
    return !isRestricted(place)
        && !givenPaths.contains(place.path())
        && !identityPaths.contains(place.path())
        && (proseNames.contains(place.name()) || place.name().equals("message"));
  }

  /** Returns a text of the same length with other letters. */
  private static String another(String text) {
    return text.replaceAll("[a-y]", "z");
  }

  private void trim(SpecLocation object, @Nullable Object value, boolean nulls) {
    if (!(value instanceof Map<?, ?> map)) {
      return;
    }
    @SuppressWarnings("unchecked") // The objects of JSON are all of this type.
    Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      String name = child.name();
      if (members.containsKey(name) && !identityPaths.contains(child.path())) {
        Object inner = members.get(name);
        boolean listed = !nulls && !enumeration(child).isEmpty();
        if (is(child, Aspect.NULLABLE) && nulls) {
          members.put(name, null);
        } else if (inner instanceof Map<?, ?> deeper
            && !SpecLocations.children(spec, child).isEmpty()) {
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

  private int shortest(SpecLocation place) {
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
  List<SpecLocation> breakValues(@Nullable Object body) {
    SpecLocation root = SpecLocation.requestBody(SpecLocations.ROOT);
    List<SpecLocation> listed =
        SpecLocations.within(spec, root).stream()
            .filter(
                place ->
                    !enumeration(place).isEmpty() && RequestEdit.find(body, place.path()).found())
            .toList();
    List<SpecLocation> broken =
        listed.isEmpty()
            ? SpecLocations.within(spec, root).stream()
                .filter(place -> identityPaths.contains(place.path()))
                .toList()
            : listed;
    Object value = listed.isEmpty() ? BigDecimal.ONE : NO_SUCH_VALUE;
    broken.forEach(place -> RequestEdit.put(place, value).apply(body));
    return broken;
  }

  /** Returns the values that the contact had before, for all that a body has. */
  @Nullable Object restoring(@Nullable Object body, List<String> lost) {
    Object restoring = RequestEdit.copy(body);
    for (SpecLocation place :
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      boolean leaf =
          SpecLocations.children(spec, place).isEmpty() || "array".equals(text(place, Aspect.TYPE));
      if (leaf && !place.path().contains("*") && RequestEdit.find(body, place.path()).found()) {
        Object before =
            givenPaths.contains(place.path()) ? reference(place) : present(place.path());
        if (before != null || is(place, Aspect.NULLABLE)) {
          RequestEdit.put(place, before).apply(restoring);
        } else {
          RequestEdit.leaveOut(place).apply(restoring);
          lost.add(place.path());
        }
      }
    }
    prune(SpecLocation.requestBody(SpecLocations.ROOT), restoring);
    return restoring;
  }

  /** Takes out objects that lack what they need since the contact had no such thing. */
  private void prune(SpecLocation object, @Nullable Object value) {
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      Object inner = JsonValue.get(value, child.name());
      if (inner instanceof Map<?, ?> members && !SpecLocations.children(spec, child).isEmpty()) {
        prune(child, inner);
        boolean lacking =
            SpecLocations.children(spec, child).stream()
                .anyMatch(each -> is(each, Aspect.REQUIRED) && !members.containsKey(each.name()));
        if ((members.isEmpty() || lacking) && value instanceof Map<?, ?> outer) {
          outer.remove(child.name());
        }
      }
    }
  }

  /** Returns what the contact has where a property of the request is answered, or null. */
  @Nullable Object present(String requestPath) {
    SpecLocation place = answers.of(requestPath);
    return place == null ? null : RequestEdit.find(present, place.path()).value();
  }

  private List<String> enumeration(SpecLocation place) {
    return spec.get(place, Aspect.ENUM) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private @Nullable Object example(SpecLocation place) {
    return spec.get(place, Aspect.EXAMPLES) instanceof List<?> list && !list.isEmpty()
        ? JsonValue.parse(String.valueOf(list.get(0)))
        : null;
  }

  private boolean is(SpecLocation place, Aspect aspect) {
    return spec.is(place, aspect);
  }

  private @Nullable String text(SpecLocation place, Aspect aspect) {
    return spec.get(place, aspect) instanceof String text ? text : null;
  }
}
