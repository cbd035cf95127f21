package io.contactbridge.internal.answer;

import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the CRM, in an answer with a successful status, that it did not make the change.
 * The CRMs and the gateways before them have several forms of it: a flag that is false in one way
 * or another, an error beside the contact or in its place, or the status of a failure in the body.
 */
public final class Denial {
  /** HighLevel misspells its flag in one version. */
  private static final Set<String> FLAGS =
      Set.of("success", "succeded", "succeeded", "successful", "ok");

  private static final Set<String> ERRORS =
      Set.of("error", "errors", "error_code", "errorcode", "error_message", "errormessage");

  private static final Set<String> STATUSES =
      Set.of("status", "statuscode", "status_code", "httpstatus", "code", "result");

  private static final Set<String> NO =
      Set.of("false", "no", "n", "0", "fail", "failed", "failure", "error");

  private static final Set<String> NOTHING =
      Set.of("", "false", "no", "0", "none", "null", "nil", "ok");

  private static final Pattern FAILURE =
      Pattern.compile("[45][0-9]{2}|fail(ed|ure)?|error|ERROR_[A-Z_]+");

  private static final Pattern SUCCESS = Pattern.compile("2[0-9]{2}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Denial() {}

  /** Returns where {@code answer} denies the change, as a JSON path, or null if it does not. */
  public static @Nullable String path(Model answer) {
    for (Property<?> property : answer.properties()) {
      String path = path("$", property.name(), answer.get(property));
      if (path != null) {
        return path;
      }
    }
    return path("$", answer.extra(), true);
  }

  private static @Nullable String path(String at, String name, @Nullable Object value) {
    if (denies(name, value)) {
      return at + "." + name;
    }
    if (!at.equals("$")) {
      return null;
    }
    // The contact has its own fields; only the flags are certainly not among them.
    if (value instanceof Model contact) {
      return contact.extra().isEmpty() ? null : path(inside(at, name), contact.extra(), false);
    }
    return value instanceof Map<?, ?> envelope ? path(inside(at, name), envelope, true) : null;
  }

  private static String inside(String at, String name) {
    return at + "." + CONTROL.matcher(name).replaceAll("?");
  }

  private static @Nullable String path(String at, Map<?, ?> members, boolean isEnvelope) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = member.getKey().toString();
      if (isEnvelope || FLAGS.contains(name.toLowerCase(Locale.ROOT))) {
        String path = path(at, name, member.getValue());
        if (path != null) {
          return path;
        }
      }
    }
    return null;
  }

  private static boolean denies(String name, @Nullable Object value) {
    String known = name.toLowerCase(Locale.ROOT);
    if (FLAGS.contains(known)) {
      return NO.contains(text(value));
    }
    if (ERRORS.contains(known)) {
      return tells(value);
    }
    return STATUSES.contains(known) && FAILURE.matcher(scalar(value)).matches();
  }

  /** Whether this reports an error, rather than the absence of one. */
  private static boolean tells(@Nullable Object value) {
    if (value instanceof Map<?, ?> error) {
      Object code = error.get("code");
      return (code == null || tells(code)) && tells(error.values());
    }
    if (value instanceof Collection<?> errors) {
      return errors.stream().anyMatch(Denial::tells);
    }
    return !NOTHING.contains(text(value)) && !SUCCESS.matcher(text(value)).matches();
  }

  private static String text(@Nullable Object value) {
    String text = scalar(value).toLowerCase(Locale.ROOT);
    return value instanceof Number number && number.doubleValue() == 0 ? "0" : text;
  }

  /** Returns a value without members as text, and what is none as the empty text. */
  private static String scalar(@Nullable Object value) {
    return value == null || value instanceof Map || value instanceof List
        ? ""
        : value.toString().strip();
  }
}
