package io.contactbridge.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.History;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository of specifications tells: a change, the change back, and the change again. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder.
final class HistoryTest {
  private static final String POSITION = "        position:\n";
  private static final String TITLE = "        title:\n";

  @TempDir Path repository;

  @BeforeEach
  void first() throws IOException, InterruptedException {
    Files.createDirectories(specs());
    for (Crm crm : Crm.values()) {
      Files.writeString(specs().resolve(Words.word(crm) + ".yaml"), Source.shipped(crm).text());
    }
    Files.writeString(specs().resolve(Library.FILE), Review.capabilities());
    Files.writeString(specs().resolve("decisions.yaml"), "");
    git("init", "-q", "-b", "main");
    commit("The beginning", "2026-11-01T12:00:00Z");
    git("tag", "v1");
  }

  @Test
  void everyChangeIsThereWithTheNewestFirst() throws IOException, InterruptedException {
    rename("There", "2026-11-02T12:00:00Z", POSITION, TITLE);
    rename("And back", "2026-11-03T12:00:00Z", TITLE, POSITION);

    History history = Review.builder().folder(specs()).build().pages().history();

    assertThat(history.commits())
        .extracting(commit -> commit.revision().subject())
        .containsExactly("And back", "There", "The beginning");
    assertThat(history.commits().get(1).changes())
        .extracting(ChangeCard::headline)
        .containsExactly("Raze now calls “position” “title”.");
    assertThat(history.commits().get(1).revision().author()).isEqualTo("Ana Souza");
    assertThat(history.commits().get(2).notes()).contains("The specification of Linq is new.");
  }

  @Test
  void feedHasAnEntryForEachCommit() throws IOException, InterruptedException {
    rename("There & <back>", "2026-11-02T12:00:00Z", POSITION, TITLE);
    Review review = Review.builder().folder(specs()).build();

    String feed = requireNonNull(review.pages().render().get("history.atom"));

    assertThat(feed).contains("<title>There &amp; &lt;back&gt;</title>");
    assertThat(feed.split("<entry>", -1)).hasSize(3);
    assertThat(feed).contains("Breaks: Raze now calls “position” “title”.");
  }

  @Test
  void approvalHoldsForItsChangeAndNotForTheSameChangeMadeAgain()
      throws IOException, InterruptedException {
    String base = git("rev-parse", "HEAD").strip();
    rename("There", "2026-11-02T12:00:00Z", POSITION, TITLE);
    Review open = since("v1");
    approve(open.changes().open().get(0).toPaste());
    commit("Approved", "2026-11-02T13:00:00Z");

    assertThat(open.changes().open().get(0).standing().base()).isEqualTo(base.substring(0, 12));
    assertThat(since("v1").unapproved()).isEmpty();

    rename("And back", "2026-11-03T12:00:00Z", TITLE, POSITION);
    rename("There again", "2026-11-04T12:00:00Z", POSITION, TITLE);

    assertThat(since("HEAD^").unapproved())
        .singleElement()
        .asString()
        .contains("this is the same change made again");
  }

  @Test
  void approvalOutlivesCommitsThatChangeOtherThings() throws IOException, InterruptedException {
    rename("There", "2026-11-02T12:00:00Z", POSITION, TITLE);
    approve(since("v1").changes().open().get(0).toPaste());
    git("stash", "-q");
    git("reset", "-q", "--hard", "v1");
    Files.writeString(repository.resolve("other"), "");
    commit("Something else", "2026-11-02T14:00:00Z");
    git("stash", "pop", "-q");
    rename("There", "2026-11-02T15:00:00Z", POSITION, TITLE);

    assertThat(since("HEAD^").unapproved()).isEmpty();
  }

  @Test
  void revisionMayBeADay() throws IOException, InterruptedException {
    rename("There", "2026-11-02T12:00:00Z", POSITION, TITLE);

    assertThat(since("2026-11-02").changes().all()).hasSize(1);
    assertThat(since("2026-11-03").changes().all()).isEmpty();
  }

  @Test
  void revisionThatIsNoneIsNeverNothingChanged() {
    assertThatThrownBy(() -> since("no-such"))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("git knows no revision no-such, and it is no date such as 2026-11-21");
    assertThatThrownBy(() -> since("1990-01-01"))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("there is no commit before 1990-01-01");
    assertThatThrownBy(() -> since("--all"))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("no revision begins with a dash, unlike --all");
  }

  @Test
  void pageSaysWhatItWasMadeFrom() throws IOException {
    Review review = Review.builder().folder(specs()).build();
    String page = requireNonNull(review.pages().render().get("index.html"));

    assertThat(PageText.text(page)).contains(" of 2026-11-01, by ContactBridge ");
    Files.writeString(specs().resolve("decisions.yaml"), "# changed");
    assertThat(Review.builder().folder(specs()).build().pages().site().stamp().dirty()).isTrue();
  }

  private Review since(String revision) {
    return Review.builder().folder(specs()).since(revision).build();
  }

  private Path specs() {
    return repository.resolve("specs");
  }

  private void approve(String entry) throws IOException {
    Files.writeString(
        specs().resolve("decisions.yaml"),
        entry
            .replace("by:", "by: Ana Souza")
            .replace("YYYY-MM-DD", "2026-11-02")
            .replace("reason:", "reason: They told us."));
  }

  private void rename(String subject, String date, String from, String to)
      throws IOException, InterruptedException {
    Path raze = specs().resolve("raze.yaml");
    Files.writeString(raze, Files.readString(raze).replace(from, to));
    commit(subject, date);
  }

  private void commit(String subject, String date) throws IOException, InterruptedException {
    git("add", "-A");
    run(
        Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date),
        List.of("commit", "-q", "-m", subject));
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), List.of(arguments));
  }

  private String run(Map<String, String> dates, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=Ana Souza", "-c", "user.email=ana@example.com"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
    builder.environment().putAll(dates);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
