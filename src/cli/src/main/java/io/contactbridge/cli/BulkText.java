package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.bulk.BulkEnd;
import io.contactbridge.bulk.DryRun;
import io.contactbridge.bulk.Progress;
import io.contactbridge.bulk.engine.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line, which is written over on a terminal, and written once a minute elsewhere. */
final class BulkText implements BulkReport {
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Terminal terminal;
  private final Crm crm;
  private Instant told = Instant.MIN;
  private String why = "";

  BulkText(Terminal terminal, Crm crm) {
    this.terminal = terminal;
    this.crm = crm;
  }

  @Override
  public void progress(Progress progress) {
    Instant now = Instant.now();
    String held = progress.state().isHeld() ? String.valueOf(progress.state().why()) : "";
    if (terminal.coloured()) {
      terminal.err().print("\r\u001b[K" + line(progress));
      terminal.err().flush();
    } else if (!held.equals(why) || !now.isBefore(told.plus(BETWEEN_LINES))) {
      told = now;
      why = held;
      terminal.err().println(line(progress));
      terminal.err().flush();
    }
  }

  @Override
  public void stopping() {
    terminal.err().println();
    terminal.err().println("stopping; what is under way ends first");
    terminal.err().flush();
  }

  @Override
  public void end(BulkEnd end, String goOn) {
    if (terminal.coloured()) {
      terminal.err().println();
    }
    Progress progress = end.progress();
    terminal.out().println(counts(progress));
    terminal.out().println("Each row is in " + end.results());
    if (end.how() != BulkEnd.How.FINISHED) {
      terminal.err().println("contactbridge: " + Terminal.plain(end.message()));
      terminal.err().println("To go on:  " + goOn);
    } else if (progress.failed() > 0) {
      terminal.err().println("To send the failed rows again:  " + again(goOn));
    }
  }

  @Override
  public void dryRun(DryRun dryRun) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows would be sent, %,d refused, %,d leave every field alone",
            dryRun.sendable(),
            dryRun.rows(),
            dryRun.refused(),
            dryRun.nothing()));
    dryRun
        .columns()
        .forEach(
            (name, meaning) ->
                lines.add("  " + name + " -> " + (meaning.isEmpty() ? "not read" : meaning)));
    dryRun.fields().forEach((field, fates) -> lines.add("  " + field + ": " + fates(fates)));
    dryRun
        .refusals()
        .forEach(
            refusal ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "refused, %,d from row %d (line %d) on: %s",
                        refusal.rows(),
                        refusal.row(),
                        refusal.line(),
                        Terminal.plain(refusal.reason()))));
    dryRun
        .warnings()
        .forEach((warning, rows) -> lines.add("warning, %d rows: %s".formatted(rows, warning)));
    lines.add(
        dryRun.duration().isZero()
            ? crm + " documents no limit that would hold this up"
            : "At " + crm + "'s limits it takes at least " + words(dryRun.duration()));
    lines.forEach(terminal.out()::println);
  }

  private String line(Progress progress) {
    StringBuilder line = new StringBuilder(counts(progress));
    if (progress.perSecond() > 0) {
      line.append(String.format(Locale.ROOT, " · %.1f/s", progress.perSecond()));
    }
    if (progress.state().isHeld()) {
      line.append(" · held: ").append(why(progress.state()));
    }
    progress.done().ifPresent(done -> line.append(" · done about ").append(clock(done)));
    return line.toString();
  }

  private static String counts(Progress progress) {
    StringBuilder counts =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%,d of %,d rows · %,d made",
                progress.ended(),
                progress.rows(),
                progress.made()));
    add(counts, progress.different(), "with another value at the CRM");
    add(counts, progress.nothing(), "with nothing to change");
    add(counts, progress.superseded(), "superseded");
    add(counts, progress.failed(), "failed");
    return counts.toString();
  }

  private static void add(StringBuilder counts, long number, String words) {
    if (number > 0) {
      counts.append(String.format(Locale.ROOT, " · %,d %s", number, words));
    }
  }

  private String why(State state) {
    String until = state.until() == null ? "" : " until " + clock(state.until());
    if (state.why() == null) {
      return until;
    }
    return switch (state.why()) {
      case LIMIT -> "the account has no calls left" + until;
      case UNAVAILABLE ->
          crm + " does not answer as it should; next try" + until.replace("until", "at");
      case CREDENTIALS ->
          state.until() == null
              ? crm + " refuses the credential; waiting for another in its file"
              : crm + " refuses the credential of a contact; trying another";
      default -> String.valueOf(state.why());
    };
  }

  private static String again(String goOn) {
    return goOn.contains(" --again") ? goOn : goOn + " --again failed";
  }

  private static String fates(Map<?, Long> fates) {
    List<String> words = new ArrayList<>();
    fates.forEach(
        (fate, rows) ->
            words.add(
                String.format(
                    Locale.ROOT, "%,d %s", rows, String.valueOf(fate).toLowerCase(Locale.ROOT))));
    return String.join(", ", words);
  }

  private static String clock(Instant time) {
    boolean soon = time.isBefore(Instant.now().plus(Duration.ofHours(12)));
    return DateTimeFormatter.ofPattern(soon ? "HH:mm:ss" : "d MMM HH:mm", Locale.ENGLISH)
        .withZone(ZoneId.systemDefault())
        .format(time);
  }

  private static String words(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    if (minutes < 120) {
      return minutes + (minutes == 1 ? " minute" : " minutes");
    }
    return minutes < 2880 ? minutes / 60 + " hours" : minutes / 1440 + " days";
  }
}
