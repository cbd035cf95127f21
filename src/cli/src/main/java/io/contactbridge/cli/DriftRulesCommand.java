package io.contactbridge.cli;

import io.contactbridge.drift.DriftRule;
import io.contactbridge.drift.Level;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the rules by which the level of a drift is decided. */
@Command(
    name = "rules",
    description = "Print the rules by which the level of a drift is decided.",
    customSynopsis = "contactbridge drift rules [OPTIONS]")
final class DriftRulesCommand implements Callable<Integer> {
  private final Terminal terminal;

  DriftRulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PrintWriter out = terminal.out();
    for (DriftRule rule : DriftRule.all()) {
      out.printf("%s: %s%n", rule.id(), rule.law());
      out.printf(
          "  %s where the facade uses it, else %s%n", word(rule.ifUsed()), word(rule.otherwise()));
      out.printf("  %s%n", rule.consequence());
    }
    out.flush();
    return 0;
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
