package io.contactbridge.drift;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One cause of drift, and its consequence.
 *
 * @param rule the {@linkplain DriftRule rule} by which the level was decided
 * @param sentence what changed, with before and after, for people
 * @param consequence what it means for the users of the facade, for people
 * @param fields the normalised fields concerned
 * @param code the generated classes and the contract tests concerned, such as {@code
 *     io.contactbridge.client.linq.model.ContactInput}
 * @param fingerprint the same for the same drift in every run: a hash of CRM, kind, aspect and
 *     places, and of the values only where they tell two drifts apart
 */
public record Drift(
    Crm crm,
    Change change,
    Level level,
    String rule,
    String sentence,
    String consequence,
    Set<ContactField> fields,
    List<String> code,
    String fingerprint) {
  /** Returns the kind of change in words that go with a dash, such as {@code type-changed}. */
  public String kind() {
    return change.aspect() == null ? word(change.kind()) : word(change.aspect()) + "-changed";
  }

  /** Returns where the thing was, such as {@code $.contact.email in the request}. */
  public Optional<String> before() {
    return Optional.ofNullable(change.before()).map(SpecLocation::toString);
  }

  /** Returns where the thing is. */
  public Optional<String> after() {
    return Optional.ofNullable(change.after()).map(SpecLocation::toString);
  }

  /** Returns the further places that changed for the same cause. */
  public List<String> also() {
    return change.also().stream().map(SpecLocation::toString).toList();
  }

  /** Returns the value before, as text. */
  public Optional<String> oldValue() {
    return text(change.oldValue());
  }

  /** Returns the value after, as text. */
  public Optional<String> newValue() {
    return text(change.newValue());
  }

  /** Returns where the thing is, or was if it is gone. */
  public String place() {
    return after().or(this::before).orElse("the operation");
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value)
        .map(
            v ->
                v instanceof List<?> list
                    ? String.join(", ", list.stream().map(String::valueOf).toList())
                    : v.toString());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
