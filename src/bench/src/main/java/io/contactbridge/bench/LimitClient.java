package io.contactbridge.bench;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The shortest program for the update: OkHttp, and JSON by hand on Moshi's writer and reader. */
final class LimitClient implements Client {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client = Http.client();
  private final HttpUrl url;

  LimitClient(String url) {
    this.url = HttpUrl.get(url);
  }

  @Override
  public @Nullable String update(String id) throws IOException {
    try (Response response = client.newCall(request(id)).execute()) {
      return email(response);
    }
  }

  @Override
  public void updateAsync(String id, Consumer<@Nullable String> done) {
    client
        .newCall(request(id))
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                done.accept(null);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  done.accept(email(response));
                }
              }
            });
  }

  private Request request(String id) {
    try {
      return new Request.Builder()
          .url(url.newBuilder().addPathSegment("contacts").addPathSegment(id).build())
          .header("Authorization", "Bearer " + Sample.TOKEN)
          .header("Version", Sample.VERSION)
          .put(RequestBody.create(body().readByteString(), JSON))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory does not fail", e);
    }
  }

  static Buffer body() throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.beginObject();
    writer.name("firstName").value(Sample.FIRST_NAME);
    writer.name("lastName").value(Sample.LAST_NAME);
    writer.name("email").value(Sample.EMAIL);
    writer.name("phone").value(Sample.PHONE);
    writer.name("address1").value(Sample.STREET);
    writer.name("city").value(Sample.CITY);
    writer.name("state").value(Sample.STATE);
    writer.name("postalCode").value(Sample.POSTAL_CODE);
    writer.name("dndSettings").beginObject();
    writer.name("Email").beginObject();
    writer.name("status").value(Sample.DND_STATUS);
    writer.name("message").value(Sample.DND_MESSAGE);
    writer.name("code").value(Sample.DND_CODE);
    writer.endObject();
    writer.endObject();
    writer.name("companyName").value(Sample.COMPANY);
    writer.endObject();
    return buffer;
  }

  private static @Nullable String email(Response response) throws IOException {
    if (response.code() != 200) {
      throw new IOException("status " + response.code());
    }
    LimitContact contact = LimitContact.ofAnswer(JsonReader.of(response.body().source()));
    return contact == null ? null : contact.email;
  }
}
