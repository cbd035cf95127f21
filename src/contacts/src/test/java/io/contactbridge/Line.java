package io.contactbridge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;
import okio.ByteString;

/** One connection, at the server's end. */
final class Line implements AutoCloseable {
  private final FaultyServer server;
  private final Crm crm;
  private Socket socket;
  private PushbackInputStream in;
  private OutputStream out;
  private boolean greeted;

  Line(FaultyServer server, Crm crm, Socket socket) throws IOException {
    this.server = server;
    this.crm = crm;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  void secure(SSLSocketFactory tls) throws IOException {
    socket = tls.createSocket(socket, "localhost", socket.getPort(), true);
    ((javax.net.ssl.SSLSocket) socket).setUseClientMode(false);
    in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
  }

  Crm crm() {
    return crm;
  }

  /** Waits for the next byte; returns false if there is none. */
  boolean hasMore() throws IOException {
    if (socket.isClosed()) {
      return false;
    }
    int next = in.read();
    if (next >= 0) {
      in.unread(next);
    }
    return next >= 0;
  }

  /** Returns true once per connection. */
  boolean greets() {
    boolean first = !greeted;
    greeted = true;
    return first;
  }

  /** Reads the request line and the headers. */
  String head() throws IOException {
    server.came();
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      head.append((char) bytes(1)[0]);
    }
    return head.toString();
  }

  /** Reads a whole request and returns its head. */
  String request() throws IOException {
    String head = head();
    String length = head.replaceFirst("(?si).*\\r\\ncontent-length: *([0-9]+)\\r\\n.*", "$1");
    if (!length.equals(head)) {
      byte[] unused = bytes(Integer.parseInt(length));
    }
    return head;
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("the client hung up");
    }
    return bytes;
  }

  InputStream in() {
    return in;
  }

  void came() {
    server.came();
  }

  void write(String latin) throws IOException {
    write(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(ByteString bytes) throws IOException {
    write(bytes.toByteArray());
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    server.serving(bytes.length);
  }

  /** Writes byte by byte, with a pause of some milliseconds before each. */
  void drip(ByteString bytes, int pause) throws IOException {
    for (int i = 0; i < bytes.size(); i++) {
      LockSupport.parkNanos(pause * 1_000_000L);
      write(bytes.substring(i, i + 1));
    }
  }

  /** Says nothing more until the client hangs up. */
  void stall() throws IOException {
    byte[] ignored = new byte[64 << 10];
    while (in.read(ignored) >= 0) {}
    close();
  }

  /** Ends the connection in a way that the client's next read or write fails. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It was closed by the other end.
    }
  }
}
