package io.contactbridge.contract;

import io.contactbridge.ContactsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What becomes of a documented error. */
record Refusal(
    int status,
    String example,
    Class<? extends ContactsException> type,
    String message,
    String words,
    Optional<String> code,
    List<String> details,
    Optional<Duration> retryAfter) {

  /** An error of which only the CRM's words are known. */
  static Refusal of(
      int status,
      String example,
      Class<? extends ContactsException> type,
      String words,
      String message) {
    return new Refusal(
        status, example, type, message, words, Optional.empty(), List.of(), Optional.empty());
  }

  Refusal code(String code) {
    return new Refusal(
        status, example, type, message, words, Optional.of(code), details, retryAfter);
  }

  Refusal details(String... details) {
    return new Refusal(status, example, type, message, words, code, List.of(details), retryAfter);
  }

  Refusal retryAfter(Duration duration) {
    return new Refusal(status, example, type, message, words, code, details, Optional.of(duration));
  }

  @Override
  public String toString() {
    return status + " " + example;
  }
}
