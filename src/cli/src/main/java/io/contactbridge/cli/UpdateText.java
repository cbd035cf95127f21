package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import io.contactbridge.Contact;
import io.contactbridge.ContactField;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.Outcome;
import io.contactbridge.UpdatePlan;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.Claim;
import io.contactbridge.client.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints text for people. */
final class UpdateText implements UpdateReport {
  private final Terminal terminal;

  UpdateText(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void plan(String id, UpdatePlan plan, List<String> missing) {
    request(plan);
    plan.headers().forEach((name, value) -> line(name + ": " + value));
    body(plan);
    line("");
    List<Row> rows = new ArrayList<>(plan.fields().stream().map(UpdateText::planned).toList());
    plan.undocumented().forEach(path -> rows.add(new Row(Mark.NONE, path, "undocumented", path)));
    print(rows);
    notes("warning: ", warnings(plan, missing));
  }

  @Override
  public void result(String id, UpdateResult result) {
    request(result.plan());
    body(result.plan());
    line("");
    line(bold(result.crm() + " answered " + result.status()));
    print(contact(result.contact()));
    line("");
    print(became(result));
    notes("because: ", reasons(result));
    notes("warning: ", result.plan().warnings());
    notes(
        "not as specified: ",
        result.observations().stream().map(seen -> Terminal.plain(seen.toString())).toList());
  }

  private void request(UpdatePlan plan) {
    line(bold(plan.method() + " " + plan.url()));
  }

  private void body(UpdatePlan plan) {
    line("");
    line(JsonValue.writeIndented(JsonValue.parse(plan.body())));
  }

  private void notes(String kind, List<String> notes) {
    if (!notes.isEmpty()) {
      line("");
    }
    notes.forEach(note -> line(terminal.paint(kind, Style.fg_yellow) + note));
  }

  private static Row planned(FieldPlan plan) {
    String detail =
        Stream.concat(plan.detail().stream(), plan.claim().flatMap(UpdateText::evidence).stream())
            .collect(joining(", "));
    return new Row(
        plan.fate() == Fate.DROPPED ? Mark.DROPPED : Mark.NONE,
        FieldOptions.word(plan.field()),
        words(plan.fate()),
        plan.path().map(path -> detail.isEmpty() ? path : path + ", " + detail).orElse(detail));
  }

  /** Returns the word for the evidence of a claim, unless the vendor documents the claim. */
  private static Optional<String> evidence(Claim claim) {
    return Legend.isDocumented(claim.evidence())
        ? Optional.empty()
        : Optional.of(Legend.word(claim.evidence()));
  }

  private static List<Row> became(UpdateResult result) {
    List<Row> rows = new ArrayList<>();
    result.plan().fields().forEach(field -> rows.add(became(field, result)));
    if (result.customFieldOutcomes().size() > 1) {
      String name = FieldOptions.word(ContactField.CUSTOM_FIELDS);
      result
          .customFieldOutcomes()
          .forEach((key, outcome) -> rows.add(Row.of(outcome, name + " " + key)));
    }
    result.additions().forEach((path, outcome) -> rows.add(Row.of(outcome, path)));
    return rows;
  }

  /** Returns the reasons why values are not confirmed. */
  private static List<String> reasons(UpdateResult result) {
    List<String> reasons = new ArrayList<>();
    for (ContactField field : result.outcomes().keySet()) {
      if (result.outcome(field) != Outcome.DROPPED) {
        result
            .reason(field)
            .ifPresent(reason -> reasons.add(FieldOptions.word(field) + ": " + reason));
      }
    }
    result
        .additions()
        .keySet()
        .forEach(
            path ->
                result.additionReason(path).ifPresent(reason -> reasons.add(path + ": " + reason)));
    return reasons.stream().map(Terminal::plain).toList();
  }

  private static Row became(FieldPlan plan, UpdateResult result) {
    Outcome outcome = result.outcome(plan.field());
    String detail = plan.detail().orElse(plan.fate() == Fate.CLEARED ? words(Fate.CLEARED) : "");
    return new Row(
        Mark.valueOf(outcome.name()),
        FieldOptions.word(plan.field()),
        words(outcome),
        outcome == Outcome.DIFFERENT
            ? difference(plan, result) + (detail.isEmpty() ? "" : ", " + detail)
            : detail);
  }

  private static String difference(FieldPlan plan, UpdateResult result) {
    FieldAtCrm field = FieldAtCrm.of(result.crm(), plan.field());
    Optional<Object> answered = result.contact().get(field.writtenAs().orElse(plan.field()));
    return "asked %s, answered %s"
        .formatted(
            plan.value().map(UpdateText::quoted).orElse("no value"),
            answered
                .map(value -> quoted(among(plan.value().orElse(value), value)))
                .orElse("no value"));
  }

  private static String quoted(Object value) {
    return Terminal.plain(JsonValue.write(value instanceof LocalDate ? value.toString() : value));
  }

  /** Leaves out custom fields that are not in the update. */
  private static Object among(Object asked, Object answered) {
    if (!(asked instanceof Map<?, ?> fields && answered instanceof Map<?, ?> all)) {
      return answered;
    }
    Map<Object, @Nullable Object> some = new LinkedHashMap<>(all);
    some.keySet().retainAll(fields.keySet());
    return some;
  }

  private static List<Row> contact(Contact contact) {
    List<Row> rows = new ArrayList<>();
    contact.id().ifPresent(id -> rows.add(Row.of("id", id)));
    for (ContactField field : contact.fields()) {
      Object value = contact.get(field).orElseThrow();
      if (value instanceof Map<?, ?> customFields) {
        customFields.forEach(
            (key, custom) -> rows.add(Row.of(FieldOptions.word(field), key + "=" + text(custom))));
      } else {
        rows.add(Row.of(FieldOptions.word(field), text(value)));
      }
    }
    return rows;
  }

  private static String text(Object value) {
    if (value instanceof List<?> tags && tags.stream().allMatch(String.class::isInstance)) {
      return String.join(", ", tags.stream().map(String.class::cast).toList());
    }
    return value instanceof List || value instanceof Map
        ? JsonValue.write(value)
        : value.toString();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String bold(String text) {
    return terminal.paint(text, Style.bold);
  }

  /** Prints rows with aligned columns. */
  private void print(List<Row> rows) {
    int first = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int second = rows.stream().mapToInt(row -> row.word().length()).max().orElse(0);
    for (Row row : rows) {
      String mark =
          row.mark() == Mark.NONE ? " " : terminal.paint(row.mark().sign, row.mark().style);
      String cells =
          "%s  %s  %s".formatted(pad(row.name(), first), pad(row.word(), second), row.rest());
      line((mark + " " + cells).stripTrailing());
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private void line(String text) {
    terminal.out().println(text);
  }

  /** A name, and the text about it. */
  private record Row(Mark mark, String name, String word, String rest) {
    static Row of(Outcome outcome, String name) {
      return new Row(Mark.valueOf(outcome.name()), Terminal.plain(name), words(outcome), "");
    }

    static Row of(String name, String value) {
      return new Row(Mark.NONE, name, Terminal.plain(value), "");
    }
  }

  /** The symbol before a row; the row's text has the same meaning. */
  private enum Mark {
    NONE(" ", Style.reset),
    APPLIED("✓", Style.fg_green),
    NORMALISED("≈", Style.fg_green),
    DIFFERENT("≠", Style.fg_red),
    NOT_ECHOED("?", Style.fg_yellow),
    DROPPED("-", Style.fg_yellow);

    private final String sign;
    private final Style style;

    Mark(String sign, Style style) {
      this.sign = sign;
      this.style = style;
    }
  }
}
