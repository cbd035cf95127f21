package io.contactbridge.bulk.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputFileTest {
  private static final ReadingOptions PLAIN = ReadingOptions.DEFAULT;

  @TempDir private Path directory = Path.of("");

  @Test
  void columnsAreNamedLikeFields() throws IOException {
    Path file = csv("ID,First name,LAST_NAME,job-title,custom.nps\nc1,Ada,Lovelace,CTO,9\n");

    assertThat(InputFile.open(file, PLAIN).scan())
        .isEqualTo(
            new InputFile.Scan(
                1,
                Map.of(
                    "ID", "id",
                    "First name", "FIRST_NAME",
                    "LAST_NAME", "LAST_NAME",
                    "job-title", "JOB_TITLE",
                    "custom.nps", "custom.nps")));
    assertThat(only(file, PLAIN))
        .isEqualTo(
            ContactUpdate.builder()
                .firstName("Ada")
                .lastName("Lovelace")
                .jobTitle("CTO")
                .customField("nps", "9")
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "id,E-mail~c1,a@b.co | the column \"E-mail\" (did you mean email?) is not a field of a"
            + " contact; map it with --map \"E-mail=FIELD\" or leave it out with --ignore"
            + " \"E-mail\"",
        "email~a@b.co | no column has the contact's id: call it id, or name it with --id; the"
            + " columns are email",
        "id,email,email~c1,a@b.co,b@b.co | two columns are called \"email\"",
        "id,email,Email~c1,a@b.co,b@b.co | the columns \"email\" and \"Email\" are both EMAIL;"
            + " --ignore one of them",
        "id,,email~c1,,a@b.co | column 2 has no name in the header",
        "id;email~c1;a@b.co | the header is one column that contains ;; use --delimiter ';'",
        "id,tags~c1,a | the column \"tags\" may have several tags in a cell; name their"
            + " separator, such as --tag-separator ';'",
      })
  void headerWithFaultsIsRefused(String text, String sentence) throws IOException {
    assertRefused(csv(text.strip().replace('~', '\n') + "\n"), sentence);
  }

  @Test
  void emptyFileIsRefusedButHeaderAloneIsNot() throws IOException {
    assertRefused(csv(""), "contacts.csv is empty");
    assertThat(InputFile.open(csv("id,email\n"), PLAIN).scan().rows()).isZero();
  }

  @Test
  void standardInputIsRefused() {
    assertThatThrownBy(() -> InputFile.open(Path.of("-"), PLAIN))
        .hasMessageContaining("cannot read standard input; use a file");
    assertThatThrownBy(() -> InputFile.open(directory, PLAIN))
        .hasMessageContaining("a bulk run must read its input again");
    assertThatThrownBy(() -> InputFile.open(directory.resolve("none.csv"), PLAIN))
        .hasMessageStartingWith("there is no file ");
  }

  @Test
  void byteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
    assertThat(InputFile.open(csv("\ufeffid,email\r\nc1,a@b.co\r\n"), PLAIN).scan().columns())
        .containsKeys("id", "email");
  }

  @Test
  void utf16IsRefusedWithoutTheEncodingOption() throws IOException {
    Path file = directory.resolve("contacts.csv");
    Files.write(file, "id,email\nc1,a@b.co\n".getBytes(StandardCharsets.UTF_16));

    assertRefused(file, "contacts.csv is UTF-16 and not UTF-8; use --encoding UTF-16");
    assertThat(only(file, in(StandardCharsets.UTF_16)).get(ContactField.EMAIL)).isEqualTo("a@b.co");
  }

  @Test
  void latin1IsRefusedWithoutTheEncodingOption() throws IOException {
    Path file = directory.resolve("contacts.csv");
    Files.write(file, "id,city\nc1,Oslo\nc2,K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        file,
        "contacts.csv is not UTF-8, as line 3 shows; if it is from a spreadsheet, use --encoding"
            + " windows-1252");
    assertThat(InputFile.open(file, in(Charset.forName("windows-1252"))).scan().rows())
        .isEqualTo(2);
  }

  @Test
  void workbooksAndArchivesAreRefused() throws IOException {
    assertRefused(
        csv("PK\u0003\u0004"), "contacts.csv is a workbook or an archive; export it as CSV");
  }

  @Test
  void fileThatEndsInAQuotedCellIsRefused() throws IOException {
    assertThatThrownBy(() -> InputFile.open(csv("id,city\nc1,Oslo\nc2,\"Ber"), PLAIN).scan())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("contacts.csv is not valid CSV: ");
  }

  @Test
  void overlongCellIsRefused() throws IOException {
    assertThatThrownBy(
            () -> InputFile.open(csv("id,city\nc1," + "x".repeat(2 << 20) + "\n"), PLAIN).scan())
        .isInstanceOf(InputException.class);
  }

  @Test
  void cellsMayHaveLineBreaks() throws IOException {
    List<InputRow> rows = rows(csv("id,street\nc1,\"1, High St\nLondon\"\nc2,x\n"), PLAIN);

    assertThat(update(rows.get(0)).get(ContactField.STREET)).isEqualTo("1, High St\nLondon");
    assertThat(rows)
        .extracting(InputRow::number, InputRow::line)
        .hasToString("[(1L, 2L), (2L, 4L)]");
  }

  @Test
  void onlyTheRowOfAnotherWidthFails() throws IOException {
    List<InputRow> rows = rows(csv("id,email\nc1\nc2,a@b.co\nc3,a@b.co,x\n"), PLAIN);

    assertThatThrownBy(() -> rows.get(0).id())
        .hasMessage("the row has 1 cells, but the header has 2");
    assertThat(rows.get(1).id()).isEqualTo("c2");
    assertThatThrownBy(() -> rows.get(2).id())
        .hasMessage("the row has 3 cells, but the header has 2");
  }

  @Test
  void idRoundedByASpreadsheetIsRefused() throws IOException {
    List<InputRow> rows = rows(csv("id,email\n1.23E+11,a@b.co\n,a@b.co\n"), PLAIN);

    assertThatThrownBy(() -> rows.get(0).id())
        .hasMessageStartingWith("id was rounded by a spreadsheet, as in 1.23E+11");
    assertThatThrownBy(() -> rows.get(1).id()).hasMessage("the contact's id is missing");
  }

  @Test
  void emptyCellLeavesTheFieldAlone() throws IOException {
    List<InputRow> rows = rows(csv("id,email,city\nc1,,Oslo\nc2,,\n"), PLAIN);

    assertThat(update(rows.get(0))).isEqualTo(ContactUpdate.builder().city("Oslo").build());
    assertThat(rows.get(1).update()).isNull();
  }

  @Test
  void emptyCellClearsFieldIfConfigured() throws IOException {
    Path file = csv("id,email,city\nc1,,\n");

    assertThat(only(file, clearing(true, Set.of())).cleared())
        .containsExactly(ContactField.EMAIL, ContactField.CITY);
    assertThat(only(file, clearing(false, Set.of("city"))).cleared())
        .containsExactly(ContactField.CITY);
    assertThatThrownBy(() -> InputFile.open(file, clearing(false, Set.of("region"))).scan())
        .hasMessage("--clear-empty names \"region\", but no column has that field");
    assertThatThrownBy(
            () -> InputFile.open(csv("id,custom.a\nc1,\n"), clearing(true, Set.of())).scan())
        .hasMessageStartingWith("a custom field cannot be cleared");
  }

  @Test
  void numbersInJsonAreReadExactly() throws IOException {
    List<InputRow> rows =
        rows(
            json("{\"id\":12345678901234567890123,\"phone\":12025550123,\"custom\":{\"n\":1.10}}"),
            PLAIN);

    assertThat(rows.get(0).id()).isEqualTo("12345678901234567890123");
    assertThat(update(rows.get(0)).get(ContactField.PHONE)).isEqualTo("12025550123");
    assertThat(String.valueOf(update(rows.get(0)).get(ContactField.CUSTOM_FIELDS)))
        .isEqualTo("{n=1.10}");
  }

  @Test
  void jsonDistinguishesAbsentNullAndEmpty() throws IOException {
    List<InputRow> rows =
        rows(
            json(
                "{\"id\":\"c1\",\"city\":null,\"region\":\"\",\"tags\":[\"a\",\"b\"]}\n"
                    + "{\"id\":\"c2\"}"),
            PLAIN);

    assertThat(update(rows.get(0)))
        .isEqualTo(
            ContactUpdate.builder().clear(ContactField.CITY).region("").tags("a", "b").build());
    assertThat(rows.get(1).update()).isNull();
  }

  @Test
  void onlyTheLineThatIsNotAnObjectFails() throws IOException {
    List<InputRow> rows =
        rows(
            json(
                """
                {"id":"c1","city":"a"}
                [1]
                {"id":"c3","ci

                {"id":{},"city":"b"}
                """),
            PLAIN);

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).id()).isEqualTo("c1");
    assertThatThrownBy(() -> rows.get(1).id()).hasMessage("the line is JSON, but not an object");
    assertThatThrownBy(() -> rows.get(2).id())
        .hasMessageStartingWith("the line is not a JSON object");
    assertThatThrownBy(() -> rows.get(3).id())
        .hasMessage("id is not text; write it as a JSON string");
    assertThat(rows.get(3).line()).isEqualTo(5);
  }

  @Test
  void unknownPropertyInAnyLineIsRefused() throws IOException {
    assertRefused(
        json(
            """
            {"id":"c1","city":"a"}
            {"id":"c2","citty":"a"}
            """),
        "the column \"citty\" (did you mean city?) is not a field of a contact; map it with --map"
            + " \"citty=FIELD\" or leave it out with --ignore \"citty\"");
  }

  private void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> InputFile.open(file, PLAIN).scan())
        .isInstanceOf(InputException.class)
        .hasMessage(sentence);
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(directory.resolve("contacts.csv"), text);
  }

  private Path json(String text) throws IOException {
    return Files.writeString(directory.resolve("contacts.ndjson"), text);
  }

  private static ReadingOptions in(Charset encoding) {
    return new ReadingOptions(
        null, Map.of(), Set.of(), false, Set.of(), null, null, encoding, null);
  }

  private static ReadingOptions clearing(boolean all, Set<String> some) {
    return new ReadingOptions(
        null, Map.of(), Set.of(), all, some, null, null, StandardCharsets.UTF_8, null);
  }

  private static ContactUpdate only(Path file, ReadingOptions options) throws IOException {
    List<InputRow> rows = rows(file, options);
    assertThat(rows).hasSize(1);
    return update(rows.get(0));
  }

  private static ContactUpdate update(InputRow row) {
    return Objects.requireNonNull(row.update());
  }

  private static List<InputRow> rows(Path path, ReadingOptions options) throws IOException {
    InputFile file = InputFile.open(path, options);
    List<InputRow> rows = new ArrayList<>();
    try (RowReader reader = file.rows(file.scan().columns())) {
      for (@Nullable InputRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
