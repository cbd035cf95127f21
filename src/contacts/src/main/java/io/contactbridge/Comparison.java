package io.contactbridge;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a CRM answered what it was asked to store. */
final class Comparison {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,99}(\\.[0-9]{1,99})?([Ee][+-]?[0-9]{1,3})?");

  private static final List<Outcome> FROM_BEST_TO_WORST =
      List.of(Outcome.APPLIED, Outcome.NORMALISED, Outcome.NOT_ECHOED, Outcome.DIFFERENT);

  private Comparison() {}

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
      return compareCustomFields((Map<?, ?>) asked, answered);
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
      case PHONE -> Phones.same(asked.toString(), answered.toString(), region);
      case TAGS ->
          asked instanceof List<?> one
              && answered instanceof List<?> other
              && words(one).equals(words(other));
      default -> isSameText(asked, answered);
    };
  }

  private static Set<String> words(List<?> tags) {
    return tags.stream().map(tag -> tag.toString().strip()).collect(Collectors.toSet());
  }

  private static boolean isSameAddress(String one, String other) {
    return one.strip().equalsIgnoreCase(other.strip());
  }

  private static boolean isSameText(Object one, Object other) {
    return one.toString().strip().equals(other.toString().strip());
  }

  /** The custom fields that were not sent are not compared; one that is missing was not kept. */
  private static Outcome compareCustomFields(Map<?, ?> asked, Object answered) {
    if (!(answered instanceof Map<?, ?> values)) {
      return Outcome.DIFFERENT;
    }
    return worst(asked.keySet().stream().map(key -> compareJson(asked.get(key), values.get(key))));
  }

  /** Compares the members that were sent: what else the CRM has there is its own affair. */
  private static Outcome compareMembers(Map<?, ?> asked, Map<?, ?> answered) {
    return worst(
        asked.keySet().stream()
            .map(
                key ->
                    answered.containsKey(key)
                        ? compareJson(asked.get(key), answered.get(key))
                        : Outcome.NOT_ECHOED));
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
    return isSameText(asked, answered) || isNumberInText(asked, answered.toString().strip())
        ? Outcome.NORMALISED
        : Outcome.DIFFERENT;
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
    return outcomes.max(Comparator.comparing(FROM_BEST_TO_WORST::indexOf)).orElse(Outcome.APPLIED);
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Map) && !(value instanceof List);
  }
}
