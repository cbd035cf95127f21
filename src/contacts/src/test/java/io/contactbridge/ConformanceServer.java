package io.contactbridge;

import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A CRM that behaves as it was observed to, where a mock made from its specification cannot: it
 * keeps a contact, changes it, and ignores what the real one ignores. It answers over HTTP as a
 * dispatcher and without a network as an interceptor.
 */
final class ConformanceServer extends Dispatcher implements Interceptor {
  /** What a CRM does at some times, or did. */
  enum Quirk {
    /** HighLevel before November 2025. */
    DROPS_DATE_OF_BIRTH,
    /** Linq as the sentence of its page about {@code user_email} says, and not as the other one. */
    DEFAULTS_OWNER,
    /** HighLevel has two spellings of its flag. */
    SPELLS_SUCCEEDED,
    /** A CRM that stores all that its specification has, as a mock would. */
    STORES_AS_DOCUMENTED
  }

  /** One CRM with one contact. */
  interface ObservedCrm {
    Reply update(String id, Headers headers, Map<String, @Nullable Object> body);
  }

  record Reply(int status, Map<String, ?> body, Headers headers) {
    Reply(int status, Map<String, ?> body) {
      this(status, body, Headers.EMPTY);
    }

    Reply with(Headers headers) {
      return new Reply(status, body, headers);
    }
  }

  private final ObservedCrm observed;

  ConformanceServer(Crm crm, Quirk... quirks) {
    observed =
        switch (crm) {
          case ACQUIRE -> new ObservedAcquire();
          case HIGHLEVEL -> new ObservedHighLevel(Set.of(quirks));
          case LINQ -> new ObservedLinq(Set.of(quirks));
          case RAZE -> new ObservedRaze(Set.of(quirks));
        };
  }

  /** Returns the id of the contact that the CRM has. */
  static String contactId(Crm crm) {
    return crm == Crm.RAZE ? ObservedRaze.ID : Accounts.contactId(crm);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    String path = request.getUrl().encodedPath();
    Reply reply = reply(path, request.getHeaders(), body);
    return new MockResponse.Builder()
        .code(reply.status())
        .headers(reply.headers())
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .body(JsonValue.write(reply.body()))
        .build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Buffer body = new Buffer();
    if (chain.request().body() != null) {
      chain.request().body().writeTo(body);
    }
    // The credential is added by a later interceptor, which this one stands in the way of.
    Headers headers =
        chain
            .request()
            .headers()
            .newBuilder()
            .set("Authorization", "Bearer " + Accounts.CREDENTIAL)
            .set("X-LINQ-INTEGRATION-TOKEN", Accounts.CREDENTIAL)
            .set("X-API-Key", Accounts.CREDENTIAL)
            .build();
    Reply reply = reply(chain.request().url().encodedPath(), headers, body.readByteString());
    return Accounts.response(
        chain, reply.status(), ByteString.encodeUtf8(JsonValue.write(reply.body())));
  }

  private Reply reply(String path, Headers headers, ByteString body) {
    return observed.update(
        path.substring(path.lastIndexOf('/') + 1), headers, JsonText.readObject(body.utf8()));
  }
}
