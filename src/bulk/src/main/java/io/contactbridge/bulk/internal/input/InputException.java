package io.contactbridge.bulk.internal.input;

/** Says in one sentence why a file cannot be read. */
public final class InputException extends RuntimeException {
  public InputException(String message) {
    super(message);
  }
}
