package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContactUpdateTest {
  @Test
  void everyFieldHasAMethodOfItsOwn() {
    ContactUpdate update =
        ContactUpdate.builder()
            .fullName("Ada Lovelace")
            .firstName("Ada")
            .lastName("Lovelace")
            .email("ada@example.com")
            .phone("+12025550123")
            .company("Analytical Engines")
            .jobTitle("CTO")
            .street("12 Main Street")
            .city("London")
            .region("Greater London")
            .postalCode("SW1Y 4JH")
            .country("GB")
            .location("London, UK")
            .website("https://example.com/")
            .linkedinUrl("https://www.linkedin.com/in/ada")
            .timezone("Europe/London")
            .dateOfBirth(LocalDate.of(1815, 12, 10))
            .tags("vip", "pioneer")
            .source("public api")
            .owner("owner@company.com")
            .doNotDisturb(true)
            .customField("6dvNaf7VhkQ9snc5vnjJ", "Gold")
            .build();

    assertThat(update.fields()).containsExactly(ContactField.values());
    assertThat(update.fields())
        .allSatisfy(field -> assertThat(update.get(field)).isEqualTo(Samples.value(field)));
  }

  @ParameterizedTest
  @EnumSource
  void setFieldIsInTheUpdateAlone(ContactField field) {
    ContactUpdate update = Samples.update(field);

    assertThat(update.fields()).containsExactly(field);
    assertThat(update.cleared()).isEmpty();
    assertThat(update.get(field)).isEqualTo(Samples.value(field)).isInstanceOf(field.type());
  }

  @ParameterizedTest
  @EnumSource
  void clearedFieldIsInTheUpdateWithoutAValue(ContactField field) {
    ContactUpdate update = ContactUpdate.builder().clear(field).build();

    assertThat(update.fields()).containsExactly(field);
    assertThat(update.cleared()).containsExactly(field);
    assertThat(update.get(field)).isNull();
  }

  @Test
  void setTakesBackClear() {
    ContactUpdate update =
        ContactUpdate.builder().clear(ContactField.EMAIL).email("ada@example.com").build();

    assertThat(update.cleared()).isEmpty();
    assertThat(update.get(ContactField.EMAIL)).isEqualTo("ada@example.com");
  }

  @Test
  void clearTakesBackSet() {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").clear(ContactField.EMAIL).build();

    assertThat(update.cleared()).containsExactly(ContactField.EMAIL);
    assertThat(update.get(ContactField.EMAIL)).isNull();
  }

  @Test
  void emptyStringIsAValue() {
    ContactUpdate update = ContactUpdate.builder().city("").build();

    assertThat(update.get(ContactField.CITY)).isEqualTo("");
    assertThat(update.cleared()).isEmpty();
  }

  @Test
  void fieldsAreInTheOrderOfTheirDeclaration() {
    ContactUpdate update =
        ContactUpdate.builder()
            .tags("vip")
            .clear(ContactField.PHONE)
            .email("ada@example.com")
            .build();

    assertThat(update.fields())
        .containsExactly(ContactField.EMAIL, ContactField.PHONE, ContactField.TAGS);
  }

  @Test
  void emptyUpdateIsNotBuilt() {
    ContactUpdate.Builder builder = ContactUpdate.builder();

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing to update: set or clear a field first");
  }

  @Test
  void builderOfACopyLeavesTheOriginalAlone() {
    ContactUpdate original =
        ContactUpdate.builder().email("ada@example.com").clear(ContactField.PHONE).build();

    ContactUpdate copy =
        original.toBuilder().clear(ContactField.EMAIL).phone("+12025550123").build();

    assertThat(copy.cleared()).containsExactly(ContactField.EMAIL);
    assertThat(copy.get(ContactField.PHONE)).isEqualTo("+12025550123");
    assertThat(original.cleared()).containsExactly(ContactField.PHONE);
    assertThat(original.get(ContactField.EMAIL)).isEqualTo("ada@example.com");
  }

  @Test
  void updateDoesNotFollowItsBuilder() {
    ContactUpdate.Builder builder = ContactUpdate.builder().email("ada@example.com");
    ContactUpdate update = builder.build();

    builder.city("London").clear(ContactField.EMAIL);

    assertThat(update).isEqualTo(ContactUpdate.builder().email("ada@example.com").build());
  }

  @Test
  void updateDoesNotFollowTheCallersCollections() {
    List<String> tags = new ArrayList<>(List.of("vip"));
    List<Object> sizes = new ArrayList<>(List.of(1, 2));
    Map<String, Object> customFields = new HashMap<>(Map.of("sizes", List.of(sizes)));
    ContactUpdate update =
        ContactUpdate.builder().tags(tags).set(ContactField.CUSTOM_FIELDS, customFields).build();

    tags.add("late");
    sizes.add(3);
    customFields.put("late", true);

    assertThat(update.get(ContactField.TAGS)).isEqualTo(List.of("vip"));
    assertThat(update.get(ContactField.CUSTOM_FIELDS))
        .isEqualTo(Map.of("sizes", List.of(List.of(1, 2))));
  }

  @Test
  void valuesCannotBeChangedByWhoReadsThem() {
    ContactUpdate update = ContactUpdate.builder().tags("vip").customField("a", List.of(1)).build();

    List<?> tags = (List<?>) update.get(ContactField.TAGS);
    Map<?, ?> customFields = (Map<?, ?>) update.get(ContactField.CUSTOM_FIELDS);
    Set<ContactField> cleared = update.cleared();

    assertThat(tags).isUnmodifiable();
    assertThat(customFields).isUnmodifiable();
    assertThat(requireNonNull(customFields).get("a"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .isUnmodifiable();
    assertThat(cleared).isUnmodifiable();
  }

  @Test
  void customFieldsAddUp() {
    ContactUpdate update =
        ContactUpdate.builder()
            .customField("budget", 5)
            .customField("plan", "gold")
            .customField("budget", 6)
            .build();

    assertThat(update.get(ContactField.CUSTOM_FIELDS))
        .isEqualTo(Map.of("budget", 6, "plan", "gold"));
  }

  @Test
  void equalityGoesByValuesAndClears() {
    ContactUpdate update = ContactUpdate.builder().city("London").clear(ContactField.EMAIL).build();

    assertThat(update)
        .isEqualTo(ContactUpdate.builder().clear(ContactField.EMAIL).city("London").build())
        .hasSameHashCodeAs(ContactUpdate.builder().clear(ContactField.EMAIL).city("London").build())
        .isNotEqualTo(ContactUpdate.builder().city("London").build())
        .isNotEqualTo(ContactUpdate.builder().city("Paris").clear(ContactField.EMAIL).build())
        .isNotEqualTo("ContactUpdate[EMAIL, CITY]");
  }

  @Test
  void toStringNamesFieldsAndHidesValues() {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").clear(ContactField.PHONE).build();

    assertThat(update).hasToString("ContactUpdate[EMAIL, PHONE]");
  }
}
