package io.contactbridge;

import static io.contactbridge.Outcome.APPLIED;
import static io.contactbridge.Outcome.NOT_ECHOED;

import io.contactbridge.FaultyServer.Turn;
import java.util.List;
import okio.ByteString;

/** A connection breaks off, or says nothing, or says it too slowly. */
final class BreakFaults {
  private static final String A_PART = "$: expected a whole answer, found a part of one";
  private static final String THE_REST = "$*: expected the rest of the JSON, found no JSON";
  private static final String TIMEOUT = "InterruptedIOException: timeout";

  static final List<Fault> ALL =
      List.of(
          Fault.of(
                  "reset before the request was read",
                  line -> {
                    line.came();
                    line.reset();
                  },
                  Seen.noAnswer("*: *"))
              .healing(),
          Fault.staged(
                  "reset during the request's body",
                  rig -> {
                    rig.longUpdate();
                    rig.server()
                        .turn(
                            line -> {
                              String unused = line.head();
                              byte[] unusedToo = line.bytes(1000);
                              line.reset();
                            });
                  },
                  Seen.notSent("*: *"))
              .healing()
              .slow(),
          Fault.staged(
                  "refused during the request's body",
                  rig -> {
                    rig.longUpdate();
                    rig.server()
                        .turn(
                            line -> {
                              String unused = line.head();
                              line.write(
                                  RawHttp.answer(
                                      413, "{\"message\":\"Too long\"}", "Connection: close"));
                              line.stall();
                            });
                  },
                  Seen.refused(InvalidUpdateException.class, 413, ": Too long"))
              .slow(),
          after("reset after the request", line -> line.reset(), Seen.noAnswer("*: *")),
          after(
              "hung up after the request",
              line -> line.close(),
              Seen.noAnswer(
                  "IOException: unexpected end of stream on http://127.0.0.1:{port}/...")),
          after("reset within the status line", resetAfter("HTTP/1.1 20"), Seen.noAnswer("*: *")),
          after(
              "reset within the headers",
              resetAfter("HTTP/1.1 200 OK\r\nContent-Le"),
              Seen.noAnswer("*: *")),
          after("no HTTP", resetAfter("220 smtp.example.com ESMTP\r\n\r\n"), Seen.noAnswer("*: *")),
          Fault.of(
              "reset during the answer",
              line -> {
                line.request();
                ByteString answer = RawHttp.taken(line.crm());
                line.write(answer.substring(0, answer.size() - 1));
                line.reset();
              },
              Seen.taken(200, APPLIED, A_PART + ", " + THE_REST)),
          Fault.of(
              "reset before the answer's body",
              line -> {
                line.request();
                line.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
                line.reset();
              },
              Seen.taken(200, NOT_ECHOED, A_PART + ", " + THE_REST)),
          Fault.of(
              "reset during a refusal",
              line -> {
                line.request();
                line.write("HTTP/1.1 422 No\r\nContent-Length: 100\r\n\r\n{\"message\":\"None");
                line.reset();
              },
              Seen.refused(InvalidUpdateException.class, 422, "*")),
          Fault.staged("no answer", impatient(line -> line.stall()), Seen.noAnswer(TIMEOUT))
              .healing()
              .slow(),
          Fault.staged(
                  "headers that drip beyond the timeout",
                  impatient(line -> line.drip(RawHttp.taken(line.crm()), 50)),
                  Seen.noAnswer(TIMEOUT))
              .healing()
              .slow(),
          Fault.staged(
                  "body that drips beyond the timeout",
                  impatient(
                      line -> {
                        line.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                        line.drip(ByteString.encodeUtf8("{" + " ".repeat(999)), 50);
                      }),
                  Seen.taken(200, NOT_ECHOED, A_PART + ", " + THE_REST))
              .slow(),
          Fault.of(
                  "answer that drips within the timeout",
                  line -> {
                    line.request();
                    line.drip(RawHttp.taken(line.crm()), 1);
                  },
                  Seen.taken(200, APPLIED, ""))
              .slow());

  private BreakFaults() {}

  private static Fault after(String name, Turn turn, Seen seen) {
    return Fault.of(
            name,
            line -> {
              line.request();
              turn.take(line);
            },
            seen)
        .healing();
  }

  private static Turn resetAfter(String beginning) {
    return line -> {
      line.write(beginning);
      line.reset();
    };
  }

  private static java.util.function.Consumer<Rig> impatient(Turn turn) {
    return rig -> {
      rig.timeout(Rig.SHORT);
      rig.server()
          .turn(
              line -> {
                line.request();
                turn.take(line);
              });
    };
  }
}
