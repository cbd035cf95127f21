package io.contactbridge.drift.internal.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes small pages of each form, and sees what is told. */
final class DocsDriftTest {
  private static final String PUBLISHED = "published.yaml";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitbook.md",
        "tables.md",
        "starlight.md",
        "copied.txt",
        "stacked.txt",
        "page.html",
        "items.html",
        "published.yaml"
      })
  void thePageThatTheSpecificationWasWrittenFromSaysNothing(String name) {
    PageReading page = DocsDrift.read(spec(name), Source.text(name, text(name)));

    assertThat(changes(name, text(name))).isEmpty();
    assertThat(page.notes()).isEmpty();
  }

  /** The file has a page, what stands there, what comes in its place, and what is to be told. */
  @ParameterizedTest
  @CsvFileSource(resources = "pages/changes.tsv", delimiter = '\t', quoteCharacter = '\f')
  void changesAreReported(String name, String from, @Nullable String to, String told) {
    assertThat(changes(name, changed(name, from, to == null ? "" : to))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gitbook.md   | api-method-response-example httpCode=200 | the answer 200, the answer 404, the body of the answer 200
          gitbook.md   | {% api-method-body-parameters           | the properties of the request
          tables.md    | ## Response                             | the body of the answer 200
          tables.md    | ## Errors                               | the answer 404
          tables.md    | ## Request                              | the credentials, the properties of the request, the request headers
          starlight.md | ## Responses                            | the answer 404, the body of the answer 200
          starlight.md | ## Request Body                         | the properties of the request
          copied.txt   | Example Response                        | the body of the answer 200
          page.html    | <h3>Body Parameters                     | the properties of the request
          """)
  void pagesThatWereCutOffAreRefused(String name, String end, String missing) {
    String text = text(name);
    String cut = text.substring(0, text.indexOf(end));

    assertThatThrownBy(() -> DocsDrift.read(spec(name), Source.text(name, cut)))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageContaining(missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just a moment...",
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>",
        "<html><body><h1>Sign in</h1><form><input name=\"email\"></form></body></html>",
        "# Welcome\n\nSee the list of pages.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "\u0000\u0001\u0002",
      })
  void pagesWithoutAnOperationAreRefused(String text) {
    assertThatThrownBy(() -> DocsDrift.read(spec(""), Source.text("p", text)))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(
            "p has no operation, which is a method with a path: it may be a login page, or of a"
                + " form that is not known");
  }

  @Test
  void emptyPagesAreRefused() {
    assertThatThrownBy(() -> DocsDrift.read(spec(""), Source.text("p", " \n")))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("p is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/companies/:id, PUT https://api.example.com/v1/companies/{}",
    "DELETE, /v1/people/:id, DELETE https://api.example.com/v1/people/{}",
  })
  void pagesOfOtherOperationsAreRefused(String method, String path, String named) {
    String text =
        """
        <Badge type="danger" text="%s" /> `%s`

        ## Path Parameters

        | Parameter | Type |
        |-----------|------|
        | `id` | integer |

        ```bash
        curl -X %s https://api.example.com%s -H 'Authorization: Bearer X'
        ```
        """
            .formatted(method, path, method, path);

    assertThatThrownBy(() -> DocsDrift.read(spec(""), Source.text("p", text)))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(
            "p is about `%s` and not about `PUT https://api.example.com/v1/people/{id}`", named);
  }

  @Test
  void pagesOfTheSameOperationElsewhereAreRefused() {
    String text = text("tables.md").replaceAll("(email|phone_number|mood|address|labels)", "x$1");

    assertThatThrownBy(
            () ->
                DocsDrift.read(
                    spec("tables.md"),
                    Source.text("p", text.replace("api.example.com", "other.example.org"))))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageStartingWith("p is about `PUT https://other.example.org/v1/people/{}`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\f',
      textBlock =
          """
          tables.md; `age` | integer; `age` | wholeness; line 19, was not understood: the type of age
          tables.md; | `age` | integer; | | integer; line 19, was not understood: a row of a table without a name
          tables.md; "email": "ada@example.com",\\n    "addr; "email": …,\\n    "addr; line 27, was not understood: an example that is not JSON
          tables.md; | 404 |; | none |; line 56, was not understood: a row of a table of statuses without a status
          tables.md; | Field | Type |; | What | Type |; line 15, was not understood: a table without a column of names or statuses (what, type, required, description)
          copied.txt; moodstringHow it goes.; How it goes, in words.; line 30, was not understood: a row of a table
          """)
  void unreadablePartsAreReported(String name, String from, String to, String note) {
    PageFacts page = new PageFacts(name);

    new PageReader(spec(name), page).read(blocks(changed(name, from, to)));

    assertThat(page.notes()).containsExactly(name + ", " + note);
  }

  @Test
  void aPartThatAnExampleCannotShowIsReported() {
    String text = changed("tables.md", "\"labels\": [\"vip\"]\n", "\"labels\": []\n");

    assertThat(DocsDrift.read(spec("tables.md"), Source.text("p", text)).notes())
        .containsExactly(
            "p does not show what is inside $.person.labels in the answer 200, so that was not"
                + " compared");
  }

  @Test
  void documentsWithAnotherMethodAtThePathAreComparedIfTheyAreAlike() {
    String yaml = text(PUBLISHED).replace("    put:", "    patch:");

    assertThat(changes(PUBLISHED, yaml)).isEqualTo("CHANGED the operation METHOD PUT -> PATCH");
  }

  @Test
  void aFactFromElsewhereIsNotMissedOnThePage() {
    Facts page = DocsDrift.read(spec("tables.md"), Source.text("p", text("tables.md"))).facts();

    assertThat(page.wouldList(SpecLocation.requestBody("$.note"))).isFalse();
    assertThat(page.wouldList(SpecLocation.requestBody("$.gone"))).isFalse();
    assertThat(page.wouldList(SpecLocation.answerBody("200", "$.person.score"))).isFalse();
    assertThat(page.wouldList(SpecLocation.requestBody("$.email"))).isTrue();
  }

  @Test
  void partsOfOtherOperationsAreLeftOut() {
    String text =
        text("starlight.md") + "\nDELETE\n\n/v1/people/{id}\n\n### 204\n\nMedia type text/plain\n";

    PageReading page = DocsDrift.read(spec("starlight.md"), Source.text("p", text));

    assertThat(Comparison.compare(spec("starlight.md"), page.facts())).isEmpty();
    assertThat(page.notes())
        .containsExactly(
            "p, line 154, was not understood: what follows, which is of another operation");
  }

  @Test
  void publishedDocumentsAreReadAsJsonToo() {
    String json =
        """
        {"openapi": "3.1.0", "servers": [{"url": "https://api.example.com"}], "paths": {
          "/v1/people/{person}": {"put": {"responses": {}}},
          "/v1/people": {"get": {"responses": {}}}}}
        """;

    List<Change> changes =
        Comparison.compare(
            spec(PUBLISHED), DocsDrift.read(spec(PUBLISHED), Source.text("p", json)).facts());

    assertThat(changes.stream().map(DocsDriftTest::words))
        .contains("REMOVED the request body", "REMOVED the answer 404")
        .doesNotContain("REMOVED the answer 500");
  }

  @Test
  void publishedDocumentsWithoutTheOperationAreRefused() {
    String yaml = text(PUBLISHED).replace("/people/{id}", "/companies/{id}");

    assertThatThrownBy(() -> DocsDrift.read(spec(PUBLISHED), Source.text("p", yaml)))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("p has no operation PUT /people/{id}");
  }

  @Test
  void reportsSayHowMuchWasCompared() {
    Facts spec = spec("gitbook.md");

    DriftReport report =
        DocsDrift.report(Crm.LINQ, spec, Source.text("gitbook.md", text("gitbook.md")));

    assertThat(report.drifts()).isEmpty();
    assertThat(report.checked()).isEqualTo(46);
    assertThat(report.notes())
        .containsExactly(
            "28 of the 31 things in spec.yaml were looked for in gitbook.md; the rest is known from"
                + " elsewhere, or the page cannot show it");
  }

  private static List<PageBlock> blocks(String text) {
    return PageForm.ALL.stream()
        .filter(form -> form.fits(text))
        .findFirst()
        .orElseThrow()
        .read(text);
  }

  private static String changed(String name, String from, String to) {
    String text = text(name);
    String stands = from.replace("\\n", "\n");
    assertThat(text).contains(stands);
    return text.replace(stands, to.replace("\\n", "\n"));
  }

  private static String changes(String name, String text) {
    Facts spec = spec(name);
    List<Change> changes =
        Comparison.compare(spec, DocsDrift.read(spec, Source.text(name, text)).facts());
    return changes.stream().map(DocsDriftTest::words).collect(joining("; "));
  }

  private static String words(Change change) {
    String before = change.before() == null ? "" : change.before() + " ";
    boolean elsewhere = change.after() != null && !change.after().equals(change.before());
    String after = elsewhere ? "-> " + change.after() + " " : "";
    String what =
        change.aspect() == null
            ? ""
            : change.aspect() + " " + change.oldValue() + " -> " + change.newValue();
    return (change.kind() + " " + before + after + what).strip();
  }

  /**
   * Pages copied with stacked cells have no errors, so our specification has them from elsewhere.
   */
  private static Facts spec(String page) {
    String spec = text("spec.yaml");
    String found = "description: Nobody.";
    return SpecReader.read(
        "spec.yaml",
        page.equals("stacked.txt")
            ? spec.replace(found, found + "\n          x-source: {evidence: vendor}")
            : spec);
  }

  private static String text(String name) {
    try (InputStream text = DocsDriftTest.class.getResourceAsStream("pages/" + name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
