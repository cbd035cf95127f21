package io.contactbridge;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the updates of one contact in the order in which they were asked for. A line that is empty
 * is forgotten.
 */
final class Lines {
  private final Map<String, Queue<BooleanSupplier>> lines = new HashMap<>();
  private final Executor executor;

  Lines(Executor executor) {
    this.executor = executor;
  }

  /**
   * Stands in the line of a contact. Who has begun leaves the line at the end.
   *
   * @param turn begins, or returns false if it has become needless
   */
  void enter(String contact, BooleanSupplier turn) {
    synchronized (lines) {
      Queue<BooleanSupplier> line = lines.get(contact);
      if (line != null) {
        line.add(turn);
        return;
      }
      lines.put(contact, new ArrayDeque<>());
    }
    if (!turn.getAsBoolean()) {
      leave(contact);
    }
  }

  /** Lets the next one begin, on another stack: it may end before it returns. */
  void leave(String contact) {
    synchronized (lines) {
      Queue<BooleanSupplier> line = lines.get(contact);
      if (line == null || line.isEmpty()) {
        lines.remove(contact);
        return;
      }
    }
    executor.execute(() -> serve(contact));
  }

  private void serve(String contact) {
    @Nullable BooleanSupplier next;
    do {
      next = next(contact);
    } while (next != null && !next.getAsBoolean());
  }

  private @Nullable BooleanSupplier next(String contact) {
    synchronized (lines) {
      Queue<BooleanSupplier> line = lines.get(contact);
      BooleanSupplier next = line == null ? null : line.poll();
      if (next == null) {
        lines.remove(contact);
      }
      return next;
    }
  }

  /** Returns how many contacts have a line. */
  int size() {
    synchronized (lines) {
      return lines.size();
    }
  }
}
