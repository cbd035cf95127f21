package io.contactbridge.contract;

import io.contactbridge.ContactsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A documented error, and the exception that it must lead to. */
record DocumentedRefusal(
    int status,
    String example,
    Class<? extends ContactsException> type,
    String message,
    String words,
    Optional<String> code,
    List<String> details,
    Optional<Duration> retryAfter) {

  /** An error that has only the CRM's message. */
  static DocumentedRefusal of(
      int status,
      String example,
      Class<? extends ContactsException> type,
      String words,
      String message) {
    return new DocumentedRefusal(
        status, example, type, message, words, Optional.empty(), List.of(), Optional.empty());
  }

  DocumentedRefusal code(String code) {
    return new DocumentedRefusal(
        status, example, type, message, words, Optional.of(code), details, retryAfter);
  }

  DocumentedRefusal details(String... details) {
    return new DocumentedRefusal(
        status, example, type, message, words, code, List.of(details), retryAfter);
  }

  DocumentedRefusal retryAfter(Duration duration) {
    return new DocumentedRefusal(
        status, example, type, message, words, code, details, Optional.of(duration));
  }

  @Override
  public String toString() {
    return status + " " + example;
  }
}
