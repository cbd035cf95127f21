package io.contactbridge.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A credential in a file, which is read again when the file changes, because a long run outlives a
 * token. As a {@code Supplier} it is the credential of an account, and {@link #isRenewed} is for
 * {@link Bulk.Builder#waitForCredential}. Thread-safe.
 */
public final class CredentialFile implements Supplier<String> {
  private final Path path;
  private final UnaryOperator<String> checked;
  private FileTime modified;
  private String value;
  private String lastSeen;

  private CredentialFile(Path path, UnaryOperator<String> checked) throws IOException {
    this.path = path;
    this.checked = checked;
    this.modified = Files.getLastModifiedTime(path);
    this.value = read();
    this.lastSeen = value;
  }

  /**
   * Reads a file for the first time.
   *
   * @param path a UTF-8 file that contains only the credential; white space around it is ignored
   * @param checked returns the given text, or throws a RuntimeException if the text is not a
   *     credential, such as an empty text. Later exceptions are ignored, because the file may just
   *     be being written
   * @throws IOException if the file cannot be read
   */
  public static CredentialFile open(Path path, UnaryOperator<String> checked) throws IOException {
    return new CredentialFile(path, checked);
  }

  /**
   * Returns whether a text can be a credential in a header: it is not empty and consists of ASCII
   * characters without white space.
   */
  public static boolean isCredential(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < '\u007f');
  }

  /** Returns the credential as the file has it now, or the last one while it is being written. */
  @Override
  public synchronized String get() {
    try {
      FileTime now = Files.getLastModifiedTime(path);
      if (!now.equals(modified)) {
        value = read();
        modified = now;
      }
    } catch (IOException | RuntimeException e) {
      return value;
    }
    return value;
  }

  /** Returns whether the credential has changed since the last call of this method. */
  public synchronized boolean isRenewed() {
    boolean renewed = !get().equals(lastSeen);
    lastSeen = value;
    return renewed;
  }

  private String read() throws IOException {
    return checked.apply(Files.readString(path).strip());
  }

  /** Names the file and not what is in it. */
  @Override
  public String toString() {
    return "CredentialFile[" + path + "]";
  }
}
