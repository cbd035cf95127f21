package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.highlevel.model.DndSetting;
import io.contactbridge.client.highlevel.model.DndSettings;
import io.contactbridge.client.highlevel.model.DndStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sends that no CRM documents. */
final class UndocumentedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACQUIRE | $.nickname | {"fields":{"email":"ada@example.com"},"nickname":"x"} | {"data":{"nickname":"x"}}
          ACQUIRE | $.fields.nickname | {"fields":{"email":"ada@example.com","nickname":"x"}} | {"data":{"fields":{"nickname":"x"}}}
          HIGHLEVEL | $.keyword | {"email":"ada@example.com","keyword":"x"} | {"contact":{"keyword":"x"}}
          HIGHLEVEL | $.dndSettings.TikTok.status | {"email":"ada@example.com","dndSettings":{"TikTok":{"status":"x"}}} | {"contact":{"dndSettings":{"TikTok":{"status":"x"}}}}
          LINQ | $.contact.nickname | {"contact":{"email":"ada@example.com"},"nickname":"x"} | {"data":{"nickname":"x"}}
          LINQ | $.nickname | {"contact":{"email":"ada@example.com"},"nickname":"x"} | {"data":{"nickname":"x"}}
          RAZE | $.title | {"email":"ada@example.com","title":"x"} | {"data":{"title":"x"}}
          RAZE | $.a.b | {"email":"ada@example.com","a":{"b":"x"}} | {"data":{"a":{"b":"x"}}}
          """)
  void valueIsSentNamedAndVerified(Crm crm, String path, String body, String answer) {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").undocumented(crm, path, "x").build();

    UpdateResult result =
        Accounts.answering(crm, answer).build().update(Accounts.contactId(crm), update);

    UpdatePlan plan = result.plan();
    if (path.equals("$.contact.nickname")) {
      assertThat(plan.body())
          .isEqualTo("{\"contact\":{\"email\":\"ada@example.com\",\"nickname\":\"x\"}}");
    } else {
      assertThat(plan.body()).isEqualTo(body);
    }
    assertThat(plan.headers()).containsEntry("Content-Type", "application/json");
    assertThat(plan.undocumented()).containsExactly(path);
    assertThat(plan.additions()).isEmpty();
    assertThat(plan.warnings())
        .contains(path + " is not documented at " + crm + ", so its effect is unknown");
    assertThat(result.additions()).isEqualTo(Map.of(path, Outcome.APPLIED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"data":{"title":"CTO"}} | APPLIED |
          {"data":{"title":" CTO"}} | NORMALISED |
          {"data":{"title":"CEO"}} | DIFFERENT | the answer has another value in $.data.title
          {"data":{"title":null}} | DIFFERENT | the answer has another value in $.data.title
          {"data":{"name":"Ada"}} | NOT_ECHOED | the answer lacks $.data.title
          {"success":false,"data":{"title":"CTO"}} | DIFFERENT | Raze denies the change in $.success
          {"data":{"id":"other","title":"CTO"}} | NOT_ECHOED | the answer is about another contact
          <html> | NOT_ECHOED | the answer shows no contact
          """)
  void valueHasAnOutcome(String answer, Outcome outcome, @Nullable String reason) {
    UpdateResult result =
        Accounts.answering(Crm.RAZE, answer).build().update("abc", undocumented("$.title", "CTO"));

    assertThat(result.additions()).isEqualTo(Map.of("$.title", outcome));
    assertThat(result.additionReason("$.title").orElse(null)).isEqualTo(reason);
    if (outcome == Outcome.DIFFERENT) {
      assertThatThrownBy(result::requireApplied).isInstanceOf(NotAppliedException.class);
    }
  }

  @Test
  void valueIsAnyJson() {
    ContactUpdate update =
        ContactUpdate.builder()
            .undocumented(Crm.RAZE, "$.none", null)
            .undocumented(Crm.RAZE, "$.number", new BigDecimal("12345678901234567890.10"))
            .undocumented(Crm.RAZE, "$.list", Arrays.asList("a", null))
            .undocumented(Crm.RAZE, "$.map", Map.of("a", Map.of()))
            .build();

    UpdatePlan plan = Accounts.at(Crm.RAZE).build().plan("abc", update);

    assertThat(plan.body())
        .isEqualTo(
            "{\"none\":null,\"number\":12345678901234567890.10,\"list\":[\"a\",null],"
                + "\"map\":{\"a\":{}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LINQ | $.contact.title | $.contact.title is documented at Linq, so it is set as JOB_TITLE
          LINQ | $.user_email | $.user_email is documented at Linq, so it is set as OWNER
          LINQ | $.contact | $.contact is documented at Linq, so it is added with also(request)
          LINQ | $.contact.email.x | $.contact.email.x is documented at Linq, so it is added with also(request)
          RAZE | $.position | $.position is documented at Raze, so it is set as JOB_TITLE
          RAZE | $.tags | $.tags is documented at Raze, so it is set as TAGS
          RAZE | $.tags.x | $.tags.x is documented at Raze, so it is added with also(request)
          RAZE | $.custom_fields.x | $.custom_fields.x is documented at Raze, so it is added with also(request)
          HIGHLEVEL | $.dndSettings.SMS | $.dndSettings.SMS is documented at HighLevel, so it is added with also(request)
          ACQUIRE | $.clientName | $.clientName is documented at Acquire, so it is added with also(request)
          ACQUIRE | $.fields.email | $.fields.email is documented at Acquire, so it is set as EMAIL
          ACQUIRE | $.fields.name.x | $.fields.name.x is documented at Acquire, so it is added with also(request)
          """)
  void whatIsDocumentedIsRefused(Crm crm, String path, String message) {
    ContactUpdate update =
        ContactUpdate.builder()
            .firstName("Ada")
            .lastName("King")
            .undocumented(crm, path, 1)
            .build();

    assertThatThrownBy(() -> Accounts.at(crm).build().plan(Accounts.contactId(crm), update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(crm + " cannot make this update: " + message);
  }

  @Test
  void placeThatIsTakenIsRefused() {
    ContactUpdate custom =
        ContactUpdate.builder()
            .customField("vip", true)
            .undocumented(Crm.ACQUIRE, "$.fields.vip", 1)
            .build();
    ContactUpdate within =
        ContactUpdate.builder()
            .undocumented(Crm.RAZE, "$.a", Map.of("b", 1))
            .undocumented(Crm.RAZE, "$.a.b", 2)
            .build();
    ContactUpdate around =
        ContactUpdate.builder()
            .undocumented(Crm.RAZE, "$.a.b", 2)
            .undocumented(Crm.RAZE, "$.a", 1)
            .build();
    ContactUpdate below =
        ContactUpdate.builder()
            .undocumented(Crm.RAZE, "$.a", 1)
            .undocumented(Crm.RAZE, "$.a.b", 2)
            .build();

    assertSetTwice(Crm.ACQUIRE, custom, "$.fields.vip");
    assertSetTwice(Crm.RAZE, within, "$.a.b");
    assertSetTwice(Crm.RAZE, around, "$.a");
    assertSetTwice(Crm.RAZE, below, "$.a.b");
  }

  private static void assertSetTwice(Crm crm, ContactUpdate update, String path) {
    assertThatThrownBy(() -> Accounts.at(crm).build().plan(Accounts.contactId(crm), update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(crm + " cannot make this update: " + path + " is set twice");
  }

  @Test
  void valueStandsBesideWhatIsDocumentedInTheSameObject() {
    ContactUpdate update =
        ContactUpdate.builder()
            .also(
                io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
                    .dndSettings(
                        DndSettings.builder()
                            .sms(DndSetting.builder().status(DndStatus.ACTIVE).build())
                            .build())
                    .build())
            .undocumented(Crm.HIGHLEVEL, "$.dndSettings.TikTok", Map.of("status", "active"))
            .build();

    assertThat(Accounts.at(Crm.HIGHLEVEL).build().plan("abc", update).body())
        .isEqualTo(
            "{\"dndSettings\":{\"SMS\":{\"status\":\"active\"},\"TikTok\":{\"status\":\"active\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "title",
        "$title",
        "$.",
        "$.a.",
        "$..a",
        "$.a b",
        "$.a[0]",
        "$['a']",
        "$.*",
        "$.a\n",
        "$.\ud800",
        "$.a.b.c.d.e.f.g.h.i"
      })
  void pathIsMadeOfNames(String path) {
    ContactUpdate.Builder builder = ContactUpdate.builder();

    assertThatThrownBy(() -> builder.undocumented(Crm.RAZE, path, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the path of a property is like $.title or $.contact.title");
    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valueThatIsNoJsonIsRefused() {
    Map<String, Object> itself = new LinkedHashMap<>();
    itself.put("a", itself);

    assertRefused(
        'c', "a JSON value (null, String, Boolean, finite number, List, Map with text as keys)");
    assertRefused(
        Double.NaN,
        "a JSON value (null, String, Boolean, finite number, List, Map with text as keys)");
    assertRefused(itself, "a value that does not contain itself");
    assertRefused(
        List.of("\udc00"),
        "text that UTF-8 can carry, so without one half of a surrogate pair alone");
  }

  private static void assertRefused(Object value, String objection) {
    ContactUpdate.Builder builder = ContactUpdate.builder();

    assertThatThrownBy(() -> builder.undocumented(Crm.RAZE, "$.title", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("$.title must be " + objection);
    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsMeantForAnotherCrmIsRefusedOrDropped() {
    ContactUpdate update =
        undocumented("$.title", "canary").toBuilder().email("ada@example.com").build();
    Contacts.Builder linq = Accounts.at(Crm.LINQ);

    assertThatThrownBy(() -> linq.build().plan("123", update))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Linq cannot make this update: Linq takes nothing of what is meant for Raze: $.title");
    UpdatePlan plan = linq.onUnsupported(OnUnsupported.DROP).build().plan("123", update);
    assertThat(plan.warnings()).contains("Linq takes nothing of what is meant for Raze: $.title");
    assertThat(plan.undocumented()).isEmpty();
    assertThat(plan.body()).isEqualTo("{\"contact\":{\"email\":\"ada@example.com\"}}");
  }

  @Test
  void whatIsUndocumentedBelongsToTheUpdate() {
    ContactUpdate update = undocumented("$.title", "canary");

    assertThat(update)
        .isEqualTo(update.toBuilder().build())
        .hasSameHashCodeAs(update.toBuilder().build())
        .isNotEqualTo(undocumented("$.title", "other"))
        .isNotEqualTo(undocumented("$.name2", "canary"))
        .hasToString("ContactUpdate[] and undocumented at Raze [$.title]");
    assertThat(update.undocumented(Crm.RAZE))
        .isEqualTo(Map.of("$.title", "canary"))
        .isUnmodifiable();
    assertThat(update.undocumented(Crm.LINQ)).isEmpty();
  }

  private static ContactUpdate undocumented(String path, Object value) {
    return ContactUpdate.builder().undocumented(Crm.RAZE, path, value).build();
  }
}
