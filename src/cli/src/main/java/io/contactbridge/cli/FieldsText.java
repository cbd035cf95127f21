package io.contactbridge.cli;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.cli.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints tables for a terminal. Fields are named like their options. */
final class FieldsText implements FieldsReport {
  private final Terminal terminal;

  FieldsText(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void matrix() {
    Table table = new Table(terminal);
    head(table, Stream.concat(Stream.of("field"), Arrays.stream(Crm.values()).map(Crm::toString)));
    List<FieldAtCrm> all = new ArrayList<>();
    for (ContactField field : ContactField.values()) {
      List<FieldAtCrm> atCrms = FieldAtCrm.everywhere(field);
      all.addAll(atCrms);
      table.row(
          Stream.concat(
                  Stream.of(Cell.of(FieldOptions.word(field))),
                  atCrms.stream().map(FieldsText::abilities))
              .toList());
    }
    table.print();
    line("");
    legend(Legend.abilities(all));
    line("");
    line("contactbridge fields <crm> has the forms of values, the JSON paths and the evidence.");
  }

  @Override
  public void crm(Crm crm) {
    List<FieldAtCrm> fields = FieldAtCrm.known(crm);
    Table table = new Table(terminal);
    head(
        table,
        Stream.of(crm.toString(), "", "value", "in the request", "in the answer", "evidence"));
    fields.forEach(field -> field.capability().ifPresent(known -> rows(table, field, known)));
    table.print();
    line("");
    Legend.gaps(crm, FieldOptions::word).forEach(this::line);
    line("");
    legend(Legend.detailed(fields));
  }

  private static void head(Table table, Stream<String> titles) {
    table.row(titles.map(title -> new Cell(title, Style.bold)).toList());
  }

  private static void rows(Table table, FieldAtCrm field, Capability known) {
    table.row(
        List.of(
            Cell.of(FieldOptions.word(field.field())),
            abilities(field),
            Cell.of(field.form()),
            Cell.of(known.requestPath().orElse(NONE)),
            Cell.of(known.answerPath().orElse(NONE)),
            Cell.of(Legend.evidence(field))));
    known
        .warnings()
        .forEach(
            warned ->
                table.row(
                    List.of(Cell.of(""), new Cell("warned: " + warned.words(), Style.fg_yellow))));
    known.note().ifPresent(note -> table.row(List.of(Cell.of(""), new Cell(note, Style.faint))));
  }

  /** Reserves a column for each ability that the CRM has with any field, so that they line up. */
  private static Cell abilities(FieldAtCrm field) {
    Set<Ability> own = field.abilities();
    if (own.isEmpty()) {
      return new Cell(NONE, Style.faint);
    }
    if (own.contains(Ability.TOGETHER)) {
      return new Cell(Ability.TOGETHER.toString(), Style.fg_yellow);
    }
    Set<Ability> places = EnumSet.noneOf(Ability.class);
    FieldAtCrm.known(field.crm()).forEach(other -> places.addAll(other.abilities()));
    places.remove(Ability.TOGETHER);
    String text =
        String.join(
            " ",
            places.stream()
                .map(place -> own.contains(place) ? place.toString() : " ".repeat(place.width()))
                .toList());
    return new Cell(text.stripTrailing(), own.contains(Ability.SET) ? Style.fg_green : Style.reset);
  }

  private void legend(Map<String, String> meanings) {
    Table table = new Table(terminal);
    meanings.forEach((word, meaning) -> table.row(List.of(Cell.of(word), Cell.of(meaning))));
    table.print();
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
