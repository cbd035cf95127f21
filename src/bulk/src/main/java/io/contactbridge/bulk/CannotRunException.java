package io.contactbridge.bulk;

/**
 * Thrown when a run cannot begin; nothing was sent. The file cannot be read with the given
 * settings, or the results file belongs to a run with another input or other settings. The message
 * explains how to correct it.
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
