package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import io.contactbridge.client.torture.ThingsApi;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

final class JsonConverterFactoryTest {
  private static final Thing THING = Thing.builder().id(1L).name("Ada").build();

  private final MockWebServer server = new MockWebServer();
  private final List<Observation> observations = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answerAsSpecifiedIsReadInSilence() throws IOException {
    JsonConverterFactory factory = JsonConverterFactory.create(observations::add);

    assertThat(answer(factory, "{\"data\":{\"id\":1,\"name\":\"Ada\"}}"))
        .isEqualTo(ThingResponse.builder().data(THING).build());
    assertThat(observations).isEmpty();
  }

  @Test
  void listenerHearsOfWhatIsOdd() throws IOException {
    JsonConverterFactory factory = JsonConverterFactory.create(observations::add);

    assertThat(answer(factory, "{\"data\":{\"id\":\"1\",\"name\":\"Ada\"}}"))
        .isEqualTo(ThingResponse.builder().data(THING).build());
    assertThat(observations)
        .containsExactly(new Observation("$.data.id", "an integer", "a string"));
  }

  @Test
  void listenerIsOptional() throws IOException {
    assertThat(answer(JsonConverterFactory.create(), "{\"data\":{\"id\":\"1\",\"name\":\"Ada\"}}"))
        .isEqualTo(ThingResponse.builder().data(THING).build());
  }

  @Test
  void answerThatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> answer(JsonConverterFactory.create(), "\"gone\""))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Found a string at $");
    assertThatThrownBy(() -> answer(JsonConverterFactory.create(), "{\"data\":"))
        .isInstanceOf(EOFException.class);
  }

  private @Nullable ThingResponse answer(JsonConverterFactory factory, String body)
      throws IOException {
    server.enqueue(new MockResponse.Builder().body(body).build());
    ThingsApi api =
        new Retrofit.Builder()
            .baseUrl(server.url("/"))
            .addConverterFactory(factory)
            .build()
            .create(ThingsApi.class);
    return api.updateThing(1L, "part", null, null, THING).execute().body();
  }
}
