package io.contactbridge.cli;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The other names that a document may use: files, commands, options and variables. */
final class ProjectNames {
  static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  private static final Set<String> GOALS = Set.of("verify", "install", "test", "spotless:apply");

  private static final Set<String> COMMANDS =
      Set.of("plan", "update", "bulk", "fields", "drift", "review");

  private static final List<String> OPTIONS =
      Stream.concat(
              COMMANDS.stream(),
              Stream.of("drift spec", "drift docs", "drift live", "drift traffic"))
          .map(command -> Run.of((command + " --help").split(" ")))
          .flatMap(help -> Readme.find(OPTION, help.out()).stream())
          .distinct()
          .toList();

  private ProjectNames() {}

  static boolean isCommand(String name) {
    return COMMANDS.contains(name) && Run.of(name, "--help").exitCode() == 0;
  }

  /** Returns whether there is a comparison such as {@code drift spec}. */
  static boolean isComparison(String name) {
    // The command shows its own help if there is no such comparison.
    return Run.of((name + " --help").split(" ")).out().startsWith("\ncontactbridge " + name + " ");
  }

  static boolean isOption(String name) {
    return OPTIONS.contains(name);
  }

  /** Returns whether the command reports {@code name} as missing if it is not set. */
  static boolean isVariable(String name) {
    return Arrays.stream(Crm.values())
        .anyMatch(crm -> EnvironmentAccount.of(crm, Map.of()).missing().contains(name));
  }

  /**
   * Returns whether a file or folder exists, and one for each CRM if {@code path} has a
   * placeholder. Files in target are created by the build, perhaps after this test.
   */
  static boolean isPath(String path) {
    String source = path.replaceFirst("/target(/.*)?$", "/pom.xml");
    return Arrays.stream(Crm.values())
        .map(crm -> source.replace("<crm>", Choice.word(crm)))
        .allMatch(file -> Files.exists(Readme.ROOT.resolve(file)));
  }

  static boolean isArtifact(String coordinates) {
    String artifact = coordinates.substring(coordinates.indexOf(':') + 1);
    return coordinates.startsWith("io.contactbridge:")
        && poms().anyMatch(pom -> pom.contains("\n  <artifactId>" + artifact + "</artifactId>"));
  }

  /** Returns whether {@code word} occurs in a specification. */
  static boolean isOfSpec(String word) {
    return Arrays.stream(Crm.values())
        .map(crm -> Readme.read(Readme.ROOT.resolve("specs/" + Choice.word(crm) + ".yaml")))
        .anyMatch(spec -> spec.contains("`" + word + "`"));
  }

  /** Returns whether {@code call} calls Maven with goals, profiles and properties that exist. */
  static boolean isMaven(String call) {
    return Arrays.stream(call.split(" "))
        .skip(1)
        .allMatch(word -> GOALS.contains(word) || isProfile(word) || isProperty(word));
  }

  private static boolean isProfile(String word) {
    return word.startsWith("-P")
        && poms().anyMatch(pom -> pom.contains("<id>" + word.substring(2) + "</id>"));
  }

  /** Returns whether a test or the build reads the property, such as {@code -Dprism=npm}. */
  static boolean isProperty(String setting) {
    if (!setting.matches("-D\\w+=\\w+")) {
      return false;
    }
    String property = "getProperty(\"" + setting.substring(2, setting.indexOf('=')) + "\"";
    return sources().anyMatch(source -> source.contains(property));
  }

  private static Stream<String> poms() {
    return Stream.of(
            "bom", "clients", "contacts", "testing", "bulk", "kafka-connect", "drift", "cli")
        .map(module -> Readme.read(Readme.ROOT.resolve("src").resolve(module).resolve("pom.xml")));
  }

  private static Stream<String> sources() {
    return Stream.of("clients", "contacts", "bulk", "cli", "contract-tests")
        .map(module -> Readme.ROOT.resolve("src").resolve(module).resolve("src/test/java"))
        .flatMap(ProjectNames::files)
        .filter(file -> file.toString().endsWith(".java"))
        .map(Readme::read);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
