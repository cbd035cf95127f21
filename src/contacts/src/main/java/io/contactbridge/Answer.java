package io.contactbridge;

import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okio.Buffer;
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

  /** Returns the body as JSON is written, in UTF-8 and without a byte order mark. */
  Buffer json() {
    return new Buffer().writeUtf8(AnswerText.of(this).withoutMark());
  }

  String text() {
    return AnswerText.of(this).text();
  }

  /** Returns what is odd about the answer before its JSON is read. */
  List<Observation> oddities() {
    List<Observation> oddities = new ArrayList<>();
    if (!complete) {
      oddities.add(new Observation("$", "a whole answer", "a part of one"));
    }
    String found = AnswerText.of(this).found();
    if (found != null) {
      oddities.add(new Observation("$", "UTF-8", found));
    }
    return oddities;
  }
}
