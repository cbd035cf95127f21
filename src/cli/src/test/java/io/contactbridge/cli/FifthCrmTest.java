package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.JsonValue;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adds a CRM that does not exist as {@code .github/CONTRIBUTING.md} says: a specification, a
 * configuration, an adapter, one constant of {@code Crm} and its line in {@code Adapters}.
 * Everything else is as it is built.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the folders.
final class FifthCrmTest {
  private static final Path CLIENTS = Readme.ROOT.resolve("src/clients");
  private static final Path SPEC = CLIENTS.resolve("src/test/fifth/fifth.yaml");
  private static final String ANSWER =
      "{\"result\":{\"person\":{\"number\":7,\"displayName\":\"Ada"
          + " Lovelace\",\"mail\":\"ada@example.com\",\"employer\":\"Analytical"
          + " Engines\",\"advisor\":\"u9\"}}}";

  @TempDir private static Path classes;

  @TempDir private Path folder;
  private final MockWebServer fifth = new MockWebServer();

  @BeforeAll
  static void addCrm() throws IOException {
    Path specs = Files.createDirectories(classes.resolve("io/contactbridge/drift/specs"));
    Files.copy(SPEC, specs.resolve("fifth.yaml"));
    Path sourceFolder = Files.createDirectories(classes.resolve("source"));
    Path crm =
        edited(sourceFolder, "Crm.java", "RAZE(\"Raze\");", "RAZE(\"Raze\"),\n  FIFTH(\"Fifth\");");
    String last = "case RAZE -> new RazeAdapter();";
    Path adapters =
        edited(
            sourceFolder,
            "internal/mapping/Adapters.java",
            last,
            last + "\n      case FIFTH -> new FifthAdapter();");

    List<Path> sources = new ArrayList<>(List.of(crm, adapters));
    sources.addAll(javaIn(CLIENTS.resolve("target/generated-test-sources/fifth")));
    sources.addAll(javaIn(Readme.ROOT.resolve("src/cli/src/test/fifth")));
    compile(sources);
  }

  /** Copies a source of the facade with one line changed. */
  private static Path edited(Path folder, String name, String line, String changed)
      throws IOException {
    String source =
        Readme.read(
            Readme.ROOT.resolve("src/contacts/src/main/java/io/contactbridge").resolve(name));
    assertThat(source).containsOnlyOnce(line);
    return Files.writeString(
        folder.resolve(Path.of(name).getFileName()), source.replace(line, changed));
  }

  @BeforeEach
  void start() throws IOException {
    fifth.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder()
                .code("s3cret".equals(request.getHeaders().get("X-Fifth-Key")) ? 200 : 401)
                .addHeader("Content-Type", "application/json")
                .body(ANSWER)
                .build();
          }
        });
    fifth.start();
  }

  @AfterEach
  void stop() {
    fifth.close();
  }

  @Test
  void planShowsTheRequest() throws Exception {
    Run run = run("plan", "fifth", "7", "--email", "ada@example.com", "--json");

    Object plan = JsonValue.parse(run.out());
    assertThat(run).extracting(Run::exitCode, Run::err).containsExactly(0, "");
    assertThat(JsonValue.get(plan, "sent", "url"))
        .isEqualTo("https://acme.fifth.example/v1/people/7");
    assertThat(JsonValue.get(plan, "sent", "body", "person", "mail")).isEqualTo("ada@example.com");
  }

  @Test
  void updateIsMadeAndVerified() throws Exception {
    Run run =
        run("update", "fifth", "7", "--email", "ada@example.com", "--json", "--base-url", url());

    assertThat(run).extracting(Run::exitCode, Run::err).containsExactly(0, "");
    assertThat(run.out()).contains("\"outcome\":\"APPLIED\"");
    assertThat(body()).isEqualTo("{\"person\":{\"mail\":\"ada@example.com\"}}");
  }

  @Test
  void fieldsAndHelpHaveIt() throws Exception {
    assertThat(run("fields", "fifth").out()).contains("$.person.employer");
    assertThat(run("fields", "--markdown").out()).contains("| Raze | Fifth |");
    assertThat(run("update", "--help").out())
        .contains("linq, raze, fifth, in any case", "  fifth      FIFTH_TENANT and FIFTH_API_KEY");
  }

  @Test
  void driftOfItsSpecIsFound() throws Exception {
    Path now =
        Files.writeString(
            folder.resolve("fifth.yaml"),
            Readme.read(SPEC).replace("employer", "company").replace("number:", "key:"));

    Run run = run("drift", "spec", SPEC.toString(), now.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("employer", "COMPANY");
  }

  @Test
  void driftOfItsAnswersIsFound() throws Exception {
    String call =
        "{\"request\":{\"method\":\"PUT\",\"url\":\"https://acme.fifth.example/v1/people/7\","
            + "\"body\":{\"person\":{\"mail\":\"ada@example.com\"}}},"
            + "\"response\":{\"status\":200,\"body\":"
            + ANSWER.replace("7,", "\"seven\",")
            + "}}\n";
    Path calls = Files.writeString(folder.resolve("calls.ndjson"), call);

    Run run = run("drift", "traffic", "fifth", calls.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("$.result.person.number");
  }

  @Test
  void liveCheckUpdatesTheContactAndSendsGivenValuesBack() throws Exception {
    Run run = run("drift", "live", "fifth", "--contact", "7", "--base-url", url());

    assertThat(run.exitCode()).isIn(0, 1);
    assertThat(run.err()).isEmpty();
    List<String> bodies = new ArrayList<>();
    for (int i = fifth.getRequestCount(); i > 0; i--) {
      bodies.add(body());
    }
    assertThat(bodies)
        .isNotEmpty()
        .anyMatch(body -> body.contains("canary."))
        .filteredOn(body -> body.contains("advisor"))
        .isNotEmpty()
        .allMatch(body -> body.contains("\"advisor\":\"u9\""));
  }

  @Test
  void reviewHasItsPage() throws Exception {
    Run run = run("review", "--out", folder.resolve("pages").toString());

    assertThat(run).extracting(Run::exitCode, Run::err).containsExactly(0, "");
    assertThat(folder.resolve("pages/index.html")).content().contains("Fifth");
    assertThat(folder.resolve("pages/fifth.html")).content().contains("employer", "COMPANY");
  }

  private String body() throws InterruptedException {
    ByteString body = fifth.takeRequest().getBody();
    return body == null ? "" : body.utf8();
  }

  private String url() {
    return fifth.url("/").toString();
  }

  private Run run(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    program.environment().putAll(Map.of("FIFTH_TENANT", "acme", "FIFTH_API_KEY", "s3cret"));
    return new Run(program.start().waitFor(), Files.readString(out), Files.readString(err));
  }

  private static List<Path> javaIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
