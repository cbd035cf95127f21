package io.contactbridge.internal.answer;

import io.contactbridge.client.Observation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's answer, read whole and decoded only when its text is needed. Everything that a caller
 * sees has the credentials of the update masked, because gateways and CRMs repeat them.
 */
public final class Answer implements Serializable {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Headers headers;
  private final transient ByteString body;
  private final boolean complete;
  private final transient Secrets secrets;
  private final boolean plain;
  private transient volatile @Nullable AnswerText text;

  private Answer(int status, Headers headers, ByteString body, boolean complete, Secrets secrets) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.complete = complete;
    this.secrets = secrets;
    this.plain = AnswerText.isPlain(body, complete);
  }

  /**
   * Returns an answer that no credential can be read from.
   *
   * @param complete false if the body was longer than is read, or broke off
   */
  public static Answer of(
      int status, Headers headers, ByteString body, boolean complete, Secrets secrets) {
    Answer answer = new Answer(status, headers, body, complete, secrets);
    if (answer.plain && !secrets.mayBeIn(body)) {
      return answer;
    }
    String text = answer.text();
    String shown = secrets.hide(text);
    return shown.equals(text)
        ? answer
        : new Answer(status, headers, ByteString.encodeUtf8(shown), complete, secrets);
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns the headers as they came, to read numbers and dates from. */
  public Headers headers() {
    return headers;
  }

  /** Returns the value of a header to show to a caller, or null. */
  @Nullable String shownHeader(String name) {
    String value = headers.get(name);
    return value == null ? null : secrets.hide(value);
  }

  /** Returns the text with {@code ***} in the place of each credential of the update. */
  public String hide(String shown) {
    return secrets.hide(shown);
  }

  /** Returns the body as JSON is written, in UTF-8 and without a byte order mark. */
  public ByteString document() {
    return plain ? body : ByteString.encodeUtf8(decoded().withoutMark());
  }

  /** Returns the same to read from. */
  public Buffer json() {
    return new Buffer().write(document());
  }

  public String text() {
    return plain ? body.utf8() : decoded().text();
  }

  /** Returns the observations about the answer that need no reading of its JSON. */
  public List<Observation> oddities() {
    List<Observation> oddities = new ArrayList<>();
    if (!complete) {
      oddities.add(new Observation("$", "a whole answer", "a part of one"));
    }
    String found = plain ? null : decoded().found();
    if (found != null) {
      oddities.add(new Observation("$", "UTF-8", found));
    }
    for (int i = 0; i < headers.size(); i++) {
      if (!isHeader(headers.name(i))) {
        oddities.add(
            new Observation("header " + (i + 1), "a name of letters, digits and hyphens", "none"));
      }
    }
    return oddities;
  }

  private static boolean isHeader(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) > '~') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private AnswerText decoded() {
    AnswerText known = text;
    if (known == null) {
      known = AnswerText.of(body, complete, headers);
      text = known;
    }
    return known;
  }

  /** OkHttp's headers cannot be serialised, and no credential may be. */
  private Object writeReplace() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      shown.add(headers.name(i));
      shown.add(hide(headers.value(i)));
    }
    return new Serialized(status, shown, body, complete);
  }

  /**
   * An answer as it travels between JVMs.
   *
   * @param headers names and values by turns
   */
  private record Serialized(int status, List<String> headers, ByteString body, boolean complete)
      implements Serializable {
    private Object readResolve() {
      Headers.Builder all = new Headers.Builder();
      for (int i = 0; i < headers.size(); i += 2) {
        if (isHeader(headers.get(i))) {
          all.addUnsafeNonAscii(headers.get(i), headers.get(i + 1));
        }
      }
      return Answer.of(status, all.build(), body, complete, Secrets.NONE);
    }
  }
}
