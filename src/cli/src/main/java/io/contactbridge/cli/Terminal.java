package io.contactbridge.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Everything that the command knows about its environment.
 *
 * @param coloured whether the output is a terminal that shows colours
 */
record Terminal(
    PrintWriter out, PrintWriter err, Map<String, String> environment, boolean coloured) {
  String paint(String text, Style... styles) {
    // Style.off would end bold with a code that underlines in some terminals.
    return coloured ? Style.on(styles) + text + Style.reset.on() : text;
  }

  /** Returns {@code text} on one line, without control characters for a terminal. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
  }
}
