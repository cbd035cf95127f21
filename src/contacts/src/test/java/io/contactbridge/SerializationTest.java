package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures travel between JVMs, such as with a failed job, and tell there all that they did. */
final class SerializationTest {
  private static final ContactUpdate UPDATE =
      ContactUpdate.builder()
          .email("ada@example.com")
          .company("Engines")
          .tags(List.of("x"))
          .build();
  private static final String REFUSAL =
      """
      {"error":{"code":"SOME_CODE","message":"no","details":{"email":["Invalid format"]}}}""";

  private static final String OTHER_EMAIL =
      "{\"data\":{\"id\":\"cnt_1\",\"email\":\"other@example.com\",\"tags\":\"x\"}}";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 409, 422, 429, 500})
  void failureKeepsAllThatItsAccessorsTell(int status) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Retry-After", "7")
            .addHeader("X-Request-Id", "req-1")
            .body(REFUSAL)
            .build());

    assertSurvives(failure(raze()));
  }

  @Test
  void failureWithoutAnAnswerKeepsAllThatItsAccessorsTell() throws Exception {
    assertSurvives(failure(Accounts.at(Crm.RAZE).baseUrl("http://127.0.0.1:1").maxRetries(0)));
  }

  /** {@code -Dgolden=rewrite} writes the failure anew, which a released version must not need. */
  @Test
  void failureThatAnEarlierVersionWroteIsReadable() throws Exception {
    Path file = Path.of("src/test/resources/io/contactbridge/not-applied.ser");
    if ("rewrite".equals(System.getProperty("golden"))) {
      server.enqueue(new MockResponse.Builder().body(OTHER_EMAIL).build());
      UpdateResult result = raze().build().update("cnt_1", UPDATE);
      Files.write(
          file, bytes(catchThrowableOfType(NotAppliedException.class, result::requireApplied)));
    }

    NotAppliedException read = (NotAppliedException) read(Files.readAllBytes(file));

    assertThat(read).hasMessageContaining("EMAIL");
    assertThat(read.result().outcome(ContactField.EMAIL)).isEqualTo(Outcome.DIFFERENT);
    assertThat(read.result().body()).isEqualTo(OTHER_EMAIL);
    assertThat(read.result().plan().fields()).hasSize(3);
    assertThat(read.result().contact().email()).contains("other@example.com");
  }

  @Test
  void updateThatWasNotAppliedKeepsItsResult() throws Exception {
    server.enqueue(new MockResponse.Builder().body(OTHER_EMAIL).build());
    UpdateResult result = raze().build().update("cnt_1", UPDATE);

    NotAppliedException thrown =
        catchThrowableOfType(NotAppliedException.class, result::requireApplied);
    NotAppliedException copy = copy(thrown);

    assertThat(copy).hasMessage(thrown.getMessage());
    assertThat(copy.result().contact()).isEqualTo(result.contact());
    assertThat(copy.result().contact().fields()).isNotEmpty();
    String[] objects = {"contact", "plan", "requireApplied", "requireConfirmed"};
    assertThat(told(UpdateResult.class, copy.result(), objects))
        .isEqualTo(told(UpdateResult.class, result, objects))
        .containsKeys("outcomes", "observations", "headers", "body", "attempts");
    assertThat(told(UpdatePlan.class, copy.result().plan(), "fields"))
        .isEqualTo(told(UpdatePlan.class, result.plan(), "fields"))
        .containsKeys("warnings", "body", "url");
    for (int i = 0; i < result.plan().fields().size(); i++) {
      assertThat(told(FieldPlan.class, copy.result().plan().fields().get(i)))
          .isEqualTo(told(FieldPlan.class, result.plan().fields().get(i)))
          .containsKeys("path", "value", "claim");
    }
  }

  private Contacts.Builder raze() {
    return Accounts.at(Crm.RAZE).baseUrl(server.url("/").toString()).maxRetries(0);
  }

  private static ContactsException failure(Contacts.Builder account) {
    Contacts contacts = account.build();
    return catchThrowableOfType(ContactsException.class, () -> contacts.update("cnt_1", UPDATE));
  }

  private static void assertSurvives(ContactsException thrown) throws Exception {
    ContactsException copy = copy(thrown);

    assertThat(copy).isExactlyInstanceOf(thrown.getClass()).hasMessage(thrown.getMessage());
    assertThat(told(thrown.getClass(), copy))
        .isEqualTo(told(thrown.getClass(), thrown))
        .containsKeys("crm", "details", "requestId");
  }

  /** Returns what each public accessor of our own answers, by its name. */
  private static Map<String, @Nullable Object> told(Class<?> type, Object teller, String... without)
      throws ReflectiveOperationException {
    Map<String, @Nullable Object> told = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getDeclaringClass().getPackage() == Contacts.class.getPackage()
          && !Arrays.asList(without).contains(method.getName())
          && !method.getName().equals("hashCode")) {
        told.put(method.getName(), method.invoke(teller));
      }
    }
    return told;
  }

  @SuppressWarnings("unchecked") // A copy is of the class of its original.
  private static <T> T copy(T original) throws Exception {
    return (T) read(bytes(original));
  }

  private static byte[] bytes(Object original) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
      output.writeObject(original);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws Exception {
    try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return input.readObject();
    }
  }
}
