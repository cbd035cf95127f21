package io.contactbridge.drift;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes small pages of each form, and sees what is told. */
final class DocsDriftTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitbook.md",
        "tables.md",
        "starlight.md",
        "copied.txt",
        "stacked.txt",
        "page.html"
      })
  void thePageThatTheSpecificationWasWrittenFromSaysNothing(String name) {
    PageReading page = DocsDrift.read(spec(name), name, text(name));

    assertThat(changes(name, text(name))).isEmpty();
    assertThat(page.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gitbook.md   | name="age" type="integer"            | name="years" type="integer"           | RENAMED $.age in the request -> $.years in the request
          tables.md    | `age` | `years` | RENAMED $.age in the request -> $.years in the request
          """)
  void changesAreTold(String name, String from, String to, String told) {
    assertThat(changes(name, changed(name, from, to))).isEqualTo(told);
  }

  private static String changed(String name, String from, String to) {
    String text = text(name);
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private static String changes(String name, String text) {
    Facts spec = spec(name);
    List<Change> changes = Comparison.compare(spec, DocsDrift.read(spec, name, text).facts());
    return changes.stream().map(DocsDriftTest::words).collect(joining("; "));
  }

  private static String words(Change change) {
    String from = change.before() == null ? "" : change.before() + " ";
    String to =
        change.after() == null || change.after().equals(change.before())
            ? ""
            : "-> " + change.after() + " ";
    String what =
        change.aspect() == null
            ? ""
            : change.aspect() + " " + change.oldValue() + " -> " + change.newValue();
    return (change.kind() + " " + from + to + what).strip();
  }

  /**
   * Some pages cannot show the statuses of errors, so our specification has them from elsewhere.
   */
  private static Facts spec(String page) {
    String spec = text("spec.yaml");
    String none = "description: Nobody.";
    return SpecReader.read(
        "spec.yaml",
        page.equals("stacked.txt")
            ? spec.replace(none, none + "\n          x-source: {evidence: vendor}")
            : spec);
  }

  private static String text(String name) {
    try (InputStream text = DocsDriftTest.class.getResourceAsStream("pages/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
