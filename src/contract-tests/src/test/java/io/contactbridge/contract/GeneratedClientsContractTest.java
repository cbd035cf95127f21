package io.contactbridge.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.contactbridge.Crm;
import io.contactbridge.client.DocumentedErrors;
import io.contactbridge.client.Model;
import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.acquire.model.ContactFieldsInput;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.raze.RazeClient;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Response;

/** Checks the generated clients, without the facade, with every answer in their specifications. */
final class GeneratedClientsContractTest {
  @RegisterExtension static final Prism ACQUIRE = Prism.of(Crm.ACQUIRE);
  @RegisterExtension static final Prism HIGHLEVEL = Prism.of(Crm.HIGHLEVEL);
  @RegisterExtension static final Prism LINQ = Prism.of(Crm.LINQ);
  @RegisterExtension static final Prism RAZE = Prism.of(Crm.RAZE);

  private static final Moshi MOSHI = new Moshi.Builder().build();

  record Documented(Crm crm, OperationSpec.Answer answer) {
    @Override
    public String toString() {
      return crm + " " + answer.status() + " " + answer.example();
    }
  }

  static Stream<Documented> errors() {
    return answers().filter(documented -> !documented.answer().isSuccess());
  }

  static Stream<Documented> successes() {
    return answers().filter(documented -> documented.answer().isSuccess());
  }

  private static Stream<Documented> answers() {
    return Arrays.stream(Crm.values())
        .flatMap(
            crm ->
                OperationSpec.of(crm).answers().stream()
                    .map(answer -> new Documented(crm, answer)));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void documentedErrorIsReadCompletelyAsItsModel(Documented error) throws IOException {
    Response<?> response = answer(error);

    assertThat(response.code()).isEqualTo(error.answer().status());
    Object read = DocumentedErrors.read(response, Object.class).orElseThrow();
    assertThat(json(read)).isEqualTo(error.answer().body());
    if (read instanceof Model) {
      assertThat(read.getClass().getSimpleName())
          .isEqualTo(OperationSpec.of(error.crm()).answerSchemaName(error.answer().status()));
    } else {
      assertThat(read).isInstanceOf(Map.class);
      assertThat(OperationSpec.of(error.crm()).answerSchema(error.answer().status()))
          .doesNotContainKey("properties");
    }
  }

  @ParameterizedTest
  @MethodSource("successes")
  void documentedAnswerIsReadCompletely(Documented success) throws IOException {
    Object body = requireNonNull(answer(success).body());

    assertThat(body).isInstanceOf(Model.class);
    assertThat(withoutFractions(json(body))).isEqualTo(withoutFractions(success.answer().body()));
  }

  /** A time is the same with and without zeros after its seconds. */
  private static String withoutFractions(@Nullable Object json) {
    return String.valueOf(json).replaceAll("(T[0-9:]{8})\\.0+", "$1");
  }

  private static @Nullable Object json(Object value) {
    return value instanceof Model model
        ? YamlTree.tree(MOSHI.<Model>adapter(model.getClass()).toJson(model))
        : value;
  }

  private static Response<?> answer(Documented documented) throws IOException {
    Prism prism = prism(documented.crm());
    prism.answerWith(documented.answer().status(), documented.answer().example());
    return call(documented.crm(), prism).execute();
  }

  private static Prism prism(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> ACQUIRE;
      case HIGHLEVEL -> HIGHLEVEL;
      case LINQ -> LINQ;
      case RAZE -> RAZE;
    };
  }

  private static Call<?> call(Crm crm, Prism prism) {
    return switch (crm) {
      case ACQUIRE ->
          AcquireClient.builder("example", () -> "key")
              .baseUrl(prism.url())
              .httpClient(prism.client())
              .build()
              .updateContact(
                  2L,
                  io.contactbridge.client.acquire.model.UpdateContactRequest.builder()
                      .fields(ContactFieldsInput.builder().email("ada@example.com").build())
                      .build());
      case HIGHLEVEL ->
          HighLevelClient.builder(() -> "token")
              .baseUrl(prism.url())
              .httpClient(prism.client())
              .build()
              .updateContact(
                  "ocQHyuzHvuMOe5N5jjXF",
                  io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
                      .email("ada@example.com")
                      .build());
      case LINQ ->
          LinqClient.builder(() -> "token")
              .baseUrl(prism.url())
              .httpClient(prism.client())
              .build()
              .updateContact(
                  123L,
                  io.contactbridge.client.linq.model.UpdateContactRequest.builder()
                      .contact(ContactInput.builder().email("ada@example.com").build())
                      .build());
      case RAZE ->
          RazeClient.builder(() -> "key")
              .baseUrl(prism.url())
              .httpClient(prism.client())
              .build()
              .updateContact(
                  "cnt_abc123def456",
                  io.contactbridge.client.raze.model.UpdateContactRequest.builder()
                      .email("ada@example.com")
                      .build());
    };
  }
}
