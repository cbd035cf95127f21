package io.contactbridge;

import static io.contactbridge.Outcome.APPLIED;
import static io.contactbridge.Outcome.NOT_ECHOED;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CRM answers, and its status says that something is wrong, or is wrong itself. */
final class StatusFaults {
  static final List<Fault> ALL =
      Stream.of(
              IntStream.of(100, 102, 103, 199).mapToObj(StatusFaults::interim),
              Stream.of(switching(), noReason()),
              IntStream.of(300, 301, 302, 303, 307, 308).mapToObj(StatusFaults::redirectHere),
              IntStream.of(300, 301, 302, 303, 307, 308).mapToObj(StatusFaults::redirectElsewhere),
              Stream.of(
                  refusal(400, InvalidUpdateException.class),
                  refusal(401, CredentialsException.class),
                  refusal(403, CredentialsException.class),
                  Fault.of("404", RawHttp.answering(404, "{}"), Seen.somebodyElse(404)),
                  refusal(409, ConflictException.class),
                  refusal(421, InvalidUpdateException.class),
                  refusal(422, InvalidUpdateException.class),
                  refusal(429, RateLimitedException.class).healing()),
              IntStream.of(408, 425).mapToObj(status -> trouble(status, false).healing()),
              IntStream.of(500, 502, 503, 504).mapToObj(status -> trouble(status, true).healing()),
              Stream.of(trouble(501, true), trouble(599, true)),
              Stream.of(repeatingTheCredential(401), repeatingTheCredential(200)),
              Stream.of("0", "5", "-1", "soon", "").map(hint -> hinted(hint, "").healing()),
              Stream.of("99999999999", "Fri, 31 Dec 9999 23:59:59 GMT")
                  .map(hint -> hinted(hint, "; the deadline leaves no time for a retry")))
          .flatMap(faults -> faults)
          .toList();

  private StatusFaults() {}

  private static Fault interim(int status) {
    return Fault.of(
        status + " before the answer",
        line -> {
          line.request();
          String head = "HTTP/1.1 " + status + " Wait\r\nLink: </x>\r\n\r\n";
          line.write(head + head);
          line.write(RawHttp.taken(line.crm()));
        },
        Seen.taken(200, APPLIED, ""));
  }

  private static Fault switching() {
    return Fault.of(
        "101 as the answer",
        line -> {
          line.request();
          line.write("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n");
          line.close();
        },
        Seen.unavailable(101, true, "{crm} answered 101: the answer is not JSON"));
  }

  private static Fault noReason() {
    return Fault.of(
        "status without a reason",
        line -> {
          line.request();
          String body = RawHttp.json(line.crm());
          line.write("HTTP/1.1 200\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        },
        Seen.taken(200, APPLIED, ""));
  }

  private static Fault redirectHere(int status) {
    return redirect(status + " to the same host", status, rig -> rig.server().url() + "elsewhere");
  }

  private static Fault redirectElsewhere(int status) {
    return redirect(status + " to another host", status, rig -> rig.other().url());
  }

  private interface Target {
    String of(Rig rig);
  }

  /** The caller's own client would follow. */
  private static Fault redirect(String name, int status, Target target) {
    Consumer<Rig> stage =
        rig -> {
          rig.client().followRedirects(true).followSslRedirects(true);
          rig.server().turn(RawHttp.answering(status, "{}", "Location: " + target.of(rig)));
        };
    return Fault.staged(name, stage, Seen.unavailable(status, false, "{crm} answered " + status));
  }

  private static Fault refusal(int status, Class<? extends ContactsException> type) {
    return Fault.of(
        String.valueOf(status), RawHttp.answering(status, "{}"), Seen.refused(type, status, ""));
  }

  private static Fault trouble(int status, boolean mayHaveBeenApplied) {
    return Fault.of(
        String.valueOf(status),
        RawHttp.answering(status, "{}"),
        Seen.unavailable(status, mayHaveBeenApplied, "{crm} answered " + status));
  }

  /** Some servers answer with the request that they did not like. */
  private static Fault repeatingTheCredential(int status) {
    String text = "{\"message\":\"Saw " + Rig.CREDENTIAL.replace("/", "\\/") + "\"}";
    return Fault.of(
        status + " that repeats the credential",
        RawHttp.answering(status, text, "X-Request-Id: " + Rig.CREDENTIAL),
        status == 200
            ? Seen.taken(200, NOT_ECHOED, "$.message: expected no such property, found a string")
            : Seen.refused(CredentialsException.class, status, ": Saw *** (request ***)"));
  }

  private static Fault hinted(String retryAfter, String note) {
    return Fault.of(
        "503 with Retry-After: " + retryAfter,
        RawHttp.answering(503, "{}", "Retry-After: " + retryAfter),
        Seen.unavailable(503, true, "{crm} answered 503" + note));
  }
}
