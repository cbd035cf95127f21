package io.contactbridge.bulk.internal.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file in one encoding; invalid bytes are an error. */
final class StrictText {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private StrictText() {}

  /** Returns the text without its byte order mark. */
  static BufferedReader open(Path file, Charset encoding) throws IOException {
    // The JDK's readers replace invalid bytes by default, which would send U+FFFD to the CRM.
    Reader strict =
        new InputStreamReader(
            Files.newInputStream(file),
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    BufferedReader text = new BufferedReader(strict, 1 << 16);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** Refuses a file whose first bytes show that it is not text in the encoding. */
  static void requireText(Path file, Charset encoding) throws IOException {
    byte[] start = new byte[4];
    int length;
    try (InputStream in = Files.newInputStream(file)) {
      length = in.readNBytes(start, 0, start.length);
    }
    if (length == 0) {
      throw new InputException(file.getFileName() + " is empty");
    }
    if (start[0] == 'P' && start[1] == 'K') {
      throw new InputException(
          file.getFileName() + " is a workbook or an archive; export it as CSV");
    }
    if (start[0] == 0x1f && start[1] == (byte) 0x8b) {
      throw new InputException(file.getFileName() + " is compressed; unpack it first");
    }
    boolean marked =
        (start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
            || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff);
    boolean zeros = length > 1 && (start[0] == 0 || start[1] == 0);
    if ((marked || zeros) && !encoding.name().startsWith("UTF-16")) {
      throw new InputException(
          file.getFileName() + " is UTF-16 and not " + encoding + "; use --encoding UTF-16");
    }
  }

  /** Returns the message about a file that is not in its encoding. */
  static InputException malformed(Path file, Charset encoding) throws IOException {
    return new InputException(
        "%s is not %s, as line %d shows; if it is from a spreadsheet, use --encoding windows-1252"
            .formatted(file.getFileName(), encoding, firstMalformedLine(file, encoding)));
  }

  private static long firstMalformedLine(Path file, Charset encoding) throws IOException {
    long line = 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          bytes.write(next);
        } else if (!isOf(encoding, bytes.toByteArray())) {
          return line;
        } else {
          line++;
          bytes.reset();
        }
      }
    }
    return line;
  }

  private static boolean isOf(Charset encoding, byte[] line) {
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    try {
      encoding.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
