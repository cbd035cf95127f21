package io.contactbridge;

import java.io.Serializable;
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
 * @param harm what it would do to send the same request again, or null for none
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
    Course course,
    @Nullable String harm)
    implements Serializable {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int LONGEST_MESSAGE = 1000;

  static Failure withoutAnswer(Crm crm, String words) {
    return new Failure(crm, 0, null, words, List.of(), null, null, "", Course.NONE, null);
  }

  Failure in(Course course) {
    return new Failure(
        crm, status, code, words, details, requestId, retryAfter, body, course, harm);
  }

  /** Returns the failure of a request of which {@code harm} would come if it were sent again. */
  Failure doing(@Nullable String harm) {
    return new Failure(
        crm, status, code, words, details, requestId, retryAfter, body, course, harm);
  }

  Failure after(@Nullable Duration pause) {
    return new Failure(crm, status, code, words, details, requestId, pause, body, course, harm);
  }

  String message() {
    String all = all();
    String note = course.note();
    String message =
        printable(crm + lead() + (all.isEmpty() || all.startsWith(" (") ? all : ": " + all));
    return note == null ? message : message + "; " + note;
  }

  /** Returns the CRM's own words on one line; none if it had none. */
  String said() {
    return printable(all().strip());
  }

  private String all() {
    StringBuilder all = new StringBuilder(words == null ? "" : words);
    details.stream()
        .filter(detail -> !detail.equals(words))
        .forEach(detail -> all.append(all.isEmpty() ? "" : "; ").append(detail));
    if (code != null) {
      all.append(" (").append(code).append(")");
    }
    if (requestId != null) {
      all.append(" (request ").append(requestId).append(")");
    }
    return all.toString();
  }

  private String lead() {
    if (status != 0) {
      return " answered " + status;
    }
    return course.called() ? " gave no answer" : " was not called";
  }

  /**
   * A CRM's words may be as long as its answer, and may contain line breaks that forge log lines.
   */
  static String printable(CharSequence message) {
    String line = CONTROL.matcher(message).replaceAll(" ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
