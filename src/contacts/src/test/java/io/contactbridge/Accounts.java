package io.contactbridge;

import io.contactbridge.internal.sending.Time;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;

/** An account at each CRM, as a caller would have it. */
public final class Accounts {
  public static final String CREDENTIAL = "secret-credential";

  private static final MediaType JSON = MediaType.get("application/json");

  private Accounts() {}

  /** Returns an account for which waits are over at once. */
  public static Contacts.Builder at(Crm crm) {
    return at(crm, () -> CREDENTIAL);
  }

  public static Contacts.Builder at(Crm crm, Supplier<String> credential) {
    return start(crm, credential).time(new SkippingTime());
  }

  /** Has an account wait by other clocks, for tests in other packages. */
  public static Contacts.Builder timed(Contacts.Builder account, Time time) {
    return account.time(time);
  }

  private static Contacts.Builder start(Crm crm, Supplier<String> credential) {
    return switch (crm) {
      case ACQUIRE -> Contacts.acquire("acme", credential);
      case HIGHLEVEL -> Contacts.highLevel(credential);
      case LINQ -> Contacts.linq(credential);
      case RAZE -> Contacts.raze(credential);
    };
  }

  public static String contactId(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> "2";
      case HIGHLEVEL -> "ocQHyuzHvuMOe5N5jjXF";
      case LINQ -> "123";
      case RAZE -> "cnt_abc123def456";
    };
  }

  /** Returns an account whose CRM answers everything in the same way, without a network. */
  public static Contacts.Builder answering(Crm crm, int status, ByteString body) {
    return at(crm).httpClient(client(chain -> response(chain, status, body)));
  }

  public static Contacts.Builder answering(Crm crm, String body) {
    return answering(crm, 200, ByteString.encodeUtf8(body));
  }

  /** Returns an account whose requests {@code interceptor} answers in the place of a network. */
  public static OkHttpClient client(Interceptor interceptor) {
    return new OkHttpClient.Builder().addInterceptor(interceptor).build();
  }

  public static Response response(Interceptor.Chain chain, int status, ByteString body) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, JSON))
        .build();
  }
}
