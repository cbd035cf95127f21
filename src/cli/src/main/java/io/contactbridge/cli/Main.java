package io.contactbridge.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** Where the Java launcher starts. */
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

  /** UTF-8 whatever the locale: JSON is, and so are the contacts' names. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
