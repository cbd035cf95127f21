package io.contactbridge;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of servers, good and bad. */
final class Tls {
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final HeldCertificate UNKNOWN_ROOT =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final HandshakeCertificates TRUST =
      new HandshakeCertificates.Builder().addTrustedCertificate(ROOT.certificate()).build();

  private Tls() {}

  static SSLSocketFactory good() {
    return serving(localhost().signedBy(ROOT));
  }

  static SSLSocketFactory expired() {
    long now = System.currentTimeMillis();
    long day = Duration.ofDays(1).toMillis();
    return serving(localhost().signedBy(ROOT).validityInterval(now - 2 * day, now - day));
  }

  static SSLSocketFactory ofAnotherHost() {
    return serving(
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("other.example.com")
            .signedBy(ROOT));
  }

  static SSLSocketFactory ofNobody() {
    return serving(localhost().signedBy(UNKNOWN_ROOT));
  }

  static void trust(OkHttpClient.Builder client) {
    client.sslSocketFactory(TRUST.sslSocketFactory(), TRUST.trustManager());
  }

  private static HeldCertificate.Builder localhost() {
    return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
  }

  private static SSLSocketFactory serving(HeldCertificate.Builder certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate.build())
        .build()
        .sslSocketFactory();
  }
}
