package io.contactbridge.internal.mapping;

import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.RateHeaders;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.internal.mapping.FieldTable.Input;
import io.contactbridge.internal.mapping.FieldTable.Output;
import io.contactbridge.internal.mapping.FieldTable.Read;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.fifth.ContactsApi;
import io.contactbridge.client.fifth.FifthClient;
import io.contactbridge.client.fifth.FifthEvidence;
import io.contactbridge.client.fifth.model.Person;
import io.contactbridge.client.fifth.model.PersonInput;
import io.contactbridge.client.fifth.model.Result;
import io.contactbridge.client.fifth.model.UpdateContactRequest;
import io.contactbridge.client.fifth.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.fifth.model.UpdateContactResponse;
import io.contactbridge.client.fifth.model.UpdateContactResponseJsonAdapter;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Updates contacts at a CRM that does not exist. */
final class FifthAdapter implements CrmAdapter<PersonInput.Builder, UpdateContactResponse> {
  private static final Input<PersonInput.Builder> PERSON =
      new Input<>("$.person", "PersonInput", person -> person);
  private static final Output<UpdateContactResponse> ANSWERED =
      new Output<>("$.result.person", FifthAdapter::person);

  private static final Read<UpdateContactResponse> ID = FieldTable.read(ANSWERED, Person.NUMBER);

  private static final FieldTable<PersonInput.Builder, UpdateContactResponse> FIELDS =
      FieldTable.of(PERSON, ANSWERED, FifthEvidence::of)
          .row(ContactField.FULL_NAME, PersonInput.DISPLAY_NAME, Person.DISPLAY_NAME)
          .together(ContactField.FULL_NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME)
          .row(ContactField.EMAIL, PersonInput.MAIL, Person.MAIL)
          .row(ContactField.COMPANY, PersonInput.EMPLOYER, Person.EMPLOYER)
          .row(ContactField.OWNER, PersonInput.ADVISOR, Person.ADVISOR)
          .build();

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of(), ErrorForm.WORD, List.of("fault"), List.of(), List.of(), RateHeaders.NONE);

  @Override
  public Crm crm() {
    return Crm.FIFTH;
  }

  @Override
  public CredentialHeader credential() {
    return FifthClient.API_KEY;
  }

  @Override
  public FieldTable<PersonInput.Builder, UpdateContactResponse> fields() {
    return FIELDS;
  }

  @Override
  public Claim keep() {
    return FifthEvidence.KEEP;
  }

  @Override
  public PersonInput.Builder draft() {
    return PersonInput.builder();
  }

  @Override
  public @Nullable List<String> also(PersonInput.Builder draft, Model request) {
    return request instanceof UpdateContactRequest own && own.person() != null
        ? Additions.copy(own.person(), draft, PERSON.path(), null)
        : null;
  }

  @Override
  public KindJsonAdapter<? extends Model> requests() {
    return new UpdateContactRequestJsonAdapter();
  }

  @Override
  public String answerPath(String requestPath) {
    return "$.result" + requestPath.substring("$".length());
  }

  @Override
  public List<String> settings() {
    return List.of("TENANT", "API_KEY");
  }

  @Override
  public HttpUrl server(List<String> address) {
    return FifthClient.server(address.get(0));
  }

  @Override
  public boolean hasNumericIds() {
    return true;
  }

  @Override
  public Model body(PersonInput.Builder draft) {
    return UpdateContactRequest.builder().person(draft.build()).build();
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
    return person(answer);
  }

  @Override
  public Read<UpdateContactResponse> id() {
    return ID;
  }

  @Override
  public ErrorForm errors() {
    return ERRORS;
  }

  @Override
  public NotFound notFound() {
    return new NotFound(Set.of(), Set.of("person"));
  }

  @Override
  public Set<String> givenPaths() {
    return Set.of("$.person.advisor");
  }

  private static @Nullable Person person(UpdateContactResponse answer) {
    Result result = answer.result();
    return result == null ? null : result.person();
  }
}
