package io.contactbridge.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The mock of one CRM: Prism with the CRM's specification.
 *
 * <p>After each test it fails the test if Prism objected to a request and the test did not {@link
 * #takeObjections take} the objections, or if the answer was not the requested one. Prism answers
 * an invalid request with a documented error, and supports only some values of {@code Prefer}, so a
 * test of errors could otherwise pass for the wrong reason.
 */
final class Prism implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final MediaType JSON = requireNonNull(MediaType.parse("application/json"));

  private final Crm crm;
  private final OperationSpec spec;
  private final OkHttpClient client =
      new OkHttpClient.Builder().addNetworkInterceptor(this::exchange).build();
  private final List<MockCall> exchanges = new CopyOnWriteArrayList<>();
  private final List<String> objections = new CopyOnWriteArrayList<>();
  private @Nullable HttpUrl url;
  private OperationSpec.Answer wanted;
  private @Nullable String preference;
  private boolean objected;

  private Prism(Crm crm) {
    this.crm = crm;
    spec = OperationSpec.of(crm);
    wanted = spec.usualAnswer();
    preference = preference(wanted);
  }

  static Prism of(Crm crm) {
    return new Prism(crm);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    url = Mocks.of(context).url(crm);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    exchanges.clear();
    objections.clear();
    objected = false;
    wanted = spec.usualAnswer();
    preference = preference(wanted);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    assertThat(objections).as("what Prism objects to").isEmpty();
    if (objected) {
      return;
    }
    for (MockCall exchange : exchanges) {
      assertThat(exchange.status()).as("the status that was asked for").isEqualTo(wanted.status());
      assertThat(YamlTree.tree(exchange.answer()))
          .as("the answer that was asked for")
          .isEqualTo(wanted.body());
    }
  }

  OperationSpec spec() {
    return spec;
  }

  String url() {
    return requireNonNull(url, "url").toString();
  }

  /** Returns a client that records its calls, and asks the mock for the wanted answer. */
  OkHttpClient client() {
    return client;
  }

  /** Makes the mock answer with a documented example. */
  void answerWith(int status, String example) {
    wanted = spec.answer(status, example);
    preference = preference(wanted);
  }

  /** Makes the mock answer with a documented status, without choosing an example. */
  void answerWith(int status) {
    wanted = spec.firstAnswer(status);
    preference = "code=" + status;
  }

  /** Lets the mock choose the answer. */
  void answerAsItLikes() {
    preference = null;
  }

  private static String preference(OperationSpec.Answer answer) {
    return "code=" + answer.status() + ", example=" + answer.example();
  }

  /** Sends a body that the facade would not send, for the contact in the examples. */
  MockCall put(String body, Headers headers) {
    return put(spec.path(), body, headers);
  }

  /** Sends a request that the facade would not send. */
  MockCall put(String path, String body, Headers headers) {
    Request request =
        new Request.Builder()
            .url(url() + path)
            .headers(headers)
            .put(RequestBody.create(body, JSON))
            .build();
    try {
      client.newCall(request).execute().close();
      return onlyExchange();
    } catch (IOException e) {
      throw new AssertionError("the mock of " + crm + " gave no answer", e);
    }
  }

  MockCall onlyExchange() {
    assertThat(exchanges).hasSize(1);
    return exchanges.get(0);
  }

  List<MockCall> exchanges() {
    return exchanges;
  }

  /** Returns Prism's objections, for a test that provokes them on purpose. */
  List<String> takeObjections() {
    objected = true;
    List<String> taken = List.copyOf(objections);
    objections.clear();
    return taken;
  }

  private Response exchange(Interceptor.Chain chain) throws IOException {
    Request.Builder asking = chain.request().newBuilder();
    if (preference != null) {
      asking.header("Prefer", preference);
    }
    Response response = chain.proceed(asking.build());
    MockCall exchange = MockCall.of(chain.request(), response);
    exchanges.add(exchange);
    objections.addAll(Objections.in(exchange));
    return response;
  }
}
