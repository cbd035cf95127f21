package io.contactbridge.internal.mapping;

import io.contactbridge.client.Claim;
import io.contactbridge.client.Claims;
import io.contactbridge.client.Evidence;
import io.contactbridge.client.Observed;
import io.contactbridge.client.Observed.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the specification knows of a field, and how.
 *
 * @param written of its property in the request, or null if it is only read
 * @param read of its property in the answer, or null if it is only written
 * @param known replaces the claim that it can be set, where no property has it, or null
 * @param further what was observed of a part of its value
 * @param concerns of which values what was observed holds; a cleared field has none
 */
record Knowledge(
    @Nullable Claims written,
    @Nullable Claims read,
    @Nullable Claim known,
    List<Observed> further,
    Predicate<@Nullable Object> concerns) {
  /** What a caller should know before sending; the rest is of interest where it is read. */
  private static final Set<Effect> WARNED =
      Set.of(Effect.IGNORED, Effect.REFUSED, Effect.DESTRUCTIVE);

  static final Knowledge PAGE = new Knowledge(null, null, null, List.of(), value -> true);

  Knowledge with(@Nullable Claims in, @Nullable Claims out) {
    return new Knowledge(in, out, known, further, concerns);
  }

  Knowledge with(Claim claim) {
    return new Knowledge(written, read, claim, further, concerns);
  }

  Knowledge with(List<Observed> observed) {
    return new Knowledge(written, read, known, observed, concerns);
  }

  Knowledge with(Predicate<@Nullable Object> values) {
    return new Knowledge(written, read, known, further, values);
  }

  Claim setting() {
    return known != null ? known : claim(written);
  }

  /** Returns the claim that null empties the field, or null if there is none. */
  @Nullable Claim clearing() {
    return written == null ? null : written.clear().orElse(null);
  }

  Claim reading() {
    return claim(read);
  }

  private static Claim claim(@Nullable Claims claims) {
    return claims == null ? Claim.of(Evidence.PAGE) : claims.known();
  }

  /** Returns all that was observed of the field, in the request first. */
  List<Observed> observed() {
    return Stream.of(all(written), further.stream(), all(read)).flatMap(each -> each).toList();
  }

  /** Returns what a caller should know before the field is sent. */
  List<Observed> warnings() {
    List<Observed> observed = written == null ? List.of() : written.observed();
    if (observed.isEmpty() && further.isEmpty()) {
      return List.of();
    }
    List<Observed> warnings = new ArrayList<>();
    addWarnings(observed, warnings);
    addWarnings(further, warnings);
    return warnings;
  }

  private static void addWarnings(List<Observed> all, List<Observed> warnings) {
    for (Observed observed : all) {
      if (WARNED.contains(observed.effect())) {
        warnings.add(observed);
      }
    }
  }

  /** Returns what a caller should know before {@code value} is sent, or null clears the field. */
  List<Observed> warnings(@Nullable Object value) {
    return concerns.test(value) ? warnings() : List.of();
  }

  private static Stream<Observed> all(@Nullable Claims claims) {
    return claims == null ? Stream.empty() : claims.observed().stream();
  }

  /** Returns an observation as a clause, without the full stop of its last sentence. */
  static String words(Observed observed) {
    String words = observed.words();
    String when = observed.until().map(month -> " (until " + month + ")").orElse("");
    return (words.endsWith(".") ? words.substring(0, words.length() - 1) : words) + when;
  }
}
