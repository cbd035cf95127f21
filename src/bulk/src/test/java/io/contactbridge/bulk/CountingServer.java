package io.contactbridge.bulk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake Raze that answers each update and knows the newest row sent for each contact. */
final class CountingServer implements AutoCloseable {
  private static final Pattern ROW = Pattern.compile("\"r(\\d+)@example\\.com\"");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger disordered = new AtomicInteger();
  private final Map<Integer, Integer> sent = new ConcurrentHashMap<>();
  private final Map<String, Integer> newest = new ConcurrentHashMap<>();
  private volatile IntFunction<Integer> status = row -> 200;

  CountingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sets the answer for each row from now on. */
  void answering(IntFunction<Integer> status) {
    this.status = status;
  }

  int requests() {
    return requests.get();
  }

  /** Returns how often an older row arrived after a newer one of its contact. */
  int disordered() {
    return disordered.get();
  }

  /** Returns how often each row arrived. */
  Map<Integer, Integer> sent() {
    return sent;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher matcher = ROW.matcher(body);
    int row = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    String path = exchange.getRequestURI().getPath();
    String contact = path.substring(path.lastIndexOf('/') + 1);
    int answer = status.apply(row);
    if (row > 0) {
      int last = newest.merge(contact, row, Math::max);
      disordered.addAndGet(last > row ? 1 : 0);
      sent.merge(row, 1, Integer::sum);
    }
    requests.incrementAndGet();
    String json =
        answer == 200
            ? "{\"success\":true,\"data\":{\"id\":\"%s\",\"email\":\"r%d@example.com\"}}"
                .formatted(contact, row)
            : "{\"success\":false,\"error\":{\"code\":\""
                + (answer == 404 ? "NOT_FOUND" : "CODE")
                + "\",\"message\":\"words\"}}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
