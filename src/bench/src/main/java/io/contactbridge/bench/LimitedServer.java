package io.contactbridge.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HighLevel, which takes 100 calls in any 10 seconds, by their arrival, and refuses the others. */
final class LimitedServer implements AutoCloseable {
  static final int CALLS = 100;
  private static final long PERIOD_NANOS = 10_000_000_000L;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String answer = new String(Sample.answer(), StandardCharsets.UTF_8);
  private final List<Long> taken = new ArrayList<>();
  private int refused;

  LimitedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Returns when each call arrived that was not refused, in nanoseconds. */
  synchronized List<Long> taken() {
    return List.copyOf(taken);
  }

  synchronized int refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized boolean take(long now) {
    int size = taken.size();
    if (size >= CALLS && now - taken.get(size - CALLS) < PERIOD_NANOS) {
      refused++;
      return false;
    }
    taken.add(now);
    return true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean takes = take(System.nanoTime());
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    String body =
        takes
            ? answer.replace(Sample.id(0), id)
            : "{\"statusCode\":429,\"message\":\"Too Many Requests\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(takes ? 200 : 429, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
