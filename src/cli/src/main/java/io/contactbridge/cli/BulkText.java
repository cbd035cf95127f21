package io.contactbridge.cli;

import io.contactbridge.Crm;
import io.contactbridge.bulk.BulkEnd;
import io.contactbridge.bulk.DryRun;
import io.contactbridge.bulk.Progress;
import io.contactbridge.bulk.engine.SendingState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the progress as one line: overwritten on a terminal, once a minute elsewhere. */
final class BulkText implements BulkReport {
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Terminal terminal;
  private final Crm crm;
  private Instant lastLine = Instant.MIN;
  private String lastReason = "";

  BulkText(Terminal terminal, Crm crm) {
    this.terminal = terminal;
    this.crm = crm;
  }

  @Override
  public void progress(Progress progress) {
    Instant now = Instant.now();
    String held = progress.state().isHeld() ? String.valueOf(progress.state().reason()) : "";
    if (terminal.coloured()) {
      terminal.err().print("\r\u001b[K" + line(progress));
      terminal.err().flush();
    } else if (!held.equals(lastReason) || !now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      lastReason = held;
      terminal.err().println(line(progress));
      terminal.err().flush();
    }
  }

  @Override
  public void stopping() {
    terminal.err().println();
    terminal.err().println("stopping; waiting for the updates under way");
    terminal.err().flush();
  }

  @Override
  public void end(BulkEnd end, String goOn) {
    if (terminal.coloured()) {
      terminal.err().println();
    }
    Progress progress = end.progress();
    terminal.out().println(counts(progress));
    terminal.out().println("The result of each row is in " + end.results());
    if (end.how() != BulkEnd.How.FINISHED) {
      terminal.err().println("contactbridge: " + Terminal.plain(end.message()));
      terminal.err().println("To resume:  " + goOn);
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
            "%,d of %,d rows would be sent, %,d would be refused, %,d have nothing to change",
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
                        "refused, %srow %d (line %d): %s",
                        refusal.rows() == 1
                            ? ""
                            : String.format(Locale.ROOT, "%,d rows, first ", refusal.rows()),
                        refusal.row(),
                        refusal.line(),
                        Terminal.plain(refusal.reason()))));
    dryRun
        .warnings()
        .forEach((warning, rows) -> lines.add("warning, %d rows: %s".formatted(rows, warning)));
    lines.add(
        dryRun.duration().isZero()
            ? "No documented limit of " + crm + " delays the run"
            : "At " + crm + "'s rate limit the run takes at least " + words(dryRun.duration()));
    lines.forEach(terminal.out()::println);
  }

  private String line(Progress progress) {
    StringBuilder line = new StringBuilder(counts(progress));
    if (progress.perSecond() > 0) {
      line.append(String.format(Locale.ROOT, " · %.1f/s", progress.perSecond()));
    }
    if (progress.state().isHeld()) {
      line.append(" · held: ").append(reason(progress.state()));
    }
    progress.done().ifPresent(done -> line.append(" · done about ").append(clock(done)));
    return line.toString();
  }

  private static String counts(Progress progress) {
    StringBuilder counts =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%,d of %,d rows · %,d updated",
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

  private String reason(SendingState state) {
    String until = state.until() == null ? "" : " until " + clock(state.until());
    if (state.reason() == null) {
      return until;
    }
    return switch (state.reason()) {
      case LIMIT -> "the rate limit is used up" + until;
      case UNAVAILABLE -> crm + " is unavailable; next try" + until.replace("until", "at");
      case CREDENTIALS ->
          state.until() == null
              ? crm + " refuses the credential; waiting for a new one in its file"
              : crm + " refuses the credential for one contact; trying another contact";
      default -> String.valueOf(state.reason());
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
