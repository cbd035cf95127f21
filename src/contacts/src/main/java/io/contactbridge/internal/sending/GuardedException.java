package io.contactbridge.internal.sending;

import java.io.IOException;

/** The caller's guard did not let an attempt be sent. */
final class GuardedException extends IOException {
  private static final long serialVersionUID = 1;

  GuardedException() {
    super("the guard did not let it be sent");
  }
}
