package io.contactbridge.drift.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A vendor that is called over HTTP, on the loopback interface. */
public final class VendorServer implements AutoCloseable {
  private final Vendor vendor;
  private final MockWebServer server = new MockWebServer();

  private VendorServer(Vendor vendor) {
    this.vendor = vendor;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return response(vendor.answer(call(request)));
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the vendor once it has drifted. */
  public static VendorServer drifted(Mutation mutation) {
    return new VendorServer(Vendor.drifted(mutation));
  }

  /** Starts the vendor as it was. */
  public static VendorServer asBefore(Mutation mutation) {
    return new VendorServer(Vendor.asBefore(mutation));
  }

  /** Returns the URL before the path of the operation, as clients know it from before. */
  public String baseUrl() {
    return server.url(vendor.basePath().isEmpty() ? "/" : vendor.basePath()).toString();
  }

  /** Returns the id of the contact that is kept. */
  public String contactId() {
    return vendor.contactId();
  }

  @Override
  public void close() {
    server.close();
  }

  private static Call call(RecordedRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(
            header -> headers.put(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
    Map<String, String> query = new HashMap<>();
    request
        .getUrl()
        .queryParameterNames()
        .forEach(name -> query.put(name, request.getUrl().queryParameter(name)));
    return new Call(
        request.getMethod(),
        request.getUrl().encodedPath(),
        query,
        headers,
        request.getBody() == null ? "" : request.getBody().utf8());
  }

  private static MockResponse response(Reply reply) {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(reply.status())
            .setHeader("Content-Type", reply.contentType())
            .body(reply.text());
    reply.headers().forEach(response::setHeader);
    return response.build();
  }
}
