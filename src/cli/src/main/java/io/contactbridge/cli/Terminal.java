package io.contactbridge.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * All that the command knows of its surroundings.
 *
 * @param coloured whether somebody looks at the output who can see colours
 */
record Terminal(
    PrintWriter out, PrintWriter err, Map<String, String> environment, boolean coloured) {
  String paint(String text, Style... styles) {
    // Not Style.off, whose end of bold underlines in some terminals.
    return coloured ? Style.on(styles) + text + Style.reset.on() : text;
  }

  /** Returns {@code text} on one line, and without what could steer a terminal. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
  }
}
