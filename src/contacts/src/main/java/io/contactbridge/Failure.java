package io.contactbridge;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in one CRM's words.
 *
 * @param status the HTTP status, or 0 if no answer came
 * @param code the CRM's own code
 * @param words the CRM's own message
 * @param details further words, one per fault
 * @param body the answer as it came
 * @param course how far the update had come
 */
record Failure(
    Crm crm,
    int status,
    @Nullable String code,
    @Nullable String words,
    List<String> details,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    String body,
    Course course) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int LONGEST_MESSAGE = 1000;

  static Failure withoutAnswer(Crm crm, String words) {
    return new Failure(crm, 0, null, words, List.of(), null, null, "", Course.NONE);
  }

  Failure in(Course course) {
    return new Failure(crm, status, code, words, details, requestId, retryAfter, body, course);
  }

  Failure after(@Nullable Duration pause) {
    return new Failure(crm, status, code, words, details, requestId, pause, body, course);
  }

  String message() {
    StringBuilder message = new StringBuilder().append(crm);
    message.append(lead());
    if (words != null) {
      message.append(": ").append(words);
    }
    details.stream()
        .filter(detail -> !detail.equals(words))
        .forEach(detail -> message.append("; ").append(detail));
    if (code != null) {
      message.append(" (").append(code).append(")");
    }
    if (requestId != null) {
      message.append(" (request ").append(requestId).append(")");
    }
    String note = course.note();
    return note == null ? printable(message) : printable(message) + "; " + note;
  }

  private String lead() {
    if (status != 0) {
      return " answered " + status;
    }
    return course.called() ? " gave no answer" : " was not called";
  }

  /** A CRM's words may be as long as its answer, and have what would forge lines of a log. */
  private static String printable(CharSequence message) {
    String line = CONTROL.matcher(message).replaceAll(" ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
