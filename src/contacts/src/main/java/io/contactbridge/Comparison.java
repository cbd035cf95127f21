package io.contactbridge;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a CRM answered what it was asked to store. */
final class Comparison {
  private Comparison() {}

  /**
   * Returns what became of a field.
   *
   * @param asked the value that was sent, or null to clear the field
   * @param answered the value that came back, or null for none
   */
  static Outcome compare(ContactField field, @Nullable Object asked, @Nullable Object answered) {
    if (asked == null) {
      return isEmpty(answered) ? Outcome.APPLIED : Outcome.DIFFERENT;
    }
    if (answered == null) {
      return isEmpty(asked) ? Outcome.NORMALISED : Outcome.DIFFERENT;
    }
    if (field == ContactField.CUSTOM_FIELDS) {
      return compareJson(asked, answered);
    }
    if (asked.equals(answered)) {
      return Outcome.APPLIED;
    }
    return isSame(field, asked, answered) ? Outcome.NORMALISED : Outcome.DIFFERENT;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
  }

  private static boolean isSame(ContactField field, Object asked, Object answered) {
    return switch (field) {
      case EMAIL -> asked.toString().equalsIgnoreCase(answered.toString());
      case PHONE -> Phones.same(asked.toString(), answered.toString());
      case TAGS ->
          asked instanceof List<?> one
              && answered instanceof List<?> other
              && new HashSet<>(one).equals(new HashSet<>(other));
      case DATE_OF_BIRTH -> asked.equals(Conversion.DATE.fromCrm(answered));
      default -> asked.toString().strip().equals(answered.toString().strip());
    };
  }

  /** Compares the members that were sent: what else the CRM has there is its own affair. */
  private static Outcome compareMembers(Map<?, ?> asked, Map<?, ?> answered) {
    Outcome worst = Outcome.APPLIED;
    for (Map.Entry<?, ?> member : asked.entrySet()) {
      Outcome outcome =
          answered.containsKey(member.getKey())
              ? compareJson(member.getValue(), answered.get(member.getKey()))
              : Outcome.NOT_ECHOED;
      worst = outcome == Outcome.DIFFERENT || worst == Outcome.APPLIED ? outcome : worst;
    }
    return worst;
  }

  static Outcome compareJson(@Nullable Object asked, @Nullable Object answered) {
    if (asked instanceof Map<?, ?> members && answered instanceof Map<?, ?> found) {
      return compareMembers(members, found);
    }
    if (asked == null || answered == null) {
      return asked == answered ? Outcome.APPLIED : Outcome.DIFFERENT;
    }
    if (asked.equals(answered) || isSameNumber(asked, answered)) {
      return Outcome.APPLIED;
    }
    return isScalar(asked) && isScalar(answered) && asked.toString().equals(answered.toString())
        ? Outcome.NORMALISED
        : Outcome.DIFFERENT;
  }

  private static boolean isSameNumber(Object one, Object other) {
    return one instanceof Number
        && other instanceof Number
        && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Map) && !(value instanceof List);
  }
}
