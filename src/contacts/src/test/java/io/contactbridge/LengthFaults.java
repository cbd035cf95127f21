package io.contactbridge;

import static io.contactbridge.Outcome.APPLIED;
import static io.contactbridge.Outcome.NOT_ECHOED;

import io.contactbridge.FaultyServer.Turn;
import java.io.IOException;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSink;

/** The CRM took the update, and its answer is longer, shorter or otherwise packed than it says. */
final class LengthFaults {
  private static final String A_PART = "$: expected a whole answer, found a part of one";
  private static final String NO_JSON = "$: expected the rest of the JSON, found no JSON";

  /** Blanks that take a thousandth of their length. */
  private static final ByteString BOMB = gzip(" ".repeat(1 << 20), 96);

  static final List<Fault> ALL =
      List.of(
          framed(
              "Content-Length that is too long",
              "Content-Length: 100000",
              Seen.taken(200, APPLIED, A_PART)),
          framed(
              "Content-Length that is too short",
              "Content-Length: 5",
              Seen.taken(200, NOT_ECHOED, "*: expected *, found *")),
          framed(
              "Content-Length that is negative",
              "Content-Length: -1",
              Seen.taken(200, APPLIED, "")),
          framed(
              "Content-Length that is no number",
              "Content-Length: many",
              Seen.taken(200, APPLIED, "")),
          framed("no Content-Length", "X-Nothing: at all", Seen.taken(200, APPLIED, "")),
          framed(
              "chunks that are none",
              "Transfer-Encoding: chunked",
              Seen.taken(200, NOT_ECHOED, A_PART + ", " + NO_JSON)),
          Fault.of(
              "chunks that break off",
              line -> {
                line.request();
                line.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                ByteString body = ByteString.encodeUtf8(RawHttp.json(line.crm()));
                line.write(Integer.toHexString(body.size()) + "\r\n");
                line.write(body);
                line.write("\r\n");
                line.close();
              },
              Seen.taken(200, APPLIED, A_PART)),
          Fault.of(
              "body beside 204",
              RawHttp.lastAnswer(RawHttp.answer(204, "{}")),
              Seen.taken(204, NOT_ECHOED, "*")),
          Fault.of(
              "204 without a body",
              RawHttp.answering(
                  new Buffer()
                      .write(RawHttp.head(204).readByteString())
                      .writeUtf8("\r\n")
                      .readByteString()),
              Seen.taken(204, NOT_ECHOED, NO_JSON)),
          Fault.of(
              "200 without a body",
              RawHttp.answering(200, ""),
              Seen.taken(200, NOT_ECHOED, NO_JSON)),
          gzipped(
              "gzip that is right", crm -> gzip(RawHttp.json(crm)), Seen.taken(200, APPLIED, "")),
          gzipped(
              "gzip that is none",
              crm -> ByteString.encodeUtf8(RawHttp.json(crm)),
              Seen.taken(200, NOT_ECHOED, A_PART + ", " + NO_JSON)),
          gzipped(
              "gzip that breaks off",
              crm -> {
                ByteString whole = gzip(RawHttp.json(crm));
                return whole.substring(0, whole.size() - 30);
              },
              Seen.taken(
                  200, APPLIED, A_PART + ", $*: expected the rest of the JSON, found no JSON")),
          gzipped(
              "gzip with a wrong checksum",
              crm -> {
                ByteString whole = gzip(RawHttp.json(crm));
                return new Buffer()
                    .write(whole.substring(0, whole.size() - 8))
                    .write(ByteString.decodeHex("0000000000000000"))
                    .readByteString();
              },
              Seen.taken(200, APPLIED, A_PART)),
          gzipped("gzip bomb", crm -> BOMB, Seen.taken(200, NOT_ECHOED, A_PART + ", " + NO_JSON))
              .slow(),
          Fault.of(
              "encoding that was not asked for",
              RawHttp.answering(200, "\u001b\u0003", "Content-Encoding: br"),
              Seen.taken(200, NOT_ECHOED, NO_JSON)),
          Fault.of(
                  "body of 100 MB",
                  endless(200, 100 << 20),
                  Seen.taken(200, NOT_ECHOED, A_PART + ", " + NO_JSON))
              .slow(),
          Fault.of(
                  "refusal of 100 MB",
                  endless(422, 100 << 20),
                  Seen.refused(InvalidUpdateException.class, 422, ": the answer is not JSON"))
              .slow());

  private LengthFaults() {}

  private static Fault framed(String name, String header, Seen seen) {
    return Fault.of(
        name,
        line -> {
          line.request();
          line.write("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + RawHttp.json(line.crm()));
          line.close();
        },
        seen);
  }

  private interface Body {
    ByteString of(Crm crm);
  }

  private static Fault gzipped(String name, Body body, Seen seen) {
    return Fault.of(
        name,
        line -> {
          line.request();
          line.write(RawHttp.answer(200, body.of(line.crm()), "Content-Encoding: gzip"));
        },
        seen);
  }

  private static Turn endless(int status, long size) {
    byte[] blanks = " ".repeat(64 << 10).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return line -> {
      line.request();
      line.write("HTTP/1.1 " + status + " Long\r\nContent-Length: " + size + "\r\n\r\n");
      for (long sent = 0; sent < size; sent += blanks.length) {
        line.write(blanks);
      }
    };
  }

  private static ByteString gzip(String text) {
    return gzip(text, 1);
  }

  private static ByteString gzip(String text, int times) {
    Buffer packed = new Buffer();
    try (GzipSink sink = new GzipSink(packed)) {
      for (int i = 0; i < times; i++) {
        Buffer plain = new Buffer().writeUtf8(text);
        sink.write(plain, plain.size());
      }
    } catch (IOException e) {
      throw new AssertionError("a buffer in memory does not fail", e);
    }
    return packed.readByteString();
  }
}
