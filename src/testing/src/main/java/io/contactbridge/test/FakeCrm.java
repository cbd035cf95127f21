package io.contactbridge.test;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * An in-memory CRM for the tests of applications that update contacts.
 *
 * <pre>{@code
 * FakeCrm crm = FakeCrm.of(Crm.LINQ).add("123");
 * Contacts contacts = crm.contacts();
 *
 * contacts.update("123", ContactUpdate.builder().email("ada@example.com").build());
 * crm.value("123", ContactField.EMAIL); // ada@example.com
 *
 * crm.failNext(Refusal.CREDENTIALS); // the next update throws a CredentialsException
 * crm.ignore(ContactField.COMPANY); // from now on its outcome is DIFFERENT or NOT_ECHOED
 * }</pre>
 *
 * <p>The account is not a stub: it plans, checks, writes and reads an update as it does for the
 * real CRM. Only its HTTP client differs: it calls this object instead of the network. {@link
 * #serve} makes it listen on loopback, for programs that take a base URL.
 *
 * <p>Instances are safe to share between threads.
 */
public final class FakeCrm {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Crm crm;
  private final Map<String, FakeContact> contacts = new HashMap<>();
  private final Queue<Refusal> refusals = new ArrayDeque<>();
  private final Set<ContactField> ignored = EnumSet.noneOf(ContactField.class);
  private final List<String> bodies = new ArrayList<>();

  private FakeCrm(Crm crm) {
    this.crm = crm;
  }

  /** Returns a CRM without contacts. */
  public static FakeCrm of(Crm crm) {
    return new FakeCrm(requireNonNull(crm, "crm"));
  }

  /**
   * Returns the exception that a refused update throws, for stubs of a mocking library.
   *
   * @throws IllegalArgumentException if the CRM documents no such refusal
   */
  public static ContactsException failure(Crm crm, Refusal refusal) {
    String id = "1";
    FakeCrm fake = of(crm).add(id).failNext(refusal);
    try {
      fake.contacts().update(id, ContactUpdate.builder().email("ada@example.com").build());
    } catch (ContactsException e) {
      return e;
    }
    throw new IllegalStateException(refusal + " failed no update");
  }

  /** Adds a contact that has only an id. Updates of other ids find no contact. */
  public synchronized FakeCrm add(String id) {
    contacts.put(id, new FakeContact(crm, id));
    return this;
  }

  /**
   * Makes the next update fail. Further calls make the following updates fail, in order.
   *
   * @throws IllegalArgumentException if the CRM documents no such refusal
   */
  public synchronized FakeCrm failNext(Refusal refusal) {
    if (refusal != Refusal.NO_ANSWER) {
      FakeAnswer unused = FakeAnswer.of(crm, refusal);
    }
    refusals.add(refusal);
    return this;
  }

  /**
   * Makes the CRM accept updates of these fields without storing the values, as some CRMs were
   * observed to do.
   */
  public synchronized FakeCrm ignore(ContactField... fields) {
    ignored.addAll(List.of(fields));
    return this;
  }

  /** Returns an account at this CRM, without retries and without a rate limit. */
  public Contacts contacts() {
    return builder().build();
  }

  /** Returns a builder of an account at this CRM, to which the application can add settings. */
  public Contacts.Builder builder() {
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(this::answer).build();
    return Contacts.of(crm, variable -> "example").httpClient(client).maxRetries(0).noRateLimit();
  }

  /** Serves this CRM on a free port of loopback. */
  public FakeServer serve() throws IOException {
    return new FakeServer(this);
  }

  /** Returns the value of a field in the CRM's form; empty if the field has no value. */
  public synchronized Optional<Object> value(String id, ContactField field) {
    return Optional.ofNullable(contacts.get(id)).map(contact -> contact.get(field));
  }

  /** Returns the JSON bodies of the updates that reached the CRM, including those that failed. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** Names only the CRM. */
  @Override
  public String toString() {
    return "FakeCrm[" + crm + "]";
  }

  /**
   * Answers an update.
   *
   * @param path the path of the request, which ends with the contact's id
   * @throws SocketTimeoutException if the next update is to get no answer
   */
  synchronized FakeAnswer answer(String path, String body) throws SocketTimeoutException {
    bodies.add(body);
    FakeContact contact = contacts.get(path.substring(path.lastIndexOf('/') + 1));
    Refusal refusal = contact == null ? Refusal.NOT_FOUND : refusals.poll();
    if (contact == null || (refusal != null && refusal != Refusal.NO_ANSWER)) {
      return FakeAnswer.of(crm, requireNonNull(refusal));
    }
    if (refusal != null) {
      throw new SocketTimeoutException("no answer");
    }
    contact.update(JsonPath.object(JsonValue.parse(body)), ignored);
    return contact.answer();
  }

  private Response answer(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = requireNonNull(request.body());
    Buffer sent = new Buffer();
    body.writeTo(sent);
    FakeAnswer answer = answer(request.url().encodedPath(), sent.readUtf8());
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(answer.status())
        .message("")
        .body(ResponseBody.create(answer.body(), JSON))
        .build();
  }
}
