package io.contactbridge.drift.internal.source;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Texts on this machine. */
public final class LocalFile {
  private static final String RESOURCES = "/io/contactbridge/drift/";
  private static final int MAX_MEBIBYTES = 64;
  private static final int MAX_BYTES = MAX_MEBIBYTES << 20;

  private LocalFile() {}

  public static String read(String file) {
    Path path = path(file);
    if (Files.isDirectory(path)) {
      throw new CannotCheckException(file + " is a folder, not a file");
    }
    if (!Files.exists(path)) {
      throw new CannotCheckException("there is no file " + file);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return text(file, in);
    } catch (IOException e) {
      throw new CannotCheckException(file + " cannot be read", e);
    }
  }

  public static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Returns the name of the file that a relative reference in a file leads to. */
  public static String beside(String file, String reference) {
    return path(file).resolveSibling(path(reference)).normalize().toString();
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new CannotCheckException(PlainText.line(file) + " is not the name of a file", e);
    }
  }

  public static String resource(String name) {
    try (InputStream in = LocalFile.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return text(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads UTF-8, and no more of it than a text that somebody compares can have. */
  static String text(String name, InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(in.readNBytes(MAX_BYTES + 1));
    if (bytes.size() > MAX_BYTES) {
      throw new CannotCheckException("%s has more than %d MiB".formatted(name, MAX_MEBIBYTES));
    }
    return text(name, bytes.toByteArray());
  }

  static String text(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new CannotCheckException(name + " is not text in UTF-8", e);
    }
  }
}
