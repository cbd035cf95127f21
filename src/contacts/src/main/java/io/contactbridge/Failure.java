package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.internal.text.Printable;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an update that failed, in the CRM's own words where it has any. Each {@link
 * ContactsException} is made of one; a test of a caller may make them too. Immutable.
 *
 * @param status the HTTP status, or 0 if no answer came
 * @param code the CRM's own code
 * @param words the CRM's own message
 * @param details further messages, one per fault
 * @param requestId the CRM's id of the request
 * @param retryAfter how long to wait before the next attempt, if that is known
 * @param body the answer as it came, which may hold personal data, or an empty string
 * @param progress how far the update had come
 * @param harm what it would do to send the same request again, or null for none
 */
public record Failure(
    Crm crm,
    int status,
    @Nullable String code,
    @Nullable String words,
    List<String> details,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    String body,
    Progress progress,
    @Nullable String harm)
    implements Serializable {

  /**
   * How far an update had come when it failed.
   *
   * @param attempts how many there were, the last one included
   * @param called whether the last request was given to the network
   * @param mayHaveBeenApplied whether an attempt before the last may have made the change
   * @param note why it was not tried again where that would help, or null
   */
  public record Progress(
      int attempts, boolean called, boolean mayHaveBeenApplied, @Nullable String note)
      implements Serializable {
    /** Before anything is known of the attempts. */
    public static final Progress NONE = new Progress(0, true, false, null);
  }

  /** Copies the details. */
  public Failure {
    requireNonNull(crm, "crm");
    details = List.copyOf(requireNonNull(details, "details"));
    requireNonNull(body, "body");
    requireNonNull(progress, "progress");
  }

  /**
   * Returns a failure that the CRM answered.
   *
   * @param status the HTTP status, such as 409
   * @param code the CRM's own code, or null
   * @param words the CRM's own message
   */
  public static Failure answered(Crm crm, int status, @Nullable String code, String words) {
    return new Failure(
        crm,
        status,
        code,
        words,
        List.of(),
        null,
        null,
        "",
        new Progress(1, true, false, null),
        null);
  }

  /** Returns a failure to which the CRM said nothing. */
  public static Failure withoutAnswer(Crm crm, String words) {
    return new Failure(crm, 0, null, words, List.of(), null, null, "", Progress.NONE, null);
  }

  public Failure withProgress(Progress progress) {
    return new Failure(
        crm, status, code, words, details, requestId, retryAfter, body, progress, harm);
  }

  public Failure withHarm(@Nullable String harm) {
    return new Failure(
        crm, status, code, words, details, requestId, retryAfter, body, progress, harm);
  }

  public Failure withRetryAfter(@Nullable Duration retryAfter) {
    return new Failure(
        crm, status, code, words, details, requestId, retryAfter, body, progress, harm);
  }

  /**
   * Returns all but the body in one line of about 1,000 characters at most, as exceptions have it.
   */
  public String message() {
    String all = all();
    String note = progress.note();
    String message =
        Printable.line(crm + lead() + (all.isEmpty() || all.startsWith(" (") ? all : ": " + all));
    return note == null ? message : message + "; " + Printable.line(note);
  }

  /** Returns the CRM's own words in one line; none if it had none. */
  public String said() {
    return Printable.line(all().strip());
  }

  /** Names what failed without the CRM's words, which may have personal data. */
  @Override
  public String toString() {
    return crm + " " + status + (code == null ? "" : " " + code);
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
    return progress.called() ? " gave no answer" : " was not called";
  }
}
