package io.contactbridge;

import java.io.IOException;

/** The caller's own client cancelled a call. */
final class CanceledException extends IOException {
  CanceledException(IOException cause) {
    super("the HTTP client cancelled the call", cause);
  }
}
