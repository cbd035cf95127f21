package io.contactbridge.review;

/** Thrown when there is nothing that could be shown; the message says in a sentence why. */
public final class CannotReviewException extends RuntimeException {
  CannotReviewException(String message) {
    super(message);
  }

  CannotReviewException(String message, Throwable cause) {
    super(message, cause);
  }
}
