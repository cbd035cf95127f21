package io.contactbridge.internal.mapping;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactField;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Failure;
import io.contactbridge.Rate;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import io.contactbridge.client.highlevel.ContactsApi;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.highlevel.HighLevelEvidence;
import io.contactbridge.client.highlevel.model.Contact;
import io.contactbridge.client.highlevel.model.CustomField;
import io.contactbridge.client.highlevel.model.CustomFieldInput;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import io.contactbridge.client.highlevel.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.highlevel.model.UpdateContactResponse;
import io.contactbridge.client.highlevel.model.UpdateContactResponseJsonAdapter;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.internal.answer.RateHeaders;
import io.contactbridge.internal.answer.StatusCodes;
import io.contactbridge.internal.mapping.FieldTable.Input;
import io.contactbridge.internal.mapping.FieldTable.Output;
import io.contactbridge.internal.mapping.FieldTable.Read;
import io.contactbridge.internal.mapping.FieldTable.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Updates contacts through HighLevel's API, version 2021-07-28. */
final class HighLevelAdapter
    implements CrmAdapter<UpdateContactRequest.Builder, UpdateContactResponse> {
  private static final Input<UpdateContactRequest.Builder> REQUEST =
      new Input<>("$", "UpdateContactRequest", request -> request);
  private static final Output<UpdateContactResponse> CONTACT =
      new Output<>("$.contact", UpdateContactResponse::contact);

  private static final Read<UpdateContactResponse> ID = FieldTable.read(CONTACT, Contact.ID);

  private static final FieldTable<UpdateContactRequest.Builder, UpdateContactResponse> FIELDS =
      FieldTable.of(REQUEST, CONTACT, HighLevelEvidence::of)
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
          .row(ContactField.TAGS, UpdateContactRequest.TAGS, Contact.TAGS, Conversion.TAGS)
          .row(ContactField.SOURCE, UpdateContactRequest.SOURCE, Contact.SOURCE)
          .row(ContactField.OWNER, UpdateContactRequest.ASSIGNED_TO, Contact.ASSIGNED_TO)
          .note("a user's id")
          .row(ContactField.DO_NOT_DISTURB, UpdateContactRequest.DND, Contact.DND, Conversion.TRUTH)
          .row(
              ContactField.CUSTOM_FIELDS,
              new Write<>(
                  "$.customFields",
                  "UpdateContactRequest/properties/customFields",
                  false,
                  HighLevelAdapter::writeCustomFields),
              new Read<>("$.contact.customFields", HighLevelAdapter::readCustomFields),
              Conversion.CUSTOM_FIELDS)
          .note("by id")
          .properties(UpdateContactRequest.CUSTOM_FIELDS, Contact.CUSTOM_FIELDS)
          .observedAt(CustomFieldInput.KEY)
          .observedOf(HighLevelAdapter::hasKeyThatIsNoId)
          .build();

  private static final Pattern CUSTOM_FIELD_ID = Pattern.compile("[A-Za-z0-9]{20}");

  private static final List<String> ID_NAMES = List.of("id");

  /**
   * How the value of a custom field is named in an answer, in a request, and in version v3 (all in
   * GoHighLevel/highlevel-api-docs: apps/contacts.json, apps/v3/contacts-v3.json). The others are
   * those of opportunities, which tell the type; they were observed by callers.
   */
  private static final List<String> VALUE_NAMES =
      List.of(
          "value",
          "field_value",
          "fieldValue",
          "fieldValueString",
          "fieldValueNumber",
          "fieldValueBoolean",
          "fieldValueDate",
          "fieldValueArray",
          "fieldValueFile",
          "fieldValueFiles");

  private static final List<Rate> RATES =
      List.of(new Rate(100, Duration.ofSeconds(10)), new Rate(200_000, Duration.ofDays(1)));

  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of(),
          ErrorForm.WORD,
          List.of("message", "error"),
          List.of("message"),
          List.of(),
          new RateHeaders(
              "X-RateLimit-Remaining",
              null,
              "X-RateLimit-Interval-Milliseconds",
              "X-RateLimit-Daily-Remaining"));

  private static final Set<Integer> CONFLICTS = Set.of(400, 409, 422);

  private static final NotFound NOT_FOUND = new NotFound(Set.of(), Set.of("contact"));

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
  public Claim keep() {
    return HighLevelEvidence.KEEP;
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
    return CONTACT.path() + requestPath.substring("$".length());
  }

  @Override
  public List<String> settings() {
    return List.of("ACCESS_TOKEN");
  }

  @Override
  public HttpUrl server(List<String> address) {
    return HighLevelClient.server();
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
  public Map<String, String> headers() {
    return Map.of("Version", ContactsApi.UPDATE_CONTACT_VERSION);
  }

  @Override
  public KindJsonAdapter<UpdateContactResponse> answers() {
    return new UpdateContactResponseJsonAdapter();
  }

  @Override
  public @Nullable Model contact(UpdateContactResponse answer) {
    return answer.contact();
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

  @Override
  public List<Rate> rates() {
    return RATES;
  }

  @Override
  public Map<String, String> ambiguousStatuses() {
    return Map.of("400", "$.message");
  }

  @Override
  public Set<String> besideCustomFields() {
    return Set.of(CustomFieldInput.KEY.name());
  }

  @Override
  public Set<String> givenPaths() {
    return Set.of("$.assignedTo", "$.customFields");
  }

  /** HighLevel documents no status for a conflict, and was observed to answer it with 400. */
  @Override
  public ContactsException refusal(Failure failure) {
    String words = failure.words() == null ? "" : failure.words().toLowerCase(Locale.ROOT);
    String field = ErrorForm.text(failure, "meta.matchingField");
    return CONFLICTS.contains(failure.status()) && (words.contains("duplicate") || field != null)
        ? new ConflictException(failure, ErrorForm.text(failure, "meta.contactId"), field)
        : StatusCodes.byStatus(failure, NOT_FOUND);
  }

  private static boolean hasKeyThatIsNoId(@Nullable Object value) {
    return value instanceof Map<?, ?> customFields
        && customFields.keySet().stream()
            .anyMatch(key -> !CUSTOM_FIELD_ID.matcher(key.toString()).matches());
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

  private static Object readCustomFields(UpdateContactResponse answer) {
    Contact contact = answer.contact();
    Object found = contact == null ? null : FieldTable.find(contact, Contact.CUSTOM_FIELDS);
    if (!(found instanceof List<?> customFields)) {
      return found == null ? FieldTable.NOTHING : found;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    boolean identified = true;
    for (Object customField : customFields) {
      Object id = member(customField, CustomField.ID, ID_NAMES);
      Object value = member(customField, CustomField.VALUE, VALUE_NAMES);
      identified &= id != null;
      if (id != null && value != null) {
        values.put(id.toString(), value);
      }
    }
    // A list that cannot be read is not an empty one.
    return values.isEmpty() && !identified ? customFields : values;
  }

  /** Reads an element as it is specified, and else as it came, by the likelier name first. */
  private static @Nullable Object member(Object element, Property<?> property, List<String> names) {
    if (element instanceof CustomField customField && customField.get(property) != null) {
      return customField.get(property);
    }
    Map<?, ?> members =
        element instanceof CustomField customField
            ? customField.extra()
            : element instanceof Map<?, ?> object ? object : Map.of();
    return names.stream()
        .filter(name -> members.get(name) != null)
        .findFirst()
        .<Object>map(members::get)
        .orElse(null);
  }
}
