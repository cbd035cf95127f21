package io.contactbridge.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** The main class. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int exitCode =
        ContactBridge.run(new Terminal(out, err, System.getenv(), Ansi.AUTO.enabled()), args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Writes UTF-8 in any locale, because JSON requires it and contacts' names may need it. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
