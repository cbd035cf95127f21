package io.contactbridge;

import java.io.IOException;

/** The HTTP client failed over an answer that is no proper HTTP. */
final class UnreadableAnswerException extends IOException {
  UnreadableAnswerException(RuntimeException cause) {
    super("the answer is not proper HTTP: " + cause.getMessage(), cause);
  }
}
