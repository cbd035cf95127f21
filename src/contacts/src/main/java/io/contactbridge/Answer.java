package io.contactbridge;

import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/**
 * A CRM's answer, read whole.
 *
 * @param complete false if the body was longer than is read, or broke off
 */
record Answer(int status, Headers headers, ByteString body, boolean complete) {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns the body without the byte order mark that some servers put before it. */
  Buffer json() {
    ByteString json =
        body.startsWith(BYTE_ORDER_MARK) ? body.substring(BYTE_ORDER_MARK.size()) : body;
    return new Buffer().write(json);
  }

  String text() {
    return body.utf8();
  }
}
