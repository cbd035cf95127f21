package io.contactbridge.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at the site in Chromium; {@code src/test/browser} has what it looks for. It is skipped with
 * a word where there is no Chromium or no Node, unless {@code -Dbrowser=required} says otherwise.
 */
final class BrowserTest {
  private static final Path RUN = Path.of("src/test/browser/run").toAbsolutePath();

  /** The exit code with which the script says that something is missing. */
  private static final int MISSING = 3;

  @Test
  void siteWorksInABrowser(@TempDir Path folder) throws IOException, InterruptedException {
    Sites.review(folder.resolve("review"));
    Sites.hostile(folder.resolve("hostile"));
    Review.builder().build().write(folder.resolve("plain"));
    Files.writeString(
        folder.resolve("updates.json"),
        JsonValue.write(
            Map.of(
                "updates", PlannedUpdates.all(),
                "fit", PlannedUpdates.fit(),
                "unfit", PlannedUpdates.unfit(),
                "changes",
                    FixedChanges.all().stream()
                        .map(
                            change ->
                                Map.of(
                                    "name", change.toString(),
                                    "headline", change.headline(),
                                    "impact", change.impact().word()))
                        .toList())));

    Process process =
        new ProcessBuilder(RUN.toString(), folder.toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();

    if (exitCode == MISSING && !"required".equals(System.getProperty("browser"))) {
      abort("The review site was not looked at: " + output.strip());
    }
    assertThat(exitCode).as(output).isZero();
  }
}
