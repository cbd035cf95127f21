package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Observed behaviour of a CRM, from calls or from the published source code of its server.
 * Immutable.
 */
public final class Observed implements Serializable {
  private static final long serialVersionUID = 1;

  /** The effect on an update. */
  public enum Effect {
    /** It works, although the vendor does not document it or says otherwise. */
    ACCEPTED,
    /** The CRM answers as if it had made the change, but has not made it. */
    IGNORED,
    /** The CRM refuses the request or fails, and changes nothing. */
    REFUSED,
    /** The contact loses data that the update does not mention. */
    DESTRUCTIVE,
    /** A value has another format or location than documented. */
    DIFFERENT_FORM
  }

  private final Effect effect;
  private final String words;
  private final Citation citation;
  private final boolean contradictsPage;
  private final @Nullable String instead;
  private final @Nullable YearMonth until;

  private Observed(
      Effect effect,
      String words,
      Citation citation,
      boolean contradictsPage,
      @Nullable String instead,
      @Nullable YearMonth until) {
    this.effect = requireNonNull(effect, "effect");
    this.words = requireNonNull(words, "words");
    this.citation = requireNonNull(citation, "citation");
    this.contradictsPage = contradictsPage;
    this.instead = instead;
    this.until = until;
  }

  /**
   * Returns an observation.
   *
   * @param words a description in one or more sentences
   */
  public static Observed of(Effect effect, String words, Citation citation) {
    return new Observed(effect, words, citation, false, null, null);
  }

  /** Returns this observation as one that contradicts the vendor's page. */
  public Observed contradictingPage() {
    return new Observed(effect, words, citation, true, instead, until);
  }

  /** Returns this observation with the name under which the answer has the value instead. */
  public Observed instead(String name) {
    return new Observed(effect, words, citation, contradictsPage, name, until);
  }

  /**
   * Returns this observation as one that was last made in a month.
   *
   * @param month in the form {@code 2025-11}
   */
  public Observed until(String month) {
    return new Observed(effect, words, citation, contradictsPage, instead, YearMonth.parse(month));
  }

  public Effect effect() {
    return effect;
  }

  /** Returns a description in plain words that ends with a full stop. */
  public String words() {
    return words;
  }

  /** Returns the report or the source code, which a reader can open. */
  public Citation citation() {
    return citation;
  }

  public boolean contradictsPage() {
    return contradictsPage;
  }

  /**
   * Returns the property that has the value in the answer instead of the documented one; both
   * belong to the same object.
   */
  public Optional<String> instead() {
    return Optional.ofNullable(instead);
  }

  /** Returns the month until which this was the case, or empty if it may still be the case. */
  public Optional<YearMonth> until() {
    return Optional.ofNullable(until);
  }

  @Override
  public String toString() {
    return effect + ": " + words;
  }
}
