package io.contactbridge;

import io.contactbridge.FieldTable.Found;
import io.contactbridge.FieldTable.Input;
import io.contactbridge.FieldTable.Output;
import io.contactbridge.FieldTable.Read;
import io.contactbridge.FieldTable.Write;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.highlevel.ContactsApi;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.highlevel.model.Contact;
import io.contactbridge.client.highlevel.model.CustomField;
import io.contactbridge.client.highlevel.model.CustomFieldInput;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import io.contactbridge.client.highlevel.model.UpdateContactResponse;
import io.contactbridge.client.highlevel.model.UpdateContactResponseJsonAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Updates contacts through HighLevel's API, version 2021-07-28. */
final class HighLevelAdapter
    implements CrmAdapter<UpdateContactRequest.Builder, UpdateContactResponse> {
  private static final Input<UpdateContactRequest.Builder> REQUEST =
      new Input<>("$", "UpdateContactRequest", request -> request);
  private static final Output<UpdateContactResponse> CONTACT =
      new Output<>("$.contact", UpdateContactResponse::contact);

  private static final FieldTable<UpdateContactRequest.Builder, UpdateContactResponse> FIELDS =
      FieldTable.of(REQUEST, CONTACT)
          .row(ContactField.FULL_NAME, UpdateContactRequest.NAME, Contact.NAME)
          .row(ContactField.FIRST_NAME, UpdateContactRequest.FIRST_NAME, Contact.FIRST_NAME)
          .row(ContactField.LAST_NAME, UpdateContactRequest.LAST_NAME, Contact.LAST_NAME)
          .row(ContactField.EMAIL, UpdateContactRequest.EMAIL, Contact.EMAIL)
          .row(ContactField.PHONE, UpdateContactRequest.PHONE, Contact.PHONE, Conversion.E164)
          .note("sent in E.164 form")
          .row(ContactField.COMPANY, UpdateContactRequest.COMPANY_NAME, Contact.COMPANY_NAME)
          .row(ContactField.STREET, UpdateContactRequest.ADDRESS1, Contact.ADDRESS1)
          .row(ContactField.CITY, UpdateContactRequest.CITY, Contact.CITY)
          .row(ContactField.REGION, UpdateContactRequest.STATE, Contact.STATE)
          .row(ContactField.POSTAL_CODE, UpdateContactRequest.POSTAL_CODE, Contact.POSTAL_CODE)
          .row(ContactField.COUNTRY, UpdateContactRequest.COUNTRY, Contact.COUNTRY)
          .row(ContactField.WEBSITE, UpdateContactRequest.WEBSITE, Contact.WEBSITE)
          .row(ContactField.TIMEZONE, UpdateContactRequest.TIMEZONE, Contact.TIMEZONE)
          .row(
              ContactField.DATE_OF_BIRTH,
              UpdateContactRequest.DATE_OF_BIRTH,
              Contact.DATE_OF_BIRTH,
              Conversion.DATE)
          .note("observed: dropped without a word before November 2025; the outcome tells")
          .row(ContactField.TAGS, UpdateContactRequest.TAGS, Contact.TAGS, Conversion.TAGS)
          .replaces()
          .row(ContactField.SOURCE, UpdateContactRequest.SOURCE, Contact.SOURCE)
          .row(ContactField.OWNER, UpdateContactRequest.ASSIGNED_TO, Contact.ASSIGNED_TO)
          .note("a user's id")
          .row(ContactField.DO_NOT_DISTURB, UpdateContactRequest.DND, Contact.DND, Conversion.NONE)
          .row(
              ContactField.CUSTOM_FIELDS,
              new Write<>(
                  "$.customFields",
                  "UpdateContactRequest/properties/customFields",
                  false,
                  HighLevelAdapter::writeCustomFields),
              new Read<>("$.contact.customFields", HighLevelAdapter::readCustomFields),
              Conversion.CUSTOM_FIELDS)
          .note("by id: by key they were observed to be ignored")
          .build();

  private static final List<Rate> RATES =
      List.of(new Rate(100, Duration.ofSeconds(10)), new Rate(200_000, Duration.ofDays(1)));

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of(),
          List.of("message", "error"),
          List.of("message"),
          List.of(),
          new RateHeaders(
              "X-RateLimit-Remaining",
              null,
              "X-RateLimit-Interval-Milliseconds",
              "X-RateLimit-Daily-Remaining"));

  @Override
  public Crm crm() {
    return Crm.HIGHLEVEL;
  }

  @Override
  public CredentialHeader credential() {
    return HighLevelClient.ACCESS_TOKEN;
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
    return CONTACT.path() + requestPath.substring("$".length());
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
    Contact contact = answer.contact();
    return contact == null ? null : contact.id();
  }

  /** The flag is misspelt in the version that is called here; both spellings were seen. */
  @Override
  public boolean denies(UpdateContactResponse answer) {
    return Boolean.FALSE.equals(answer.succeded()) || Boolean.FALSE.equals(answer.succeeded());
  }

  @Override
  public ErrorForm errors() {
    return ERRORS;
  }

  @Override
  public List<Rate> rates() {
    return RATES;
  }

  /** HighLevel has no status of its own for these two, and was seen to answer both with 400. */
  @Override
  public ContactsException refusal(Failure failure) {
    if (failure.status() == 400) {
      String words = failure.words() == null ? "" : failure.words().toLowerCase(Locale.ROOT);
      if (words.startsWith("contact not found") || words.endsWith("not found")) {
        return new ContactNotFoundException(failure);
      }
      if (words.contains("duplicate")) {
        return new ConflictException(failure);
      }
    }
    return Refusals.byStatus(failure);
  }

  private static void writeCustomFields(
      UpdateContactRequest.Builder request, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> customFields)) {
      request.set(UpdateContactRequest.CUSTOM_FIELDS, null);
      return;
    }
    List<CustomFieldInput> inputs = new ArrayList<>();
    customFields.forEach(
        (id, fieldValue) ->
            inputs.add(CustomFieldInput.builder().id((String) id).fieldValue(fieldValue).build()));
    request.customFields(inputs);
  }

  private static Found readCustomFields(UpdateContactResponse answer) {
    Contact contact = answer.contact();
    List<CustomField> customFields = contact == null ? null : contact.customFields();
    if (customFields == null) {
      return Found.NOTHING;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    boolean identified = true;
    for (CustomField customField : customFields) {
      identified &= customField.id() != null;
      if (customField.id() != null && customField.value() != null) {
        values.put(customField.id(), customField.value());
      }
    }
    // A list of which nothing can be told is not an empty one.
    return new Found(true, values.isEmpty() && !identified ? customFields : values);
  }
}
