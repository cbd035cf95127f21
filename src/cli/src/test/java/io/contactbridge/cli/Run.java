package io.contactbridge.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** The exit code and the output of a run of the command. */
record Run(int exitCode, String out, String err) {
  static Run of(String... args) {
    return in(Map.of(), args);
  }

  static Run in(Map<String, String> environment, String... args) {
    return in(environment, false, args);
  }

  static Run in(Map<String, String> environment, boolean coloured, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), environment, coloured);
    int exitCode = ContactBridge.run(terminal, args);
    return new Run(exitCode, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString()
        .replace(System.lineSeparator(), "\n")
        // Only a jar has a version, but tests also run with a folder of classes.
        .replaceAll("ContactBridge/[0-9][-.0-9A-Za-z]*", "ContactBridge/0");
  }
}
