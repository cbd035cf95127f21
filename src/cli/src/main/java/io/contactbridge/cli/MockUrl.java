package io.contactbridge.cli;

import io.contactbridge.Crm;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import picocli.CommandLine.TypeConversionException;

/**
 * The mock to send to instead of the CRM.
 *
 * @param url where it is, or nothing for where {@code mock/start} puts it
 */
record Mock(String url) {
  private static final int FIRST_PORT = 4011;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** Reads a URL, or an empty string for none. */
  static Mock parse(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (!text.isEmpty() && (url == null || !LOOPBACK.contains(url.host()))) {
      throw new TypeConversionException(
          "a mock is on this machine, such as http://127.0.0.1:4013; --base-url takes other URLs");
    }
    return new Mock(text);
  }

  String url(Crm crm) {
    return url.isEmpty() ? "http://127.0.0.1:" + port(crm) : url;
  }

  /** The ports of {@code mock/compose.yaml} follow each other as the CRMs do. */
  private static int port(Crm crm) {
    return FIRST_PORT + List.of(Crm.values()).indexOf(crm);
  }
}
