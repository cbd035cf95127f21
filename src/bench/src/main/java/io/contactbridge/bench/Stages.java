package io.contactbridge.bench;

import com.squareup.moshi.JsonReader;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdatePlan;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.Observation;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import io.contactbridge.client.highlevel.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.highlevel.model.UpdateContactResponse;
import io.contactbridge.client.highlevel.model.UpdateContactResponseJsonAdapter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of an update by themselves, without a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Stages {
  private static final MediaType JSON = MediaType.get("application/json");

  private final ByteString answer = ByteString.of(Sample.answer());
  private final String id = Sample.id(0);
  private final ContactUpdate update = FacadeClient.update();
  private final UpdateContactRequest request = GeneratedClient.request();
  private final UpdateContactRequestJsonAdapter requests = new UpdateContactRequestJsonAdapter();
  private final UpdateContactResponseJsonAdapter answers = new UpdateContactResponseJsonAdapter();
  private final Contacts contacts =
      Contacts.highLevel(Sample.TOKEN)
          .httpClient(new OkHttpClient.Builder().addInterceptor(this::answerAtOnce).build())
          .noRateLimit()
          .build();

  /** The facade's plan: checks, conversions, the whole request. */
  @Benchmark
  public UpdatePlan plan() {
    return contacts.plan(id, update);
  }

  /** The whole life of an update but for OkHttp's network: plan, stages, reading, verdict. */
  @Benchmark
  public UpdateResult updateWithoutNetwork() {
    return contacts.update(id, update);
  }

  /** Reading the answer with the generated models. */
  @Benchmark
  public @Nullable UpdateContactResponse read() {
    return answers.read(new Buffer().write(answer), Stages::refuse);
  }

  /** Reading the answer by hand. */
  @Benchmark
  public @Nullable Object readByHand() throws IOException {
    return LimitContact.ofAnswer(JsonReader.of(new Buffer().write(answer)));
  }

  /** Writing the request of the generated models, which is made once. */
  @Benchmark
  public ByteString write() throws IOException {
    Buffer buffer = new Buffer();
    requests.toJson(buffer, request);
    return buffer.readByteString();
  }

  /** Writing the request by hand. */
  @Benchmark
  public ByteString writeByHand() throws IOException {
    return LimitClient.body().readByteString();
  }

  private static void refuse(Observation observation) {
    throw new IllegalStateException("the answer is as specified, but: " + observation);
  }

  private Response answerAtOnce(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(answer, JSON))
        .build();
  }
}
