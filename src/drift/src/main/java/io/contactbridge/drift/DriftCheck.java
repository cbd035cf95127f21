package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.SpecDrift;
import io.contactbridge.drift.internal.live.LiveDrift;
import io.contactbridge.drift.internal.live.PrismDrift;
import io.contactbridge.drift.internal.openapi.SpecReader;
import io.contactbridge.drift.internal.pages.DocsDrift;
import io.contactbridge.drift.internal.traffic.TrafficDrift;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One comparison to make. Nothing is read or sent before a {@link DriftRun} makes it.
 *
 * <pre>{@code
 * DriftRun run =
 *     DriftRun.of(
 *         List.of(DriftCheck.spec(Crm.LINQ, Source.of("main:specs/linq.yaml"), Source.of("specs/linq.yaml"))),
 *         Acknowledgements.none(), Level.MAY_BREAK, LocalDate.now());
 * System.out.print(run.write(ReportFormat.TEXT));
 * }</pre>
 */
public final class DriftCheck {
  private final Check check;

  DriftCheck(
      String comparison, Crm crm, String before, String after, Supplier<DriftReport> comparing) {
    check = new Check(comparison, requireNonNull(crm, "crm"), before, after, comparing);
  }

  /** Compares a specification with an earlier one. */
  public static DriftCheck spec(Crm crm, Source before, Source after) {
    return new DriftCheck(
        "spec", crm, before.name(), after.name(), () -> SpecDrift.report(crm, before, after));
  }

  /** Compares a specification with the vendor's page, or with an OpenAPI document of the vendor. */
  public static DriftCheck docs(Crm crm, Source spec, Source page) {
    return new DriftCheck(
        "docs",
        crm,
        spec.name(),
        page.name(),
        () -> DocsDrift.report(crm, SpecReader.read(crm, spec), page));
  }

  /**
   * Compares a specification with what a CRM answers: updates a contact, and restores it.
   *
   * @param account a sandbox account with its credentials
   * @param baseUrl where to send to; null for the CRM
   */
  public static DriftCheck live(
      Crm crm, Source spec, Sandbox account, @Nullable String baseUrl, String contactId) {
    return new DriftCheck(
        "live",
        crm,
        spec.name(),
        baseUrl == null ? "the live API" : baseUrl,
        () -> LiveDrift.report(crm, SpecReader.read(crm, spec), account, baseUrl, contactId));
  }

  /**
   * Compares a specification with what a CRM answers, by way of Prism's proxy, which validates
   * requests and answers too. Node is needed for that.
   *
   * @param account a sandbox account with its credentials
   * @param baseUrl where Prism sends to; null for the CRM
   * @param project the root folder of a checkout of this project, whose {@code mock} has Prism
   */
  public static DriftCheck liveViaPrism(
      Crm crm,
      Source spec,
      Sandbox account,
      @Nullable String baseUrl,
      String contactId,
      Path project) {
    return new DriftCheck(
        "live",
        crm,
        spec.name(),
        (baseUrl == null ? "the live API" : baseUrl) + " through Prism",
        () -> PrismDrift.report(crm, spec, account, baseUrl, contactId, project));
  }

  /**
   * Compares a specification with recorded exchanges.
   *
   * @param recording a HAR file, or lines of JSON
   * @param baseline an earlier recording, of which the presence of each field is compared; or null
   */
  public static DriftCheck traffic(
      Crm crm, Source spec, Source recording, @Nullable Source baseline) {
    return new DriftCheck(
        "traffic",
        crm,
        spec.name(),
        recording.name(),
        () ->
            TrafficDrift.report(
                crm,
                SpecReader.read(crm, spec),
                recording.name(),
                recording.text(),
                baseline == null ? null : baseline.name(),
                baseline == null ? null : baseline.text()));
  }

  Check check() {
    return check;
  }

  /**
   * Makes the comparison by itself.
   *
   * @throws CannotCheckException if that cannot be done, or if nothing was compared and no drift
   *     was found
   */
  public DriftReport run() {
    return check.run();
  }
}
