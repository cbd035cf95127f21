package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.Numbers;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts into a specification how the values of one place were seen, where it says otherwise. */
public final class ValueRevision {
  private static final Set<String> TEXTUAL = Set.of("uuid", "email", "uri");
  private static final Map<String, ValueForm> DATES =
      Map.of("date-time", ValueForm.DATE_TIME, "date", ValueForm.DATE);

  private final FactsRevision revision;
  private final SpecLocation place;
  private final Sighting seen;

  ValueRevision(FactsRevision revision, SpecLocation place, Sighting seen) {
    this.revision = revision;
    this.place = place;
    this.seen = seen;
  }

  /** Returns whether the values are of the specified type, so that what is in them counts. */
  boolean revise() {
    if (seen.nulls() > 0
        && !revision.is(place, Aspect.NULLABLE)
        && revision.get(place, Aspect.TYPE) != null) {
      revision.set(place, Aspect.NULLABLE, true);
    }
    if (seen.type().isEmpty()) {
      return false;
    }
    if (!isOfType(revision.text(place, Aspect.TYPE), seen.type())) {
      retype();
      return false;
    }
    enumeration();
    format();
    if (!seen.isOfPattern()) {
      revision.set(place, Aspect.PATTERN, null);
    }
    limit(seen.lengths(), Aspect.MIN_LENGTH, Aspect.MAX_LENGTH);
    limit(seen.sizes(), Aspect.MIN_ITEMS, Aspect.MAX_ITEMS);
    return true;
  }

  public static boolean isOfType(@Nullable String specified, String seen) {
    if (specified == null) {
      return true;
    }
    Set<String> types = new HashSet<>(Arrays.asList(specified.split("\\|")));
    if (types.contains("number")) {
      types.add("integer");
    }
    return types.containsAll(Arrays.asList(seen.split("\\|")));
  }

  /** Records the new type, and removes the facts that only held for the former one. */
  private void retype() {
    revision.set(place, Aspect.TYPE, seen.type());
    for (Aspect aspect : List.of(Aspect.FORMAT, Aspect.PATTERN, Aspect.ENUM)) {
      revision.set(place, aspect, null);
    }
    for (SpecLocation child : SpecLocations.within(revision.spec(), place)) {
      if (SpecLocations.isChild(child, place)) {
        revision.remove(child);
      }
    }
  }

  private void enumeration() {
    if (revision.get(place, Aspect.ENUM) == null) {
      return;
    }
    if (seen.hasUnspeakable()) {
      revision.set(place, Aspect.ENUM, null);
      return;
    }
    TreeSet<String> values = new TreeSet<>(revision.list(place, Aspect.ENUM));
    TreeSet<String> unknown = new TreeSet<>(seen.words());
    unknown.removeAll(values);
    if (!unknown.isEmpty()) {
      values.removeIf(value -> !seen.words().contains(value) && isRecased(value, unknown));
      values.addAll(unknown);
      revision.set(place, Aspect.ENUM, List.copyOf(values));
    }
  }

  private static boolean isRecased(String value, Set<String> unknown) {
    String plain = plain(value);
    return unknown.stream().anyMatch(other -> plain(other).equals(plain));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private void format() {
    String specified = revision.text(place, Aspect.FORMAT);
    ValueForm expected = specified == null ? null : DATES.get(specified);
    if (expected != null) {
      other(expected).ifPresent(form -> revision.set(place, Aspect.FORMAT, form.format()));
    } else if (specified != null && TEXTUAL.contains(specified)) {
      seen.texts().keySet().stream()
          .filter(form -> !form.format().equals(specified))
          .findFirst()
          .ifPresent(form -> revision.set(place, Aspect.FORMAT, form.format()));
    } else if ("int32".equals(specified) && seen.isBeyondInt32()) {
      revision.set(place, Aspect.FORMAT, "int64");
    } else {
      exampleForm();
    }
  }

  private Optional<ValueForm> other(ValueForm expected) {
    return seen.texts().keySet().stream().filter(form -> form != expected).findFirst();
  }

  /** Compares with the form of the examples, where the specification gives no format. */
  private void exampleForm() {
    ValueForm example = exampleForm(revision.list(place, Aspect.EXAMPLES));
    ValueForm found = seen.text() == null ? seen.number() : seen.text();
    if (example == null || found == null || example == found) {
      return;
    }
    boolean unit = example.isEpoch() && found.isEpoch();
    boolean identifier =
        isIdentifier()
            && seen.text() != null
            && example.isIdentifier()
            && found.isIdentifier()
            && !(example.isEpoch() || found.isEpoch());
    if (unit || identifier) {
      revision.set(place, Aspect.FORMAT, found.format());
    }
  }

  private boolean isIdentifier() {
    return place.name().matches("(?i)id|.*(_id|[a-z]Id|ID)");
  }

  static @Nullable ValueForm exampleForm(List<String> examples) {
    Set<ValueForm> forms = new HashSet<>();
    for (String json : examples) {
      BigDecimal number = Numbers.parse(json);
      forms.add(
          number != null ? ValueForm.of(number) : ValueForm.of(json.replaceAll("^\"|\"$", "")));
    }
    return forms.size() == 1 ? forms.iterator().next() : null;
  }

  private void limit(List<Integer> sizes, Aspect least, Aspect most) {
    if (sizes.isEmpty()) {
      return;
    }
    BigDecimal shortest = BigDecimal.valueOf(Collections.min(sizes));
    BigDecimal longest = BigDecimal.valueOf(Collections.max(sizes));
    BigDecimal lower = revision.number(place, least);
    BigDecimal upper = revision.number(place, most);
    if (lower != null && lower.compareTo(shortest) > 0) {
      revision.set(place, least, shortest);
    }
    if (upper != null && upper.compareTo(longest) < 0) {
      revision.set(place, most, longest);
    }
  }
}
