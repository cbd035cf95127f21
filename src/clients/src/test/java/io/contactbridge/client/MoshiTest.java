package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.contactbridge.client.torture.model.Colour;
import io.contactbridge.client.torture.model.Thing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MoshiTest {
  private static final Thing NAMELESS = Thing.builder().id(1L).name(null).build();

  private final Moshi moshi = new Moshi.Builder().build();
  private final JsonAdapter<Thing> things = moshi.adapter(Thing.class);

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.GeneratedSources#models")
  void moshiFindsTheAdapterOfEachModel(String name) throws Exception {
    Class<?> model = Class.forName(name);
    String json = OpenEnum.class.isAssignableFrom(model) ? "\"any\"" : "{}";

    assertThat(moshi.adapter(model).fromJson(json)).isExactlyInstanceOf(model);
  }

  @Test
  void modelsAreReadAmongOtherThings() throws IOException {
    JsonAdapter<List<Thing>> list =
        moshi.adapter(Types.newParameterizedType(List.class, Thing.class));

    assertThat(list.fromJson("[{\"id\":1,\"name\":null},null]")).containsExactly(NAMELESS, null);
  }

  @Test
  void nullsAreWrittenByDefault() {
    assertThat(things.toJson(NAMELESS)).isEqualTo("{\"id\":1,\"name\":null}");
    assertThat(things.toJson(null)).isEqualTo("null");
  }

  @Test
  void numbersOutliveMoshisOwnTree() {
    Thing thing = Thing.builder().id(1L).name("x").anything(List.of(1, 2.50)).build();

    assertThat(things.fromJsonValue(things.toJsonValue(thing))).isEqualTo(thing);
  }

  @Test
  void settingOfTheWriterIsRestored() throws IOException {
    JsonWriter writer = JsonWriter.of(new Buffer());

    things.toJson(writer, NAMELESS);

    assertThat(writer.getSerializeNulls()).isFalse();
  }

  @Test
  void settingOfTheWriterIsRestoredAfterAFailure() {
    List<Object> tooDeep = List.of();
    for (int i = 0; i < 300; i++) {
      tooDeep = List.of(tooDeep);
    }
    Thing thing = Thing.builder().id(1L).name("x").anything(tooDeep).build();
    JsonWriter writer = JsonWriter.of(new Buffer());

    assertThatThrownBy(() -> things.toJson(writer, thing)).isInstanceOf(JsonDataException.class);
    assertThat(writer.getSerializeNulls()).isFalse();
  }

  @Test
  void listenerIsTheTagOfTheReader() throws IOException {
    List<Observation> observations = new ArrayList<>();
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[{\"id\":\"1\"}]"));
    reader.setTag(
        KindJsonAdapter.Observations.class, new KindJsonAdapter.Observations(observations::add));

    reader.beginArray();
    Thing thing = things.fromJson(reader);

    assertThat(thing).hasToString("Thing[id]");
    assertThat(observations).containsExactly(new Observation("$[0].id", "an integer", "a string"));
  }

  @Test
  void anotherKindIsRefusedWithoutItsValue() {
    assertThatThrownBy(() -> things.fromJson("\"secret\""))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Found a string at $");
    assertThatThrownBy(() -> moshi.adapter(Colour.class).fromJson("[1]"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Found an array at $");
  }
}
