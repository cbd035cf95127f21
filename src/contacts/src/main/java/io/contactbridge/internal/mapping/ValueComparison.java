package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import io.contactbridge.Outcome;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Whether a CRM answered what it was asked to store. */
final class ValueComparison {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,99}(\\.[0-9]{1,99})?([Ee][+-]?[0-9]{1,3})?");

  private static final List<Outcome> FROM_BEST_TO_WORST =
      List.of(Outcome.APPLIED, Outcome.NORMALISED, Outcome.NOT_ECHOED, Outcome.DIFFERENT);

  private ValueComparison() {}

  /**
   * Returns what became of a field.
   *
   * @param asked the value that was sent, or null to clear the field
   * @param answered the value that came back, or null for none
   * @param region where a phone number is from that has no country code, or null
   */
  static Outcome compare(
      ContactField field,
      @Nullable Object asked,
      @Nullable Object answered,
      @Nullable String region) {
    if (asked == null) {
      return isEmpty(answered) ? Outcome.APPLIED : Outcome.DIFFERENT;
    }
    if (answered == null) {
      return isEmpty(asked) ? Outcome.NORMALISED : Outcome.DIFFERENT;
    }
    if (field == ContactField.CUSTOM_FIELDS) {
      return worst(customFields((Map<?, ?>) asked, answered).values().stream());
    }
    if (asked.equals(answered)) {
      return Outcome.APPLIED;
    }
    return isSame(field, asked, answered, region) ? Outcome.NORMALISED : Outcome.DIFFERENT;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
  }

  private static boolean isSame(
      ContactField field, Object asked, Object answered, @Nullable String region) {
    return switch (field) {
      case EMAIL -> isSameAddress(asked.toString(), answered.toString());
      // A user's id at one CRM, an email address at another.
      case OWNER ->
          asked.toString().contains("@")
              ? isSameAddress(asked.toString(), answered.toString())
              : isSameText(asked, answered);
      case COUNTRY -> isSameAddress(asked.toString(), answered.toString());
      case WEBSITE, LINKEDIN_URL -> isSameUrl(asked.toString(), answered.toString());
      case PHONE -> Phones.same(asked.toString(), answered.toString(), region);
      case TAGS ->
          asked instanceof List<?> one
              && answered instanceof List<?> other
              && words(one).equals(words(other));
      default -> isSameText(asked, answered);
    };
  }

  private static Set<String> words(List<?> tags) {
    return tags.stream().map(ValueComparison::text).collect(Collectors.toSet());
  }

  private static boolean isSameAddress(String one, String other) {
    return text(one).equalsIgnoreCase(text(other));
  }

  private static boolean isSameText(Object one, Object other) {
    return text(one).equals(text(other));
  }

  /** One URL has many spellings: capitals in its host, no slash for an empty path, and so on. */
  private static boolean isSameUrl(String one, String other) {
    HttpUrl url = HttpUrl.parse(text(one));
    return isSameText(one, other) || (url != null && url.equals(HttpUrl.parse(text(other))));
  }

  /** Returns text without the blanks around it, and in the one form that Unicode calls NFC. */
  static String text(Object value) {
    return Normalizer.normalize(value.toString().strip(), Normalizer.Form.NFC);
  }

  /**
   * Returns what became of each custom field that was sent, by its key. The others are not
   * compared; one that is missing among the answered ones was not kept.
   *
   * @param asked the custom fields that were sent
   * @param answered those that came back, or what came in their place
   */
  static Map<String, Outcome> customFields(Map<?, ?> asked, @Nullable Object answered) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    asked.forEach(
        (key, value) ->
            outcomes.put(
                key.toString(),
                answered instanceof Map<?, ?> values
                    ? compareJson(value, member(values, key).value())
                    : isEmpty(value) && answered == null ? Outcome.NORMALISED : Outcome.DIFFERENT));
    return outcomes;
  }

  /** Returns what {@code members} have under a name, in whichever Unicode form they spell it. */
  private static Found member(Map<?, ?> members, Object name) {
    if (members.containsKey(name)) {
      return new Found(true, members.get(name));
    }
    return members.entrySet().stream()
        .filter(member -> isSameText(member.getKey(), name))
        .findFirst()
        .map(member -> new Found(true, member.getValue()))
        .orElse(Found.NOTHING);
  }

  /** Compares only the members that were sent, since the CRM may store others there. */
  private static Outcome compareMembers(Map<?, ?> asked, Map<?, ?> answered) {
    return worst(
        asked.keySet().stream()
            .map(
                key -> {
                  Found found = member(answered, key);
                  return found.present()
                      ? compareJson(asked.get(key), found.value())
                      : Outcome.NOT_ECHOED;
                }));
  }

  /** Does what {@link #compareJson} does with the JSON of objects of the specification. */
  static Outcome compare(@Nullable Object asked, @Nullable Object answered) {
    if (asked instanceof Model one
        && answered instanceof Model other
        && one.extra().isEmpty()
        && !one.isEmpty()
        && !other.isEmpty()) {
      return compareProperties(one, other);
    }
    return compareJson(
        asked == null ? null : JsonTree.plain(asked),
        answered == null ? null : JsonTree.plain(answered));
  }

  private static Outcome compareProperties(Model asked, Model answered) {
    Outcome worst = Outcome.APPLIED;
    for (Property<?> property : asked.properties()) {
      String name = property.name();
      worst =
          worse(
              worst,
              answered.has(name)
                  ? compare(JsonTree.member(asked, name), JsonTree.member(answered, name))
                  : Outcome.NOT_ECHOED);
    }
    return worst;
  }

  static Outcome compareJson(@Nullable Object asked, @Nullable Object answered) {
    if (Objects.equals(asked, answered)) {
      return Outcome.APPLIED;
    }
    if (asked == null || answered == null || isEmpty(asked) || isEmpty(answered)) {
      return isEmpty(asked) && isEmpty(answered) ? Outcome.NORMALISED : Outcome.DIFFERENT;
    }
    if (asked instanceof Map<?, ?> one && answered instanceof Map<?, ?> other) {
      return compareMembers(one, other);
    }
    if (asked instanceof List<?> one && answered instanceof List<?> other) {
      return one.size() == other.size()
          ? worst(
              IntStream.range(0, one.size()).mapToObj(i -> compareJson(one.get(i), other.get(i))))
          : Outcome.DIFFERENT;
    }
    return isScalar(asked) && isScalar(answered)
        ? compareScalars(asked, answered)
        : Outcome.DIFFERENT;
  }

  private static Outcome compareScalars(Object asked, Object answered) {
    if (asked instanceof Number one && answered instanceof Number other) {
      return isSameNumber(one, other.toString()) ? Outcome.APPLIED : Outcome.DIFFERENT;
    }
    return isSameText(asked, answered)
            || isTruthInText(asked, answered)
            || isNumberInText(asked, answered.toString().strip())
        ? Outcome.NORMALISED
        : Outcome.DIFFERENT;
  }

  private static boolean isTruthInText(Object asked, Object answered) {
    return (asked instanceof Boolean || answered instanceof Boolean)
        && text(asked).equalsIgnoreCase(text(answered));
  }

  private static boolean isNumberInText(Object asked, String text) {
    return asked instanceof Number number
        && NUMBER.matcher(text).matches()
        && isSameNumber(number, text);
  }

  private static boolean isSameNumber(Number one, String other) {
    return new BigDecimal(one.toString()).compareTo(new BigDecimal(other)) == 0;
  }

  private static Outcome worst(Stream<Outcome> outcomes) {
    return outcomes.reduce(Outcome.APPLIED, ValueComparison::worse);
  }

  private static Outcome worse(Outcome one, Outcome other) {
    return FROM_BEST_TO_WORST.indexOf(one) < FROM_BEST_TO_WORST.indexOf(other) ? other : one;
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Map) && !(value instanceof List);
  }
}
