package io.contactbridge.drift.internal.live;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Sandbox;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.answers.OperationUrls;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the live comparison by way of Prism, so that a second opinion is in the report. */
public final class PrismDrift {
  private PrismDrift() {}

  /**
   * Compares a CRM with a specification, as {@link LiveDrift} does.
   *
   * @param project a checkout, in which Prism is or can be installed
   * @throws CannotCheckException also if Prism does not start, or validates nothing
   */
  public static DriftReport report(
      Crm crm,
      Source spec,
      Sandbox account,
      @Nullable String baseUrl,
      String contactId,
      Path project) {
    Facts facts = SpecReader.read(crm, spec);
    String upstream = upstream(crm, facts, account, baseUrl, contactId);
    try (PrismProxy prism = PrismProxy.start(project, spec.text(), upstream)) {
      PrismObjections objections = new PrismObjections(facts, prism.url(), upstream);
      return objections.addTo(
          LiveDrift.report(crm, facts, account, baseUrl, contactId, objections));
    }
  }

  /** Returns what stands before the path of the operation where the client sends it. */
  private static String upstream(
      Crm crm, Facts spec, Sandbox account, @Nullable String baseUrl, String contactId) {
    String upstream;
    try {
      if (baseUrl != null) {
        account.contacts().baseUrl(baseUrl);
      }
      String url = account.contacts().build().plan(contactId, CanaryBody.ANYTHING).url();
      upstream = OperationUrls.base(spec, url);
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()), e);
    }
    if (upstream == null) {
      throw new CannotCheckException(
          "%s has no operation at the path that the client of %s calls, so Prism would validate nothing"
              .formatted(spec.source(), crm));
    }
    return upstream;
  }
}
