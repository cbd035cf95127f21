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
 * {@link Bulk.Builder#waitForCredential}. Safe for threads.
 */
public final class CredentialFile implements Supplier<String> {
  private final Path path;
  private final UnaryOperator<String> checked;
  private FileTime modified;
  private String value;
  private String told;

  private CredentialFile(Path path, UnaryOperator<String> checked) throws IOException {
    this.path = path;
    this.checked = checked;
    this.modified = Files.getLastModifiedTime(path);
    this.value = read();
    this.told = value;
  }

  /**
   * Reads a file for the first time.
   *
   * @param path a file in UTF-8 with nothing but the credential; blanks around it do not count
   * @param checked returns the credential that it is given, or throws a RuntimeException if that is
   *     not one, such as an empty text. What it throws later, while the file is being written, is
   *     ignored
   * @throws IOException if the file cannot be read
   */
  public static CredentialFile open(Path path, UnaryOperator<String> checked) throws IOException {
    return new CredentialFile(path, checked);
  }

  /**
   * Returns whether a header can carry a text as a credential: it is not empty, and of ASCII
   * characters without blanks and line breaks.
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

  /** Returns whether there is another credential than when this was last asked. */
  public synchronized boolean isRenewed() {
    boolean renewed = !get().equals(told);
    told = value;
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
