package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import io.contactbridge.drift.RefusalRule.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes of an API that explain why it refused a request that its specification allows,
 * and puts them into the specification.
 */
final class Diagnosis {
  private static final String WORD = "-?[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "string"),
          Map.entry("numeric", "number"),
          Map.entry("int", "integer"),
          Map.entry("whole number", "integer"),
          Map.entry("bool", "boolean"),
          Map.entry("list", "array"));
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("e-mail", "email"),
          Map.entry("url", "uri"),
          Map.entry("timestamp", "date-time"),
          Map.entry("datetime", "date-time"),
          Map.entry("ip address", "ipv4"),
          Map.entry("phone number", "phone"));

  private final FactsRevision revision;
  private final @Nullable Object request;
  private final Set<Place> broken;
  private final List<Remedy> remedies = new ArrayList<>();
  private boolean explained;

  private Diagnosis(FactsRevision revision, @Nullable Object request, Set<Place> broken) {
    this.revision = revision;
    this.request = request;
    this.broken = broken;
  }

  /**
   * Puts into a revision what a refusal says has changed.
   *
   * @param request the body that was refused
   */
  static Diagnosis of(FactsRevision revision, @Nullable Object request, Exchange refusal) {
    return ofBroken(revision, request, refusal, Set.of());
  }

  /**
   * Does the same for a request that the specification does not allow.
   *
   * @param broken where it does not, of which a refusal says nothing new but which values are
   *     listed
   */
  static Diagnosis ofBroken(
      FactsRevision revision, @Nullable Object request, Exchange refusal, Set<Place> broken) {
    Diagnosis diagnosis = new Diagnosis(revision, request, broken);
    for (String sentence : RefusalWords.of(refusal)) {
      diagnosis.sentence(sentence);
    }
    return diagnosis;
  }

  /** Returns whether a change was found. */
  boolean explains() {
    return explained;
  }

  /** Returns what would make the request acceptable, if the vendor's words are true. */
  List<Remedy> remedies() {
    return remedies;
  }

  private void sentence(String sentence) {
    Match choice = RefusalRule.match(sentence);
    if (choice != null && choice.rule() == RefusalRule.AT_LEAST_ONE) {
      atLeastOne(choice.value());
      return;
    }
    RefusedPlace subject = RefusedPlace.of(revision.spec(), sentence);
    Match match = subject == null ? null : RefusalRule.match(subject.predicate());
    if (subject == null || match == null) {
      return;
    }
    for (Place place : subject.places()) {
      if (subject.known()) {
        known(place, match);
      } else if (match.rule() == RefusalRule.REQUIRED) {
        required(place);
      } else if (match.rule() == RefusalRule.UNKNOWN && revision.has(place)) {
        outside(place);
      }
    }
  }

  /** A property that was given where it does not belong is asked for in the body itself. */
  private void outside(Place place) {
    Place root = Place.requestBody(Places.ROOT + "." + place.name());
    if (!root.equals(place)) {
      revision.rename(place, root);
      remedies.add(Remedy.leaveOut(place));
      remedies.add(Remedy.give(root));
      explained = true;
    }
  }

  private void required(Place place) {
    if (revision.spec().has(place)) {
      change(place, Aspect.REQUIRED, true, Remedy.give(place));
    } else if (!revision.has(place)) {
      revision.add(place);
      change(place, Aspect.REQUIRED, true, Remedy.give(place));
      Place at = Places.parent(place);
      // A name that was refused in the same breath is what this one was called before.
      if (place.part() == Part.REQUEST_BODY) {
        revision.set(place, Aspect.TYPE, typeOfRemoved(at));
      }
    }
  }

  private @Nullable Object typeOfRemoved(Place object) {
    return Places.children(revision.spec(), object).stream()
        .filter(place -> !revision.has(place))
        .map(place -> revision.spec().get(place, Aspect.TYPE))
        .findFirst()
        .orElse(null);
  }

  private void known(Place place, Match match) {
    boolean listed = match.rule() == RefusalRule.ENUM && !match.value().isEmpty();
    if (!revision.has(place) || (broken.contains(place) && !listed)) {
      return;
    }
    switch (match.rule()) {
      case UNKNOWN -> gone(place, null);
      case RENAMED -> gone(place, match.value());
      case NOT_NULL -> {
        if (Boolean.TRUE.equals(revision.get(place, Aspect.NULLABLE))) {
          change(place, Aspect.NULLABLE, null, Remedy.leaveOut(place));
        }
      }
      case REQUIRED -> {
        if (isSent(place)) {
          change(place, Aspect.NULLABLE, null, Remedy.leaveOut(place));
        } else if (!Boolean.TRUE.equals(revision.get(place, Aspect.REQUIRED))) {
          required(place);
        }
      }
      case ENUM -> enumeration(place, match.value());
      case MOST -> limit(place, match.value(), Aspect.MAX_LENGTH, Aspect.MAX_ITEMS, Aspect.MAXIMUM);
      case LEAST ->
          limit(place, match.value(), Aspect.MIN_LENGTH, Aspect.MIN_ITEMS, Aspect.MINIMUM);
      case PATTERN ->
          change(place, Aspect.PATTERN, said(match.value(), "another"), Remedy.leaveOut(place));
      case FORMAT -> format(place, match.value().toLowerCase(Locale.ROOT));
      case TYPE -> type(place, match.value().toLowerCase(Locale.ROOT));
      case INVALID -> format(place, "");
      case AT_LEAST_ONE -> atLeastOne(match.value());
    }
  }

  private boolean isSent(Place place) {
    return place.part() == Part.REQUEST_BODY && Remedy.find(request, place.path()).found();
  }

  private void gone(Place place, @Nullable String newName) {
    if (newName == null || newName.isEmpty()) {
      revision.remove(place);
      remedies.add(Remedy.leaveOut(place));
    } else {
      String parent = Places.parent(place).path();
      Place renamed = new Place(place.part(), place.status(), parent + "." + newName);
      revision.rename(place, renamed);
      remedies.add(Remedy.rename(place, newName));
    }
    explained = true;
  }

  private void enumeration(Place place, String words) {
    Object old = revision.get(place, Aspect.ENUM);
    boolean texts = !"integer".equals(revision.get(place, Aspect.TYPE));
    TreeSet<String> values = new TreeSet<>();
    for (String part : words.split("[,|/\\[\\]{}()]|\\bor\\b|\\band\\b", -1)) {
      String value = part.replaceAll("^[\\s\"'`]+|[\\s\"'`.]+$", "");
      boolean listed = old instanceof List<?> list && list.contains(Json.quoted(value));
      if (value.matches(WORD) || listed) {
        values.add(texts ? Json.quoted(value) : value);
      }
    }
    if (!values.isEmpty() && !List.copyOf(values).equals(old)) {
      change(place, Aspect.ENUM, List.copyOf(values), Remedy.choose(place, values.first()));
    } else if (values.isEmpty() && !broken.contains(place) && isAllowed(place, old)) {
      change(place, Aspect.ENUM, without(place, old), Remedy.leaveOut(place));
    }
  }

  /** Returns whether what was sent is one of the specified values, or none are specified. */
  private boolean isAllowed(Place place, @Nullable Object values) {
    Remedy.Found found = Remedy.find(request, place.path());
    return found.found()
        && (!(values instanceof List<?> list) || list.contains(JsonValues.write(found.value())));
  }

  private @Nullable Object without(Place place, @Nullable Object values) {
    String sent = JsonValues.write(Remedy.find(request, place.path()).value());
    return values instanceof List<?> list
        ? list.stream().filter(value -> !value.equals(sent)).toList()
        : List.of();
  }

  private void limit(Place place, String number, Aspect length, Aspect items, Aspect value) {
    Object type = revision.get(place, Aspect.TYPE);
    Aspect aspect = "array".equals(type) ? items : "string".equals(type) ? length : value;
    BigDecimal limit = number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number);
    if (!(revision.get(place, aspect) instanceof BigDecimal old) || old.compareTo(limit) != 0) {
      change(place, aspect, limit, Remedy.resize(place, aspect, limit.intValue()));
    }
  }

  private void format(Place place, String words) {
    String format =
        said(
            FORMATS.getOrDefault(words.replaceAll("[ -]", ""), FORMATS.getOrDefault(words, words)),
            "another");
    String known = format.startsWith("iso") || format.startsWith("rfc") ? "date-time" : format;
    if (!known.equals(revision.get(place, Aspect.FORMAT))) {
      change(place, Aspect.FORMAT, known, Remedy.leaveOut(place));
    }
  }

  private void type(Place place, String words) {
    String type = TYPES.getOrDefault(words, words);
    if (!ValueRevision.isOfType(String.valueOf(revision.get(place, Aspect.TYPE)), type)) {
      revision.set(place, Aspect.FORMAT, null);
      change(place, Aspect.TYPE, type, Remedy.retype(place, type));
    }
  }

  private void atLeastOne(String words) {
    Matcher names = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*").matcher(words);
    TreeSet<String> found = new TreeSet<>();
    while (names.find()) {
      if (!names.group().matches("(?i)or|and|the|of|properties|fields")) {
        found.add(names.group());
      }
    }
    for (Place place : revision.spec().places().keySet()) {
      Object old = revision.get(place, Aspect.AT_LEAST_ONE_OF);
      if (place.part() == Part.REQUEST_BODY && old != null && !List.copyOf(found).equals(old)) {
        change(place, Aspect.AT_LEAST_ONE_OF, List.copyOf(found), null);
      }
    }
  }

  private static String said(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  private void change(Place place, Aspect aspect, @Nullable Object value, @Nullable Remedy remedy) {
    revision.set(place, aspect, value);
    explained = true;
    if (remedy != null && place.part() == Part.REQUEST_BODY) {
      remedies.add(remedy);
    }
  }
}
