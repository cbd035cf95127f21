package io.contactbridge.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contactbridge.Crm;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the launcher, its jar and its completion in real shells. */
final class LauncherContractTest {
  private static final Path BUILT = ProjectFolders.ROOT.resolve("src/cli/target");
  private static final String NO_ARCHIVE = "/dev/null";

  private static final String BASH =
      """
      source "$1" && cd "$2" && compopt() { :; }
      COMP_WORDS=(contactbridge $3) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      $(complete -p contactbridge | sed 's/.*-F \\([^ ]*\\) .*/\\1/') && echo "${COMPREPLY[*]}"
      """;

  /** Types into a shell with a terminal, and waits for the output of the command. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "autoload -U compinit; compinit -u -D; source ${(q)1}"
      zpty -w shell 'contactbridge() { printf "(%s)" "$@"; print; print DONE; }'
      zpty -w shell $'contactbridge upd\\tac\\t7 --job\\tCEO --on-unsupported d\\t'
      zpty -r -m shell output $'*\\nDONE*'
      print -r -- $output
      """;

  @RegisterExtension static final Prism LINQ = Prism.of(Crm.LINQ);

  private Path temporary;
  private Path folder;

  @BeforeEach
  void installInAFolderWithASpaceInItsName(@TempDir Path emptyFolder) throws IOException {
    temporary = emptyFolder;
    install(Files.createDirectory(temporary.resolve("Program Files")));
  }

  private void install(Path empty) throws IOException {
    folder = empty;
    Files.copy(BUILT.resolve("contactbridge.jar"), folder.resolve("contactbridge.jar"));
    Files.copy(BUILT.resolve("contactbridge"), folder.resolve("contactbridge"));
    executable(folder.resolve("contactbridge"));
  }

  @Test
  void updatesWithValuesFromStandardInput() {
    ProgramRun program =
        launch(
            List.of("update", "linq", "123", "@/dev/stdin", "--mock=" + LINQ.url()),
            Map.of(),
            "--first-name=Ada Bé\n--email=ada@example.com\n");

    assertThat(program.exitCode()).isZero();
    assertThat(program.lines()).anyMatch(line -> line.contains("\"Ada Bé\""));
  }

  @Test
  void worksThroughSymlinks() throws IOException {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Path relative =
        Files.createSymbolicLink(bin.resolve("cb"), Path.of("../Program Files/contactbridge"));
    Path absolute = Files.createSymbolicLink(temporary.resolve("c"), relative);

    assertThat(ProgramRun.run(List.of(absolute.toString(), "--version"), environment(Map.of()), ""))
        .isEqualTo(launch("--version"));
    assertThat(launch("--version").lines())
        .singleElement()
        .asString()
        .startsWith("contactbridge 0.");
  }

  @Test
  void passesOnTheExitCode() {
    assertThat(launch("plan", "linq", "1", "--tag", "a b"))
        .isEqualTo(
            java(
                "-jar",
                BUILT.resolve("contactbridge.jar").toString(),
                "plan",
                "linq",
                "1",
                "--tag",
                "a b"))
        .extracting(ProgramRun::exitCode)
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nowhere | contactbridge: JAVA_HOME is /nowhere, where there is no bin/java; Java 17 or"
            + " newer is needed",
        "'' | contactbridge: there is no java on the PATH, nor JAVA_HOME; Java 17 or newer is"
            + " needed",
      })
  void missingJavaIsReported(String home, String sentence) throws IOException {
    Path path = Files.createDirectory(temporary.resolve("path"));
    for (String tool : List.of("bash", "readlink", "ls", "cksum")) {
      Path wrapper = path.resolve(tool);
      Files.writeString(wrapper, "#!/bin/sh\nexec %s \"$@\"\n".formatted(which(tool)));
      executable(wrapper);
    }

    assertThat(launch(List.of("--version"), Map.of("JAVA_HOME", home, "PATH", path.toString()), ""))
        .isEqualTo(new ProgramRun(1, List.of(sentence)));
  }

  @Test
  void olderJavaIsRefusedByItsVersion() throws IOException {
    String home = fakeJava("11.0.2");

    assertThat(launch(List.of("--version"), Map.of("JAVA_HOME", home), ""))
        .isEqualTo(
            new ProgramRun(
                1,
                List.of(
                    "contactbridge: Java 17 or newer is needed; %s/bin/java is openjdk version \"11.0.2\""
                        .formatted(home))));
  }

  @Test
  void missingJarIsReported() throws IOException {
    Files.delete(folder.resolve("contactbridge.jar"));

    assertThat(launch("--version"))
        .isEqualTo(
            new ProgramRun(
                1,
                List.of(
                    "contactbridge: there is no %s/contactbridge.jar, which this script runs"
                        .formatted(folder.toRealPath()))));
  }

  @Test
  void classesComeFromAnArchiveAfterTheFirstRun() throws Exception {
    // JDK 17 hardly uses an archive for a jar whose path has a space.
    install(Files.createDirectory(temporary.resolve("programs")));
    Path cache = temporary.resolve("cache");
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    ProgramRun first = launch(List.of("--version"), environment, "");

    Path archive = written(cache.resolve("contactbridge"));
    Path jar = folder.resolve("contactbridge.jar");
    ProgramRun logged =
        java("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load", "-jar", "" + jar, "--version");

    assertThat(logged.lines())
        .filteredOn(line -> line.contains("io.contactbridge.cli.UpdateCommand "))
        .singleElement()
        .asString()
        .endsWith("source: shared objects file (top)");
    assertThat(launch(List.of("--version"), environment, "")).isEqualTo(first);

    Files.delete(archive);
    Files.writeString(archive, "damaged");
    assertThat(launch(List.of("--version"), environment, "")).isEqualTo(first);
  }

  @Test
  void jarHasTheLicencesOfItsLibraries() throws IOException {
    try (JarFile jar = new JarFile(BUILT.resolve("contactbridge.jar").toFile())) {
      String licences;
      try (InputStream text = jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY"))) {
        licences = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      }

      assertThat(
              Pattern.compile("(?m)^(?: {2}|The licence of )(\\S+) \\(")
                  .matcher(licences)
                  .results())
          .extracting(match -> match.group(1))
          .containsExactlyInAnyOrderElementsOf(librariesIn(jar));
    }
  }

  @ParameterizedTest
  @CsvSource({"update, true", "bulk, false", "drift, false"})
  void onlyShortCommandsUseTheFastCompiler(String command, boolean little) throws IOException {
    ProgramRun program = launch(List.of(command), Map.of("JAVA_HOME", fakeJava("17.0.1")), "");

    assertThat(program.lines().contains("-XX:TieredStopAtLevel=1")).isEqualTo(little);
    assertThat(program.lines())
        .endsWith("-jar", folder.toRealPath() + "/contactbridge.jar", command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "upd > update",
        "update ac > acquire",
        "update linq 1 --job > --job-title",
        "plan linq 1 --mock --js > --json",
        "plan linq 1 --clear ci > city",
        "bulk linq --on-unsupported d > drop",
        "drift li > live",
        "bulk linq contactb > contactbridge contactbridge.jar",
      })
  void bashCompletes(String typed, String completion) {
    ProgramRun program =
        ProgramRun.run(
            List.of("bash", "-c", BASH, "bash", script(), folder.toString(), typed),
            environment(Map.of()),
            "");

    assertThat(program).isEqualTo(new ProgramRun(0, List.of(completion)));
  }

  @Test
  void zshCompletesWhileTyping() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "there is no zsh");

    ProgramRun program =
        ProgramRun.run(
            List.of("zsh", "-f", "-c", ZSH, "zsh", script(), folder.toString()),
            environment(Map.of("HOME", temporary.toString(), "TERM", "dumb")),
            "");

    assertThat(String.join("\n", program.lines()))
        .contains("(update)(acquire)(7)(--job-title)(CEO)(--on-unsupported)(drop)");
  }

  /** Returns the libraries on the class path of this test whose classes a jar has. */
  private static List<String> librariesIn(JarFile jar) throws IOException {
    List<String> libraries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = Path.of(entry).getFileName().toString();
      if (name.endsWith(".jar") && !name.startsWith("contactbridge")) {
        try (JarFile library = new JarFile(entry)) {
          if (library.stream()
              .filter(each -> each.getName().matches("[^-]+\\.class"))
              .filter(each -> !each.getName().startsWith("META-INF/"))
              .findFirst()
              .filter(each -> jar.getEntry(each.getName()) != null)
              .isPresent()) {
            libraries.add(name.replaceFirst("-[0-9].*", ""));
          }
        }
      }
    }
    return libraries;
  }

  private String script() {
    Path script = temporary.resolve("completion");
    try {
      Files.write(script, launch("generate-completion").lines());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return script.toString();
  }

  private ProgramRun launch(String... arguments) {
    return launch(List.of(arguments), Map.of(), "");
  }

  private ProgramRun launch(List<String> arguments, Map<String, String> environment, String input) {
    List<String> command =
        Stream.concat(Stream.of(folder.resolve("contactbridge").toString()), arguments.stream())
            .toList();
    return ProgramRun.run(command, environment(environment), input);
  }

  private static Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(Map.of("XDG_CACHE_HOME", NO_ARCHIVE));
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("LC_ALL", "C.UTF-8");
    all.putAll(more);
    return all;
  }

  /** Creates a fake java that prints its arguments, one per line. */
  private String fakeJava(String version) throws IOException {
    Path home = Files.createDirectories(temporary.resolve("jdk"));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/usr/bin/env bash
        if [[ $1 == -version ]]; then echo 'openjdk version "%s"' >&2; else printf '%%s\\n' "$@"; fi
        """
            .formatted(version));
    executable(java);
    return home.toString();
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String which(String tool) {
    return ProgramRun.run(List.of("bash", "-c", "command -v " + tool)).lines().get(0);
  }

  /** Waits for the archive, which the training run writes in the background. */
  private static Path written(Path cache) throws IOException, InterruptedException {
    try (WatchService changes = cache.getFileSystem().newWatchService()) {
      cache.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      while (true) {
        try (Stream<Path> files = Files.list(cache)) {
          Path archive =
              files.filter(file -> file.toString().endsWith(".jsa")).findAny().orElse(null);
          if (archive != null) {
            return archive;
          }
        }
        WatchKey change = changes.poll(2, MINUTES);
        assertThat(change).as("an archive in " + cache).isNotNull();
        change.reset();
      }
    }
  }

  private static ProgramRun java(String... arguments) {
    return ProgramRun.run(
        Stream.concat(Stream.of(ProgramRun.JAVA.toString()), Stream.of(arguments)).toList());
  }
}
