package io.contactbridge.cli;

/** Says why the command, not the library, gives up. */
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
