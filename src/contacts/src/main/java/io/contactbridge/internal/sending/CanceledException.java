package io.contactbridge.internal.sending;

import java.io.IOException;

/** The caller's own client cancelled a call. */
final class CanceledException extends IOException {
  private static final long serialVersionUID = 1;

  CanceledException(IOException cause) {
    super("the HTTP client cancelled the call", cause);
  }
}
