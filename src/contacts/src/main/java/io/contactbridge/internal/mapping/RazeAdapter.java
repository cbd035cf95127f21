package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.raze.ContactsApi;
import io.contactbridge.client.raze.RazeClient;
import io.contactbridge.client.raze.RazeEvidence;
import io.contactbridge.client.raze.model.Contact;
import io.contactbridge.client.raze.model.UpdateContactRequest;
import io.contactbridge.client.raze.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.raze.model.UpdateContactResponse;
import io.contactbridge.client.raze.model.UpdateContactResponseJsonAdapter;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.internal.answer.RateHeaders;
import io.contactbridge.internal.mapping.FieldTable.Input;
import io.contactbridge.internal.mapping.FieldTable.Output;
import io.contactbridge.internal.mapping.FieldTable.Read;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Updates contacts through Raze's external API v1.
 *
 * <p>What is observed stands in the vendor's published source, guilhermegoulart1/leadraze-b2b:
 * backend/src/controllers/external/contactsExternalController.js.
 */
final class RazeAdapter implements CrmAdapter<UpdateContactRequest.Builder, UpdateContactResponse> {
  private static final Input<UpdateContactRequest.Builder> REQUEST =
      new Input<>("$", "UpdateContactRequest", request -> request);
  private static final Output<UpdateContactResponse> DATA =
      new Output<>("$.data", UpdateContactResponse::data);

  private static final Read<UpdateContactResponse> ID = FieldTable.read(DATA, Contact.ID);

  private static final FieldTable<UpdateContactRequest.Builder, UpdateContactResponse> FIELDS =
      FieldTable.of(REQUEST, DATA, RazeEvidence::of)
          .row(ContactField.FULL_NAME, UpdateContactRequest.NAME, Contact.NAME)
          .observedOf(Objects::isNull)
          .together(ContactField.FULL_NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME)
          .row(ContactField.EMAIL, UpdateContactRequest.EMAIL, Contact.EMAIL)
          .observedOf(Objects::isNull)
          .row(ContactField.PHONE, UpdateContactRequest.PHONE, Contact.PHONE)
          .observedOf(Objects::isNull)
          .row(ContactField.COMPANY, UpdateContactRequest.COMPANY, Contact.COMPANY)
          .row(ContactField.JOB_TITLE, UpdateContactRequest.POSITION, Contact.POSITION)
          .row(ContactField.LINKEDIN_URL, UpdateContactRequest.LINKEDIN_URL, Contact.LINKEDIN_URL)
          .answeredAs("linkedin_profile_url")
          .row(ContactField.TAGS, UpdateContactRequest.TAGS, Contact.TAGS, Conversion.TAGS)
          .observedOf(RazeAdapter::hasTagThatIsNoId)
          .readOnly(ContactField.SOURCE, Contact.SOURCE)
          .row(
              ContactField.CUSTOM_FIELDS,
              UpdateContactRequest.CUSTOM_FIELDS,
              Contact.CUSTOM_FIELDS,
              Conversion.CUSTOM_FIELDS)
          .build();

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of("error.code"),
          ErrorForm.WORD,
          List.of("error.message", "message"),
          List.of("error.details.fields"),
          List.of("error.retry_after"),
          new RateHeaders("X-RateLimit-Remaining", "X-RateLimit-Reset", null, null));

  private static final NotFound NOT_FOUND = new NotFound(Set.of("NOT_FOUND"), Set.of("contact"));

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
  public Claim keep() {
    return RazeEvidence.KEEP;
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
  public KindJsonAdapter<? extends Model> requests() {
    return new UpdateContactRequestJsonAdapter();
  }

  @Override
  public String answerPath(String requestPath) {
    return DATA.path() + requestPath.substring("$".length());
  }

  @Override
  public List<String> settings() {
    return List.of("API_KEY");
  }

  @Override
  public HttpUrl server(List<String> address) {
    return RazeClient.server();
  }

  @Override
  public Model body(UpdateContactRequest.Builder draft) {
    return draft.build();
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
  public ErrorForm errors() {
    return ERRORS;
  }

  @Override
  public NotFound notFound() {
    return NOT_FOUND;
  }

  private static boolean hasTagThatIsNoId(@Nullable Object value) {
    return value instanceof List<?> tags
        && tags.stream().anyMatch(tag -> !ContactIds.isUuid(tag.toString()));
  }
}
