package io.contactbridge;

import io.contactbridge.FaultyServer.Turn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;

/** A proxy stands between, and fails. */
final class ProxyFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.staged(
                  "proxy refuses the connection",
                  rig -> {
                    through(rig, "https://crm.example.com");
                    rig.server().refuse();
                  },
                  Seen.notSent("ConnectException: Failed to connect to /127.0.0.1:{port}"))
              .retriedInVain(),
          connect(
                  "proxy wants credentials for CONNECT",
                  RawHttp.answering(407, "", "Proxy-Authenticate: Basic realm=\"p\""),
                  Seen.notSent("IOException: Failed to authenticate with proxy"))
              .retriedInVain(),
          connect(
                  "proxy cannot reach the CRM",
                  RawHttp.answering(502, "<html>Bad Gateway</html>"),
                  Seen.notSent("IOException: Unexpected response code for CONNECT: 502"))
              .retriedInVain(),
          connect(
                  "proxy forbids CONNECT",
                  RawHttp.answering(403, "<html>Forbidden</html>"),
                  Seen.notSent("IOException: Unexpected response code for CONNECT: 403"))
              .retriedInVain(),
          connect(
                  "proxy resets CONNECT",
                  line -> {
                    String unused = line.head();
                    line.reset();
                  },
                  Seen.notSent("*: *"))
              .retriedInVain(),
          forwarded(
              "proxy wants credentials for the request",
              RawHttp.answering(407, "", "Proxy-Authenticate: Basic realm=\"p\""),
              Seen.unavailable(407, false, "{crm} answered 407: the answer is not JSON")),
          forwarded(
                  "proxy answers 502 in the CRM's place",
                  RawHttp.answering(502, "<html>Bad Gateway</html>"),
                  Seen.unavailable(502, true, "{crm} answered 502: the answer is not JSON"))
              .healing());

  private ProxyFaults() {}

  private static Fault connect(String name, Turn turn, Seen seen) {
    return Fault.staged(
        name,
        rig -> {
          through(rig, "https://crm.example.com");
          rig.server().turn(turn);
        },
        seen);
  }

  private static Fault forwarded(String name, Turn turn, Seen seen) {
    return Fault.staged(
        name,
        rig -> {
          through(rig, "http://localhost:1");
          rig.server().turn(turn);
        },
        seen);
  }

  private static void through(Rig rig, String baseUrl) {
    rig.baseUrl(baseUrl);
    rig.client()
        .proxy(
            new Proxy(
                Proxy.Type.HTTP,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.server().port())));
  }
}
