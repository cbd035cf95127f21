package io.contactbridge;

import static io.contactbridge.Outcome.APPLIED;
import static io.contactbridge.Outcome.NOT_ECHOED;

import java.util.List;
import okhttp3.Protocol;

/** The same over HTTP/2, whose streams share a connection. */
final class Http2Faults {
  private static final int NO_ERROR = 0;
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED_STREAM = 7;
  private static final int ENHANCE_YOUR_CALM = 11;

  static final List<Fault> ALL =
      List.of(
          fault(
                  "GOAWAY before the request was looked at",
                  (frames, stream) -> frames.goAway(0, NO_ERROR),
                  Seen.notSent("StreamResetException: stream was reset: REFUSED_STREAM"))
              .healing(),
          fault(
              "GOAWAY, and then the answer",
              (frames, stream) -> {
                frames.goAway(stream, NO_ERROR);
                frames.answer(stream, Http2Frames.OK, RawHttp.json(frames.crm()));
              },
              Seen.taken(200, APPLIED, "")),
          fault(
                  "GOAWAY, and then nothing",
                  (frames, stream) -> {
                    frames.goAway(stream, ENHANCE_YOUR_CALM);
                    frames.close();
                  },
                  Seen.noAnswer("*: *"))
              .healing(),
          fault(
                  "refused stream",
                  (frames, stream) -> frames.reset(stream, REFUSED_STREAM),
                  Seen.notSent("StreamResetException: stream was reset: REFUSED_STREAM"))
              .healing(),
          fault(
                  "stream that is reset after the request",
                  (frames, stream) -> frames.reset(stream, INTERNAL_ERROR),
                  Seen.noAnswer("StreamResetException: stream was reset: INTERNAL_ERROR"))
              .healing(),
          fault(
              "stream that is reset during the answer",
              (frames, stream) -> {
                frames.headers(stream, Http2Frames.OK, false);
                frames.reset(stream, INTERNAL_ERROR);
              },
              Seen.taken(
                  200,
                  NOT_ECHOED,
                  "$: expected a whole answer, found a part of one, $: expected the rest of the JSON,"
                      + " found no JSON")),
          fault(
                  "connection that ends during HTTP/2",
                  (frames, stream) -> frames.close(),
                  Seen.noAnswer("*: *"))
              .healing(),
          fault(
              "404 over HTTP/2",
              (frames, stream) -> frames.answer(stream, Http2Frames.NOT_FOUND, "{}"),
              Seen.somebodyElse(404)));

  private Http2Faults() {}

  private interface Answering {
    void answer(Http2Frames frames, int stream) throws java.io.IOException;
  }

  private static Fault fault(String name, Answering answering, Seen seen) {
    return Fault.staged(
        name,
        rig -> {
          rig.good(Http2Frames.good());
          rig.client().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
          rig.server()
              .turn(
                  line -> {
                    Http2Frames frames = new Http2Frames(line);
                    int stream = frames.request();
                    if (stream > 0) {
                      answering.answer(frames, stream);
                    }
                  });
        },
        seen);
  }
}
