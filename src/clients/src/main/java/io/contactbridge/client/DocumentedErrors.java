package io.contactbridge.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import okhttp3.ResponseBody;
import retrofit2.Invocation;
import retrofit2.Response;

/**
 * Reads the errors that a specification documents.
 *
 * <pre>{@code
 * Response<UpdateContactResponse> response = contacts.updateContact(123L, request).execute();
 * if (!response.isSuccessful()) {
 *   DocumentedErrors.read(response, ErrorResponse.class)
 *       .ifPresent(error -> System.err.println(error.message()));
 * }
 * }</pre>
 */
public final class DocumentedErrors {
  private static final Moshi MOSHI = new Moshi.Builder().build();
  private static final JsonAdapter<?> FREE_FORM = new KindJsonAdapter<>(Kind.mapOf(Kind.ANY)) {};

  private DocumentedErrors() {}

  /**
   * Returns the body of an error, which can be read again afterwards.
   *
   * @param form the model that the operation documents for the status of the answer, {@link Model}
   *     for any model, or {@link Map} if the specification has no properties
   * @return empty if the call succeeded, if the operation documents the status with another model
   *     or not at all, or if the body is not a JSON object, such as a gateway's HTML page
   */
  public static <T> Optional<T> read(Response<?> response, Class<T> form) {
    ResponseBody body = response.errorBody();
    Invocation invocation = response.raw().request().tag(Invocation.class);
    if (body == null || invocation == null) {
      return Optional.empty();
    }
    return Arrays.stream(invocation.method().getAnnotationsByType(DocumentedError.class))
        .filter(error -> error.status() == response.code())
        .map(DocumentedError::body)
        .filter(form::isAssignableFrom)
        .findFirst()
        .flatMap(documented -> read(body, adapter(documented)))
        .map(form::cast);
  }

  private static JsonAdapter<?> adapter(Class<?> form) {
    return form == Map.class ? FREE_FORM : MOSHI.adapter(form);
  }

  private static Optional<Object> read(ResponseBody body, JsonAdapter<?> adapter) {
    try {
      return Optional.ofNullable(adapter.fromJson(body.source().peek()));
    } catch (IOException | JsonDataException e) {
      return Optional.empty();
    }
  }
}
