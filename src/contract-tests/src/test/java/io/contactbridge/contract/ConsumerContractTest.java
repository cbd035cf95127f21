package io.contactbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contactbridge.Crm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the artifacts with consumers' projects, in src/it/consumers. Maven has already resolved
 * and compiled each of them, with a strict check of the dependencies' versions.
 */
final class ConsumerContractTest {
  private static final Path TARGET = ProjectFolders.ROOT.resolve("src/contract-tests/target");
  private static final Path JDKS = Path.of("/usr/lib/jvm");
  private static final long EIGHT_MEGABYTES = 8L << 20;

  @RegisterExtension static final Prism ACQUIRE = Prism.of(Crm.ACQUIRE);
  @RegisterExtension static final Prism HIGHLEVEL = Prism.of(Crm.HIGHLEVEL);
  @RegisterExtension static final Prism LINQ = Prism.of(Crm.LINQ);
  @RegisterExtension static final Prism RAZE = Prism.of(Crm.RAZE);

  @Test
  void artifactsHaveOnlyTheDependenciesTheyNeed() {
    List<String> jars = dependencies("class-path");

    assertThat(jars)
        .extracting(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[0-9].*", ""))
        .containsExactlyInAnyOrder(
            "annotations",
            "contactbridge",
            "contactbridge-clients",
            "jspecify",
            "kotlin-stdlib",
            "libphonenumber",
            "moshi",
            "okhttp-jvm",
            "okio-jvm",
            "retrofit");
    assertThat(jars.stream().mapToLong(jar -> new File(jar).length()).sum())
        .isLessThan(EIGHT_MEGABYTES);
  }

  @Test
  void programOnTheClassPathUpdatesAtEveryCrm() {
    assertUpdatesAtEveryCrm(ProgramRun.run(classPath("class-path"), "com.example.Main", urls()));
  }

  @Test
  void programOnJdk25UpdatesAtEveryCrm() throws IOException {
    try (Stream<Path> jdks = Files.exists(JDKS) ? Files.list(JDKS) : Stream.empty()) {
      List<Path> found =
          jdks.map(jdk -> jdk.resolve("bin/java"))
              .filter(java -> java.toString().contains("25") && Files.isExecutable(java))
              .toList();
      assumeTrue(!found.isEmpty(), "there is no JDK 25 in " + JDKS);

      assertUpdatesAtEveryCrm(
          ProgramRun.run(found.get(0), classPath("class-path"), "com.example.Main", urls()));
    }
  }

  @Test
  void programOnTheModulePathUpdatesAtEveryCrm() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ProgramRun.JAVA.toString(), "-p"));
    command.add(String.join(File.pathSeparator, classPath("module-path")));
    command.addAll(List.of("-m", "com.example.modular/com.example.modular.Main"));
    command.addAll(List.of(urls()));

    ProgramRun program = ProgramRun.run(command);

    assertThat(program.lines()).last().isEqualTo("BulkEnd[FINISHED]");
    assertUpdatesAtEveryCrm(
        new ProgramRun(program.exitCode(), program.lines().subList(0, program.lines().size() - 1)));
  }

  @Test
  void shadedArtifactWorksWithAnOldOkHttp() {
    List<String> classPath = new ArrayList<>(tool("okhttp-3"));
    classPath.addAll(classPath("shaded"));

    assertThat(dependencies("shaded")).hasSize(2).allMatch(jar -> jar.endsWith("-all.jar"));
    assertUpdatesAtEveryCrm(ProgramRun.run(classPath, "com.example.shaded.Main", urls()));
    assertThat(ProgramRun.run(classPath, "com.example.shaded.InMemory"))
        .isEqualTo(new ProgramRun(0, List.of("Linq {EMAIL=APPLIED}")));
  }

  @ParameterizedTest
  @CsvSource({"okhttp-3, okhttp-3.14.9.jar", "okhttp-4, okhttp-4.12.0.jar"})
  void secondOldOkHttpIsRefusedByName(String tool, String jar) {
    List<String> classPath = new ArrayList<>(tool(tool));
    classPath.addAll(classPath("class-path"));

    ProgramRun program = ProgramRun.run(classPath, "com.example.Main", urls());

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.lines().get(0))
        .matches(
            "Exception in thread \"main\" java.lang.IllegalStateException: ContactBridge needs"
                + " OkHttp 5, but an older OkHttp comes first on the class path: "
                + jar
                + " before okhttp-jvm-5[0-9.]+jar; exclude com.squareup.okhttp3:okhttp or update it"
                + " to 5, or take contactbridge with the classifier all, which has its own OkHttp");
  }

  @Test
  void oldOkHttpInPlaceOfOursIsRefusedByName() {
    List<String> classPath = new ArrayList<>(tool("okhttp-4"));
    classPath.addAll(classPath("class-path"));
    classPath.removeIf(jar -> jar.contains("okhttp-jvm"));

    assertThat(ProgramRun.run(classPath, "com.example.Main", urls()).lines().get(0))
        .contains("comes first on the class path: okhttp-4.12.0.jar; exclude");
  }

  /** An imported BOM, such as Quarkus's or that of an older Spring Boot, can cause this. */
  @ParameterizedTest
  @CsvSource({
    "okio-3.6, okio-jvm, 'the Okio of OkHttp 5, but an older Okio comes first on the class path:"
        + " okio-jvm-3.6.0.jar; update com.squareup.okio:okio-jvm,'",
    "kotlin-1.6, kotlin-stdlib, 'the Kotlin of OkHttp 5, but an older Kotlin comes first on the"
        + " class path: kotlin-stdlib-1.6.21.jar; update org.jetbrains.kotlin:kotlin-stdlib,'",
  })
  void oldLibraryOfOkHttpIsRefusedByName(String tool, String replaced, String words) {
    List<String> classPath = classPath("class-path");
    classPath.removeIf(jar -> jar.contains(replaced));
    classPath.addAll(tool(tool));

    assertThat(ProgramRun.run(classPath, "com.example.Main", urls()).lines().get(0))
        .contains("IllegalStateException: ContactBridge needs " + words);
  }

  @Test
  void clientsModuleAloneUpdatesAndReadsADocumentedError() {
    ProgramRun program =
        ProgramRun.run(classPath("clients"), "com.example.clients.Main", LINQ.url());

    assertThat(program)
        .isEqualTo(
            new ProgramRun(0, List.of("UpdateContactResponse[data]", "404 Contact not found")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"after", "before"})
  void metersAppearNextToSpringsInPrometheus(String order) {
    ProgramRun program =
        ProgramRun.run(classPath("spring-boot"), "com.example.boot.Main", LINQ.url(), order);

    assertThat(program.exitCode()).isZero();
    assertThat(program.lines())
        .filteredOn(line -> line.startsWith("# HELP ") && !line.contains("_max "))
        .extracting(line -> line.split(" ", -1)[2])
        .containsExactlyInAnyOrder(
            "contactbridge_attempts_seconds",
            "contactbridge_outcomes_total",
            "contactbridge_retries_total",
            "contactbridge_updates_seconds",
            "contactbridge_waits_seconds",
            "http_client_requests_seconds");
    assertThat(program.lines()).noneMatch(line -> line.contains("failed"));
  }

  /** The version of Spring Boot 3.5 lies between them and has its own test. */
  @ParameterizedTest
  @ValueSource(strings = {"micrometer-1.13.0", "micrometer-1.17.2"})
  void metersWorkWithTheOldestAndTheNewestMicrometer(String tool) {
    List<String> classPath = new ArrayList<>(tool(tool));
    classPath.add(classes("spring-boot"));
    classPath.addAll(dependencies("class-path"));

    assertThat(ProgramRun.run(classPath, "com.example.boot.Meters", LINQ.url()))
        .isEqualTo(
            new ProgramRun(
                0,
                List.of(
                    "contactbridge.attempts",
                    "contactbridge.outcomes",
                    "contactbridge.retries",
                    "contactbridge.updates",
                    "contactbridge.waits")));
  }

  @Test
  void kotlinCompilesWithoutAWarningAndUpdates() {
    String classes = TARGET.resolve("it/kotlin").toString();
    List<String> classPath = dependencies("class-path");

    ProgramRun compiler =
        ProgramRun.run(
            tool("kotlin"),
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            "-Werror",
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17",
            "-cp",
            String.join(File.pathSeparator, classPath),
            "-d",
            classes,
            ProjectFolders.ROOT.resolve("src/contract-tests/src/it/kotlin").toString());
    assertThat(compiler).isEqualTo(new ProgramRun(0, List.of()));

    classPath.add(classes);
    assertThat(ProgramRun.run(classPath, "com.example.kotlin.MainKt", LINQ.url()))
        .isEqualTo(new ProgramRun(0, List.of("Linq {EMAIL=DIFFERENT}", "john@example.com")));
  }

  @Test
  void shrunkProgramUpdatesAtEveryCrm() throws IOException {
    Path jmods = Path.of(System.getProperty("java.home"), "jmods");
    assumeTrue(Files.exists(jmods), "ProGuard needs the jmods, which this JDK has not");
    Path shrunk = TARGET.resolve("it/shrunk.jar");

    Path rules = TARGET.resolve("it/rules.pro");
    Files.write(rules, ShrinkerRules.rules(classPath("class-path"), jmods, shrunk));

    ProgramRun shrinker = ProgramRun.run(tool("proguard"), "proguard.ProGuard", "@" + rules);
    assertThat(shrinker.exitCode()).as(String.join("\n", shrinker.lines())).isZero();

    assertThat(Files.size(shrunk)).isLessThan(EIGHT_MEGABYTES / 2);
    assertUpdatesAtEveryCrm(ProgramRun.run(List.of(shrunk.toString()), "com.example.Main", urls()));
  }

  private static void assertUpdatesAtEveryCrm(ProgramRun program) {
    assertThat(program)
        .isEqualTo(
            new ProgramRun(
                0,
                List.of(
                    "Acquire {EMAIL=DIFFERENT, PHONE=DIFFERENT}",
                    "HighLevel {EMAIL=DIFFERENT, PHONE=DIFFERENT}",
                    "Linq {EMAIL=DIFFERENT, PHONE=DIFFERENT}",
                    "Raze {EMAIL=DIFFERENT, PHONE=DIFFERENT}")));
  }

  private static String[] urls() {
    return new String[] {ACQUIRE.url(), HIGHLEVEL.url(), LINQ.url(), RAZE.url()};
  }

  private static List<String> classPath(String consumer) {
    List<String> classPath = new ArrayList<>(List.of(classes(consumer)));
    classPath.addAll(dependencies(consumer));
    return classPath;
  }

  private static String classes(String consumer) {
    return TARGET.resolve("it/consumers").resolve(consumer).resolve("target/classes").toString();
  }

  private static List<String> dependencies(String consumer) {
    return ProgramRun.jars(
        TARGET.resolve("it/consumers").resolve(consumer).resolve("target/dependency"));
  }

  private static List<String> tool(String name) {
    return ProgramRun.jars(TARGET.resolve("tools").resolve(name));
  }
}
