package io.contactbridge.drift.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A vendor that is called over HTTP, on the loopback interface. All share one server, each below a
 * path of its own: to start one and to stop it takes longer than the calls.
 */
public final class VendorServer implements AutoCloseable {
  private static final Map<String, Vendor> VENDORS = new ConcurrentHashMap<>();
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final MockWebServer SERVER = start();

  private final Vendor vendor;
  private final String name;

  private VendorServer(Vendor vendor) {
    this.vendor = vendor;
    this.name = "v" + STARTED.incrementAndGet();
    VENDORS.put(name, vendor);
  }

  /** Starts the vendor once it has drifted. */
  public static VendorServer drifted(Mutation mutation) {
    return new VendorServer(Vendor.drifted(mutation));
  }

  /** Starts a vendor that says no more than that a body is invalid. */
  public static VendorServer terse(Mutation mutation, boolean drifted) {
    Vendor vendor = drifted ? Vendor.drifted(mutation) : Vendor.asBefore(mutation);
    vendor.sayLittle();
    return new VendorServer(vendor);
  }

  /** Starts the vendor as it was, but that it refuses all calls of one method. */
  public static VendorServer refusing(Mutation mutation, String method, int status, String body) {
    Vendor vendor = Vendor.asBefore(mutation);
    vendor.refuse(method, Reply.json(status, Trees.read(body)));
    return new VendorServer(vendor);
  }

  /** Starts the vendor as it was. */
  public static VendorServer asBefore(Mutation mutation) {
    return new VendorServer(Vendor.asBefore(mutation));
  }

  /** Returns the URL before the path of the operation, as clients know it from before. */
  public String baseUrl() {
    return SERVER.url("/" + name + vendor.basePath()).toString();
  }

  /** Returns the id of the contact that is kept. */
  public String contactId() {
    return vendor.contactId();
  }

  /** Returns all that was asked and answered. */
  public List<String> transcript() {
    return vendor.transcript();
  }

  @Override
  public void close() {
    VENDORS.remove(name);
  }

  private static MockWebServer start() {
    Logger.getLogger(MockWebServer.class.getName()).setLevel(Level.WARNING);
    MockWebServer server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            int end = path.indexOf('/', 1);
            Vendor vendor = VENDORS.get(path.substring(1, end));
            return response(vendor.answer(call(request, path.substring(end))));
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  private static Call call(RecordedRequest request, String path) {
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
        path,
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
