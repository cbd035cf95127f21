package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GitHubFormatTest {
  @Test
  void driftIsAnnotatedByItsLevel() {
    assertThat(Runs.everything().write(ReportFormat.GITHUB))
        .isEqualTo(
            """
            ::error file=specs/linq.yaml,line=120,title=Linq%2C spec%3A breaking::The property\
             `$.contact.email` is gone from the request. An update of EMAIL would be refused.\
             [0123456789ab]
            ::notice file=specs/linq.yaml,line=1,title=Linq%2C spec%3A no effect::The description\
             of `$.contact` is another. Nobody notices. [1e1000000000]
            ::error title=Raze%2C docs::Could not check: https://example.com/page cannot be read:\
             nothing answers there
            1 breaking, 1 no effect, 1 acknowledged, 1 could not be checked; 419 facts compared.
            """);
  }

  @Test
  void staleAcknowledgementIsAnnotatedWhereItStands() {
    DriftRun run =
        Runs.of(
            Runs.acknowledging("ffffffffffff", "2026-11-20"),
            Runs.check("spec", Crm.LINQ, 1, List.of()));

    assertThat(run.write(ReportFormat.GITHUB))
        .isEqualTo(
            """
            ::warning file=specs/drift.yaml,line=1::the acknowledgement of ffffffffffff by ada\
             expired on 2026-11-20
            No drift; 1 facts compared.
            """);
  }
}
