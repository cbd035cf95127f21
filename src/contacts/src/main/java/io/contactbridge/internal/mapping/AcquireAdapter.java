package io.contactbridge.internal.mapping;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactField;
import io.contactbridge.ContactsException;
import io.contactbridge.CredentialsException;
import io.contactbridge.Crm;
import io.contactbridge.Failure;
import io.contactbridge.client.Claim;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.Evidence;
import io.contactbridge.client.KindJsonAdapter;
import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.acquire.AcquireEvidence;
import io.contactbridge.client.acquire.ContactsApi;
import io.contactbridge.client.acquire.model.Contact;
import io.contactbridge.client.acquire.model.ContactFields;
import io.contactbridge.client.acquire.model.ContactFieldsInput;
import io.contactbridge.client.acquire.model.Country;
import io.contactbridge.client.acquire.model.UpdateContactRequest;
import io.contactbridge.client.acquire.model.UpdateContactRequestJsonAdapter;
import io.contactbridge.client.acquire.model.UpdateContactResponse;
import io.contactbridge.client.acquire.model.UpdateContactResponseJsonAdapter;
import io.contactbridge.internal.answer.ErrorForm;
import io.contactbridge.internal.answer.NotFound;
import io.contactbridge.internal.answer.RateHeaders;
import io.contactbridge.internal.answer.StatusCodes;
import io.contactbridge.internal.mapping.FieldTable.Input;
import io.contactbridge.internal.mapping.FieldTable.Output;
import io.contactbridge.internal.mapping.FieldTable.Read;
import io.contactbridge.internal.mapping.FieldTable.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Updates contacts through Acquire's REST API v1, whose values stand in {@code fields}. */
final class AcquireAdapter implements CrmAdapter<AcquireAdapter.Draft, UpdateContactResponse> {
  /** The contents of {@code fields}, and the properties beside it. */
  record Draft(ContactFieldsInput.Builder fields, UpdateContactRequest.Builder request) {}

  private static final Input<Draft> INPUT =
      new Input<>("$.fields", "ContactFieldsInput", Draft::fields);
  private static final Output<UpdateContactResponse> DATA =
      new Output<>("$.data", UpdateContactResponse::data);
  private static final Output<UpdateContactResponse> OUTPUT =
      new Output<>("$.data.fields", answer -> fields(answer).orElse(null));
  private static final Output<UpdateContactResponse> COUNTRY =
      new Output<>(
          "$.data.fields.country",
          answer -> fields(answer).map(ContactFields::country).orElse(null));

  private static final Read<UpdateContactResponse> ID = FieldTable.read(DATA, Contact.ID);

  private static final Claim CUSTOM =
      AcquireEvidence.of(UpdateContactRequest.FIELDS)
          .additional()
          .orElse(Claim.of(Evidence.ASSUMED));

  private static final FieldTable<Draft, UpdateContactResponse> FIELDS =
      FieldTable.of(INPUT, OUTPUT, AcquireEvidence::of)
          .row(ContactField.FULL_NAME, ContactFieldsInput.NAME, ContactFields.NAME)
          .together(ContactField.FULL_NAME, ContactField.FIRST_NAME, ContactField.LAST_NAME)
          .row(ContactField.EMAIL, ContactFieldsInput.EMAIL, ContactFields.EMAIL)
          .row(ContactField.PHONE, ContactFieldsInput.PHONE, ContactFields.PHONE)
          .row(ContactField.CITY, ContactFieldsInput.CITY, ContactFields.CITY)
          .row(ContactField.REGION, ContactFieldsInput.STATE, ContactFields.STATE)
          .row(ContactField.COUNTRY, null, FieldTable.read(COUNTRY, Country.CCA2), Conversion.TEXT)
          .properties(null, Country.CCA2)
          .row(
              ContactField.CUSTOM_FIELDS,
              new Write<>(
                  "$.fields",
                  "ContactFieldsInput/additionalProperties",
                  false,
                  AcquireAdapter::writeCustomFields),
              new Read<>("$.data.fields", AcquireAdapter::readCustomFields),
              Conversion.CUSTOM_FIELDS)
          .known(CUSTOM)
          .build();

  /** The documented properties of {@code fields}, beside an account's own attributes. */
  private static final Set<String> DOCUMENTED =
      Stream.of(
              ContactFieldsInput.NAME,
              ContactFieldsInput.EMAIL,
              ContactFieldsInput.PHONE,
              ContactFieldsInput.CITY,
              ContactFieldsInput.STATE,
              ContactFieldsInput.COUNTRY_ID,
              ContactFieldsInput.IP,
              ContactFields.COUNTRY)
          .map(Property::name)
          .collect(toUnmodifiableSet());

  /** Acquire publishes the codes of its errors and not their form, so any value may be the code. */
  private static final ErrorForm ERRORS =
      new ErrorForm(
          List.of("error.code", "error", "code", "**"),
          Pattern.compile("\\bERROR_[A-Z]+(_[A-Z]+)*\\b"),
          List.of("message", "error.message", "**.message", "**.description", "**.detail"),
          List.of(),
          List.of(),
          RateHeaders.NONE);

  private static final NotFound NOT_FOUND =
      new NotFound(Set.of("ERROR_RECORD_NOT_FOUND"), Set.of("contact", "object", "record"));

  @Override
  public Crm crm() {
    return Crm.ACQUIRE;
  }

  @Override
  public CredentialHeader credential() {
    return AcquireClient.API_KEY;
  }

  @Override
  public FieldTable<Draft, UpdateContactResponse> fields() {
    return FIELDS;
  }

  @Override
  public Claim keep() {
    return AcquireEvidence.KEEP;
  }

  @Override
  public Draft draft() {
    return new Draft(ContactFieldsInput.builder(), UpdateContactRequest.builder());
  }

  @Override
  public @Nullable List<String> also(Draft draft, Model request) {
    if (!(request instanceof UpdateContactRequest own)) {
      return null;
    }
    List<String> paths = Additions.copy(own, draft.request(), "$", UpdateContactRequest.FIELDS);
    ContactFieldsInput fields = own.fields();
    if (fields != null) {
      paths.addAll(Additions.copyProperties(fields, draft.fields(), INPUT.path(), null));
      fields
          .extra()
          .forEach(
              (key, value) -> {
                String place = INPUT.path() + "." + key;
                Additions.refuseSecond(draft.fields().hasExtra(key), place);
                draft.fields().put(key, value);
                paths.add(place);
              });
    }
    return paths;
  }

  @Override
  public KindJsonAdapter<? extends Model> requests() {
    return new UpdateContactRequestJsonAdapter();
  }

  @Override
  public String answerPath(String requestPath) {
    return "$.data" + requestPath.substring("$".length());
  }

  @Override
  public List<String> settings() {
    return List.of("ACCOUNT_ID", "API_KEY");
  }

  @Override
  public HttpUrl server(List<String> address) {
    return AcquireClient.server(address.get(0));
  }

  @Override
  public boolean hasNumericIds() {
    return true;
  }

  @Override
  public Model body(Draft draft) {
    ContactFieldsInput fields = draft.fields().build();
    UpdateContactRequest.Builder request = draft.request();
    if (!fields.properties().isEmpty() || !fields.extra().isEmpty()) {
      request.fields(fields);
    }
    return request.build();
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

  @Override
  public Map<String, String> ambiguousStatuses() {
    return Map.of("400", "$.error");
  }

  @Override
  public Set<String> besideCustomFields() {
    return DOCUMENTED;
  }

  @Override
  public Set<String> givenPaths() {
    return Set.of("$.dateCreated", "$.dateUpdated", "$.fields.countryId");
  }

  /**
   * Acquire answers 400 where other CRMs have more specific statuses; the code distinguishes the
   * cases.
   */
  @Override
  public ContactsException refusal(Failure failure) {
    return switch (failure.code() == null ? "" : failure.code()) {
      case "ERROR_DUPLICATE_RECORD_FOUND" -> new ConflictException(failure);
      case "ERROR_UNAUTHORIZED", "ERROR_UNAUTHORIZED_ACCESS" -> new CredentialsException(failure);
      default -> StatusCodes.byStatus(failure, NOT_FOUND);
    };
  }

  private static Optional<ContactFields> fields(UpdateContactResponse answer) {
    return Optional.ofNullable(answer.data()).map(Contact::fields);
  }

  private static void writeCustomFields(Draft draft, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> customFields)) {
      throw new UnsupportedFieldException(
          "Acquire has custom fields one by one, so CUSTOM_FIELDS cannot be cleared as a whole");
    }
    customFields.forEach(
        (key, fieldValue) -> writeCustomField(draft.fields(), (String) key, fieldValue));
  }

  private static void writeCustomField(
      ContactFieldsInput.Builder fields, String key, Object value) {
    if (DOCUMENTED.contains(key)) {
      throw new IllegalArgumentException(
          "without the key \"" + key + "\", which every contact has at Acquire");
    }
    fields.put(key, value);
  }

  /** Names in {@code fields} that are not on the vendor's page are the account's own attributes. */
  private static Object readCustomFields(UpdateContactResponse answer) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields(answer).ifPresent(fields -> values.putAll(fields.extra()));
    values.keySet().removeAll(DOCUMENTED);
    return values.isEmpty() ? FieldTable.NOTHING : values;
  }
}
