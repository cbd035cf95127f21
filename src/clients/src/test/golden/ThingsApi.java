package io.contactbridge.client.torture;

import io.contactbridge.client.DocumentedError;
import io.contactbridge.client.torture.model.Part;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingResponse;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Things of Torture API. */
@NullMarked
public interface ThingsApi {
  /** The path of {@link #deleteThing}, below the server. */
  String DELETE_THING_PATH = "things/{id}";

  /** Delete a thing. */
  @DELETE(DELETE_THING_PATH)
  Call<Void> deleteThing(@Path("id") Long id);

  /** The path of {@link #updateThing}, below the server. */
  String UPDATE_THING_PATH = "things/{id}/parts/{part_name}";

  /** The header {@code Version} of {@link #updateThing}. */
  String UPDATE_THING_VERSION = "2021-07-28";

  /**
   * Update a thing.
   *
   * <p>Changes what is sent. Escapes: "quotes", back\\slash, &lt;b&gt;tags&lt;/b&gt; &amp; *_/
   * ends. A second paragraph.
   *
   * @param id The number of the thing.
   * @param xRequestId Told apart from other requests by this.
   * @see <a href="https://example.com/docs/things">The operation in the API's own documentation</a>
   */
  @Headers("Version: " + UPDATE_THING_VERSION)
  @DocumentedError(status = 404, body = Part.class)
  @PUT(UPDATE_THING_PATH)
  Call<ThingResponse> updateThing(
      @Path("id") Long id,
      @Path("part_name") String partName,
      @Query("dry_run") @Nullable Boolean dryRun,
      @Header("X-Request-Id") @Nullable String xRequestId,
      @Body Thing thing);
}
