package io.contactbridge;

import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;

/** An account at each CRM, as a caller would have it. */
final class Accounts {
  static final String CREDENTIAL = "secret-credential";

  private static final MediaType JSON = MediaType.get("application/json");

  private Accounts() {}

  /** Returns an account for which waits are over at once. */
  static Contacts.Builder at(Crm crm) {
    return at(crm, () -> CREDENTIAL);
  }

  static Contacts.Builder at(Crm crm, Supplier<String> credential) {
    return start(crm, credential).time(new SkippingTime());
  }

  private static Contacts.Builder start(Crm crm, Supplier<String> credential) {
    return switch (crm) {
      case ACQUIRE -> Contacts.acquire("acme", credential);
      case HIGHLEVEL -> Contacts.highLevel(credential);
      case LINQ -> Contacts.linq(credential);
      case RAZE -> Contacts.raze(credential);
    };
  }

  static String contactId(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> "2";
      case HIGHLEVEL -> "ocQHyuzHvuMOe5N5jjXF";
      case LINQ -> "123";
      case RAZE -> "cnt_abc123def456";
    };
  }

  /** Returns an account whose CRM answers everything in the same way, without a network. */
  static Contacts.Builder answering(Crm crm, int status, ByteString body) {
    return at(crm).httpClient(client(chain -> response(chain, status, body)));
  }

  static Contacts.Builder answering(Crm crm, String body) {
    return answering(crm, 200, ByteString.encodeUtf8(body));
  }

  /** Returns an account whose requests {@code interceptor} answers in the place of a network. */
  static OkHttpClient client(Interceptor interceptor) {
    return new OkHttpClient.Builder().addInterceptor(interceptor).build();
  }

  static Response response(Interceptor.Chain chain, int status, ByteString body) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, JSON))
        .build();
  }
}
