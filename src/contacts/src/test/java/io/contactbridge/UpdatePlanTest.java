package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdatePlanTest {

  private static final ContactUpdate BOTH_NAMES =
      ContactUpdate.builder().firstName("Ada").lastName("Lovelace").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACQUIRE | FULL_NAME | $.fields.name | {"fields":{"name":"Ada Lovelace"}}
          ACQUIRE | EMAIL | $.fields.email | {"fields":{"email":"ada@example.com"}}
          ACQUIRE | PHONE | $.fields.phone | {"fields":{"phone":"+12025550123"}}
          ACQUIRE | CITY | $.fields.city | {"fields":{"city":"London"}}
          ACQUIRE | REGION | $.fields.state | {"fields":{"state":"Greater London"}}
          ACQUIRE | CUSTOM_FIELDS | $.fields | {"fields":{"6dvNaf7VhkQ9snc5vnjJ":"Gold"}}
          HIGHLEVEL | FULL_NAME | $.name | {"name":"Ada Lovelace"}
          HIGHLEVEL | FIRST_NAME | $.firstName | {"firstName":"Ada"}
          HIGHLEVEL | LAST_NAME | $.lastName | {"lastName":"Lovelace"}
          HIGHLEVEL | EMAIL | $.email | {"email":"ada@example.com"}
          HIGHLEVEL | PHONE | $.phone | {"phone":"+12025550123"}
          HIGHLEVEL | COMPANY | $.companyName | {"companyName":"Analytical Engines"}
          HIGHLEVEL | STREET | $.address1 | {"address1":"12 Main Street"}
          HIGHLEVEL | CITY | $.city | {"city":"London"}
          HIGHLEVEL | REGION | $.state | {"state":"Greater London"}
          HIGHLEVEL | POSTAL_CODE | $.postalCode | {"postalCode":"SW1Y 4JH"}
          HIGHLEVEL | COUNTRY | $.country | {"country":"GB"}
          HIGHLEVEL | WEBSITE | $.website | {"website":"https://example.com/"}
          HIGHLEVEL | TIMEZONE | $.timezone | {"timezone":"Europe/London"}
          HIGHLEVEL | DATE_OF_BIRTH | $.dateOfBirth | {"dateOfBirth":"1815-12-10"}
          HIGHLEVEL | TAGS | $.tags | {"tags":["vip","pioneer"]}
          HIGHLEVEL | SOURCE | $.source | {"source":"public api"}
          HIGHLEVEL | OWNER | $.assignedTo | {"assignedTo":"owner@company.com"}
          HIGHLEVEL | DO_NOT_DISTURB | $.dnd | {"dnd":true}
          HIGHLEVEL | CUSTOM_FIELDS | $.customFields | {"customFields":[{"id":"6dvNaf7VhkQ9snc5vnjJ","field_value":"Gold"}]}
          LINQ | FIRST_NAME | $.contact.first_name | {"contact":{"first_name":"Ada"}}
          LINQ | LAST_NAME | $.contact.last_name | {"contact":{"last_name":"Lovelace"}}
          LINQ | EMAIL | $.contact.email | {"contact":{"email":"ada@example.com"}}
          LINQ | PHONE | $.contact.phone_number | {"contact":{"phone_number":"+12025550123"}}
          LINQ | COMPANY | $.contact.company | {"contact":{"email":"ada@example.com","company":"Analytical Engines"}}
          LINQ | JOB_TITLE | $.contact.title | {"contact":{"email":"ada@example.com","title":"CTO"}}
          LINQ | LOCATION | $.contact.location | {"contact":{"email":"ada@example.com","location":"London, UK"}}
          LINQ | OWNER | $.user_email | {"contact":{"email":"ada@example.com"},"user_email":"owner@company.com"}
          RAZE | FULL_NAME | $.name | {"name":"Ada Lovelace"}
          RAZE | EMAIL | $.email | {"email":"ada@example.com"}
          RAZE | PHONE | $.phone | {"phone":"+12025550123"}
          RAZE | COMPANY | $.company | {"company":"Analytical Engines"}
          RAZE | JOB_TITLE | $.position | {"position":"CTO"}
          RAZE | LINKEDIN_URL | $.linkedin_url | {"linkedin_url":"https://www.linkedin.com/in/ada"}
          RAZE | TAGS | $.tags | {"tags":["vip","pioneer"]}
          RAZE | CUSTOM_FIELDS | $.custom_fields | {"custom_fields":{"6dvNaf7VhkQ9snc5vnjJ":"Gold"}}
          """)
  void fieldIsSentToItsPlaceAndNothingElseIs(
      Crm crm, ContactField field, String path, String body) {
    UpdatePlan plan = plan(crm, Samples.update(crm, field, Samples.value(field)));

    assertThat(plan.fields()).last().hasToString(field + " SENT to " + path);
    assertThat(plan.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | $.fields.name | {"fields":{"name":"Ada Lovelace"}}
          RAZE | $.name | {"name":"Ada Lovelace"}
          """)
  void firstAndLastNameAreJoinedWhereThereAreFullNamesAlone(Crm crm, String path, String body) {
    UpdatePlan plan = plan(crm, BOTH_NAMES);

    assertThat(plan.fields())
        .extracting(FieldPlan::toString)
        .containsExactly(
            "FIRST_NAME CONVERTED to " + path + ": first and last name joined by a blank",
            "LAST_NAME CONVERTED to " + path + ": first and last name joined by a blank");
    assertThat(plan.body()).isEqualTo(body);
  }

  @Test
  void emptyPartOfANameLeavesNoBlank() {
    ContactUpdate update = ContactUpdate.builder().firstName("").lastName("Lovelace").build();

    assertThat(plan(Crm.RAZE, update).body()).isEqualTo("{\"name\":\"Lovelace\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FULL_NAME",
        "FIRST_NAME",
        "LAST_NAME",
        "EMAIL",
        "PHONE",
        "STREET",
        "CITY",
        "REGION",
        "WEBSITE",
        "TIMEZONE",
        "DATE_OF_BIRTH",
        "SOURCE",
        "OWNER"
      })
  void clearIsSentAsNullWhereItIsDocumented(ContactField field) {
    UpdatePlan plan = plan(Crm.HIGHLEVEL, Samples.clear(Crm.HIGHLEVEL, field));

    FieldPlan fieldPlan = plan.fields().get(0);
    String property = fieldPlan.path().orElseThrow().substring("$.".length());
    assertThat(fieldPlan.fate()).isEqualTo(Fate.CLEARED);
    assertThat(fieldPlan.detail()).isEmpty();
    assertThat(plan.body()).isEqualTo("{\"" + property + "\":null}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | CITY | {"fields":{"city":null}}
          HIGHLEVEL | COMPANY | {"companyName":null}
          HIGHLEVEL | TAGS | {"tags":null}
          HIGHLEVEL | CUSTOM_FIELDS | {"customFields":null}
          LINQ | PHONE | {"contact":{"phone_number":null}}
          RAZE | LINKEDIN_URL | {"linkedin_url":null}
          RAZE | CUSTOM_FIELDS | {"custom_fields":null}
          """)
  void undocumentedClearIsSentIfTheCallerInsists(Crm crm, ContactField field, String body) {
    Contacts contacts = Accounts.at(crm).allowUndocumentedClear().build();

    UpdatePlan plan = contacts.plan(Accounts.contactId(crm), Samples.clear(crm, field));

    assertThat(plan.fields()).extracting(FieldPlan::fate).containsExactly(Fate.CLEARED);
    assertThat(plan.body()).isEqualTo(body);
  }

  @Test
  void tagsAreSentAlsoIfTheyAreNone() {
    ContactUpdate update = ContactUpdate.builder().tags().build();

    assertThat(plan(Crm.HIGHLEVEL, update).body()).isEqualTo("{\"tags\":[]}");
    assertThat(plan(Crm.RAZE, update).body()).isEqualTo("{\"tags\":[]}");
  }

  @Test
  void numbersKeepTheirDigits() {
    ContactUpdate update =
        ContactUpdate.builder()
            .customField("budget", new BigDecimal("12345678901234567890.10"))
            .build();

    assertThat(plan(Crm.RAZE, update).body())
        .isEqualTo("{\"custom_fields\":{\"budget\":12345678901234567890.10}}");
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, TAGS, ''",
    "HIGHLEVEL, TAGS, TAGS",
    "RAZE, TAGS, TAGS",
    "HIGHLEVEL, CUSTOM_FIELDS, ''",
    "RAZE, CUSTOM_FIELDS, CUSTOM_FIELDS",
    "RAZE, EMAIL, ''"
  })
  void warningTellsWhatReplaces(Crm crm, ContactField field, String replaced) {
    Contacts contacts = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update = Samples.update(field).toBuilder().email("ada@example.com").build();

    UpdatePlan plan = contacts.plan(Accounts.contactId(crm), update);

    List<String> warnings =
        replaced.isEmpty()
            ? List.of()
            : List.of(replaced + " replaces all that the contact has there");
    assertThat(plan.warnings())
        .filteredOn(warning -> !warning.contains(", observed at "))
        .isEqualTo(warnings);
  }

  @Test
  void linqWarnsThatNobodyKnowsOfTheOwner() {
    ContactUpdate update = Samples.update(ContactField.EMAIL);

    assertThat(plan(Crm.LINQ, update).warnings())
        .containsExactly(
            "the owner may change without OWNER: Linq's page says that only what is"
                + " sent changes, and that the owner defaults to the first admin user");
    assertThat(plan(Crm.LINQ, update.toBuilder().owner("owner@company.com").build()).warnings())
        .isEmpty();
  }

  @Test
  void linqWarnsOfTheOwnerThatIsDropped() {
    Contacts linq = Accounts.at(Crm.LINQ).onUnsupported(OnUnsupported.DROP).build();
    ContactUpdate update = Samples.clear(Crm.LINQ, ContactField.OWNER);

    assertThat(linq.plan("123", update).warnings()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HIGHLEVEL", "LINQ"})
  void phoneNumberIsConvertedToE164(Crm crm) {
    UpdatePlan plan = plan(crm, ContactUpdate.builder().phone("+44 (0)20 7946 0018").build());

    assertThat(plan.fields()).extracting(FieldPlan::fate).containsExactly(Fate.CONVERTED);
    assertThat(plan.fields().get(0).detail()).contains("written in E.164 form");
    assertThat(plan.body()).contains("\"+442079460018\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void phoneNumberIsSentAsItIsWhereAnyFormWillDo(Crm crm) {
    UpdatePlan plan = plan(crm, ContactUpdate.builder().phone("020 7946 0018").build());

    assertThat(plan.fields()).extracting(FieldPlan::fate).containsExactly(Fate.SENT);
    assertThat(plan.body()).contains("\"020 7946 0018\"");
  }

  @Test
  void phoneNumberWithoutCountryCodeIsFromTheDefaultRegion() {
    Contacts linq = Accounts.at(Crm.LINQ).defaultRegion("GB").build();

    UpdatePlan plan = linq.plan("123", ContactUpdate.builder().phone("020 7946 0018").build());

    assertThat(plan.body()).isEqualTo("{\"contact\":{\"phone_number\":\"+442079460018\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | https://acme.acquire.io/api/v1/crm/objects/contact/2 | {Authorization=Bearer ***, Accept=application/json, User-Agent=ContactBridge/0, Content-Type=application/json}
          HIGHLEVEL | https://services.leadconnectorhq.com/contacts/ocQHyuzHvuMOe5N5jjXF | {Authorization=Bearer ***, Version=2021-07-28, Accept=application/json, User-Agent=ContactBridge/0, Content-Type=application/json}
          LINQ | https://api.linqapp.com/api/partner/v2/contacts/123 | {X-LINQ-INTEGRATION-TOKEN=***, Accept=application/json, User-Agent=ContactBridge/0, Content-Type=application/json}
          RAZE | https://app.getraze.com/external/v1/contacts/cnt_abc123def456 | {X-API-Key=***, Accept=application/json, User-Agent=ContactBridge/0, Content-Type=application/json}
          """)
  void requestIsShownWithoutItsCredential(Crm crm, String url, String headers) {
    UpdatePlan plan = plan(crm, Samples.update(ContactField.EMAIL));

    assertThat(plan.crm()).isEqualTo(crm);
    assertThat(plan.method()).isEqualTo("PUT");
    assertThat(plan.url()).isEqualTo(url);
    assertThat(plan.headers()).hasToString(headers).isUnmodifiable();
  }

  @ParameterizedTest
  @EnumSource
  void everyHeaderIsShownThatTheClientDoesNotAdd(Crm crm) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse.Builder().body(Answers.asAsked(crm)).build());
      server.start();
      Contacts contacts = Accounts.at(crm).baseUrl(server.url("/").toString()).build();

      UpdateResult result =
          contacts.update(Accounts.contactId(crm), Samples.update(ContactField.EMAIL));

      Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      sent.addAll(server.takeRequest().getHeaders().names());
      sent.removeAll(List.of("Host", "Connection", "Accept-Encoding", "Content-Length"));
      assertThat(sent).containsExactlyInAnyOrderElementsOf(result.plan().headers().keySet());
    }
  }

  @Test
  void planNeedsNoCredential() {
    Contacts linq =
        Accounts.at(
                Crm.LINQ,
                () -> {
                  throw new IllegalStateException("the credential was asked for");
                })
            .build();

    assertThat(linq.plan("123", Samples.update(ContactField.EMAIL)).method()).isEqualTo("PUT");
  }

  @Test
  void toStringTellsFatesAndHidesValues() {
    UpdatePlan plan = plan(Crm.LINQ, ContactUpdate.builder().phone("+1 202 555 0123").build());

    assertThat(plan)
        .hasToString("Linq [PHONE CONVERTED to $.contact.phone_number: written in E.164 form]");
  }

  private static UpdatePlan plan(Crm crm, ContactUpdate update) {
    return Accounts.at(crm).build().plan(Accounts.contactId(crm), update);
  }
}
