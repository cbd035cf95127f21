package io.contactbridge.internal.sending;

import java.io.IOException;

/** The HTTP client failed over an answer that is no proper HTTP. */
final class UnreadableAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  UnreadableAnswerException(RuntimeException cause) {
    super("the answer is not proper HTTP: " + cause.getMessage(), cause);
  }
}
