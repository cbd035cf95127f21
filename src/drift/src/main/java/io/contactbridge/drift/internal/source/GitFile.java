package io.contactbridge.drift.internal.source;

import io.contactbridge.drift.CannotCheckException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files as they were at a git revision. */
public final class GitFile {
  private final Path folder;

  private GitFile(Path folder) {
    this.folder = folder;
  }

  /** Returns the files of the repository that {@code folder} is in. */
  public static GitFile in(Path folder) {
    return new GitFile(folder);
  }

  public String read(String revision, String path) {
    String name = name(revision, path);
    if (revision.startsWith("-")) {
      throw new CannotCheckException("no git revision starts with a dash, unlike " + revision);
    }
    return git(name, "cat-file", "blob", revision + ":" + path)
        .orElseThrow(() -> missing(name, revision));
  }

  public static String name(String revision, String path) {
    return revision + ":" + path.replaceFirst("^\\./", "");
  }

  private CannotCheckException missing(String name, String revision) {
    if (git(name, "rev-parse", "--git-dir").isEmpty()) {
      return new CannotCheckException(
          name
              + " is no file, and this folder is in no git repository, where it could be one at a"
              + " revision");
    }
    boolean known =
        revision.isEmpty()
            || git(name, "rev-parse", "--verify", "--quiet", revision + "^{commit}").isPresent();
    return new CannotCheckException(
        known
            ? "there is no file %s at the revision %s"
                .formatted(name.substring(revision.length() + 1), revision)
            : "%s is no file, and git knows no revision %s; it may have to be fetched first"
                .formatted(name, revision));
  }

  /** Returns what git prints, or nothing if it refuses. */
  private Optional<String> git(String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String text = LocalFile.text(name, out);
        return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
      }
    } catch (IOException e) {
      throw new CannotCheckException(name + " needs git, which cannot be run here", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotCheckException("the reading of " + name + " was interrupted", e);
    }
  }
}
