package io.contactbridge.internal.mapping;

import static io.contactbridge.internal.mapping.FieldTable.read;
import static io.contactbridge.internal.mapping.FieldTable.write;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import io.contactbridge.client.linq.ContactsApi;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.LinqEvidence;
import io.contactbridge.client.linq.model.Contact;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.linq.model.ContactOwner;
import io.contactbridge.client.linq.model.UpdateContactRequest;
import io.contactbridge.client.linq.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.linq.model.UpdateContactResponse;
import io.contactbridge.client.linq.model.UpdateContactResponseJsonAdapter;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.internal.answer.RateHeaders;
import io.contactbridge.internal.mapping.FieldTable.Input;
import io.contactbridge.internal.mapping.FieldTable.Output;
import io.contactbridge.internal.mapping.FieldTable.Read;
import io.contactbridge.internal.mapping.FieldTable.Write;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Updates contacts through Linq's Partner API v2. */
final class LinqAdapter implements CrmAdapter<LinqAdapter.Draft, UpdateContactResponse> {
  /** The contact, and what stands beside it. */
  record Draft(ContactInput.Builder contact, UpdateContactRequest.Builder request) {}

  private static final Input<Draft> CONTACT =
      new Input<>("$.contact", "ContactInput", Draft::contact);
  private static final Input<Draft> REQUEST =
      new Input<>("$", "UpdateContactRequest", Draft::request);
  private static final Write<Draft> USER_EMAIL = write(REQUEST, UpdateContactRequest.USER_EMAIL);
  private static final Output<UpdateContactResponse> DATA =
      new Output<>("$.data", UpdateContactResponse::data);
  private static final Output<UpdateContactResponse> OWNER =
      new Output<>("$.data.contact_owner", LinqAdapter::owner);

  private static final Read<UpdateContactResponse> ID = read(DATA, Contact.ID);

  private static final FieldTable<Draft, UpdateContactResponse> FIELDS =
      FieldTable.of(CONTACT, DATA, LinqEvidence::of)
          .readOnly(ContactField.FULL_NAME, Contact.FULL_NAME)
          .row(ContactField.FIRST_NAME, ContactInput.FIRST_NAME, Contact.FIRST_NAME)
          .row(ContactField.LAST_NAME, ContactInput.LAST_NAME, Contact.LAST_NAME)
          .row(ContactField.EMAIL, ContactInput.EMAIL, Contact.EMAIL)
          .row(ContactField.PHONE, ContactInput.PHONE_NUMBER, Contact.PHONE_NUMBER, Conversion.E164)
          .note("sent in E.164 form")
          .row(ContactField.COMPANY, ContactInput.COMPANY, Contact.COMPANY)
          .row(ContactField.JOB_TITLE, ContactInput.TITLE, Contact.TITLE)
          .row(ContactField.LOCATION, ContactInput.LOCATION, Contact.LOCATION)
          .row(
              ContactField.OWNER,
              USER_EMAIL,
              read(OWNER, ContactOwner.EMAIL),
              Conversion.USER_EMAIL)
          .properties(UpdateContactRequest.USER_EMAIL, ContactOwner.EMAIL)
          .note(
              "the email address of a user in the organization; Linq contradicts itself about an"
                  + " update without it")
          .build();

  private static final List<Property<?>> AT_LEAST_ONE_OF =
      List.of(
          ContactInput.FIRST_NAME,
          ContactInput.LAST_NAME,
          ContactInput.EMAIL,
          ContactInput.PHONE_NUMBER);

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of("error_code", "errors.code"),
          ErrorForm.WORD,
          List.of("message", "errors.detail", "errors.title"),
          List.of("errors", "errors.detail"),
          List.of(),
          RateHeaders.NONE);

  private static final NotFound NOT_FOUND =
      new NotFound(Set.of("CONTACT_NOT_FOUND"), Set.of("contact"));

  @Override
  public Crm crm() {
    return Crm.LINQ;
  }

  @Override
  public CredentialHeader credential() {
    return LinqClient.INTEGRATION_TOKEN;
  }

  @Override
  public FieldTable<Draft, UpdateContactResponse> fields() {
    return FIELDS;
  }

  @Override
  public Claim keep() {
    return LinqEvidence.KEEP;
  }

  @Override
  public Draft draft() {
    return new Draft(ContactInput.builder(), UpdateContactRequest.builder());
  }

  @Override
  public @Nullable List<String> also(Draft draft, Model request) {
    if (!(request instanceof UpdateContactRequest own)) {
      return null;
    }
    List<String> paths =
        Additions.copy(own, draft.request(), REQUEST.path(), UpdateContactRequest.CONTACT);
    ContactInput contact = own.contact();
    if (contact != null) {
      paths.addAll(Additions.copy(contact, draft.contact(), CONTACT.path(), null));
    }
    return paths;
  }

  @Override
  public KindJsonAdapter<? extends Model> requests() {
    return new UpdateContactRequestJsonAdapter();
  }

  @Override
  public String answerPath(String requestPath) {
    if (requestPath.equals(USER_EMAIL.path())) {
      return OWNER.path() + "." + ContactOwner.EMAIL.name();
    }
    String outer = requestPath.startsWith(CONTACT.path() + ".") ? CONTACT.path() : REQUEST.path();
    return DATA.path() + requestPath.substring(outer.length());
  }

  @Override
  public List<String> settings() {
    return List.of("TOKEN");
  }

  @Override
  public HttpUrl server(List<String> address) {
    return LinqClient.server();
  }

  @Override
  public boolean hasNumericIds() {
    return true;
  }

  @Override
  public Model body(Draft draft) {
    return draft.request().contact(draft.contact().build()).build();
  }

  @Override
  public String path() {
    return ContactsApi.UPDATE_CONTACT_PATH;
  }

  @Override
  public KindJsonAdapter<UpdateContactResponse> answers() {
    return new UpdateContactResponseJsonAdapter();
  }

  @Override
  public @Nullable Model contact(UpdateContactResponse answer) {
    return answer.data();
  }

  @Override
  public Read<UpdateContactResponse> id() {
    return ID;
  }

  @Override
  public @Nullable String objection(Draft draft) {
    return AT_LEAST_ONE_OF.stream().anyMatch(draft.contact()::has)
        ? null
        : "Linq needs at least one of FIRST_NAME, LAST_NAME, EMAIL, PHONE in an update";
  }

  @Override
  public @Nullable String warning(Draft draft) {
    return draft.request().has(UpdateContactRequest.USER_EMAIL)
        ? null
        : "the owner may change without OWNER: Linq's page says that only what is"
            + " sent changes, and that the owner defaults to the first admin user";
  }

  @Override
  public ErrorForm errors() {
    return ERRORS;
  }

  @Override
  public NotFound notFound() {
    return NOT_FOUND;
  }

  @Override
  public Set<String> givenPaths() {
    return Set.of(USER_EMAIL.path());
  }

  private static @Nullable ContactOwner owner(UpdateContactResponse answer) {
    Contact contact = answer.data();
    return contact == null ? null : contact.contactOwner();
  }
}
