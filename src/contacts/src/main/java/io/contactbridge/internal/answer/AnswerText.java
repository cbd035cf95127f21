package io.contactbridge.internal.answer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The decoded bytes of an answer. JSON is UTF-8, whatever its content type says. The byte order
 * mark and the content type count only if the bytes cannot be UTF-8.
 *
 * @param found their encoding in words, or null if it is UTF-8
 */
record AnswerText(String text, @Nullable String found) {
  private static final Map<ByteString, Charset> MARKS =
      Map.of(
          ByteString.decodeHex("feff"), StandardCharsets.UTF_16BE,
          ByteString.decodeHex("fffe"), StandardCharsets.UTF_16LE);

  private static final ByteString UTF_8_MARK = ByteString.decodeHex("efbbbf");

  private static final int UNREAD = 256;

  /** Returns whether the bytes are UTF-8 without a mark, so that JSON can be read from them. */
  static boolean isPlain(ByteString body, boolean complete) {
    return isUtf8(body, complete) && !body.startsWith(UTF_8_MARK);
  }

  static AnswerText of(ByteString body, boolean complete, Headers headers) {
    if (isUtf8(body, complete)) {
      return new AnswerText(body.utf8(), null);
    }
    Charset charset = charset(body, headers);
    return charset == null
        ? new AnswerText(body.utf8(), "bytes that are none")
        : new AnswerText(body.string(charset), charset.name());
  }

  /** Returns the text without the byte order mark that some servers put before it. */
  String withoutMark() {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A body may have broken off within a character, and JSON never contains a NUL. */
  private static boolean isUtf8(ByteString body, boolean complete) {
    boolean isAscii = true;
    for (int i = 0; i < body.size(); i++) {
      byte next = body.getByte(i);
      if (next == 0) {
        return false;
      }
      isAscii &= next > 0;
    }
    return isAscii || isDecodable(body.asByteBuffer(), complete);
  }

  private static boolean isDecodable(ByteBuffer bytes, boolean complete) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer unread = CharBuffer.allocate(UNREAD);
    CoderResult result;
    do {
      unread.clear();
      result = decoder.decode(bytes, unread, complete);
    } while (result.isOverflow());
    return !result.isError();
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
