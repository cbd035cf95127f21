package io.contactbridge.drift;

/** Thrown when a comparison could not be made, which must never look like "no drift". */
public final class CannotCheckException extends RuntimeException {
  public CannotCheckException(String message) {
    super(message);
  }

  public CannotCheckException(String message, Throwable cause) {
    super(message, cause);
  }
}
