package io.contactbridge.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.Contact;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UpdatePlan;
import io.contactbridge.UpdateResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that apply to every CRM; each subclass provides the tables for one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrmContract {
  static final String CREDENTIAL = "not-a-real-credential";

  /** The headers that OkHttp adds, and those that the facade adds for every CRM. */
  private static final List<String> USUAL_HEADERS =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Connection",
          "Content-Length",
          "Content-Type",
          "Host",
          "User-Agent");

  @RegisterExtension final Prism prism;

  CrmContract(Crm crm) {
    prism = Prism.of(crm);
  }

  abstract Contacts.Builder builder(Supplier<String> credential);

  /** The id of the contact in the examples. */
  abstract String id();

  abstract List<SentField> sentFields();

  /** The updates whose requests are documented, by the names of the examples. */
  abstract Map<String, ContactUpdate> producedRequests();

  /** Documented requests with a part that we never send. */
  Set<String> requestsThatAreNotProduced() {
    return Set.of();
  }

  abstract List<ExpectedReading> readings();

  abstract List<DocumentedRefusal> refusals();

  /** The headers that only this CRM needs, with their values. */
  abstract Map<String, String> ownHeaders();

  final Contacts contacts() {
    return contacts(() -> CREDENTIAL);
  }

  private Contacts contacts(Supplier<String> credential) {
    return builder(credential)
        .baseUrl(prism.url())
        .httpClient(prism.client())
        .maxRetries(0)
        .build();
  }

  /** Some update that this CRM accepts. */
  private static ContactUpdate anyUpdate() {
    return ContactUpdate.builder().email("ada@example.com").build();
  }

  @ParameterizedTest
  @MethodSource("sentFields")
  void fieldReachesItsPlaceAndNothingElseIsSent(SentField field) {
    UpdateResult result = contacts().update(id(), field.update());

    assertThat(prism.onlyExchange().body()).isEqualTo(field.body());
    assertThat(prism.onlyExchange().method()).isEqualTo("PUT");
    assertThat(prism.onlyExchange().path()).isEqualTo(prism.spec().path());
    assertThat(result.plan().fields())
        .filteredOn(plan -> plan.field() == field.field())
        .extracting(FieldPlan::path)
        .containsExactly(Optional.of(field.path()));
  }

  @Test
  void allFieldsTogetherAreAccepted() {
    ContactUpdate.Builder update = ContactUpdate.builder();
    Map<String, Object> body = Map.of();
    for (SentField field : sentFields()) {
      field.update().fields().forEach(it -> update.set(it, requireNonNull(field.update().get(it))));
      body = YamlTree.merge(body, YamlTree.object(YamlTree.tree(field.body())));
    }

    UpdateResult result = contacts().update(id(), update.build());

    assertThat(YamlTree.tree(prism.onlyExchange().body())).isEqualTo(body);
    assertThat(result.plan().fields())
        .extracting(FieldPlan::fate)
        .isSubsetOf(Fate.SENT, Fate.CONVERTED);
  }

  Stream<ContactField> fieldsThatAreNotSent() {
    List<ContactField> sent = sentFields().stream().map(SentField::field).toList();
    return Arrays.stream(ContactField.values()).filter(field -> !sent.contains(field));
  }

  @ParameterizedTest
  @MethodSource("fieldsThatAreNotSent")
  void fieldThatCannotBeStoredIsRefusedWithoutARequest(ContactField field) {
    ContactUpdate update = anyUpdate().toBuilder().set(field, SampleValues.of(field)).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacts().update(id(), update))
        .withMessageStartingWith(contacts().crm() + " cannot make this update: ")
        .withMessageContaining(field.name());
    assertThat(prism.exchanges()).isEmpty();
  }

  @Test
  void planTellsWhatIsThenSent() {
    UpdatePlan plan = contacts().plan(id(), anyUpdate());
    assertThat(prism.exchanges()).isEmpty();

    contacts().update(id(), anyUpdate());

    MockCall sent = prism.onlyExchange();
    assertThat(plan.method()).isEqualTo(sent.method());
    assertThat(plan.url()).isEqualTo(sent.url().toString());
    assertThat(plan.body()).isEqualTo(sent.body());
    assertThat(plan.headers())
        .allSatisfy(
            (name, value) ->
                assertThat(sent.headers().get(name)).isEqualTo(value.replace("***", CREDENTIAL)));
  }

  @Test
  void tagsAreNotSentUnlessTheyAreSet() {
    contacts().update(id(), anyUpdate());

    assertThat(prism.onlyExchange().body()).doesNotContainIgnoringCase("tag");
  }

  Set<Map.Entry<String, ContactUpdate>> requestsThatAreProduced() {
    return producedRequests().entrySet();
  }

  @ParameterizedTest
  @MethodSource("requestsThatAreProduced")
  void documentedRequestIsProduced(Map.Entry<String, ContactUpdate> request) {
    contacts().update(id(), request.getValue());

    assertThat(YamlTree.tree(prism.onlyExchange().body()))
        .isEqualTo(prism.spec().request(request.getKey()));
  }

  @Test
  void everyDocumentedRequestIsProduced() {
    Set<String> documented = new TreeSet<>(prism.spec().requests().keySet());
    documented.removeAll(requestsThatAreNotProduced());

    assertThat(producedRequests().keySet()).isEqualTo(documented);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void documentedAnswerIsRead(ExpectedReading reading) {
    prism.answerWith(200, reading.example());

    UpdateResult result = contacts().update(reading.id(), anyUpdate());

    assertThat(values(result.contact())).isEqualTo(reading.values());
    assertThat(result.contact().id()).contains(reading.id());
    assertThat(result.observations()).isEmpty();
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body()).isEqualTo(prism.onlyExchange().answer());
  }

  private static Map<ContactField, Object> values(Contact contact) {
    Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
    contact.fields().forEach(field -> values.put(field, contact.get(field).orElseThrow()));
    return values;
  }

  @Test
  void everyDocumentedAnswerIsRead() {
    assertThat(readings())
        .extracting(reading -> "200 " + reading.example())
        .containsExactlyInAnyOrderElementsOf(documented(OperationSpec.Answer::isSuccess));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void documentedErrorIsThrownInTheCrmsWords(DocumentedRefusal refusal) {
    prism.answerWith(refusal.status(), refusal.example());

    ContactsException thrown =
        catchThrowableOfType(ContactsException.class, () -> contacts().update(id(), anyUpdate()));

    assertThat(thrown).isExactlyInstanceOf(refusal.type()).hasMessage(refusal.message());
    assertThat(thrown.crm()).isEqualTo(contacts().crm());
    assertThat(thrown.status()).isEqualTo(refusal.status());
    assertThat(thrown.crmMessage()).contains(refusal.words());
    assertThat(thrown.code()).isEqualTo(refusal.code());
    assertThat(thrown.details()).isEqualTo(refusal.details());
    assertThat(thrown.requestId()).isEmpty();
    assertThat(thrown.body()).isEqualTo(prism.onlyExchange().answer());
    assertThat(retryAfter(thrown)).isEqualTo(refusal.retryAfter());
  }

  private static Optional<?> retryAfter(ContactsException thrown) {
    return thrown instanceof RateLimitedException limited ? limited.retryAfter() : Optional.empty();
  }

  @Test
  void everyDocumentedErrorIsThrown() {
    assertThat(refusals())
        .extracting(DocumentedRefusal::toString)
        .containsExactlyInAnyOrderElementsOf(documented(answer -> !answer.isSuccess()));
  }

  private List<String> documented(Predicate<OperationSpec.Answer> kind) {
    return prism.spec().answers().stream()
        .filter(kind)
        .map(answer -> answer.status() + " " + answer.example())
        .toList();
  }

  @Test
  void credentialTravelsInItsHeaderAndNowhereElse() {
    contacts().update(id(), anyUpdate());

    MockCall sent = prism.onlyExchange();
    Set<String> names = new TreeSet<>(USUAL_HEADERS);
    names.addAll(ownHeaders().keySet());
    assertThat(sent.headers().names()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(ownHeaders())
        .allSatisfy(
            (name, value) -> assertThat(sent.headers().values(name)).containsExactly(value));
    assertThat(sent.headers())
        .filteredOn(header -> header.getSecond().contains(CREDENTIAL))
        .hasSize(1);
    assertThat(sent.url().toString()).doesNotContain(CREDENTIAL);
    assertThat(sent.body()).doesNotContain(CREDENTIAL);
  }

  @Test
  void credentialIsAskedForEachRequest() {
    List<String> credentials = new ArrayList<>(List.of("first-credential", "second-credential"));
    Contacts contacts = contacts(() -> credentials.remove(0));

    contacts.update(id(), anyUpdate());
    contacts.update(id(), anyUpdate());

    assertThat(credentials).isEmpty();
    assertThat(prism.exchanges().get(0).headers().toMultimap().toString())
        .contains("first-credential")
        .doesNotContain("second-credential");
    assertThat(prism.exchanges().get(1).headers().toMultimap().toString())
        .contains("second-credential")
        .doesNotContain("first-credential");
  }

  Stream<Integer> statuses() {
    return prism.spec().answers().stream().map(OperationSpec.Answer::status).distinct();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void mockAnswersAStatusWithItsOwnExampleWhereNoneIsNamed(int status) {
    prism.answerWith(status);

    MockCall exchange = prism.put(contacts().plan(id(), anyUpdate()).body(), usualHeaders());

    assertThat(exchange.status()).isEqualTo(status);
    assertThat(YamlTree.tree(exchange.answer())).isEqualTo(prism.spec().firstAnswer(status).body());
  }

  @Test
  void mockObjectsToARequestWithoutCredential() {
    prism.answerAsItLikes();

    MockCall exchange = prism.put(contacts().plan(id(), anyUpdate()).body(), Headers.of());

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(YamlTree.tree(exchange.answer())).isEqualTo(prism.spec().firstAnswer(401).body());
    assertThat(prism.takeObjections()).contains("request (401): Invalid security scheme used");
  }

  @Test
  void mockObjectsToABodyThatIsNotDocumentedWithTheErrorOfItsStatus() {
    prism.answerAsItLikes();

    MockCall exchange = prism.put("{\"undocumented\":1}", usualHeaders());

    assertThat(exchange.status()).isIn(400, 422);
    assertThat(YamlTree.tree(exchange.answer()))
        .isEqualTo(prism.spec().firstAnswer(exchange.status()).body());
    assertThat(prism.takeObjections()).isNotEmpty();
  }

  private Headers usualHeaders() {
    Headers.Builder headers = new Headers.Builder();
    contacts()
        .plan(id(), anyUpdate())
        .headers()
        .forEach((name, value) -> headers.set(name, value.replace("***", CREDENTIAL)));
    return headers.build();
  }
}
