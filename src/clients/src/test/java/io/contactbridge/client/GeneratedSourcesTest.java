package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds all that is generated against what our templates make, since the generator falls back on
 * its own templates without a word.
 */
final class GeneratedSourcesTest {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\\n])*+\"");
  private static final Pattern IMPORT = Pattern.compile("(?m)^(package|import) .*$");

  /** Neither reflection nor the libraries of the stock client are among them. */
  private static final Pattern KNOWN_IMPORT =
      Pattern.compile(
          "import (com\\.squareup\\.moshi\\.JsonClass"
              + "|io\\.contactbridge\\.client\\.[A-Za-z.]+"
              + "|java\\.(math|time|util)\\.[A-Z][A-Za-z]+"
              + "|okhttp3\\.HttpUrl"
              + "|org\\.jspecify\\.annotations\\.[A-Za-z]+"
              + "|retrofit2\\.(Call|http\\.[A-Za-z]+));");

  @ParameterizedTest
  @CsvSource({
    "acquire,   ContactsApi, Acquire",
    "highlevel, ContactsApi, HighLevel",
    "linq,      ContactsApi, Linq",
    "raze,      ContactsApi, Raze",
    "torture,   ThingsApi,   Torture",
  })
  void clientIsAnApiAServerEvidenceAndModelsWithOneAdapterEach(
      String client, String api, String name) {
    SortedSet<String> files = GeneratedSources.files(client);

    String folder = "io/contactbridge/client/" + client + "/";
    SortedSet<String> expected = new TreeSet<>();
    expected.add(folder + api + ".java");
    expected.add(folder + name + "Client.java");
    expected.add(folder + name + "Evidence.java");
    files.stream()
        .filter(file -> file.matches(Pattern.quote(folder) + "model/[A-Z][A-Za-z]*\\.java"))
        .map(file -> file.replaceFirst("(JsonAdapter)?\\.java$", ""))
        .forEach(
            model -> {
              expected.add(model + ".java");
              expected.add(model + "JsonAdapter.java");
            });
    assertThat(files).isEqualTo(expected);
    assertThat(files).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.GeneratedSources#all")
  void sourceIsOfOneOfOurForms(Path file) {
    String name = file.getFileName().toString().replace(".java", "");

    String form =
        name.endsWith("Api")
            ? "interface %s {"
            : name.endsWith("Client") || name.endsWith("Evidence")
                ? "final class %s {"
                : name.endsWith("JsonAdapter")
                    ? "final class %s extends KindJsonAdapter<"
                    : "final class %s extends (Model|OpenEnum) {";
    assertThat(GeneratedSources.text(file).replaceAll("\\s+", " "))
        .containsPattern(
            "@NullMarked (@JsonClass\\(.*?\\) )?public "
                + form.formatted(name).replace("{", "\\{"));
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.GeneratedSources#all")
  void importsAreThoseOfOurTemplates(Path file) {
    assertThat(GeneratedSources.text(file).lines())
        .filteredOn(line -> line.startsWith("import "))
        .allMatch(KNOWN_IMPORT.asMatchPredicate());
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.GeneratedSources#all")
  void sourceReadsAsIfWrittenByHand(Path file) {
    String source = GeneratedSources.text(file);

    assertThat(source).doesNotContain("\n\n\n", "\n\n}", "&#", "&quot;", "@Generated");
    assertThat(source.lines()).allMatch(line -> line.length() <= 100);
    assertThat(code(source))
        .doesNotContain("$")
        .doesNotContainPattern("\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]");
  }

  private static String code(String source) {
    // A URL in a string looks like a comment.
    String code = STRING.matcher(source).replaceAll("");
    return IMPORT.matcher(COMMENT.matcher(code).replaceAll("")).replaceAll("");
  }
}
