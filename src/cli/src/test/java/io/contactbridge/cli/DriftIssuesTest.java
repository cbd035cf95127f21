package io.contactbridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code .github/drift-issues.js} with a fake gh: there is one issue per fingerprint. */
final class DriftIssuesTest {
  private static final String BODY = "<!-- contactbridge drift abc linq:docs -->\\nText of abc";
  private static final String TITLE = "[linq] Gone: $.email";

  private final Path folder;

  DriftIssuesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void standInForGh() throws IOException, InterruptedException {
    assumeTrue(has("node"), "node is not installed, and runs the script");
    Path gh =
        Files.writeString(
            folder.resolve("gh"),
            """
            #!/usr/bin/env bash
            cd "$(dirname "$0")"
            echo "gh $*" >>calls
            if [[ $2 == list ]]; then cat issues; fi
            if [[ $* == *--body-file* ]]; then cat >>calls; fi
            """);
    assertThat(gh.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void driftThatCountsGetsAnIssue() throws Exception {
    String calls = run("[]", report("docs", null, drift("abc", true)));

    assertThat(calls)
        .isEqualTo(
            """
            gh issue create --title [linq] Gone: $.email --label drift --body-file -
            <!-- contactbridge drift abc linq:docs -->
            Text of abc
            """);
  }

  @Test
  void driftThatTwoComparisonsFindGetsOneIssue() throws Exception {
    String calls =
        run(
            "[]",
            report("docs", null, drift("abc", true)),
            report("live", null, drift("abc", true)));

    assertThat(calls)
        .containsOnlyOnce("gh issue create")
        .contains("<!-- contactbridge drift abc linq:docs,linq:live -->");
  }

  @Test
  void driftThatDoesNotCountGetsNone() throws Exception {
    assertThat(run("[]", report("docs", null, drift("abc", false)))).isEmpty();
  }

  @Test
  void unchangedIssueIsLeftAlone() throws Exception {
    String calls = run(issue("OPEN", TITLE, BODY), report("docs", null, drift("abc", true)));

    assertThat(calls).isEmpty();
  }

  @Test
  void changedIssueIsUpdated() throws Exception {
    String calls = run(issue("OPEN", "Old", BODY), report("docs", null, drift("abc", true)));

    assertThat(calls)
        .startsWith("gh issue edit 7 --title [linq] Gone: $.email --body-file -\n<!-- contact");
  }

  @Test
  void issueIsReopenedWhenDriftReturns() throws Exception {
    String calls = run(issue("CLOSED", TITLE, BODY), report("docs", null, drift("abc", true)));

    assertThat(calls)
        .isEqualTo(
            "gh issue reopen 7 --comment The drift still exists. To keep this issue closed,"
                + " acknowledge the drift in specs/drift.yaml.\n");
  }

  @Test
  void issueIsClosedWhenDriftIsGone() throws Exception {
    assertThat(run(issue("OPEN", TITLE, BODY), report("docs", null)))
        .isEqualTo(
            "gh issue close 7 --comment No longer found by any of the comparisons that found it:"
                + " linq:docs.\n");
    assertThat(run(issue("CLOSED", TITLE, BODY), report("docs", null))).isEmpty();
  }

  @Test
  void issueStaysOpenIfItsComparisonWasNotMade() throws Exception {
    String both = BODY.replace("linq:docs", "linq:docs,linq:live");

    assertThat(run(issue("OPEN", TITLE, both), report("docs", null))).isEmpty();
    assertThat(run(issue("OPEN", TITLE, BODY), report("docs", "no page"))).isEmpty();
    assertThat(run(issue("OPEN", TITLE, BODY), report("live", null))).isEmpty();
  }

  @Test
  void issueKeepsAComparisonThatWasNotMade() throws Exception {
    String both = BODY.replace("linq:docs", "linq:docs,linq:live");

    assertThat(run(issue("OPEN", TITLE, both), report("docs", null, drift("abc", true)))).isEmpty();
  }

  @Test
  void issueOfAcknowledgedDriftIsClosed() throws Exception {
    String acknowledged =
        drift("abc", false)
            .replace("\"acknowledged\":null", "\"acknowledged\":{\"expired\":false}");

    assertThat(run(issue("OPEN", TITLE, BODY), report("docs", null, acknowledged)))
        .isEqualTo("gh issue close 7 --comment The drift is acknowledged in specs/drift.yaml.\n");
  }

  @Test
  void foreignIssuesAreLeftAlone() throws Exception {
    assertThat(run(issue("OPEN", "Something", "else"), report("docs", null))).isEmpty();
  }

  /** Returns the calls of gh that change an issue. */
  private String run(String issues, String... reports) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("issues"), issues);
    Files.deleteIfExists(folder.resolve("calls"));
    List<String> command =
        new ArrayList<>(List.of("node", Readme.ROOT.resolve(".github/drift-issues.js").toString()));
    for (String report : reports) {
      Path file = Files.createTempFile(folder, "report", ".json");
      command.add(Files.writeString(file, report).toString());
    }
    ProcessBuilder node = new ProcessBuilder(command).redirectErrorStream(true);
    node.environment().merge("PATH", folder + ":", (path, first) -> first + path);
    Process process = node.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return Files.readString(folder.resolve("calls"))
        .replaceAll("(?m)^gh (label create|issue list) .*\n", "");
  }

  private static String report(
      String comparison, @Nullable String couldNotCheck, String... drifts) {
    return "{\"checks\":[{\"crm\":\"LINQ\",\"comparison\":\"%s\",\"couldNotCheck\":%s,\"drifts\":[%s]}]}"
        .formatted(
            comparison,
            couldNotCheck == null ? "null" : '"' + couldNotCheck + '"',
            String.join(",", drifts));
  }

  private static String drift(String fingerprint, boolean counts) {
    return """
        {"fingerprint":"%s","counts":%s,"acknowledged":null,
         "sentence":"Gone: `$.email`","markdown":"Text of %s\\n"}
        """
        .formatted(fingerprint, counts, fingerprint);
  }

  private static String issue(String state, String title, String body) {
    return "[{\"number\":7,\"state\":\"%s\",\"title\":\"%s\",\"body\":\"%s\"}]"
        .formatted(state, title, body);
  }

  private static boolean has(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
