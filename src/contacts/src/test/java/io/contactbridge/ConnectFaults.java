package io.contactbridge;

import io.contactbridge.FaultyServer.Turn;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** There is no connection, so nothing was sent. */
final class ConnectFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.staged(
                  "connection refused",
                  rig -> rig.server().refuse(),
                  Seen.notSent("ConnectException: Failed to connect to /127.0.0.1:{port}"))
              .retriedInVain(),
          Fault.staged(
              "connection refused at the first address of two",
              rig -> {
                rig.baseUrl("http://localhost:" + rig.server().port());
                rig.client()
                    .dns(
                        host ->
                            List.of(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 9}),
                                InetAddress.getLoopbackAddress()));
              },
              Seen.taken(200, Outcome.APPLIED, "")),
          Fault.staged(
                  "DNS failure",
                  rig -> {
                    rig.baseUrl("https://crm.example.com");
                    rig.client()
                        .dns(
                            host -> {
                              throw new UnknownHostException(host);
                            });
                  },
                  Seen.notSent("UnknownHostException: crm.example.com"))
              .retriedInVain(),
          tls(
              "expired certificate",
              Tls.expired(),
              "SSLHandshakeException: *validity check failed"),
          tls(
              "certificate of another host",
              Tls.ofAnotherHost(),
              "SSLPeerUnverifiedException: Hostname localhost not verified:*"),
          tls(
              "certificate of an unknown authority",
              Tls.ofNobody(),
              "SSLHandshakeException: *unable to find valid certification path*"),
          overTls("reset during the TLS handshake", line -> line.reset(), Seen.notSent("*: *"))
              .retriedInVain(),
          overTls(
                  "plain HTTP where TLS is expected",
                  line -> {
                    line.write(RawHttp.answer(400, "TLS only"));
                    line.close();
                  },
                  Seen.notSent("SSLException: *"))
              .retriedInVain());

  private ConnectFaults() {}

  private static Fault tls(String name, SSLSocketFactory tls, String words) {
    return Fault.staged(
        name,
        rig -> {
          rig.server().tls(tls);
          Tls.trust(rig.client());
        },
        Seen.notSent(words));
  }

  /** The server speaks before there is a session. */
  private static Fault overTls(String name, Turn turn, Seen seen) {
    return Fault.staged(
        name,
        rig -> {
          rig.server().turn(turn);
          rig.baseUrl("https://localhost:" + rig.server().port());
          Tls.trust(rig.client());
        },
        seen);
  }
}
