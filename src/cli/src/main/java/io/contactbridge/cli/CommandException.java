package io.contactbridge.cli;

/** Thrown by the command itself, rather than by the library, when it cannot continue. */
final class CommandException extends RuntimeException {
  private final ErrorKind kind;

  CommandException(ErrorKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  ErrorKind kind() {
    return kind;
  }
}
