package io.contactbridge.drift.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.drift.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitFileTest {
  private final Path repository;

  GitFileTest(@TempDir Path repository) {
    this.repository = repository;
  }

  @BeforeEach
  void commitAndChange() throws IOException, InterruptedException {
    Path file = Files.createDirectories(repository.resolve("specs")).resolve("linq.yaml");
    Files.writeString(file, "old: ü\n");
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "b");
    Files.writeString(file, "new: ü\n");
  }

  @Test
  void fileIsReadAsItWas() {
    assertThat(read("main", "specs/linq.yaml")).isEqualTo("old: ü\n");
    assertThat(read("HEAD", "specs/linq.yaml")).isEqualTo("old: ü\n");
  }

  @Test
  void fileIsReadFromTheFolderOrFromTheTop() {
    Path specs = repository.resolve("specs");

    assertThat(GitFile.in(specs).read("main", "./linq.yaml")).isEqualTo("old: ü\n");
    assertThat(GitFile.in(specs).read("main", "specs/linq.yaml")).isEqualTo("old: ü\n");
  }

  @Test
  void aMissingFileIsReported() {
    refusal("main", "specs/raze.yaml")
        .hasMessage("there is no file specs/raze.yaml at the revision main");
    refusal("main", "specs").hasMessage("there is no file specs at the revision main");
  }

  @Test
  void aMissingRevisionIsReported() {
    refusal("release", "specs/linq.yaml")
        .hasMessage(
            "release:specs/linq.yaml is no file, and git knows no revision release; it may have to"
                + " be fetched first");
  }

  @Test
  void revisionIsNoOptionOfGit() {
    refusal("--textconv", "specs/linq.yaml")
        .hasMessage("no git revision starts with a dash, unlike --textconv");
  }

  @Test
  void aFolderWithoutARepositoryIsReported(@TempDir Path empty) {
    assertThatThrownBy(() -> GitFile.in(empty).read("main", "specs/linq.yaml"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(
            "main:specs/linq.yaml is no file, and this folder is in no git repository, where it"
                + " could be one at a revision");
  }

  private String read(String revision, String path) {
    return GitFile.in(repository).read(revision, path);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String revision, String path) {
    return assertThatThrownBy(() -> read(revision, path)).isInstanceOf(CannotCheckException.class);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).directory(repository.toFile()).start().waitFor())
        .isZero();
  }
}
