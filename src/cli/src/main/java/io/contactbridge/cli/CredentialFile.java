package io.contactbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/**
 * A credential in a file, which is read again when it changes, because a long run outlives a token.
 */
final class CredentialFile implements Supplier<String> {
  private final String variable;
  private final Path path;
  private String value;
  private FileTime modified;
  private String told;

  private CredentialFile(String variable, Path path, String value, FileTime modified) {
    this.variable = variable;
    this.path = path;
    this.value = value;
    this.modified = modified;
    this.told = value;
  }

  static CredentialFile open(String variable, Path path) {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      String value = Files.readString(path).strip();
      if (value.isEmpty()) {
        throw new CommandException(
            ErrorKind.CREDENTIALS, variable + "_FILE names a file that is empty");
      }
      return new CredentialFile(
          variable, path, EnvironmentAccount.checked(variable + "_FILE", value), modified);
    } catch (IOException e) {
      throw new CommandException(
          ErrorKind.CREDENTIALS, variable + "_FILE names a file that cannot be read: " + path);
    }
  }

  /** Returns the credential as the file has it now, or the last one while it is being written. */
  @Override
  public synchronized String get() {
    try {
      FileTime now = Files.getLastModifiedTime(path);
      if (!now.equals(modified)) {
        String read = Files.readString(path).strip();
        if (!read.isEmpty()) {
          value = EnvironmentAccount.checked(variable + "_FILE", read);
          modified = now;
        }
      }
    } catch (IOException | CommandException e) {
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
}
