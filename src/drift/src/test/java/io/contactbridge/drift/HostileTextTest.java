package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.PlainText;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

/** What a vendor writes is text in each report. */
final class HostileTextTest {
  private static final String HOSTILE =
      "a\n::error::b\r\n]]></failure><script>alert(1)</script>\u001b[31m\u0000\u202e|`x`@ada %0A::"
          + "warning::c\u2028## head\ufffe";

  @ParameterizedTest
  @EnumSource
  void reportHasNoControlCharactersButLineBreaks(ReportFormat format) {
    assertThat(hostile().write(format))
        .doesNotContainPattern("[\\p{Cc}&&[^\n]]")
        .doesNotContainPattern("[\\p{Cf}\\p{Zl}\\p{Zp}]");
  }

  @Test
  void annotationsContainNoForeignCommand() {
    assertThat(hostile().write(ReportFormat.GITHUB).lines())
        .allMatch(line -> line.matches("::(error|warning) .*|1 breaking.*"))
        .noneMatch(line -> line.contains("%0A"));
  }

  @Test
  void xmlIsWellFormedWithoutForeignElements() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(hostile().write(ReportFormat.JUNIT))));

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
  }

  @Test
  void markdownContainsNoForeignMarkup() {
    // Within backticks nothing is markup, and no text has a backtick of its own there.
    assertThat(hostile().write(ReportFormat.MARKDOWN).replaceAll("`[^`\\n]*`", ""))
        .doesNotContain("<script", "@ada", "\n## head")
        .doesNotContainPattern("\n::");
    assertThat(
            hostile().write(ReportFormat.MARKDOWN).lines().filter(line -> line.matches("\\| .*")))
        .allMatch(line -> line.split("(?<!\\\\)\\|", -1).length == 9);
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "SARIF"})
  void jsonStaysJson(ReportFormat format) {
    assertThat(new Yaml().<Map<String, Object>>load(hostile().write(format))).isNotEmpty();
  }

  @Test
  void longTextIsCut() {
    String text = "x".repeat(10_000);

    assertThat(PlainText.line(text)).hasSize(1001).endsWith("x…");
  }

  private static DriftRun hostile() {
    Change change =
        new Change(
            Change.Kind.CHANGED,
            Aspect.ENUM,
            SpecLocation.requestBody("$." + HOSTILE),
            SpecLocation.requestBody("$." + HOSTILE),
            List.of(HOSTILE),
            HOSTILE,
            List.of(SpecLocation.requestBody(HOSTILE)),
            new Facts.Origin(HOSTILE, HOSTILE, 3));
    return Runs.of(
        Runs.acknowledged(
            """
            - {fingerprint: "a\\n::error::b", crm: linq, comparison: spec, reason: "x\\nb", owner: "o\\n::error::", expires: 2026-12-31}
            """),
        Runs.check(
            "spec",
            Crm.LINQ,
            1,
            List.of(HOSTILE),
            Runs.drift(Level.BREAKS, change, HOSTILE, HOSTILE, "0123456789ab")),
        Runs.failing("docs", Crm.RAZE, HOSTILE));
  }
}
