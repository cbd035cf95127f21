package io.contactbridge.drift.internal.live;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a value for each place of an update. Most values are the specification's examples. Where
 * a value must belong to the contact or to the account, it is the present one, slightly changed if
 * that is allowed.
 */
final class CanaryValues {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(256);

  /** The fields that accept any words. */
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

  /** The names of properties that accept any words, wherever they stand. */
  private final Set<String> proseNames;

  /** Where a request has the email address, by which CRMs tell contacts apart. */
  private final Set<String> identityPaths;

  /** Where a request refers to things of the account, or has what callers may not choose. */
  private final Set<String> givenPaths;

  /**
   * Starts with the contact as the CRM has it.
   *
   * @param present the body of an answer that has the contact, in the shape of the specification
   */
  CanaryValues(Crm crm, Facts spec, @Nullable Object present) {
    this.spec = spec;
    this.present = present;
    answers = new AnswerLocations(crm, spec);
    proseNames =
        paths(crm, PROSE).stream()
            .map(path -> SpecLocation.requestBody(path).name())
            .collect(Collectors.toSet());
    identityPaths = paths(crm, EnumSet.of(ContactField.EMAIL));
    givenPaths = CrmProfile.of(crm).givenPaths();
  }

  private static Set<String> paths(Crm crm, Set<ContactField> fields) {
    return CrmProfile.of(crm).capabilities().stream()
        .filter(capability -> fields.contains(capability.field()))
        .flatMap(capability -> capability.requestPath().stream())
        .collect(Collectors.toSet());
  }

  boolean isProse(SpecLocation place) {
    return proseNames.contains(place.name());
  }

  boolean isIdentity(SpecLocation place) {
    return identityPaths.contains(place.path());
  }

  /** Returns whether any other words would do as well. */
  boolean isFree(SpecLocation place) {
    return !isRestricted(place)
        && !givenPaths.contains(place.path())
        && !isIdentity(place)
        && (isProse(place) || place.name().equals("message"));
  }

  private boolean isRestricted(SpecLocation place) {
    return RESTRICTIONS.stream().anyMatch(aspect -> spec.get(place, aspect) != null);
  }

  private boolean isArray(SpecLocation place) {
    return "array".equals(spec.text(place, Aspect.TYPE));
  }

  /** Returns whether no further place of the specification is inside, but for elements. */
  boolean isLeaf(SpecLocation place) {
    return SpecLocations.children(spec, place).isEmpty() || isArray(place);
  }

  /** Returns the contact's own value of a property of the request, or null. */
  @Nullable Object present(SpecLocation place) {
    SpecLocation answered = answers.of(place.path());
    return answered == null ? null : RequestEdit.find(present, answered.path()).value();
  }

  /** Returns the value with which the contact is restored, or null if it had none. */
  @Nullable Object former(SpecLocation place) {
    return givenPaths.contains(place.path()) ? reference(place) : present(place);
  }

  /** Returns a value for the place, with all that can be set in it; null if there is none. */
  @Nullable Object of(SpecLocation place) {
    if (givenPaths.contains(place.path())) {
      return reference(place);
    }
    if (!isLeaf(place)) {
      return members(place);
    }
    List<String> values = admitted(place);
    if (!values.isEmpty()) {
      return JsonValue.parse(values.get(0));
    }
    Object here = present(place);
    if (here instanceof String text && isUnique(place)) {
      return changed(text);
    }
    List<String> examples = spec.list(place, Aspect.EXAMPLES);
    Object example = examples.isEmpty() ? null : JsonValue.parse(examples.get(0));
    SpecLocation element = SpecLocations.inside(place, "[*]");
    if (isArray(place) && (example == null || isRestricted(element))) {
      Object value = of(element);
      return value == null ? List.of() : List.of(value);
    }
    return example instanceof String text
        ? other(place, padded(place, text), here)
        : example == null ? plain(place) : example;
  }

  private Map<String, @Nullable Object> members(SpecLocation object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (SpecLocation child : SpecLocations.children(spec, object)) {
      Object value = child.path().endsWith(".*") ? null : of(child);
      if (value != null) {
        members.put(child.name(), value);
      }
    }
    return members;
  }

  /** Returns the enum values that both the request and the answer allow. */
  private List<String> admitted(SpecLocation place) {
    List<String> own = spec.list(place, Aspect.ENUM);
    SpecLocation answered = answers.of(place.path());
    List<String> others = answered == null ? List.of() : spec.list(answered, Aspect.ENUM);
    List<String> both = own.stream().filter(others::contains).toList();
    return own.isEmpty() ? others : both.isEmpty() ? own : both;
  }

  private @Nullable Object reference(SpecLocation place) {
    Object here = present(place);
    if (here instanceof List<?> list) {
      List<Map<String, Object>> fields =
          list.stream().map(CanaryValues::customField).filter(field -> field.size() == 2).toList();
      return fields.isEmpty() ? null : fields;
    }
    String type = spec.text(place, Aspect.TYPE);
    return here != null && ValueRevision.isOfType(type, JsonTypes.ofValue(here)) ? here : null;
  }

  /** Returns a custom field of an answer as a request has it, without what it lacks. */
  private static Map<String, Object> customField(@Nullable Object answered) {
    Map<String, Object> field = new LinkedHashMap<>();
    Object id = JsonValue.get(answered, "id");
    Object value = JsonValue.get(answered, "value");
    if (id != null && value != null) {
      field.put("id", id);
      field.put("field_value", value);
    }
    return field;
  }

  /** Two contacts cannot share these, and the example may belong to another contact. */
  private static boolean isUnique(SpecLocation place) {
    return place.name().matches("(?i)e?mail|phone(_?number)?");
  }

  private static String changed(String text) {
    if (text.indexOf('@') > 0) {
      return text.startsWith("canary.") ? text.substring(7) : "canary." + text;
    }
    char end = text.charAt(text.length() - 1);
    return Character.isDigit(end)
        ? text.substring(0, text.length() - 1) + (char) ('0' + (end - '0' + 1) % 10)
        : text + "1";
  }

  /** A value that stays as it was does not show whether the CRM took it. */
  private String other(SpecLocation place, String text, @Nullable Object here) {
    boolean changeable = hasNoForm(place) && isProse(place) && text.length() > 3;
    return changeable && text.equals(here)
        ? text.substring(0, text.length() - 1) + (text.endsWith("a") ? "e" : "a")
        : text;
  }

  private boolean hasNoForm(SpecLocation place) {
    return spec.get(place, Aspect.FORMAT) == null && spec.get(place, Aspect.PATTERN) == null;
  }

  private String padded(SpecLocation place, String text) {
    BigDecimal most = spec.number(place, Aspect.MAX_LENGTH);
    return most != null && most.compareTo(LONGEST) <= 0 && hasNoForm(place)
        ? text + "x".repeat(Math.max(0, most.intValue() - text.length()))
        : text;
  }

  private @Nullable Object plain(SpecLocation place) {
    String type = spec.text(place, Aspect.TYPE);
    Object least = spec.get(place, Aspect.MINIMUM);
    return switch (type == null ? "string" : type) {
      case "string" -> padded(place, "test");
      case "integer", "number" -> least == null ? BigDecimal.ONE : least;
      case "boolean" -> true;
      case "object" -> new LinkedHashMap<String, Object>();
      default -> null;
    };
  }
}
