package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.internal.report.MarkdownFormat;
import io.contactbridge.drift.internal.report.MarkdownText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownFormatTest {
  @Test
  void eachComparisonHasATable() {
    assertThat(Runs.everything().write(ReportFormat.MARKDOWN))
        .isEqualTo(
            """
            ## Drift

            1 breaking, 1 no effect, 1 acknowledged, 1 could not be checked; 419 facts compared.

            ### Linq, spec: specs/linq.yaml against main:specs/linq.yaml

            | | What changed | Before | After | What it means | At | Fingerprint |
            |---|---|---|---|---|---|---|
            | **breaking** | The property `$.contact.email` is gone from the request. | `string` |  | An update of EMAIL would be refused. | `specs/linq.yaml:120` | `0123456789ab` |
            | known | The property `$.contact.title` in the request may have at most 5 characters. |  | `5` | A longer JOB\\_TITLE would be refused. Acknowledged by ada until 2026\\-12\\-31: Agreed with Linq | `specs/linq.yaml:1` | `123456789012` |
            | **no effect** | The description of `$.contact` is another. | `The contact.` | `A contact.` | Nobody notices. |  | `1e1000000000` |

            - 2 lines were not read

            ### Raze, docs: https\\://example.com/page against specs/raze.yaml

            **Could not check:** https\\://example.com/page cannot be read: nothing answers there

            ### Acquire, traffic: specs/acquire.yaml against main:specs/acquire.yaml

            No drift; 7 facts compared.
            """);
  }

  @Test
  void anIssueDescribesOneDriftInFull() {
    DriftRun run = Runs.of(Runs.finding(Runs.SHORTER));

    assertThat(
            MarkdownFormat.issue(
                run.result().checks().get(0).check(), run.result().findings().get(0)))
        .isEqualTo(
            """
            The property `$.contact.title` in the request may have at most 5 characters.

            A longer JOB\\_TITLE would be refused.

            - Level: may break
            - Found by: Linq, spec: specs/linq.yaml against main:specs/linq.yaml
            - After: `5`
            - Also: `$.data.title in the answer 200`
            - Fields: `EMAIL`
            - Code: `io.contactbridge.client.linq.model.ContactInput`
            - At: `specs/linq.yaml:1`
            - Fingerprint: `123456789012`

            If the change is meant, adapt the facade's table and the contract test.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          <b>bold</b> = &lt;b\\>bold&lt;/b\\>
          [link](http://x.y) = \\[link\\]\\(http\\://x.y\\)
          @ada and #12 = @<!-- -->ada and \\#<!-- -->12
          www.x.y or 1.2 = www\\.x.y or 1.2
          1. x = 1\\. x
          a | b = a \\| b
          the `a|b` code = the `a\\|b` code
          one ` alone <i> = one \\` alone &lt;i\\>
          a `b` c ` d = a `b` c \\` d
          """,
      quoteCharacter = '\0')
  void markupIsText(String text, String markdown) {
    assertThat(MarkdownText.text(text)).isEqualTo(markdown);
  }
}
