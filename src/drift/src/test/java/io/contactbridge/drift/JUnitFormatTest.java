package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JUnitFormatTest {
  @Test
  void eachDriftIsATestCaseAndAFailedComparisonAnError() {
    assertThat(Runs.everything().write(ReportFormat.JUNIT).replaceAll("(?=<[a-z])", "\n"))
        .isEqualToIgnoringNewLines(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="contactbridge drift">
            <testsuite name="Linq, spec: specs/linq.yaml against main:specs/linq.yaml" tests="4" failures="1" errors="0" skipped="1">
            <testcase classname="drift.spec.linq" name="could be compared" time="0">
            <system-out>412 facts compared
            2 lines were not read
            </system-out></testcase>
            <testcase classname="drift.spec.linq" name="$.contact.email in the request removed 0123456789ab" time="0">
            <failure message="breaking: The property `$.contact.email` is gone from the request.">The property `$.contact.email` is gone from the request. An update of EMAIL would be refused.</failure></testcase>
            <testcase classname="drift.spec.linq" name="$.contact.title in the request max-length-changed 123456789012" time="0">
            <skipped message="Acknowledged by ada until 2026-12-31: Agreed with Linq"></skipped></testcase>
            <testcase classname="drift.spec.linq" name="$.contact in the request description-changed 1e1000000000" time="0">
            <system-out>The description of `$.contact` is another. Nobody notices.</system-out></testcase></testsuite>
            <testsuite name="Raze, docs: https://example.com/page against specs/raze.yaml" tests="1" failures="0" errors="1" skipped="0">
            <testcase classname="drift.docs.raze" name="could be compared" time="0">
            <error message="could not check">https://example.com/page cannot be read: nothing answers there</error></testcase></testsuite>
            <testsuite name="Acquire, traffic: specs/acquire.yaml against main:specs/acquire.yaml" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="drift.traffic.acquire" name="could be compared" time="0">
            <system-out>7 facts compared
            </system-out></testcase></testsuite></testsuites>
            """);
  }
}
