package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactbridge.client.Claim;
import io.contactbridge.client.Evidence;
import io.contactbridge.client.Observed;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each claim about a field is known. */
final class CapabilityTest {
  @ParameterizedTest
  @CsvSource({
    "HIGHLEVEL, EMAIL, PAGE, ASSUMED, PAGE",
    "HIGHLEVEL, CITY, PAGE, ASSUMED, PAGE",
    "HIGHLEVEL, TAGS, PAGE, , PAGE",
    "LINQ, EMAIL, PAGE, , PAGE",
    "LINQ, OWNER, PAGE, , CONTRADICTORY",
    "ACQUIRE, EMAIL, PAGE, , ASSUMED",
    "ACQUIRE, CUSTOM_FIELDS, VENDOR, , ASSUMED",
    "RAZE, COMPANY, PAGE, OBSERVED, PAGE",
  })
  void eachClaimHasItsOwnEvidence(
      Crm crm, ContactField field, Evidence setting, Evidence clearing, Evidence keeping) {
    Capability capability = capability(crm, field);

    assertThat(capability.setting().map(Claim::evidence)).contains(setting);
    assertThat(capability.clearing().map(Claim::evidence)).isEqualTo(Optional.ofNullable(clearing));
    assertThat(capability.keeping().map(Claim::evidence)).contains(keeping);
    assertThat(capability.reading()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"HIGHLEVEL, TAGS, PAGE", "RAZE, TAGS, PAGE", "RAZE, CUSTOM_FIELDS, OBSERVED"})
  void replacingHasItsOwnEvidence(Crm crm, ContactField field, Evidence replacing) {
    Capability capability = capability(crm, field);

    assertThat(capability.replaces()).isTrue();
    assertThat(capability.replacing().map(Claim::evidence)).contains(replacing);
  }

  static Stream<Capability> all() {
    return Arrays.stream(Crm.values()).flatMap(crm -> CrmProfile.of(crm).capabilities().stream());
  }

  @ParameterizedTest
  @MethodSource("all")
  void evidenceThatIsNotOnThePageCanBeOpened(Capability capability) {
    Stream.of(
            capability.setting(),
            capability.clearing(),
            capability.reading(),
            capability.replacing())
        .flatMap(Optional::stream)
        .filter(claim -> claim.evidence() != Evidence.PAGE)
        .filter(claim -> claim.evidence() != Evidence.ASSUMED)
        .forEach(claim -> assertThat(claim.citation()).as(capability.toString()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void claimsGoWithWhatTheCrmCanDo(Capability capability) {
    assertThat(capability.setting().isPresent()).isEqualTo(capability.canSet());
    assertThat(capability.reading().isPresent()).isEqualTo(capability.canRead());
    assertThat(capability.keeping().isPresent()).isEqualTo(capability.canSet());
    assertThat(capability.replacing().isPresent()).isEqualTo(capability.replaces());
    if (capability.canClear()) {
      assertThat(capability.clearing()).isPresent();
    }
  }

  @Test
  void warningsAreWhatWasObservedOfSending() {
    assertThat(all().filter(capability -> !capability.warnings().isEmpty()))
        .extracting(
            capability -> capability.crm() + " " + capability.field(),
            capability -> capability.warnings().get(0).effect())
        .contains(
            tuple("Raze JOB_TITLE", Observed.Effect.IGNORED),
            tuple("Raze LINKEDIN_URL", Observed.Effect.IGNORED),
            tuple("Raze TAGS", Observed.Effect.DESTRUCTIVE),
            tuple("Raze EMAIL", Observed.Effect.REFUSED),
            tuple("HighLevel CUSTOM_FIELDS", Observed.Effect.IGNORED),
            tuple("HighLevel DATE_OF_BIRTH", Observed.Effect.IGNORED));
    assertThat(capability(Crm.RAZE, ContactField.TAGS).observed())
        .extracting(Observed::effect)
        .containsExactly(Observed.Effect.DESTRUCTIVE, Observed.Effect.DIFFERENT_FORM);
  }

  @Test
  void planTellsHowItIsKnown() {
    ContactUpdate update = ContactUpdate.builder().city("London").clear(ContactField.EMAIL).build();

    UpdatePlan plan = Accounts.at(Crm.HIGHLEVEL).build().plan("abc", update);

    assertThat(plan.fields())
        .extracting(field -> field.claim().map(Claim::evidence).orElse(null))
        .containsExactly(Evidence.ASSUMED, Evidence.PAGE);
  }

  private static Capability capability(Crm crm, ContactField field) {
    return CrmProfile.of(crm).capabilities().stream()
        .filter(capability -> capability.field() == field)
        .findFirst()
        .orElseThrow();
  }
}
