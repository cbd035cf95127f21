package io.contactbridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server on loopback that does with each byte as a test says, and counts. */
final class FaultyServer implements AutoCloseable {
  /** What the server does from the first byte of a request on, until it waits for the next. */
  interface Turn {
    void take(Line line) throws IOException;
  }

  private final ServerSocket listening;
  private final Crm crm;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong served = new AtomicLong();
  private volatile Turn turn;
  private volatile @Nullable SSLSocketFactory tls;

  private FaultyServer(Crm crm, Turn turn) throws IOException {
    this.crm = crm;
    this.turn = turn;
    listening = new ServerSocket();
    // So that a long request is on its way for as long as it is not read.
    listening.setReceiveBufferSize(64 << 10);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    start("accepting", this::accept);
  }

  static FaultyServer start(Crm crm, Turn turn) {
    try {
      return new FaultyServer(crm, turn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void turn(Turn turn) {
    this.turn = turn;
  }

  /** Goes on as it does for so many requests, and then as {@code good}. */
  void heal(int after, Turn good) {
    Turn bad = turn;
    int before = requests();
    turn = line -> (requests() - before < after ? bad : good).take(line);
  }

  void tls(SSLSocketFactory tls) {
    this.tls = tls;
  }

  int port() {
    return listening.getLocalPort();
  }

  String url() {
    return (tls == null ? "http://127.0.0.1:" : "https://localhost:") + port() + "/";
  }

  /** Returns how many requests came, whole or not. */
  int requests() {
    return requests.get();
  }

  /** Returns how many bytes were handed to the network. */
  long served() {
    return served.get();
  }

  /** Returns what went wrong here and not as the test wanted it. */
  Queue<Throwable> broken() {
    return broken;
  }

  void came() {
    requests.incrementAndGet();
  }

  void serving(long bytes) {
    served.addAndGet(bytes);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        start("talking", () -> talk(socket));
      }
    } catch (IOException e) {
      // Closed, which is how this ends.
    }
  }

  private void talk(Socket socket) {
    try (Line line = new Line(this, crm, socket)) {
      talk(line);
    } catch (IOException e) {
      // The other end may hang up whenever it likes.
    } catch (RuntimeException | Error e) {
      broken.add(e);
    }
  }

  private void talk(Line line) throws IOException {
    lines.add(line);
    try {
      SSLSocketFactory secure = tls;
      if (secure != null) {
        line.secure(secure);
      }
      while (line.hasMore()) {
        turn.take(line);
      }
    } finally {
      lines.remove(line);
    }
  }

  private void start(String name, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              work.run();
              threads.remove(Thread.currentThread());
            },
            "faulty server, " + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Closes the connections, as a server does with those that were idle for too long. */
  void hangUp() {
    lines.forEach(Line::close);
  }

  /** Stops listening and leaves what is being said. */
  void refuse() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    refuse();
    lines.forEach(Line::close);
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
