package io.contactbridge.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers every request on loopback with {@link Sample#answer}, about the contact it names. */
final class Server {
  private static final int BACKLOG = 128;
  private static final int LONGEST_REQUEST = 16_384;

  private final byte[] answer;
  private final int idStart;
  private final int idLength = Sample.id(0).length();

  private Server() {
    byte[] body = Sample.answer();
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    String text = head + new String(body, StandardCharsets.US_ASCII);
    answer = text.getBytes(StandardCharsets.US_ASCII);
    idStart = text.indexOf(Sample.id(0));
  }

  public static void main(String[] args) throws IOException {
    Server server = new Server();
    try (ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      System.out.println("http://127.0.0.1:" + socket.getLocalPort() + "/");
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        Thread thread = new Thread(() -> server.serve(connection));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private void serve(Socket socket) {
    byte[] request = new byte[LONGEST_REQUEST];
    byte[] response = answer.clone();
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int length = 0;
      while (true) {
        int end = end(request, length);
        if (end < 0) {
          int read = in.read(request, length, request.length - length);
          if (read < 0) {
            return;
          }
          length += read;
        } else {
          // PUT /contacts/{id} HTTP/1.1
          System.arraycopy(request, "PUT /contacts/".length(), response, idStart, idLength);
          out.write(response);
          length -= end;
          System.arraycopy(request, end, request, 0, length);
        }
      }
    } catch (IOException e) {
      // The client has gone, as it does after each round of cold starts.
    }
  }

  /** Returns where the first request ends, or -1 if it is not all there. */
  private static int end(byte[] request, int length) {
    String text = new String(request, 0, length, StandardCharsets.ISO_8859_1);
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return -1;
    }
    String name = "\r\ncontent-length: ";
    int field = text.toLowerCase(Locale.ROOT).indexOf(name);
    int lineEnd = text.indexOf("\r\n", field + 2);
    int end =
        headEnd + 4 + Integer.parseInt(text.substring(field + name.length(), lineEnd).strip());
    return end <= length ? end : -1;
  }
}
