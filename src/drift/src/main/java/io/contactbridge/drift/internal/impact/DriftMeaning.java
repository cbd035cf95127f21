package io.contactbridge.drift.internal.impact;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.compare.UnitWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what changes mean for the users of the facade. */
public final class DriftMeaning {
  private static final Set<Aspect> WORDS = EnumSet.of(Aspect.DESCRIPTION, Aspect.EXAMPLES);

  /** The order of reports: by level, then by place. */
  public static final Comparator<Drift> WORST_FIRST =
      Comparator.comparing(Drift::level).reversed().thenComparing(drift -> place(drift.change()));

  private static final int NAMES = 4;

  private final Crm crm;
  private final Facts before;
  private final FacadeUse facade;
  private final ImpactRules effects;
  private final Sentences sentences;
  private final GeneratedCode code;

  private DriftMeaning(Crm crm, Facts before, Facts after) {
    this.crm = crm;
    this.before = before;
    facade = new FacadeUse(crm);
    effects = new ImpactRules(facade, before, after);
    sentences = new Sentences(before, after);
    code = new GeneratedCode(crm, before);
  }

  /**
   * Returns a drift for each change but those that only follow from another one, such as the
   * example of what has another type now; the worst first, then in the order of their places.
   *
   * @param before our specification
   */
  public static List<Drift> of(Crm crm, Facts before, Facts after, List<Change> changes) {
    DriftMeaning meaning = new DriftMeaning(crm, before, after);
    return changes.stream()
        .filter(change -> !meaning.followsFromAnother(change, changes))
        .map(meaning::drift)
        .sorted(WORST_FIRST)
        .toList();
  }

  private boolean followsFromAnother(Change change, List<Change> changes) {
    if (change.aspect() == Aspect.EXAMPLES) {
      return changes.stream()
          .filter(other -> !other.equals(change))
          .anyMatch(other -> places(other).anyMatch(place -> isWithinAny(place, change)));
    }
    return change.aspect() == Aspect.DESCRIPTION
        && !UnitWords.differ(change.oldValue(), change.newValue())
        && changes.stream()
            .filter(other -> other.aspect() == null || !WORDS.contains(other.aspect()))
            .anyMatch(
                other -> places(other).anyMatch(place -> places(change).anyMatch(place::equals)));
  }

  private static boolean isWithinAny(SpecLocation place, Change change) {
    return places(change).anyMatch(place::isWithin);
  }

  private Drift drift(Change change) {
    SpecLocation main = place(change);
    SpecLocation worst =
        own(change)
            .max(Comparator.comparing(place -> effects.of(change, place).level()))
            .filter(place -> level(change, place).compareTo(level(change, main)) > 0)
            .orElse(main);
    ImpactRules.Applied found = effects.of(change, worst);
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    own(change).forEach(place -> fields.addAll(fields(change, place)));
    return new Drift(
        crm,
        change,
        found.level(),
        found.effect().id(),
        sentences.of(change),
        words(change, worst, found, fields),
        Collections.unmodifiableSet(fields),
        code.of(own(change).toList()),
        Fingerprint.of(crm, change, before));
  }

  private Level level(Change change, SpecLocation place) {
    return effects.of(change, place).level();
  }

  private Set<ContactField> fields(Change change, SpecLocation place) {
    if (change.kind() == Kind.ADDED) {
      return Set.of();
    }
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    if (change.aspect() == Aspect.AT_LEAST_ONE_OF) {
      effects.fewerChoices(change, place).forEach(each -> fields.addAll(facade.fields(each)));
    } else if (change.aspect() == Aspect.CLOSED && facade.holdsCustomFields(place)) {
      fields.add(ContactField.CUSTOM_FIELDS);
    } else {
      fields.addAll(facade.fields(place));
      SpecLocation now = otherPlace(change);
      fields.addAll(now == null ? Set.of() : facade.fields(now));
    }
    return fields;
  }

  private String words(
      Change change, SpecLocation place, ImpactRules.Applied found, Set<ContactField> fields) {
    SpecLocation now = change.after() == null ? place : change.after();
    String status = now.status().isEmpty() ? place.status() : now.status();
    return found
        .effect()
        .words(found.used())
        .replace("{fields}", names(fields))
        .replace("{formerly}", outcome(place.status()))
        .replace("{outcome}", outcome(status))
        .replace("{crm}", crm.toString());
  }

  private String outcome(String status) {
    return status.isEmpty() ? "" : facade.outcome(status);
  }

  private static String names(Set<ContactField> fields) {
    List<String> names = new ArrayList<>(fields.stream().map(ContactField::name).toList());
    if (names.isEmpty()) {
      return "the contact's id";
    }
    if (names.size() > NAMES) {
      int more = names.size() - NAMES + 1;
      names = new ArrayList<>(names.subList(0, NAMES - 1));
      names.add(more + " other fields");
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /** Returns the places by which the facade knows the thing: the former ones, if there are any. */
  private static Stream<SpecLocation> own(Change change) {
    return Stream.concat(Stream.of(place(change)), change.also().stream());
  }

  private static Stream<SpecLocation> places(Change change) {
    return Stream.concat(
        Stream.of(change.before(), change.after())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull),
        change.also().stream());
  }

  /** Returns where a thing is now that was elsewhere; null if that is around where it was. */
  static @Nullable SpecLocation otherPlace(Change change) {
    SpecLocation was = change.before();
    SpecLocation now = change.after();
    return was == null || now == null || change.aspect() != null || was.isWithin(now) ? null : now;
  }

  private static SpecLocation place(Change change) {
    SpecLocation place = change.before() == null ? change.after() : change.before();
    return Objects.requireNonNull(place);
  }
}
