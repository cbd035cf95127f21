package io.contactbridge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The program that the launcher runs once to record the classes that a call needs. It makes an
 * update at each CRM, against its own server, and shows the help. It needs no network and prints
 * nothing.
 */
final class TrainingRun {
  private static final Map<String, String> CREDENTIALS = Map.of("LINQ_TOKEN", "training");

  /** Contains enough of each CRM's answer to load all classes that read one. */
  private static final byte[] ANSWER =
      """
      {"data": {"id": 1, "email": "a@example.com", "tags": [], "fields": {"email": "a@example.com"}},
       "contact": {"id": "a", "email": "a@example.com", "tags": []}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private TrainingRun() {}

  public static void main(String[] args) throws IOException {
    HttpServer crm =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    crm.createContext("/", TrainingRun::answer);
    crm.start();
    String place = "127.0.0.1:" + crm.getAddress().getPort();
    int codes = 0;
    for (String contact : new String[] {"acquire 2", "highlevel a", "linq 1", "raze a"}) {
      codes |= run("update %s --email a@example.com --mock=http://%s".formatted(contact, place));
    }
    codes |= run("plan linq 1 --phone +12025550123 --json");
    codes |= run("update --help");
    // Fails because the server has no certificate, but loads the classes of TLS.
    run("update linq 1 --email a@example.com --retries 0 --base-url https://" + place);
    crm.stop(0);
    System.exit(codes);
  }

  private static int run(String arguments) {
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return ContactBridge.run(
        new Terminal(nowhere, nowhere, CREDENTIALS, false), arguments.split(" "));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, ANSWER.length);
    exchange.getResponseBody().write(ANSWER);
    exchange.close();
  }
}
