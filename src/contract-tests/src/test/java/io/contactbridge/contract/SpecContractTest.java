package io.contactbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.Fate;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the tables of fields against the properties of the documented requests. */
final class SpecContractTest {
  /** What is documented and cannot be written, and why. */
  private static Map<String, String> unmapped(Crm crm) {
    return switch (crm) {
      case ACQUIRE ->
          Map.ofEntries(
              Map.entry("$.phone", "stands in fields too, where the answer has it"),
              Map.entry("$.email", "stands in fields too, where the answer has it"),
              Map.entry("$.name", "stands in fields too, where the answer has it"),
              Map.entry("$.dateCreated", "written by Acquire"),
              Map.entry("$.dateUpdated", "written by Acquire"),
              Map.entry("$.clientType", "what the contact came with, not who it is"),
              Map.entry("$.clientName", "what the contact came with, not who it is"),
              Map.entry("$.clientVersion", "what the contact came with, not who it is"),
              Map.entry("$.clientOsName", "what the contact came with, not who it is"),
              Map.entry("$.clientOsVersion", "what the contact came with, not who it is"),
              Map.entry("$.clientDeviceType", "what the contact came with, not who it is"),
              Map.entry("$.clientDeviceVendor", "what the contact came with, not who it is"),
              Map.entry("$.clientDeviceModel", "what the contact came with, not who it is"),
              Map.entry("$.clientDetails", "what the contact came with, not who it is"),
              Map.entry("$.fields.countryId", "Acquire's own number, which nobody else knows"),
              Map.entry("$.fields.ip", "what the contact came with, not who it is"));
      case HIGHLEVEL ->
          Map.of(
              "$.dndSettings", "by channel, which no other CRM has",
              "$.inboundDndSettings", "what the contact may send, which no other CRM has");
      case LINQ, RAZE -> Map.of();
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldHasADocumentedPlaceAndEveryPlaceAFieldOrAReason(Crm crm) {
    Spec spec = Spec.of(crm);
    Set<String> mapped = paths(crm, Capability::requestPath);
    Set<String> documented = documented(spec, "$", spec.requestSchema(), mapped);

    Set<String> expected = new TreeSet<>(mapped);
    // Acquire's custom fields are what is not documented in the object that has the others.
    expected.remove("$.fields");
    expected.addAll(unmapped(crm).keySet());

    assertThat(documented).isEqualTo(expected);
    assertThat(unmapped(crm)).allSatisfy((path, why) -> assertThat(mapped).doesNotContain(path));
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsReadWhereTheAnswerHasIt(Crm crm) {
    Spec spec = Spec.of(crm);

    assertThat(paths(crm, Capability::answerPath))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(property(spec, spec.answerSchema(), path)).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void fieldCanBeClearedWhereTheRequestMayHaveNull(Crm crm) {
    Spec spec = Spec.of(crm);

    assertThat(CrmProfile.of(crm).capabilities())
        .filteredOn(Capability::canSet)
        .allSatisfy(
            field -> {
              String path = field.requestPath().orElseThrow();
              assertThat(property(spec, spec.requestSchema(), path).containsKey("nullable"))
                  .as(path)
                  .isEqualTo(field.canClear());
            });
  }

  @ParameterizedTest
  @EnumSource
  void whatBecomesOfAFieldRestsOnAPlaceInTheSpec(Crm crm) {
    ContactUpdate.Builder everything = ContactUpdate.builder();
    for (ContactField field : ContactField.values()) {
      if (field != ContactField.FULL_NAME) {
        everything.set(field, Samples.of(field));
      }
    }

    UpdatePlan plan = account(crm).build().plan("123", everything.build());

    assertThat(plan.fields())
        .hasSize(ContactField.values().length - 1)
        .allSatisfy(
            field -> {
              String[] source = field.source().split("#", 2);
              String name = field.path().map(path -> path.replaceAll(".*\\.", "")).orElse("");
              assertThat(source[0]).isEqualTo(Spec.of(crm).name());
              assertThat(Spec.of(crm).at(source[1])).as(field.source()).isNotNull();
              assertThat(source[1])
                  .matches(
                      field.fate() == Fate.DROPPED
                          ? ".*/UpdateContactRequest"
                          : ".*/(properties/" + name + "|additionalProperties)");
            });
  }

  private static Contacts.Builder account(Crm crm) {
    Contacts.Builder account =
        switch (crm) {
          case ACQUIRE -> Contacts.acquire("your-account", "key");
          case HIGHLEVEL -> Contacts.highLevel("token");
          case LINQ -> Contacts.linq("token");
          case RAZE -> Contacts.raze("key");
        };
    return account.onUnsupported(OnUnsupported.DROP);
  }

  private static Set<String> paths(Crm crm, Function<Capability, Optional<String>> path) {
    return CrmProfile.of(crm).capabilities().stream()
        .map(path)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Object> property(Spec spec, Map<String, Object> schema, String path) {
    Map<String, Object> property = schema;
    for (String name : path.substring("$.".length()).split("\\.", -1)) {
      property = spec.object(spec.object(property, "properties"), name);
    }
    return property;
  }

  /** The documented properties; those of an object only if fields stand in it one by one. */
  private static Set<String> documented(
      Spec spec, String path, Map<String, Object> schema, Set<String> mapped) {
    Set<String> documented = new TreeSet<>();
    spec.object(schema, "properties")
        .forEach(
            (name, property) -> {
              String place = path + "." + name;
              if (mapped.stream().anyMatch(field -> field.startsWith(place + "."))) {
                documented.addAll(documented(spec, place, spec.resolve(property), mapped));
              } else {
                documented.add(place);
              }
            });
    return documented;
  }
}
