package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a specification about a property, with its evidence. Immutable. */
public final class Claim implements Serializable {
  private static final long serialVersionUID = 1;

  static final Claim PAGE = new Claim(Evidence.PAGE, null);

  private final Evidence evidence;
  private final @Nullable Citation citation;

  private Claim(Evidence evidence, @Nullable Citation citation) {
    this.evidence = requireNonNull(evidence, "evidence");
    this.citation = citation;
  }

  public static Claim of(Evidence evidence) {
    return new Claim(evidence, null);
  }

  public static Claim of(Evidence evidence, Citation citation) {
    return new Claim(evidence, requireNonNull(citation, "citation"));
  }

  public Evidence evidence() {
    return evidence;
  }

  /**
   * Returns the source. It is empty for {@link Evidence#PAGE}, where the source is the vendor's
   * page about the operation, and may be empty for {@link Evidence#ASSUMED}.
   */
  public Optional<Citation> citation() {
    return Optional.ofNullable(citation);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Claim that
        && evidence == that.evidence
        && citation().equals(that.citation());
  }

  @Override
  public int hashCode() {
    return 31 * evidence.hashCode() + citation().hashCode();
  }

  @Override
  public String toString() {
    return citation == null ? evidence.name() : evidence + ": " + citation;
  }
}
