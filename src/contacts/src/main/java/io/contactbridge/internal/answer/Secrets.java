package io.contactbridge.internal.answer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one update, which must not leak. Gateways and CRMs repeat them in answers, and
 * exceptions quote answers. A credential is found in any mix of the escapes of JSON and URLs.
 */
public final class Secrets {
  public static final Secrets NONE = new Secrets(null, null);

  private static final String HIDDEN = "***";

  /** A shorter one may be a part of any word, and no CRM has such credentials. */
  private static final int SHORTEST = 6;

  private final @Nullable Secrets before;
  private final @Nullable String credential;
  private final ByteString plainPart;

  /** The distance from a byte to the next place where a part that contains the byte can end. */
  private final int[] steps;

  private Secrets(@Nullable Secrets before, @Nullable String credential) {
    this.before = before;
    this.credential = credential;
    this.plainPart = credential == null ? ByteString.EMPTY : plainPart(credential);
    this.steps = credential == null ? new int[0] : steps(plainPart);
  }

  /** Returns these and another one. */
  public Secrets and(@Nullable String another) {
    return another == null || another.length() < SHORTEST || another.equals(credential)
        ? this
        : new Secrets(this == NONE ? null : this, another);
  }

  public boolean areOnly(@Nullable String one) {
    return before == null && one != null && one.equals(credential);
  }

  /** Returns whether any of them may be in some bytes; false is certain. */
  boolean mayBeIn(ByteString bytes) {
    return credential != null && (isIn(bytes) || (before != null && before.mayBeIn(bytes)));
  }

  /** Goes by Horspool: every answer is searched, and most of its bytes need no look. */
  private boolean isIn(ByteString bytes) {
    int length = plainPart.size();
    int end = length;
    while (end <= bytes.size()) {
      if (bytes.rangeEquals(end - length, plainPart, 0, length)) {
        return true;
      }
      end += steps[bytes.getByte(end - 1) & 0xff];
    }
    return false;
  }

  private static int[] steps(ByteString part) {
    int[] steps = new int[256];
    Arrays.fill(steps, Math.max(1, part.size()));
    for (int i = 0; i < part.size() - 1; i++) {
      steps[part.getByte(i) & 0xff] = part.size() - 1 - i;
    }
    return steps;
  }

  /** Returns the text with {@code ***} in the place of each. */
  public String hide(String text) {
    if (credential == null) {
      return text;
    }
    String shown = text;
    if (text.contains(plainPart.utf8())) {
      shown = replace(text, credential);
    }
    return before == null ? shown : before.hide(shown);
  }

  /** Returns the failure, or one that says the same without any of them. */
  public Throwable hide(Throwable failure) {
    return isIn(failure, 0) ? copy(failure, 0) : failure;
  }

  private boolean isIn(Throwable failure, int depth) {
    String words = failure.toString();
    if (!hide(words).equals(words)) {
      return true;
    }
    if (depth > 20) {
      return false;
    }
    Throwable cause = failure.getCause();
    if (cause != null && isIn(cause, depth + 1)) {
      return true;
    }
    for (Throwable other : failure.getSuppressed()) {
      if (isIn(other, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private Throwable copy(Throwable failure, int depth) {
    Throwable copy = new IOException(hide(failure.toString()));
    copy.setStackTrace(failure.getStackTrace());
    Throwable cause = failure.getCause();
    if (cause != null && depth <= 20) {
      copy.initCause(copy(cause, depth + 1));
    }
    for (Throwable other : failure.getSuppressed()) {
      copy.addSuppressed(copy(other, depth + 1));
    }
    return copy;
  }

  /** Returns the longest part that JSON and URLs write as it is, which is quick to look for. */
  private static ByteString plainPart(String credential) {
    String longest = "";
    int start = 0;
    for (int i = 0; i <= credential.length(); i++) {
      if (i == credential.length() || !isPlain(credential.charAt(i))) {
        if (i - start > longest.length()) {
          longest = credential.substring(start, i);
        }
        start = i + 1;
      }
    }
    return ByteString.encodeUtf8(longest);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static String replace(String text, String credential) {
    StringBuilder shown = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at, credential);
      if (end < 0) {
        shown.append(text.charAt(at));
        at++;
      } else {
        shown.append(HIDDEN);
        at = end;
      }
    }
    return shown.toString();
  }

  /** Returns where a credential ends that begins at a place of the text, or -1 if none does. */
  private static int end(String text, int start, String credential) {
    int at = start;
    for (int i = 0; i < credential.length() && at >= 0; i++) {
      at = after(text, at, credential.charAt(i));
    }
    return at;
  }

  /** Returns where a character ends, as it is or as JSON or a URL writes it, or -1. */
  private static int after(String text, int at, char c) {
    for (String form : isPlain(c) ? List.of(String.valueOf(c)) : forms(c)) {
      if (text.regionMatches(form.length() > 2, at, form, 0, form.length())) {
        return at + form.length();
      }
    }
    return -1;
  }

  /** Returns the longer ones first: a backslash may be written as two. */
  private static List<String> forms(char c) {
    String hex = Integer.toHexString(c);
    return List.of("\\u00" + hex, "%25" + hex, "%" + hex, "\\" + c, String.valueOf(c));
  }

  /** Does not show the credentials. */
  @Override
  public String toString() {
    return "Secrets";
  }
}
