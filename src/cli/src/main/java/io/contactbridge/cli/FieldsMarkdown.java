package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints tables to paste into a document. Fields have their Java names. */
final class FieldsMarkdown implements FieldsReport {
  private final Terminal terminal;

  FieldsMarkdown(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void matrix() {
    head(Stream.concat(Stream.of(""), Arrays.stream(Crm.values()).map(Crm::toString)).toList());
    List<FieldAtCrm> all = new ArrayList<>();
    for (ContactField field : ContactField.values()) {
      List<FieldAtCrm> atCrms = FieldAtCrm.everywhere(field);
      all.addAll(atCrms);
      row(Stream.concat(Stream.of(name(field)), atCrms.stream().map(this::abilities)).toList());
    }
    line("");
    legend(Legend.matrix(all));
  }

  @Override
  public void crm(Crm crm) {
    head(
        List.of(
            crm.toString(), "", "Value", "In the request", "In the answer", "Evidence", "Note"));
    List<FieldAtCrm> fields = FieldAtCrm.known(crm);
    fields.forEach(field -> field.capability().ifPresent(known -> row(cells(field, known))));
    line("");
    line(String.join(" ", Legend.gaps(crm, FieldsMarkdown::name)));
    line("");
    legend(Legend.detailed(fields));
  }

  private List<String> cells(FieldAtCrm field, Capability known) {
    return List.of(
        name(field.field()),
        abilities(field),
        field.form(),
        path(known.requestPath()),
        path(known.answerPath()),
        Legend.evidence(field),
        Stream.concat(
                known.warnings().stream().map(warned -> "Warned: " + warned.words()),
                known.note().stream())
            .collect(joining(" ")));
  }

  private String abilities(FieldAtCrm field) {
    return field.abilities().isEmpty()
        ? NONE
        : field.abilities().stream().map(ability -> ability(field, ability)).collect(joining(", "));
  }

  /** Marks facts that the vendor does not document. */
  private static String ability(FieldAtCrm field, Ability ability) {
    Claim claim = field.evidence().get(ability);
    return claim == null || Legend.isDocumented(claim.evidence())
        ? ability.toString()
        : ability + " (" + Legend.word(claim.evidence()) + ")";
  }

  private static String path(Optional<String> path) {
    return path.map(FieldsMarkdown::code).orElse(NONE);
  }

  private static String name(ContactField field) {
    return code(field.name());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private void legend(Map<String, String> meanings) {
    meanings.forEach((word, meaning) -> line("- " + word + ": " + meaning));
  }

  private void head(List<String> cells) {
    row(cells);
    line("|" + String.join("|", Collections.nCopies(cells.size(), "---")) + "|");
  }

  private void row(List<String> cells) {
    line(
        cells.stream()
            .map(cell -> cell.isEmpty() ? " " : " " + cell.replace("|", "\\|") + " ")
            .collect(joining("|", "|", "|")));
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
