package io.contactbridge.bulk;

/**
 * Thrown before anything is sent when a run cannot begin: the file cannot be read as it should be,
 * or the results of an earlier run are of another. The message says what would be right.
 */
public final class CannotRunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotRunException(String message, RuntimeException cause) {
    super(message, cause);
  }

  CannotRunException(String message) {
    super(message);
  }
}
