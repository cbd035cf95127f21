package io.contactbridge.internal.mapping;

/** Tells the planning of an update that the CRM cannot store a field in it. */
final class UnsupportedFieldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnsupportedFieldException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
