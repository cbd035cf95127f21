package io.contactbridge.cli;

import io.contactbridge.Crm;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import picocli.CommandLine.TypeConversionException;

/**
 * The mock to send to instead of the CRM.
 *
 * @param url the mock's URL, or an empty string for the one that {@code mock/start} uses
 */
record MockUrl(String url) {
  private static final int FIRST_PORT = 4011;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** Reads a URL, or an empty string for none. */
  static MockUrl parse(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (!text.isEmpty() && (url == null || !LOOPBACK.contains(url.host()))) {
      throw new TypeConversionException(
          "a mock runs on this machine, such as at http://127.0.0.1:4013; for other URLs use --base-url");
    }
    return new MockUrl(text);
  }

  String url(Crm crm) {
    return url.isEmpty() ? "http://127.0.0.1:" + port(crm) : url;
  }

  /** Returns the CRM's port in {@code mock/compose.yaml}: consecutive, in the order of the CRMs. */
  private static int port(Crm crm) {
    return FIRST_PORT + List.of(Crm.values()).indexOf(crm);
  }
}
