package io.contactbridge;

import io.contactbridge.FaultyServer.Turn;
import okio.Buffer;
import okio.ByteString;

/** HTTP/1.1 as it stands on the wire. */
final class RawHttp {
  private RawHttp() {}

  /** Returns an answer; each header is like {@code "Name: value"}. */
  static ByteString answer(int status, ByteString body, String... headers) {
    Buffer answer = head(status, headers);
    answer.writeUtf8("Content-Length: " + body.size() + "\r\n\r\n").write(body);
    return answer.readByteString();
  }

  static ByteString answer(int status, String body, String... headers) {
    return answer(status, ByteString.encodeUtf8(body), headers);
  }

  /** Returns a head without its last, empty line. */
  static Buffer head(int status, String... headers) {
    Buffer head = new Buffer().writeUtf8("HTTP/1.1 " + status + " Reason\r\n");
    for (String header : headers) {
      head.writeUtf8(header + "\r\n");
    }
    return head;
  }

  /** Returns what a CRM answers that does as it was asked. */
  static ByteString taken(Crm crm) {
    return answer(200, json(crm), "Content-Type: application/json");
  }

  static String json(Crm crm) {
    // Without the contact's id, which is another one for each test.
    return Answers.asAsked(crm)
        .replace("ada@example.com", Rig.EMAIL)
        .replaceFirst("\"id\":[^,]*,", "");
  }

  static Turn good() {
    return line -> {
      line.request();
      line.write(taken(line.crm()));
    };
  }

  static Turn answering(ByteString answer) {
    return line -> {
      line.request();
      line.write(answer);
    };
  }

  static Turn answering(int status, String body, String... headers) {
    return answering(answer(status, body, headers));
  }

  /** Answers, and ends the connection. */
  static Turn lastAnswer(ByteString answer) {
    return line -> {
      line.request();
      line.write(answer);
      line.close();
    };
  }
}
