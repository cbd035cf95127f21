package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.client.Observation;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an update at CRMs that behave as they were observed to. */
final class ConformanceTest {
  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @ParameterizedTest
  @EnumSource
  void plainUpdateIsApplied(Crm crm) {
    UpdateResult result =
        update(crm, ContactUpdate.builder().email("ada@example.com").phone("+12025550123").build());

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED, PHONE=APPLIED}");
    assertThat(result.contact().id()).contains(ConformanceServer.contactId(crm));
    assertThat(result.contact().email()).contains("ada@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void laterUpdateLeavesTheRestAsItWas(Crm crm) {
    Contacts contacts = at(crm).build();
    String id = ConformanceServer.contactId(crm);
    contacts.update(id, ContactUpdate.builder().phone("+12025550123").build());

    Contact contact =
        contacts.update(id, ContactUpdate.builder().email("ada@example.com").build()).contact();

    assertThat(contact.email()).contains("ada@example.com");
    assertThat(contact.phone()).contains("+12025550123");
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, 3, Acquire answered 400: Record not found (ERROR_RECORD_NOT_FOUND)",
    "HIGHLEVEL, unknown, HighLevel answered 400: Contact not found",
    "LINQ, 3, 'Linq answered 404: Contact not found; There is more to say (CONTACT_NOT_FOUND)'",
    "RAZE, 3f2b8c1e-0000-4e57-9b0f-2a7c5d8e1f36, Raze answered 404: Contact not found (NOT_FOUND)",
  })
  void unknownContactIsNotFound(Crm crm, String id, String message) {
    Contacts contacts = at(crm).build();

    assertThatThrownBy(() -> contacts.update(id, Samples.update(ContactField.EMAIL)))
        .isInstanceOf(ContactNotFoundException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, 'Acquire answered 401: Missing, incorrect, or invalid API Key (ERROR_UNAUTHORIZED)'",
    "HIGHLEVEL, HighLevel answered 401: Invalid JWT",
    "LINQ, Linq answered 401: Invalid or missing integration token (1001)",
    "RAZE, Raze answered 401: Invalid or expired API key. (INVALID_API_KEY)",
  })
  void wrongCredentialIsRefused(Crm crm, String message) {
    server.setDispatcher(new ConformanceServer(crm));
    Contacts contacts = Accounts.at(crm, () -> "wrong").baseUrl(server.url("/").toString()).build();
    ContactUpdate update = Samples.update(ContactField.EMAIL);

    assertThatThrownBy(() -> contacts.update(ConformanceServer.contactId(crm), update))
        .isInstanceOf(CredentialsException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_TITLE, $.data.title, VP of Engineering",
    "LINKEDIN_URL, $.data.profile_url,",
  })
  void fieldThatRazeIgnoresIsDifferentWhereTheAnswerShowsWhatTheContactHas(
      ContactField field, String where, @Nullable String kept) {
    UpdateResult result =
        update(
            Crm.RAZE,
            ContactUpdate.builder()
                .email("ada@example.com")
                .set(field, Samples.value(field))
                .build());

    assertThat(result.outcome(field)).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.outcome(ContactField.EMAIL)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().get(field).orElse(null)).isEqualTo(kept);
    assertThat(result.reason(field).orElseThrow())
        .startsWith("the answer has another value in " + where + "; observed: The server ")
        .contains("ignores this name without a word");
    assertThatThrownBy(result::requireApplied)
        .isInstanceOf(NotAppliedException.class)
        .hasMessageStartingWith(
            "Raze took the update, but the contact has other values in "
                + field
                + " (the answer has another value in "
                + where);
  }

  @ParameterizedTest
  @CsvSource({"JOB_TITLE, position", "LINKEDIN_URL, linkedin_url"})
  void planWarnsOfTheFieldThatRazeIgnores(ContactField field, String name) {
    Contacts raze = at(Crm.RAZE).build();

    UpdatePlan plan = raze.plan(ObservedRaze.ID, Samples.update(field));

    assertThat(plan.warnings())
        .singleElement()
        .asString()
        .startsWith(field + ", observed at Raze: The server ")
        .contains("ignores this name without a word");
    assertThat(plan.body()).contains(name);
    assertThat(isSafeToRepeat(plan)).isTrue();
  }

  @Test
  void titleThatRazeHasAlreadyIsApplied() {
    UpdateResult result =
        update(Crm.RAZE, ContactUpdate.builder().jobTitle("VP of Engineering").build());

    assertThat(result.outcomes()).hasToString("{JOB_TITLE=APPLIED}");
    assertThat(result.reason(ContactField.JOB_TITLE)).isEmpty();
    assertThat(result.contact().jobTitle()).contains("VP of Engineering");
  }

  @Test
  void titleIsSetUnderTheNameThatNobodyDocuments() {
    ContactUpdate update =
        ContactUpdate.builder().undocumented(Crm.RAZE, "$.title", "CTO").jobTitle("CTO").build();

    UpdateResult result = update(Crm.RAZE, update);

    assertThat(result.outcomes()).hasToString("{JOB_TITLE=APPLIED}");
    assertThat(result.additions()).hasToString("{$.title=APPLIED}");
    assertThat(result.requireConfirmed().contact().jobTitle()).contains("CTO");
  }

  @Test
  void fieldThatRazeStoresAsItsPageSaysIsApplied() {
    ContactUpdate update =
        ContactUpdate.builder()
            .jobTitle("CTO")
            .linkedinUrl("https://www.linkedin.com/in/ada")
            .build();

    UpdateResult result = update(Crm.RAZE, update, Quirk.STORES_AS_DOCUMENTED);

    assertThat(result.outcomes()).hasToString("{JOB_TITLE=APPLIED, LINKEDIN_URL=APPLIED}");
  }

  @Test
  void answerOfRazeIsReadAndItsOdditiesAreObserved() {
    UpdateResult result =
        update(Crm.RAZE, ContactUpdate.builder().email("ada@example.com").build());

    assertThat(result.contact().tags()).containsExactlyInAnyOrder("vip", "new");
    assertThat(result.observations())
        .contains(
            new Observation("$.data.title", "no such property", "a string"),
            new Observation("$.data.user_id", "no such property", "a string"),
            new Observation("$.data.tags[0]", "a string", "an object"),
            new Observation("$.data.tags[1]", "a string", "an object"),
            new Observation("$.data.created_at", "a date-time", "a string in another form"),
            new Observation("$.data.updated_at", "a date-time", "a string in another form"));
  }

  @Test
  void tagsThatRazeIsGivenByTheirIdsAreApplied() {
    ContactUpdate update =
        ContactUpdate.builder().tags("0b9d6f0a-5f0e-4f5e-8d53-0f2f6a1c9e01").build();

    UpdateResult result = update(Crm.RAZE, update);

    assertThat(result.outcomes()).hasToString("{TAGS=NORMALISED}");
    assertThat(result.contact().tags()).containsExactly("vip");
    assertThat(result.plan().warnings())
        .containsExactly("TAGS replaces all that the contact has there");
    assertThat(isSafeToRepeat(result.plan())).isTrue();
  }

  @Test
  void tagsThatRazeIsGivenAsTextAreWarnedOfAndSentOnce() {
    Contacts raze = at(Crm.RAZE).build();
    ContactUpdate update = ContactUpdate.builder().tags("hot-lead").build();

    UpdatePlan plan = raze.plan(ObservedRaze.ID, update);

    assertThat(plan.warnings())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("TAGS, observed at Raze: The server takes each element for the id (UUID)")
        .contains("wipe the tags of the contact");
    assertThatThrownBy(() -> raze.update(ObservedRaze.ID, update))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> {
              assertThat(e.attempts()).isEqualTo(1);
              assertThat(e.mayHaveBeenApplied()).isTrue();
            })
        .hasMessageStartingWith(
            "Raze answered 500: An error occurred while updating the contact (INTERNAL_ERROR); the"
                + " change may have been applied in part, so look at the contact before it is sent"
                + " again; observed: The server takes each element");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(raze.update(ObservedRaze.ID, Samples.update(ContactField.EMAIL)).contact().tags())
        .isEmpty();
  }

  @Test
  void tagsThatAreTextAreWarnedOfInAnAdditionToo() {
    Contacts raze = at(Crm.RAZE).build();
    ContactUpdate update =
        ContactUpdate.builder()
            .also(
                io.contactbridge.client.raze.model.UpdateContactRequest.builder()
                    .tags(List.of("hot-lead"))
                    .position("CTO")
                    .build())
            .build();

    UpdatePlan plan = raze.plan(ObservedRaze.ID, update);

    assertThat(isSafeToRepeat(plan)).isFalse();
    assertThat(plan.warnings())
        .extracting(warning -> warning.replaceFirst("[ ,].*", ""))
        .containsExactly("$.position", "$.tags", "$.tags");
  }

  @Test
  void customFieldsOfRazeAreReplacedAsThePlanWarned() {
    ContactUpdate update = ContactUpdate.builder().customField("budget", 5).build();

    UpdateResult result = update(Crm.RAZE, update);

    assertThat(result.plan().warnings())
        .containsExactly("CUSTOM_FIELDS replaces all that the contact has there");
    assertThat(result.outcome(ContactField.CUSTOM_FIELDS)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().customFields()).isEqualTo(Map.of("budget", 5L));
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL_NAME", "PHONE"})
  void clearThatRazeCannotBearIsWarnedOfAndUnavailable(ContactField field) {
    Contacts raze = at(Crm.RAZE).allowUndocumentedClear().build();
    ContactUpdate update = ContactUpdate.builder().clear(field).build();

    assertThat(raze.plan(ObservedRaze.ID, update).warnings())
        .singleElement()
        .asString()
        .startsWith(field + ", observed at Raze: null ");
    assertThatThrownBy(() -> raze.update(ObservedRaze.ID, update))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "Raze answered 500: An error occurred while updating the contact (INTERNAL_ERROR); the"
                + " change may have been applied, and may be sent again");
  }

  @Test
  void clearedTitleOfRazeIsDifferentWhileItsTitleIsThere() {
    Contacts raze = at(Crm.RAZE).allowUndocumentedClear().build();

    UpdateResult result =
        raze.update(ObservedRaze.ID, ContactUpdate.builder().clear(ContactField.JOB_TITLE).build());

    assertThat(result.outcomes()).hasToString("{JOB_TITLE=DIFFERENT}");
  }

  @Test
  void dateOfBirthThatHighLevelStoresIsNormalised() {
    ContactUpdate update = ContactUpdate.builder().dateOfBirth(LocalDate.of(1990, 9, 25)).build();

    UpdateResult result = update(Crm.HIGHLEVEL, update);

    assertThat(result.outcome(ContactField.DATE_OF_BIRTH)).isEqualTo(Outcome.NORMALISED);
    assertThat(result.contact().dateOfBirth()).contains(LocalDate.of(1990, 9, 25));
  }

  @Test
  void dateOfBirthThatHighLevelDropsIsNotEchoed() {
    ContactUpdate update = ContactUpdate.builder().dateOfBirth(LocalDate.of(1990, 9, 25)).build();

    UpdateResult result = update(Crm.HIGHLEVEL, update, Quirk.DROPS_DATE_OF_BIRTH);

    assertThat(result.outcome(ContactField.DATE_OF_BIRTH)).isEqualTo(Outcome.NOT_ECHOED);
  }

  @Test
  void customFieldThatHighLevelIgnoresIsDifferent() {
    ContactUpdate byKey = ContactUpdate.builder().customField("membership_level", "Gold").build();
    ContactUpdate byId =
        ContactUpdate.builder().customField("6dvNaf7VhkQ9snc5vnjJ", "Gold").build();

    assertThat(update(Crm.HIGHLEVEL, byKey).outcome(ContactField.CUSTOM_FIELDS))
        .isEqualTo(Outcome.DIFFERENT);
    assertThat(update(Crm.HIGHLEVEL, byId).outcome(ContactField.CUSTOM_FIELDS))
        .isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPELLS_SUCCEEDED", "STORES_AS_DOCUMENTED"})
  void bothSpellingsOfTheFlagOfHighLevelAreKnown(Quirk quirk) {
    UpdateResult result = update(Crm.HIGHLEVEL, Samples.update(ContactField.EMAIL), quirk);

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(result.observations()).isEmpty();
  }

  @Test
  void tagsOfHighLevelAreReplaced() {
    Contacts highLevel = at(Crm.HIGHLEVEL).build();
    String id = Accounts.contactId(Crm.HIGHLEVEL);
    highLevel.update(id, ContactUpdate.builder().tags("old").build());

    UpdateResult result = highLevel.update(id, ContactUpdate.builder().tags("vip").build());

    assertThat(result.outcome(ContactField.TAGS)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().tags()).containsExactly("vip");
  }

  @Test
  void fieldThatHighLevelClearedIsNotEchoed() {
    Contacts highLevel = at(Crm.HIGHLEVEL).build();
    String id = Accounts.contactId(Crm.HIGHLEVEL);
    highLevel.update(id, ContactUpdate.builder().city("London").email("a@b.de").build());

    UpdateResult result =
        highLevel.update(id, ContactUpdate.builder().clear(ContactField.CITY).build());

    assertThat(result.outcome(ContactField.CITY)).isEqualTo(Outcome.NOT_ECHOED);
    assertThat(result.contact().fields())
        .containsExactly(ContactField.EMAIL, ContactField.CUSTOM_FIELDS);
  }

  @Test
  void everyFieldOfHighLevelIsOnItsList() {
    ContactUpdate.Builder update = ContactUpdate.builder();
    CrmProfile.of(Crm.HIGHLEVEL).capabilities().stream()
        .map(Capability::field)
        .forEach(field -> update.set(field, Samples.value(field)));

    UpdateResult result = update(Crm.HIGHLEVEL, update.build());

    assertThat(result.outcomes()).hasSize(19);
    assertThat(result.outcomes().values()).containsOnly(Outcome.APPLIED, Outcome.NORMALISED);
  }

  @Test
  void propertyThatIsNotOnTheListOfHighLevelIsRefused() throws IOException {
    server.setDispatcher(new ConformanceServer(Crm.HIGHLEVEL));
    Request request =
        new Request.Builder()
            .url(server.url("/contacts/" + Accounts.contactId(Crm.HIGHLEVEL)))
            .header("Authorization", "Bearer " + Accounts.CREDENTIAL)
            .header("Version", "2021-07-28")
            .put(RequestBody.create("{\"gender\":\"f\"}", MediaType.get("application/json")))
            .build();
    OkHttpClient client = new OkHttpClient();

    try (Response response = client.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(422);
      assertThat(JsonText.readObject(response.body().string()))
          .containsEntry("message", List.of("property gender should not exist"));
    }
  }

  @ParameterizedTest
  @CsvSource({"STORES_AS_DOCUMENTED, owner@company.com", "DEFAULTS_OWNER, first.admin@company.com"})
  void ownerThatIsNotNamedIsToldByTheAnswerAlone(Quirk quirk, String owner) {
    UpdateResult result = update(Crm.LINQ, Samples.update(ContactField.EMAIL), quirk);

    assertThat(result.plan().warnings())
        .singleElement()
        .asString()
        .startsWith("the owner may change without OWNER");
    assertThat(result.contact().owner()).contains(owner);
  }

  @Test
  void ownerThatIsNamedIsApplied() {
    UpdateResult result =
        update(Crm.LINQ, Samples.update(Crm.LINQ, ContactField.OWNER, "owner@company.com"));

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED, OWNER=APPLIED}");
  }

  @Test
  void numberIsFromTheRegionOfTheCallerAndNotFromThatOfLinq() {
    Contacts linq = at(Crm.LINQ).defaultRegion("GB").build();

    UpdateResult result =
        linq.update("123", ContactUpdate.builder().phone("020 7946 0018").build());

    assertThat(result.outcome(ContactField.PHONE)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().phone()).contains("+442079460018");
  }

  @Test
  void odditiesOfAcquireAreObservedAndSurvived() {
    ContactUpdate update =
        ContactUpdate.builder().city("London").customField("budget", 50000).build();

    UpdateResult result = update(Crm.ACQUIRE, update);

    assertThat(result.outcomes()).hasToString("{CITY=APPLIED, CUSTOM_FIELDS=NORMALISED}");
    assertThat(result.contact().customFields()).isEqualTo(Map.of("budget", "50000"));
    assertThat(result.observations())
        .containsExactly(new Observation("$.data.clientDetails", "an object", "an empty array"));
  }

  @Test
  void undocumentedClearIsSeen() {
    Contacts acquire = at(Crm.ACQUIRE).allowUndocumentedClear().build();
    acquire.update("2", ContactUpdate.builder().city("London").build());

    UpdateResult result =
        acquire.update("2", ContactUpdate.builder().clear(ContactField.CITY).build());

    assertThat(result.outcome(ContactField.CITY)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().city()).isEmpty();
  }

  private UpdateResult update(Crm crm, ContactUpdate update, Quirk... quirks) {
    return at(crm, quirks).build().update(ConformanceServer.contactId(crm), update);
  }

  private Contacts.Builder at(Crm crm, Quirk... quirks) {
    server.setDispatcher(new ConformanceServer(crm, quirks));
    return Accounts.at(crm).baseUrl(server.url("/").toString());
  }

  private static boolean isSafeToRepeat(UpdatePlan plan) {
    return ((PlannedUpdate) plan).isSafeToRepeat();
  }
}
