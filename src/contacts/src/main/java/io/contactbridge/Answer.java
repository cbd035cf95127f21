package io.contactbridge;

import io.contactbridge.client.Observation;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's answer, read whole.
 *
 * @param complete false if the body was longer than is read, or broke off
 */
record Answer(int status, Headers headers, ByteString body, boolean complete) {
  /** A shorter one may be a part of any word, and no CRM has such credentials. */
  private static final int SHORTEST_SECRET = 8;

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

  /**
   * Returns this answer with {@code ***} in place of {@code secret}, which gateways and CRMs repeat
   * where they refuse it.
   */
  Answer without(@Nullable String secret) {
    if (secret == null || secret.length() < SHORTEST_SECRET) {
      return this;
    }
    String text = text();
    String hidden = hide(secret, text);
    Headers.Builder shown = new Headers.Builder();
    headers.forEach(
        header -> shown.addUnsafeNonAscii(header.getFirst(), hide(secret, header.getSecond())));
    return new Answer(
        status,
        shown.build(),
        hidden.equals(text) ? body : ByteString.encodeUtf8(hidden),
        complete);
  }

  private static String hide(String secret, String text) {
    // The second as JSON may have it.
    return text.replace(secret, "***").replace(secret.replace("/", "\\/"), "***");
  }
}
