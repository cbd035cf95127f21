package io.contactbridge.drift.internal.impact;

import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words what changed, with before and after; names and values stand in backticks. */
final class Sentences {
  private final Facts before;
  private final Facts after;

  Sentences(Facts before, Facts after) {
    this.before = before;
    this.after = after;
  }

  /** Returns a sentence on the change, and one on the further places if there are any. */
  String of(Change change) {
    String sentence = sentence(change);
    String also =
        change.also().isEmpty()
            ? ""
            : " The same holds for " + LocationWords.others(main(change), change.also()) + ".";
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + also;
  }

  private String sentence(Change change) {
    return switch (change.kind()) {
      case ADDED -> added(place(change.after()));
      case REMOVED -> LocationWords.of(place(change.before())) + " is gone.";
      case RENAMED -> renamed(place(change.before()), place(change.after()));
      case MOVED -> moved(place(change.before()), place(change.after()));
      case CHANGED -> AspectWords.of(change);
    };
  }

  private String added(SpecLocation place) {
    boolean required = after.is(place, Aspect.REQUIRED);
    String words = LocationWords.of(place);
    if (place.part().isAnswer() || place.part() == Part.SERVER || place.part() == Part.OPERATION) {
      return words + " is new.";
    }
    return words + (required ? " is new, and required." : " is new, and optional.");
  }

  private String renamed(SpecLocation place, SpecLocation now) {
    if (place.part() == Part.SERVER) {
      return "the server `%s` is now `%s`.".formatted(url(before, place), url(after, now));
    }
    boolean named = place.part() != Part.ANSWER;
    return "%s is now %s%s."
        .formatted(LocationWords.of(place), named ? "called " : "", LocationWords.name(now));
  }

  private static Object url(Facts facts, SpecLocation server) {
    return Objects.requireNonNullElse(facts.get(server, Aspect.URL), server.path());
  }

  private static String moved(SpecLocation place, SpecLocation now) {
    String words = LocationWords.of(place);
    if (place.part() != now.part()) {
      return "%s is now %s.".formatted(words, LocationWords.of(now));
    }
    if (place.isWithin(now)) {
      return "what was in %s now stands directly in `%s`.".formatted(words, now.path());
    }
    if (now.isWithin(place)) {
      return "what was in %s now stands in `%s`.".formatted(words, now.path());
    }
    return "%s has moved to `%s`.".formatted(words, now.path());
  }

  private static SpecLocation main(Change change) {
    return place(change.before() == null ? change.after() : change.before());
  }

  private static SpecLocation place(@Nullable SpecLocation place) {
    return Objects.requireNonNull(place);
  }
}
