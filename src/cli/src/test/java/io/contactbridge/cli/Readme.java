package io.contactbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md, and the project that it describes. */
final class Readme {
  static final Path ROOT = root();
  static final Path FILE = ROOT.resolve("README.md");

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  private Readme() {}

  /** Returns the paths of the modules' READMEs. */
  static List<Path> modulePages() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT.resolve("src"))) {
      return modules
          .map(module -> module.resolve("README.md"))
          .filter(Files::exists)
          .map(ROOT::relativize)
          .sorted()
          .toList();
    }
  }

  static String text() {
    return read(FILE);
  }

  /** Returns the inline code in backticks, without duplicates. */
  static List<String> inlineCode() {
    String prose = FENCED.matcher(text()).replaceAll("");
    return INLINE.matcher(prose).results().map(code -> code.group(1)).distinct().toList();
  }

  /** Returns the blocks of code in a language; an empty string stands for blocks without one. */
  static List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = FENCED.matcher(text());
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mock/demo"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests in a folder of the project");
      }
    }
    return folder;
  }
}
