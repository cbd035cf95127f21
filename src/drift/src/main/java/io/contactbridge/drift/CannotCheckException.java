package io.contactbridge.drift;

/** Thrown when a comparison could not be made, which must never look like "no drift". */
public final class CannotCheckException extends RuntimeException {
  CannotCheckException(String message) {
    super(message);
  }

  CannotCheckException(String message, Throwable cause) {
    super(message, cause);
  }
}
