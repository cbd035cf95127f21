package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.LocationTree;
import io.contactbridge.drift.internal.facts.NameSimilarity;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How likely it is that a thing which is gone and one which is new are the same thing.
 *
 * <p>Each kind of evidence counts for itself; together they count for more than the best of them.
 * Another type speaks against all of them.
 */
final class Similarity {
  /** The similarity from which two things count as the same. */
  static final double ENOUGH = 0.55;

  private static final double NAME = 0.8;
  private static final double COMMON_NAME_ELSEWHERE = 0.3;
  private static final double NAME_ELSEWHERE = 0.6;
  private static final double EXAMPLES = 0.6;
  private static final double DESCRIPTION = 0.7;
  private static final double CHILDREN = 0.8;
  private static final double VALUES = 0.6;
  private static final double SCHEME = 0.7;
  private static final double SIMILAR = 0.5;
  private static final double SAME_CLASS = 0.3;
  private static final double OTHER_TYPE = 0.75;
  private static final double OTHER_SHAPE = 0.3;

  /** Names that stand in so many places that the same name proves little. */
  private static final Set<String> COMMON_NAMES =
      Set.of("id", "name", "type", "status", "code", "message", "value", "key", "data", "error");

  /** Examples that say nothing of what they are examples of. */
  private static final Set<String> POOR_EXAMPLES =
      Set.of("true", "false", "null", "{}", "[]", "0", "1", "\"\"", "\"string\"");

  /** Words that descriptions have in common whatever they describe. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "in", "is", "it", "of", "on", "or", "s",
          "that", "the", "this", "to", "which", "with");

  private final Facts before;
  private final Facts after;
  private final LocationTree old;
  private final LocationTree present;

  Similarity(Facts before, Facts after, LocationTree old, LocationTree present) {
    this.before = before;
    this.after = after;
    this.old = old;
    this.present = present;
  }

  /** Returns from 0 to 1 how likely a thing has got another name in the same place. */
  double renamed(SpecLocation gone, SpecLocation added) {
    if (gone.part() == Part.ANSWER) {
      return answer(gone, added);
    }
    if (gone.part() == Part.SERVER) {
      return Math.max(ENOUGH, NameSimilarity.likeness(gone.path(), added.path()));
    }
    if (old.name(gone).isEmpty() || present.name(added).isEmpty()) {
      return 0;
    }
    double name = NAME * NameSimilarity.likeness(old.name(gone), present.name(added));
    double likeness = together(gone, added, name);
    // Something has to show who calls, so what is new does what the other did.
    return gone.part() == Part.CREDENTIALS ? Math.max(ENOUGH, likeness) : likeness;
  }

  /** Returns from 0 to 1 how likely a thing of the same name stands elsewhere now. */
  double moved(SpecLocation gone, SpecLocation added) {
    String name = old.name(gone);
    if (name.isEmpty() || !NameSimilarity.sameButSpelling(name, present.name(added))) {
      return 0;
    }
    boolean common = COMMON_NAMES.contains(name.toLowerCase(Locale.ROOT));
    return together(gone, added, common ? COMMON_NAME_ELSEWHERE : NAME_ELSEWHERE);
  }

  /** Returns which part of the smaller list of places has its like in the other. */
  double overlap(List<SpecLocation> gone, List<SpecLocation> added) {
    Set<String> names = bareNames(gone, old);
    Set<String> others = bareNames(added, present);
    double smaller = Math.min(names.size(), others.size());
    names.retainAll(others);
    return smaller == 0 ? 0 : names.size() / smaller;
  }

  private double together(SpecLocation gone, SpecLocation added, double name) {
    double against = 1 - name;
    against *= 1 - EXAMPLES * examples(gone, added);
    against *= 1 - DESCRIPTION * descriptions(gone, added);
    against *= 1 - CHILDREN * overlapOfAll(old.children(gone), present.children(added));
    against *= 1 - VALUES * same(gone, added, Aspect.ENUM);
    against *= 1 - SCHEME * same(gone, added, Aspect.SCHEME);
    return (1 - against) * types(gone, added);
  }

  /** The statuses of success are one thing; refusals are told apart by their words. */
  private double answer(SpecLocation gone, SpecLocation added) {
    boolean sameClass = gone.status().charAt(0) == added.status().charAt(0);
    if (gone.status().startsWith("2") || added.status().startsWith("2")) {
      return sameClass ? 1 : 0;
    }
    SpecLocation body = SpecLocation.answerBody(gone.status(), "$");
    SpecLocation otherBody = SpecLocation.answerBody(added.status(), "$");
    double against = sameClass ? 1 - SAME_CLASS : 1;
    against *= 1 - DESCRIPTION * descriptions(gone, added);
    against *= 1 - EXAMPLES * examples(body, otherBody);
    return 1 - against;
  }

  private double types(SpecLocation gone, SpecLocation added) {
    Set<String> these = before.types(gone);
    Set<String> those = after.types(added);
    if (these.isEmpty() || those.isEmpty() || these.equals(those)) {
      return 1;
    }
    return JsonTypes.sameShape(these, those) ? OTHER_TYPE : OTHER_SHAPE;
  }

  private double examples(SpecLocation gone, SpecLocation added) {
    Set<String> these = new HashSet<>(before.list(gone, Aspect.EXAMPLES));
    these.removeAll(POOR_EXAMPLES);
    these.retainAll(after.list(added, Aspect.EXAMPLES));
    return these.isEmpty() ? 0 : 1;
  }

  private double descriptions(SpecLocation gone, SpecLocation added) {
    Set<String> these = words(before.text(gone, Aspect.DESCRIPTION));
    Set<String> those = words(after.text(added, Aspect.DESCRIPTION));
    double all = Math.max(these.size(), those.size());
    these.retainAll(those);
    double shared = all == 0 ? 0 : these.size() / all;
    return shared < SIMILAR ? 0 : shared;
  }

  private double overlapOfAll(List<SpecLocation> gone, List<SpecLocation> added) {
    double larger = Math.max(gone.size(), added.size());
    Set<String> names = bareNames(gone, old);
    names.retainAll(bareNames(added, present));
    return larger == 0 ? 0 : names.size() / larger;
  }

  private double same(SpecLocation gone, SpecLocation added, Aspect aspect) {
    Object value = before.get(gone, aspect);
    return value != null && Objects.equals(value, after.get(added, aspect)) ? 1 : 0;
  }

  private static Set<String> bareNames(List<SpecLocation> places, LocationTree outline) {
    Set<String> names = new HashSet<>();
    for (SpecLocation place : places) {
      if (!outline.name(place).isEmpty()) {
        names.add(String.join("", NameSimilarity.words(outline.name(place))));
      }
    }
    return names;
  }

  private static Set<String> words(@Nullable String description) {
    Set<String> words = new HashSet<>();
    if (description != null) {
      words.addAll(NameSimilarity.words(description));
      words.removeAll(SMALL_WORDS);
    }
    return words;
  }
}
