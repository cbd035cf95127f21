package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.internal.mapping.AnsweredContact;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContactTest {
  @Test
  void everyFieldIsReadByAMethodOfItsOwn() {
    Contact contact = contactWithEverything();

    assertThat(contact.id()).contains("7");
    assertThat(contact.fullName()).contains("Ada Lovelace");
    assertThat(contact.firstName()).contains("Ada");
    assertThat(contact.lastName()).contains("Lovelace");
    assertThat(contact.email()).contains("ada@example.com");
    assertThat(contact.phone()).contains("+12025550123");
    assertThat(contact.company()).contains("Analytical Engines");
    assertThat(contact.jobTitle()).contains("CTO");
    assertThat(contact.street()).contains("12 Main Street");
    assertThat(contact.city()).contains("London");
    assertThat(contact.region()).contains("Greater London");
    assertThat(contact.postalCode()).contains("SW1Y 4JH");
    assertThat(contact.country()).contains("GB");
    assertThat(contact.location()).contains("London, UK");
    assertThat(contact.website()).contains("https://example.com/");
    assertThat(contact.linkedinUrl()).contains("https://www.linkedin.com/in/ada");
    assertThat(contact.timezone()).contains("Europe/London");
    assertThat(contact.dateOfBirth()).contains(LocalDate.of(1815, 12, 10));
    assertThat(contact.tags()).containsExactly("vip", "pioneer");
    assertThat(contact.source()).contains("public api");
    assertThat(contact.owner()).contains("owner@company.com");
    assertThat(contact.doNotDisturb()).contains(true);
    assertThat(contact.customFields()).isEqualTo(Map.of("6dvNaf7VhkQ9snc5vnjJ", "Gold"));
  }

  @ParameterizedTest
  @EnumSource
  void fieldIsReadAsData(ContactField field) {
    assertThat(contactWithEverything().get(field)).contains(Samples.value(field));
  }

  @Test
  void contactsAreEqualByTheirIdAndAllValues() {
    Contact other =
        new AnsweredContact("7", new EnumMap<>(Map.of(ContactField.EMAIL, "b@example.com")));

    assertThat(contactWithEverything())
        .isEqualTo(contactWithEverything())
        .hasSameHashCodeAs(contactWithEverything())
        .isNotEqualTo(other);
    assertThat(new AnsweredContact("8", Map.of())).isNotEqualTo(new AnsweredContact("7", Map.of()));
  }

  @Test
  void emptyContactHasNothing() {
    Contact contact = new AnsweredContact(null, new EnumMap<>(ContactField.class));

    assertThat(contact.id()).isEmpty();
    assertThat(contact.fields()).isEmpty();
    assertThat(contact.tags()).isEmpty();
    assertThat(contact.customFields()).isEmpty();
    assertThat(ContactField.values())
        .allSatisfy(field -> assertThat(contact.get(field)).isEqualTo(Optional.empty()));
  }

  @Test
  void collectionsCannotBeChanged() {
    String answer =
        """
        {"success": true, "data": {"tags": [{"name": "vip"}], "custom_fields": {"a": 1}}}""";
    Contact contact =
        Accounts.answering(Crm.RAZE, answer)
            .build()
            .update("cnt_1", Samples.update(ContactField.EMAIL))
            .contact();

    assertThat(contact.fields()).isUnmodifiable();
    assertThat(contact.tags()).isEqualTo(List.of("vip")).isUnmodifiable();
    assertThat(contact.customFields()).isEqualTo(Map.of("a", 1L)).isUnmodifiable();
  }

  @Test
  void toStringNamesFieldsAndHidesValues() {
    Contact contact = new AnsweredContact("7", Map.of(ContactField.EMAIL, "ada@example.com"));

    assertThat(contact).hasToString("Contact[EMAIL]");
  }

  private static Contact contactWithEverything() {
    Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
    for (ContactField field : ContactField.values()) {
      values.put(field, Samples.value(field));
    }
    return new AnsweredContact("7", values);
  }
}
