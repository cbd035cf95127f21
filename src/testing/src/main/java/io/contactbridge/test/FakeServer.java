package io.contactbridge.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Serves a {@link FakeCrm} on loopback until it is closed. */
public final class FakeServer implements AutoCloseable {
  private final FakeCrm crm;
  private final HttpServer server;

  FakeServer(FakeCrm crm) throws IOException {
    this.crm = crm;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns the base URL, for {@link io.contactbridge.Contacts.Builder#baseUrl}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      FakeAnswer answer = crm.answer(exchange.getRequestURI().getPath(), body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (SocketTimeoutException e) {
      // Closing the exchange without an answer breaks the connection.
    }
  }
}
