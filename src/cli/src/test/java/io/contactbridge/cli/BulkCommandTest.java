package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BulkCommandTest {
  private static final String CREDENTIAL = "canary-credential-7f3a9c";
  private static final Map<String, String> ENVIRONMENT = Map.of("RAZE_API_KEY", CREDENTIAL);

  private final MockWebServer crm = new MockWebServer();
  @TempDir private Path directory = Path.of("");
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    crm.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            boolean missing = request.getTarget().endsWith("/c3");
            return new MockResponse.Builder()
                .code(missing ? 404 : status)
                .body(
                    missing
                        ? "{\"success\":false,\"error\":{\"code\":\"NOT_FOUND\"}}"
                        : "{\"success\":true,\"data\":{}}")
                .build();
          }
        });
    crm.start();
  }

  @AfterEach
  void stop() {
    crm.close();
  }

  @Test
  void secondRunHasNothingLeftToDo() throws IOException {
    Path file = write("id,email\nc1,a@b.co\nc2,b@b.co\n");

    Run first = run(file);
    Run second = run(file);

    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .isEqualTo(
            "2 of 2 rows · 2 updated\nThe result of each row is in "
                + file
                + ".raze.results.ndjson\n");
    assertThat(second).extracting(Run::exitCode, Run::out).containsExactly(0, first.out());
    assertThat(crm.getRequestCount()).isEqualTo(2);
  }

  @Test
  void failedRowsSetTheExitCodeAndSuggestACommand() throws IOException {
    Path file = write("id,email\nc1,a@b.co\nc3,b@b.co\n");

    Run run = run(file, "--strict");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("2 of 2 rows · 1 updated · 1 failed\n");
    assertThat(run.err())
        .endsWith(
            "To send the failed rows again:  contactbridge bulk raze %s --base-url=%s"
                    .formatted(file, crm.url("/"))
                + " --strict --again failed\n");
  }

  @Test
  void dryRunSendsNothing() throws IOException {
    Run run =
        run(
            write("id,email,Notes\nc1,a@b.co,x\nc2,nobody,y\nc3,,z\n"),
            "--dry-run",
            "--ignore=Notes");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("1 of 3 rows would be sent, 1 would be refused, 1 have nothing to change\n")
        .contains("  Notes -> not read\n", "  EMAIL: 1 sent\n", "refused, row 2 (line 3): ")
        .doesNotContain("nobody");
    assertThat(crm.getRequestCount()).isZero();
    assertThat(directory).isDirectoryNotContaining("glob:**results*");
  }

  @Test
  void dryRunEstimatesTheTime() throws IOException {
    StringBuilder rows = new StringBuilder("id,email\n");
    for (int row = 0; row < 2001; row++) {
      rows.append("c").append(row).append(",a@b.co\n");
    }

    assertThat(Run.of("bulk", "highlevel", write(rows.toString()).toString(), "--dry-run").out())
        .endsWith("At HighLevel's rate limit the run takes at least 3 minutes\n");
  }

  @Test
  void refusedHeaderLeavesNoFileBehind() throws IOException {
    Run run = run(write("id,E-mail\nc1,a@b.co\n"));

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "contactbridge: the column \"E-mail\" (did you mean email?) is not a field of a"
                    + " contact; map it with --map \"E-mail=FIELD\" or leave it out with --ignore"
                    + " \"E-mail\"\n"));
    assertThat(directory).isDirectoryNotContaining("glob:**results*");
    assertThat(run(write("id,E-mail\nc1,a@b.co\n"), "--map=E-mail=email").exitCode()).isZero();
  }

  @Test
  void refusedCredentialExitsWithThreeAndSaysHowToResume() throws IOException {
    status = 401;

    Run run = run(write("id,email\nc1,a@b.co\nc2,b@b.co\n"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("Raze refuses the credential for one contact after another (401)")
        .contains("To resume:  contactbridge bulk raze ");
    assertThat(run.out() + run.err()).doesNotContain(CREDENTIAL, "a@b.co");
  }

  @Test
  void credentialMayBeInAFile() throws IOException {
    Path key = Files.writeString(directory.resolve("key"), CREDENTIAL + "\n");

    Run run =
        Run.in(
            Map.of("RAZE_API_KEY_FILE", key.toString()),
            "bulk",
            "raze",
            write("id,email\nc1,a@b.co\n").toString(),
            "--base-url=" + crm.url("/"));

    assertThat(run.exitCode()).isZero();
  }

  @Test
  void missingCredentialsAreNamed() throws IOException {
    assertThat(Run.of("bulk", "raze", write("id,email\nc1,a@b.co\n").toString()))
        .isEqualTo(
            new Run(
                3,
                "",
                "contactbridge: Raze needs credentials; set RAZE_API_KEY in the environment\n"));
  }

  @Test
  void eventsAreJson() throws IOException {
    Run run = run(write("id,email\nc1,a@b.co\n"), "--json");

    assertThat(run.out().lines())
        .allMatch(line -> JsonValue.parse(line) instanceof Map)
        .anyMatch(
            line -> line.startsWith("{\"event\":\"end\",\"crm\":\"RAZE\",\"rows\":1,\"ended\":1"));
  }

  @Test
  void signalFinishesUpdatesAndSaysHowToResume() throws Exception {
    StringBuilder rows = new StringBuilder("id,email\n");
    for (int row = 10; row < 200_000; row++) {
      rows.append("c").append(row).append(",a@b.co\n");
    }
    Path file = write(rows.toString());
    Path err = directory.resolve("err");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.contactbridge.cli.Main",
            "bulk",
            "raze",
            file.toString(),
            "--base-url=" + crm.url("/"));
    command.environment().put("RAZE_API_KEY", CREDENTIAL);
    Process child =
        command.redirectError(err.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    while (child.isAlive() && crm.getRequestCount() < 100) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    child.destroy();

    assertThat(child.waitFor()).isEqualTo(143);
    assertThat(err).content().contains("To resume:  contactbridge bulk raze " + file);
    assertThat(Path.of(file + ".raze.results.ndjson")).content().endsWith("\"how\":\"STOPPED\"}\n");
  }

  private Run run(Path file, String... options) {
    String[] args = new String[4 + options.length];
    args[0] = "bulk";
    args[1] = "raze";
    args[2] = file.toString();
    args[3] = "--base-url=" + crm.url("/");
    System.arraycopy(options, 0, args, 4, options.length);
    return Run.in(ENVIRONMENT, args);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("contacts.csv"), text);
  }
}
