package io.contactbridge;

import okhttp3.Headers;
import okio.ByteString;

/**
 * A CRM's answer, read whole.
 *
 * @param complete false if the body was longer than is read, or broke off
 */
record Answer(int status, Headers headers, ByteString body, boolean complete) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  String text() {
    return body.utf8();
  }
}
