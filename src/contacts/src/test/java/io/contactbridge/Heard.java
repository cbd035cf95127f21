package io.contactbridge;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that anybody in this JVM logs, at the finest level, or prints, until it is closed. */
final class Heard extends Handler {
  private static final SimpleFormatter FORMATTER = new SimpleFormatter();

  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Level level = root.getLevel();
  private final Handler[] handlers = root.getHandlers();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();

  Heard() {
    PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(all);
    System.setErr(all);
    for (Handler handler : handlers) {
      root.removeHandler(handler);
    }
    root.addHandler(this);
    root.setLevel(Level.ALL);
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord entry) {
    logged.add(FORMATTER.formatMessage(entry));
    if (entry.getThrown() != null) {
      logged.add(trace(entry.getThrown()));
    }
  }

  String text() {
    return String.join("", logged) + printed.toString(StandardCharsets.UTF_8);
  }

  /** Returns the stack trace with all causes and all that was suppressed. */
  static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    for (Handler handler : handlers) {
      root.addHandler(handler);
    }
    root.setLevel(level);
    System.setOut(out);
    System.setErr(err);
  }
}
