package io.contactbridge.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/** A credential in a file, which is read again when it changes: a stream outlives a token. */
final class CredentialFile implements Supplier<String> {
  private final Path path;
  private FileTime modified;
  private String value;
  private String told;

  private CredentialFile(Path path, FileTime modified, String value) {
    this.path = path;
    this.modified = modified;
    this.value = value;
    this.told = value;
  }

  /**
   * Reads the file for the first time.
   *
   * @throws IllegalArgumentException if it has no credential
   */
  static CredentialFile open(Path path) {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      String value = Files.readString(path).strip();
      if (!isCredential(value)) {
        throw new IllegalArgumentException(
            value.isEmpty()
                ? "the file is empty"
                : "the file holds what no credential does, such as a blank or a line break");
      }
      return new CredentialFile(path, modified, value);
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no such file that the worker can read", e);
    }
  }

  static boolean isCredential(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < '\u007f');
  }

  /** Returns the credential as the file has it now, or the last one while it is being written. */
  @Override
  public synchronized String get() {
    try {
      FileTime now = Files.getLastModifiedTime(path);
      if (!now.equals(modified)) {
        String read = Files.readString(path).strip();
        if (isCredential(read)) {
          value = read;
          modified = now;
        }
      }
    } catch (IOException e) {
      return value;
    }
    return value;
  }

  /** Returns whether there is another credential than when this was last asked. */
  synchronized boolean isRenewed() {
    boolean renewed = !get().equals(told);
    told = value;
    return renewed;
  }

  /** Names the file and not what is in it. */
  @Override
  public String toString() {
    return "CredentialFile[" + path + "]";
  }
}
