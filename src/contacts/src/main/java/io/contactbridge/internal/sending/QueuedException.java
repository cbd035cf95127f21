package io.contactbridge.internal.sending;

import java.io.InterruptedIOException;

/** The HTTP client had no room for the call, which says nothing about the CRM. */
final class QueuedException extends InterruptedIOException {
  private static final long serialVersionUID = 1;

  QueuedException() {
    super("the call waited in the HTTP client's queue for too long");
  }
}
