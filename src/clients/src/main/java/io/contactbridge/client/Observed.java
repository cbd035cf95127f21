package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw a CRM do, calling it or reading the published source of its server. Immutable.
 */
public final class Observed implements Serializable {
  private static final long serialVersionUID = 1;

  /** What comes of it for an update. */
  public enum Effect {
    /** It works, although the vendor does not document it or says otherwise. */
    ACCEPTED,
    /** The CRM answers as if it had made the change, and has not. */
    IGNORED,
    /** The CRM refuses the request or fails, and changes nothing. */
    REFUSED,
    /** The contact loses data that the update does not mention. */
    DESTRUCTIVE,
    /** A value has another form than is documented, or stands in another place. */
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
   * @param words what was seen, in one sentence or more
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

  /** Returns what was seen, in plain words that end with a full stop. */
  public String words() {
    return words;
  }

  /** Returns where a reader can open the report or the source. */
  public Citation citation() {
    return citation;
  }

  public boolean contradictsPage() {
    return contradictsPage;
  }

  /**
   * Returns the name under which the answer has the value in place of the documented one, beside
   * which it would stand.
   */
  public Optional<String> instead() {
    return Optional.ofNullable(instead);
  }

  /** Returns the month since which it is no longer so, or empty if it may still be so. */
  public Optional<YearMonth> until() {
    return Optional.ofNullable(until);
  }

  @Override
  public String toString() {
    return effect + ": " + words;
  }
}
