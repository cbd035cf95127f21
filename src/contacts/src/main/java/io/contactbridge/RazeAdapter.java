package io.contactbridge;

import io.contactbridge.FieldTable.Input;
import io.contactbridge.FieldTable.Output;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.raze.ContactsApi;
import io.contactbridge.client.raze.RazeClient;
import io.contactbridge.client.raze.model.Contact;
import io.contactbridge.client.raze.model.UpdateContactRequest;
import io.contactbridge.client.raze.model.UpdateContactResponse;
import io.contactbridge.client.raze.model.UpdateContactResponseJsonAdapter;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Updates contacts through Raze's external API v1. */
final class RazeAdapter implements CrmAdapter<UpdateContactRequest.Builder, UpdateContactResponse> {
  private static final Input<UpdateContactRequest.Builder> REQUEST =
      new Input<>("$", "UpdateContactRequest", request -> request);
  private static final Output<UpdateContactResponse> DATA =
      new Output<>("$.data", UpdateContactResponse::data);

  private static final FieldTable<UpdateContactRequest.Builder, UpdateContactResponse> FIELDS =
      FieldTable.of(REQUEST, DATA)
          .row(ContactField.FULL_NAME, UpdateContactRequest.NAME, Contact.NAME)
          .together(ContactField.FULL_NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME)
          .row(ContactField.EMAIL, UpdateContactRequest.EMAIL, Contact.EMAIL)
          .row(ContactField.PHONE, UpdateContactRequest.PHONE, Contact.PHONE)
          .row(ContactField.COMPANY, UpdateContactRequest.COMPANY, Contact.COMPANY)
          .row(ContactField.JOB_TITLE, UpdateContactRequest.POSITION, Contact.POSITION)
          .note("observed: Raze ignores it without a word; the outcome tells")
          .row(ContactField.LINKEDIN_URL, UpdateContactRequest.LINKEDIN_URL, Contact.LINKEDIN_URL)
          .note("observed: Raze ignores it without a word; the outcome tells")
          .row(ContactField.TAGS, UpdateContactRequest.TAGS, Contact.TAGS, Conversion.TAGS)
          .replaces()
          .readOnly(ContactField.SOURCE, Contact.SOURCE)
          .row(
              ContactField.CUSTOM_FIELDS,
              UpdateContactRequest.CUSTOM_FIELDS,
              Contact.CUSTOM_FIELDS,
              Conversion.CUSTOM_FIELDS)
          .replaces()
          .note("that it replaces all custom fields was observed")
          .build();

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of("error.code"),
          List.of("error.message", "message"),
          List.of("error.details.fields"),
          List.of("error.retry_after"),
          new RateHeaders("X-RateLimit-Remaining", "X-RateLimit-Reset", null, null));

  @Override
  public Crm crm() {
    return Crm.RAZE;
  }

  @Override
  public CredentialHeader credential() {
    return RazeClient.API_KEY;
  }

  @Override
  public FieldTable<UpdateContactRequest.Builder, UpdateContactResponse> fields() {
    return FIELDS;
  }

  @Override
  public UpdateContactRequest.Builder draft() {
    return UpdateContactRequest.builder();
  }

  @Override
  public @Nullable List<String> also(UpdateContactRequest.Builder draft, Model request) {
    return request instanceof UpdateContactRequest own
        ? Additions.copy(own, draft, REQUEST.path(), null)
        : null;
  }

  @Override
  public String answerPath(String requestPath) {
    return DATA.path() + requestPath.substring("$".length());
  }

  @Override
  public Request request(Retrofit retrofit, String id, UpdateContactRequest.Builder draft) {
    return retrofit
        .create(ContactsApi.class)
        .updateContact(ContactIds.word(crm(), id), draft.build())
        .request();
  }

  @Override
  public KindJsonAdapter<UpdateContactResponse> answers() {
    return new UpdateContactResponseJsonAdapter();
  }

  @Override
  public @Nullable Object contactId(UpdateContactResponse answer) {
    Contact contact = answer.data();
    return contact == null ? null : contact.id();
  }

  @Override
  public boolean denies(UpdateContactResponse answer) {
    return Boolean.FALSE.equals(answer.success());
  }

  @Override
  public ErrorForm errors() {
    return ERRORS;
  }
}
