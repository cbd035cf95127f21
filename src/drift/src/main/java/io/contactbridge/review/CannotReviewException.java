package io.contactbridge.review;

/** Thrown when there is nothing that could be shown; the message says in a sentence why. */
public final class CannotReviewException extends RuntimeException {
  public CannotReviewException(String message) {
    super(message);
  }

  public CannotReviewException(String message, Throwable cause) {
    super(message, cause);
  }
}
