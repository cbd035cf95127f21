package io.contactbridge.kafka;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fake Raze that follows its specification and records each call. An update's number is in its
 * email address: {@code r7@example.com} is update 7.
 */
final class CrmServer implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("\"r(\\d+)@example\\.com\"");

  static {
    // The server writes an answer in two parts; the second would wait for the client's
    // acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(64);
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Integer> values = new HashMap<>();
  private volatile Answering answering = call -> 200;
  private volatile long delayNanos;

  /** Chooses the status of the answer to a call, on a thread that may block. */
  interface Answering {
    int status(Call call) throws InterruptedException;
  }

  /** A call that arrived, whatever its answer was. */
  record Call(long nanos, String contact, int number, String credential, String body) {}

  CrmServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sets the answers to calls from now on. */
  CrmServer answering(Answering answering) {
    this.answering = answering;
    return this;
  }

  /** Delays each answer. */
  CrmServer taking(long millis) {
    delayNanos = millis * 1_000_000;
    return this;
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized int count() {
    return calls.size();
  }

  synchronized List<Integer> numbers() {
    return calls.stream().map(Call::number).toList();
  }

  /** Returns the last update of each contact that was answered with 200. */
  synchronized Map<String, Integer> values() {
    return Map.copyOf(values);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher matcher = NUMBER.matcher(body);
    int number = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    String path = exchange.getRequestURI().getPath();
    String contact = path.substring(path.lastIndexOf('/') + 1);
    String credential = String.valueOf(exchange.getRequestHeaders().getFirst("X-API-Key"));
    Call call = new Call(System.nanoTime(), contact, number, credential, body);
    synchronized (this) {
      calls.add(call);
    }
    if (delayNanos > 0) {
      LockSupport.parkNanos(delayNanos);
    }
    int status;
    try {
      status = answering.status(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (status == 200) {
      synchronized (this) {
        values.put(contact, number);
      }
    }
    respond(exchange, status, json(status, contact, number));
  }

  private static String json(int status, String contact, int number) {
    return status == 200
        ? "{\"success\":true,\"data\":{\"id\":\"%s\",\"email\":\"r%d@example.com\"}}"
            .formatted(contact, number)
        : "{\"success\":false,\"error\":{\"code\":\"%s\",\"message\":\"words\"}}"
            .formatted(status == 404 ? "NOT_FOUND" : "CODE");
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
