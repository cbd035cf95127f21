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
  /** Delete a thing. */
  @DELETE("things/{id}")
  Call<Void> deleteThing(@Path("id") Long id);

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
  @Headers("Version: 2021-07-28")
  @DocumentedError(status = 404, body = Part.class)
  @PUT("things/{id}/parts/{part_name}")
  Call<ThingResponse> updateThing(
      @Path("id") Long id,
      @Path("part_name") String partName,
      @Query("dry_run") @Nullable Boolean dryRun,
      @Header("X-Request-Id") @Nullable String xRequestId,
      @Body Thing thing);
}
