package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpecDriftTest {
  @ParameterizedTest
  @EnumSource(Crm.class)
  void findsNoDriftBetweenASpecAndItself(Crm crm) {
    DriftReport report = SpecDrift.report(crm, "a", Specs.text(crm), "b", Specs.text(crm));

    assertThat(report.drifts()).isEmpty();
    assertThat(report.checked()).isGreaterThan(250);
  }

  @Test
  void saysWhatARenamedPropertyMeans() {
    Drift drift = only(Crm.LINQ, "        user_email:\n", "        owner_email:\n");

    assertThat(drift.level()).isEqualTo(Level.BREAKS);
    assertThat(drift.sentence())
        .isEqualTo("The property `$.user_email` in the request is now called `$.owner_email`.");
    assertThat(drift.consequence())
        .isEqualTo("An update of OWNER would be refused by Linq, or the value would be lost.");
    assertThat(drift.fields()).containsExactly(ContactField.OWNER);
    assertThat(drift.code())
        .containsExactly(
            "io.contactbridge.client.linq.model.UpdateContactRequest",
            "io.contactbridge.contract.LinqContractTest");
    assertThat(drift.fingerprint()).matches("[0-9a-f]{12}");
  }

  private static Drift only(Crm crm, String piece, String with) {
    List<Drift> drifts =
        SpecDrift.report(crm, "a", Specs.text(crm), "b", Specs.text(crm, piece, with)).drifts();
    assertThat(drifts).hasSize(1);
    return drifts.get(0);
  }
}
