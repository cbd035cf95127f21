package io.contactbridge;

import java.io.InterruptedIOException;

/** A call found no place among those of the HTTP client, which says nothing of the CRM. */
final class QueuedException extends InterruptedIOException {
  private static final long serialVersionUID = 1;

  QueuedException() {
    super("the call waited in the HTTP client's queue for too long");
  }
}
