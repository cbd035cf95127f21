package io.contactbridge.review.internal.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.contactbridge.review.CannotReviewException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commits of the repository that the folder of the specifications is in. */
public final class Git {
  private static final String FORMAT = "%H%x1f%P%x1f%cI%x1f%an%x1f%s";
  private static final int FIELDS = 5;
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  /** Returns the repository, or nothing if the folder is in none. */
  public static Optional<Git> at(Path folder) {
    Git git = new Git(folder.toAbsolutePath());
    return Files.isDirectory(folder) && git.run("rev-parse", "--git-dir").isPresent()
        ? Optional.of(git)
        : Optional.empty();
  }

  /**
   * Returns the commit that a branch, a tag or a commit names, or that was the last one before a
   * day began.
   *
   * @throws CannotReviewException if there is none
   */
  public Revision resolve(String name) {
    if (name.startsWith("-")) {
      throw new CannotReviewException("no revision begins with a dash, unlike " + name);
    }
    Optional<Revision> named = commit(name);
    if (named.isPresent()) {
      return named.get();
    }
    if (!name.matches(DATE)) {
      throw new CannotReviewException(
          "git knows no revision %s, and it is no date such as 2026-11-21%s"
              .formatted(name, shallow()));
    }
    return run("rev-list", "-1", "--first-parent", "--before=" + name + "T00:00:00", "HEAD")
        .map(String::strip)
        .filter(hash -> !hash.isEmpty())
        .flatMap(this::commit)
        .orElseThrow(
            () -> new CannotReviewException("there is no commit before " + name + shallow()));
  }

  /** Returns the commit that is checked out. */
  public Optional<Revision> head() {
    return commit("HEAD");
  }

  /** Returns whether files of the folder differ from those of the commit that is checked out. */
  boolean isDirty() {
    return run("status", "--porcelain", "--", ".").filter(text -> !text.isBlank()).isPresent();
  }

  /** Returns a file of the folder as it was, or nothing if there was none. */
  public Optional<String> file(String hash, String name) {
    return run("cat-file", "blob", hash + ":./" + name);
  }

  /** Returns the commits that changed one of these files, the newest first. */
  public List<Revision> log(List<String> files) {
    List<String> command = new ArrayList<>(List.of("log", "--format=" + FORMAT, "--"));
    command.addAll(files);
    return run(command.toArray(String[]::new)).stream()
        .flatMap(String::lines)
        .map(Git::revision)
        .flatMap(Optional::stream)
        .toList();
  }

  public boolean isAncestor(String earlier, String later) {
    return run("merge-base", "--is-ancestor", earlier, later).isPresent();
  }

  /** Returns whether a commit after {@code earlier}, up to {@code later}, changed the file. */
  public boolean isChanged(String earlier, String later, String file) {
    return run("rev-list", "--count", earlier + ".." + later, "--", file)
        .map(count -> !count.strip().equals("0"))
        .orElse(true);
  }

  public Optional<Revision> commit(String name) {
    return run("log", "-1", "--format=" + FORMAT, name + "^{commit}", "--")
        .flatMap(text -> revision(text.strip()));
  }

  private static Optional<Revision> revision(String line) {
    String[] fields = line.split("\u001f", -1);
    return fields.length < FIELDS
        ? Optional.empty()
        : Optional.of(
            new Revision(
                fields[0],
                fields[1].split(" ", -1)[0],
                fields[2],
                fields[3],
                String.join(" ", Arrays.asList(fields).subList(FIELDS - 1, fields.length))));
  }

  private String shallow() {
    boolean shallow =
        run("rev-parse", "--is-shallow-repository").filter("true\n"::equals).isPresent();
    return shallow ? "; the history here is cut off, so it may have to be fetched first" : "";
  }

  /** Returns what git prints, or nothing if it refuses. */
  private Optional<String> run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    @Nullable Process process = null;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String text = new String(out.readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotReviewException("the reading of the history was interrupted", e);
    } finally {
      if (process != null) {
        process.destroy();
      }
    }
  }
}
