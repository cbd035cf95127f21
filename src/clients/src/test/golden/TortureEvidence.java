package io.contactbridge.client.torture;

import io.contactbridge.client.Citation;
import io.contactbridge.client.Claim;
import io.contactbridge.client.Claims;
import io.contactbridge.client.Evidence;
import io.contactbridge.client.Observed;
import io.contactbridge.client.Property;
import io.contactbridge.client.torture.model.Thing;
import org.jspecify.annotations.NullMarked;

/**
 * How the specification of Torture API knows what it claims of each property. What is not listed is
 * on the vendor's page about the operation.
 */
@NullMarked
public final class TortureEvidence {
  public static final Citation THING_DOCS =
      Citation.url("https://example.com/docs/things", "2026-01-31");

  public static final Citation SERVER_SOURCE =
      Citation.file("example/things", "src/things controller.js", "2026-02-01");

  public static final Citation BUG_REPORT = Citation.issue("example/things#12", "2026-02-02");

  private static final Claims.Table CLAIMS =
      Claims.Table.builder()
          .known(Thing.NAME, Claim.of(Evidence.VENDOR, THING_DOCS))
          .clear(Thing.NAME, Claim.of(Evidence.ASSUMED))
          .replace(Thing.NAME, Claim.of(Evidence.OBSERVED, SERVER_SOURCE))
          .keep(Thing.NAME, Claim.of(Evidence.CONTRADICTORY, THING_DOCS))
          .observed(
              Thing.NAME,
              Observed.of(
                      Observed.Effect.IGNORED,
                      "The server reads `title` in its place and ignores this name without a word,"
                          + " which is a sentence longer than a line.",
                      SERVER_SOURCE)
                  .contradictingPage()
                  .instead("title"))
          .observed(
              Thing.NAME,
              Observed.of(Observed.Effect.DIFFERENT_FORM, "It is upper case.", BUG_REPORT)
                  .until("2025-11"))
          .clear(Thing.NULLABLE_PART, Claim.of(Evidence.VENDOR, THING_DOCS))
          .additional(Thing.NULLABLE_PART, Claim.of(Evidence.ASSUMED))
          .build();

  /** That an update leaves the properties alone which it does not have. */
  public static final Claim KEEP = Claim.of(Evidence.ASSUMED);

  private TortureEvidence() {}

  /** Returns what is claimed of a property of this client's models, and how it is known. */
  public static Claims of(Property<?> property) {
    return CLAIMS.of(property);
  }
}
