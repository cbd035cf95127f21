package io.contactbridge.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTextTest {
  private static final String TEXT = "{\"name\":\"Zoë €\"}";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, application/json,",
    "UTF-8, application/json; charset=utf-8,",
    "UTF-8, application/json; charset=iso-8859-1,",
    "UTF-8, application/json; charset=utf-16,",
    "UTF-8, nonsense,",
    "windows-1252, text/html; charset=windows-1252, windows-1252",
    "UTF-16LE, application/json; charset=utf-16le, UTF-16LE",
    "UTF-16BE, application/json; charset=\"UTF-16BE\", UTF-16BE",
    "UTF-16, application/json, UTF-16BE",
    "x-UTF-16LE-BOM, application/json, UTF-16LE",
  })
  void declarationCountsOnlyWhereTheBytesCannotBeUtf8(String charset, String type, String found) {
    AnswerText text = text(ByteString.encodeString(TEXT, Charset.forName(charset)), type, true);

    assertThat(text.withoutMark()).isEqualTo(TEXT);
    assertThat(text.found()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"application/json", "application/json; charset=utf-8", "text/x; charset=klingon"})
  void bytesOfNoKnownCharsetAreReadAsFarAsTheyGo(String type) {
    AnswerText text = text(ByteString.encodeString("Zoë", StandardCharsets.ISO_8859_1), type, true);

    assertThat(text).isEqualTo(new AnswerText("Zo\uFFFD", "bytes that are none"));
  }

  @Test
  void bodyMayBreakOffWithinACharacter() {
    ByteString whole = ByteString.encodeUtf8("Zoë");
    ByteString part = whole.substring(0, whole.size() - 1);

    assertThat(text(part, "", false).found()).isNull();
    assertThat(text(part, "", true).found()).isEqualTo("bytes that are none");
  }

  @Test
  void jsonIsReadFromTheBytesThemselvesWhereTheyAreUtf8() {
    assertThat(AnswerText.isPlain(ByteString.encodeUtf8("{\"name\":\"Zoe\"}"), true)).isTrue();
    assertThat(AnswerText.isPlain(ByteString.encodeUtf8("Zoë €".repeat(500)), true)).isTrue();
    assertThat(AnswerText.isPlain(ByteString.encodeUtf8("\uFEFF{}"), true)).isFalse();
    assertThat(AnswerText.isPlain(ByteString.encodeUtf8("{}\0"), true)).isFalse();
    assertThat(
            AnswerText.isPlain(
                ByteString.encodeString("e".repeat(500) + "ë", StandardCharsets.ISO_8859_1), true))
        .isFalse();
  }

  @Test
  void markIsNoPartOfTheJson() {
    AnswerText text = text(ByteString.encodeUtf8("\uFEFF{}"), "", true);

    assertThat(text.withoutMark()).isEqualTo("{}");
    assertThat(text.found()).isNull();
  }

  private static AnswerText text(ByteString body, String type, boolean complete) {
    return AnswerText.of(body, complete, Headers.of("Content-Type", type));
  }
}
