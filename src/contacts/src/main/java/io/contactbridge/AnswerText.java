package io.contactbridge;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of an answer say. JSON is UTF-8, whatever its content type says; only where the
 * bytes cannot be UTF-8 does it count what their mark or the content type says they are.
 *
 * @param found what they are where they are not UTF-8, in words, or null
 */
record AnswerText(String text, @Nullable String found) {
  private static final Map<ByteString, Charset> MARKS =
      Map.of(
          ByteString.decodeHex("feff"), StandardCharsets.UTF_16BE,
          ByteString.decodeHex("fffe"), StandardCharsets.UTF_16LE);

  /** Returns whether the bytes are ASCII, and so the same in every charset that JSON comes in. */
  static boolean isPlain(ByteString body) {
    for (int i = 0; i < body.size(); i++) {
      if (body.getByte(i) <= 0) {
        return false;
      }
    }
    return true;
  }

  static AnswerText of(Answer answer) {
    ByteString body = answer.body();
    if (isUtf8(body, answer.complete())) {
      return new AnswerText(body.utf8(), null);
    }
    Charset charset = charset(body, answer.headers());
    return charset == null
        ? new AnswerText(body.utf8(), "bytes that are none")
        : new AnswerText(body.string(charset), charset.name());
  }

  /** Returns the text without the byte order mark that some servers put before it. */
  String withoutMark() {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A body that broke off may have done so within a character; no JSON has a NUL in it. */
  private static boolean isUtf8(ByteString body, boolean complete) {
    ByteBuffer bytes = body.asByteBuffer();
    return body.indexOf(new byte[] {0}) < 0
        && !StandardCharsets.UTF_8
            .newDecoder()
            .decode(bytes, CharBuffer.allocate(body.size()), complete)
            .isError();
  }

  private static @Nullable Charset charset(ByteString body, Headers headers) {
    for (Map.Entry<ByteString, Charset> mark : MARKS.entrySet()) {
      if (body.startsWith(mark.getKey())) {
        return mark.getValue();
      }
    }
    String type = headers.get("Content-Type");
    MediaType media = type == null ? null : MediaType.parse(type);
    Charset declared = media == null ? null : media.charset();
    return StandardCharsets.UTF_8.equals(declared) ? null : declared;
  }
}
