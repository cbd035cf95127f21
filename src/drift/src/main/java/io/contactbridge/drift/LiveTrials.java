package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.drift.CanaryCalls.Further;
import io.contactbridge.drift.CanaryCalls.Reply;
import io.contactbridge.drift.Experiment.Culprit;
import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds out with a contact why a CRM refuses an update, and puts that into a specification. */
final class LiveTrials {
  /** So many calls are kept for putting the contact back. */
  private static final int KEPT = 8;

  private static final int NAMES = 3;
  private static final Set<Part> PARAMETERS = Set.of(Part.REQUEST_HEADER, Part.QUERY_PARAMETER);

  private final Crm crm;
  private final Facts spec;
  private final FactsRevision revision;
  private final CanaryCalls calls;
  private final String id;
  private final List<String> notes;
  private final List<Remedy> remedies = new ArrayList<>();
  private @Nullable CanaryBody bodies;
  private @Nullable Object contact;
  private boolean touched;

  LiveTrials(Crm crm, FactsRevision revision, CanaryCalls calls, String id, List<String> notes) {
    this.crm = crm;
    this.spec = revision.spec();
    this.revision = revision;
    this.calls = calls;
    this.id = id;
    this.notes = notes;
  }

  /** Says what the contact was before anything was sent. */
  void about(CanaryBody bodies, @Nullable Object contact) {
    this.bodies = bodies;
    this.contact = contact;
  }

  /** Returns whether the contact may have been changed. */
  boolean touched() {
    return touched;
  }

  /** Returns what makes a request acceptable that the specification allows. */
  List<Remedy> remedies() {
    return remedies;
  }

  /**
   * Sends an update of the contact.
   *
   * @throws Experiment.NoCallLeft if there is none but those for putting the contact back
   */
  Reply send(ContactUpdate update, @Nullable Object body) {
    if (calls.left() <= KEPT) {
      throw new Experiment.NoCallLeft();
    }
    Reply reply = calls.update(id, update, body);
    Exchange exchange = reply.exchange();
    // What was not answered, or by a server that failed, may have been done all the same.
    touched |= exchange == null || exchange.isSuccess() || exchange.status() >= 500;
    return reply;
  }

  private boolean takes(@Nullable Object body) {
    return send(CanaryBody.ANYTHING, body).isSuccess();
  }

  /**
   * Finds out why every property at once is refused.
   *
   * @return a body of as many properties as the CRM takes, or null if it takes none
   */
  @Nullable Object acceptable(@Nullable Object everything, Exchange refusal) {
    for (Object least : requireNonNull(bodies).least(everything)) {
      if (takes(least)) {
        examine(least, everything, refusal);
        Object body = Remedy.copy(everything);
        remedies.forEach(remedy -> remedy.apply(body));
        return body;
      }
    }
    if (refusal.status() >= 500) {
      notes.add("Not checked: every update is answered %d.".formatted(refusal.status()));
      return null;
    }
    return everyUpdate(everything, refusal);
  }

  /** Finds out which differences between two bodies a CRM refuses, and what of them. */
  void examine(@Nullable Object taken, @Nullable Object refused, Exchange refusal) {
    RefusalNames names = RefusalNames.of(spec, refusal);
    Experiment experiment = new Experiment(spec, this::takes, names.known());
    List<Culprit> culprits = experiment.culprits(taken, refused);
    boolean together = culprits.stream().anyMatch(each -> !each.together().isEmpty());
    if (together && takes(refused)) {
      notes.add(
          "An update was answered %d, and taken when it was sent again."
              .formatted(refusal.status()));
      return;
    }
    for (Culprit culprit : culprits) {
      if (culprit.together().isEmpty() && isOfAnother(culprit)) {
        remedies.add(Remedy.put(culprit.difference().place(), CanaryBody.freshAddress()));
        continue;
      }
      quote(culprit.difference().place(), refusal, refused);
      try {
        remedies.add(remedy(culprit, names.unknown().stream().limit(NAMES).toList()));
      } catch (Experiment.NoCallLeft e) {
        // Where it is was found, though not what it is.
        unexplained(culprit.difference().place());
        repeat(culprit);
        throw e;
      }
      repeat(culprit);
    }
  }

  private void unexplained(Place place) {
    revision.set(
        place, Aspect.FURTHER_RULES, List.of("a value that the specification allows is refused"));
  }

  /** What is specified once is refused everywhere. */
  private void repeat(Culprit culprit) {
    for (Experiment.Difference twin : culprit.twins()) {
      revision.repeat(culprit.unit().place(), twin.place());
      remedies.add(Remedy.leaveOut(twin.place()));
    }
  }

  private void quote(Place place, Exchange refusal, @Nullable Object body) {
    List<@Nullable Object> secrets = new ArrayList<>();
    secrets.add(body);
    secrets.add(contact);
    String words = RefusalNames.of(spec, refusal).quoted(secrets);
    notes.add(
        "`%s` was found by trying; %s had answered %d%s."
            .formatted(
                place.path(),
                crm,
                refusal.status(),
                words.isBlank() ? " without a word" : ": \u201c" + words + "\u201d"));
  }

  /** Another contact may have the address already; a fresh one shows that. */
  private boolean isOfAnother(Culprit culprit) {
    Place place = culprit.difference().place();
    boolean address =
        CanaryBody.IDENTITY.contains(place.path())
            && culprit.difference().value() instanceof String text
            && Form.of(text) == Form.EMAIL;
    if (address && takes(put(culprit, CanaryBody.freshAddress()))) {
      notes.add("`" + place.path() + "` was refused for an address that another contact may have.");
      return true;
    }
    return false;
  }

  private Remedy remedy(Culprit culprit, List<String> names) {
    Place place = culprit.difference().place();
    Object value = culprit.difference().value();
    Place parent = Places.parent(place);
    if (!culprit.together().isEmpty()) {
      boolean choice =
          !culprit.difference().there() && spec.get(parent, Aspect.AT_LEAST_ONE_OF) != null;
      List<String> together = together(culprit);
      revision.set(
          choice ? parent : Place.requestBody(Places.ROOT),
          choice ? Aspect.AT_LEAST_ONE_OF : Aspect.FURTHER_RULES,
          choice ? together : List.of("refused together: " + String.join(", ", together)));
      return culprit.difference().there() ? Remedy.leaveOutForNow(place) : Remedy.give(place);
    }
    if (!culprit.difference().there()) {
      required(place, parent);
      return Remedy.give(place);
    }
    if (value == null) {
      revision.set(place, Aspect.NULLABLE, null);
      return Remedy.leaveOut(place);
    }
    if (value instanceof Map<?, ?> object && !Places.children(spec, place).isEmpty()) {
      return members(culprit, place, object, names, UnaryOperator.identity());
    }
    return value instanceof List<?> list && !list.isEmpty() && takes(put(culprit, List.of()))
        ? elements(culprit, list, names)
        : trial(place, value, culprit.taken()).find(names);
  }

  private static List<String> together(Culprit culprit) {
    List<String> names = new ArrayList<>(List.of(culprit.difference().place().name()));
    culprit.together().forEach(each -> names.add(each.place().name()));
    return names.stream().sorted().toList();
  }

  private void required(Place place, Place parent) {
    if (spec.get(parent, Aspect.AT_LEAST_ONE_OF) instanceof List<?> names
        && names.contains(place.name())) {
      revision.set(parent, Aspect.AT_LEAST_ONE_OF, List.of(place.name()));
    } else {
      revision.set(place, Aspect.REQUIRED, true);
    }
  }

  private Trial trial(Place place, @Nullable Object value, @Nullable Object taken) {
    BiPredicate<Place, @Nullable Object> tries =
        (at, other) -> {
          Object body = Remedy.copy(taken);
          Remedy.put(at, other).apply(body);
          return takes(body);
        };
    return new Trial(revision, place, value, requireNonNull(bodies).present(place.path()), tries);
  }

  private static @Nullable Object put(Culprit culprit, @Nullable Object value) {
    Object body = Remedy.copy(culprit.taken());
    Remedy.put(culprit.difference().place(), value).apply(body);
    return body;
  }

  /** The list itself is taken, so it is its elements that are not. */
  private Remedy elements(Culprit culprit, List<?> list, List<String> names) {
    Place place = culprit.difference().place();
    Place element = Places.inside(place, "[*]");
    Object first = list.get(0);
    if (!(first instanceof Map<?, ?> object)) {
      BiPredicate<Place, @Nullable Object> tries =
          (at, other) -> takes(put(culprit, other == null ? List.of() : List.of(other)));
      Remedy unused = new Trial(revision, element, first, null, tries).find(List.of());
      return Remedy.put(place, List.of());
    }
    return members(culprit, element, object, names, List::of);
  }

  /**
   * An object is refused whatever is left out of it that may be, so it lacks something that is new,
   * or what it must have is another.
   *
   * @param holder makes of the object what stands at the culprit's place
   */
  private Remedy members(
      Culprit culprit,
      Place place,
      Map<?, ?> object,
      List<String> names,
      UnaryOperator<Object> holder) {
    for (String name : names) {
      Place added = Places.inside(place, "." + name);
      if (!spec.has(added)
          && takes(put(culprit, holder.apply(changed(object, "", name, "test"))))) {
        revision.set(added, Aspect.REQUIRED, true);
        revision.set(added, Aspect.TYPE, "string");
        return Remedy.give(added);
      }
    }
    Map<?, ?> needed = Experiment.required(spec, place, object);
    for (Object name : needed.keySet()) {
      Place member = Places.inside(place, "." + name);
      BiPredicate<Place, @Nullable Object> tries =
          (at, other) -> takes(put(culprit, holder.apply(changed(needed, name, at.name(), other))));
      if (tries.test(member, null)) {
        revision.remove(member);
        return Remedy.leaveOut(member);
      }
      Remedy remedy = new Trial(revision, member, object.get(name), null, tries).another(names);
      if (remedy != null) {
        return remedy;
      }
    }
    if (needed.size() == 1) {
      unexplained(Places.inside(place, "." + needed.keySet().iterator().next()));
    } else {
      revision.remove(place);
    }
    return Remedy.leaveOut(culprit.difference().place());
  }

  private static Map<String, @Nullable Object> changed(
      Map<?, ?> object, Object name, String newName, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    object.forEach((key, member) -> changed.put(String.valueOf(key), member));
    changed.remove(String.valueOf(name));
    if (value != null) {
      changed.put(newName, value);
    }
    return changed;
  }

  /** Something that every update lacks: a name that the refusal has is tried everywhere. */
  private @Nullable Object everyUpdate(@Nullable Object everything, Exchange refusal) {
    List<String> names = RefusalNames.of(spec, refusal).unknown().stream().limit(NAMES).toList();
    Object least = requireNonNull(bodies).least(everything).stream().findFirst().orElse(everything);
    if (further(names, further -> takes(least, further))) {
      return null;
    }
    for (String name : names) {
      for (Place object : objects(everything)) {
        Place place = Places.inside(object, "." + name);
        Object body = Remedy.copy(least);
        Remedy.put(place, "test").apply(body);
        if (takes(body)) {
          revision.set(place, Aspect.REQUIRED, true);
          revision.set(place, Aspect.TYPE, "string");
          remedies.add(Remedy.give(place));
          Remedy.give(place).apply(everything);
          return everything;
        }
      }
    }
    if (RefusalNames.isDocumented(spec, refusal)) {
      notes.add(
          "Not checked: every update is answered %d, in the words that the specification documents."
              .formatted(refusal.status()));
    } else {
      revision.set(
          Place.of(Part.OPERATION, ""),
          Aspect.FURTHER_RULES,
          List.of("every update is answered " + refusal.status()));
      quote(Place.requestBody(Places.ROOT), refusal, everything);
    }
    return null;
  }

  private List<Place> objects(@Nullable Object everything) {
    Place root = Place.requestBody(Places.ROOT);
    Place fullest = Places.fullest(spec, root);
    return fullest.equals(root) || everything == null ? List.of(root) : List.of(fullest, root);
  }

  private boolean takes(@Nullable Object body, Further further) {
    if (calls.left() <= KEPT) {
      throw new Experiment.NoCallLeft();
    }
    Reply reply = calls.update(id, body, further);
    touched |= reply.isSuccess();
    return reply.isSuccess();
  }

  /** Finds out by reading alone why the contact cannot be read; nothing is changed by that. */
  boolean reading(Exchange refusal) {
    if (!Refusals.mayBeForBody(refusal)) {
      return false;
    }
    RefusalNames names = RefusalNames.of(spec, refusal);
    return further(
            names.unknown().stream().limit(NAMES).toList(),
            further -> calls.read(id, further).isSuccess())
        || parameter(names);
  }

  /** An id of the form that the specification asks for is one no more. */
  private boolean parameter(RefusalNames names) {
    List<Place> ids =
        names.parameters().stream().filter(each -> each.part() == Part.PATH_PARAMETER).toList();
    ids.forEach(place -> revision.set(place, Aspect.FORMAT, "another"));
    return !ids.isEmpty();
  }

  private boolean further(List<String> unknown, Predicate<Further> takes) {
    Map<String, String> all = new LinkedHashMap<>();
    spec.places().keySet().stream()
        .filter(place -> PARAMETERS.contains(place.part()) && calls.constant(place) == null)
        .forEach(place -> all.put(place.path(), "test"));
    unknown.forEach(name -> all.put(name, value(name)));
    Set<String> names = Set.copyOf(all.keySet());
    if (all.isEmpty() || !takes.test(new Further(all, all))) {
      return false;
    }
    for (String name : names) {
      Map<String, String> one = Map.of(name, value(name));
      if (takes.test(new Further(one, Map.of()))) {
        header(name);
        return true;
      }
      if (takes.test(new Further(Map.of(), one))) {
        Place place = Place.of(Part.QUERY_PARAMETER, name);
        revision.set(place, Aspect.REQUIRED, true);
        revision.set(place, Aspect.TYPE, "string");
        return true;
      }
    }
    return false;
  }

  private void header(String name) {
    Place place = Place.of(Part.REQUEST_HEADER, name.toLowerCase(java.util.Locale.ROOT));
    Place own = own(name);
    if (own != null) {
      revision.rename(own, place);
    } else {
      revision.set(place, Aspect.REQUIRED, true);
      revision.set(place, Aspect.TYPE, "string");
    }
  }

  /** Returns the header of ours that the other may stand for. */
  private @Nullable Place own(String name) {
    return spec.places().keySet().stream()
        .filter(place -> place.part() == Part.REQUEST_HEADER && calls.constant(place) != null)
        .filter(place -> name.toLowerCase(java.util.Locale.ROOT).contains(place.path()))
        .findFirst()
        .orElse(null);
  }

  private String value(String name) {
    Place own = own(name);
    String constant = own == null ? null : calls.constant(own);
    return constant == null ? "test" : constant;
  }

  /** Puts the contact back as far as the CRM takes it: by halves, where it refuses the whole. */
  Reply restore(@Nullable Object body, List<String> lost) {
    for (Remedy remedy : remedies) {
      if (!remedy.ofValue()) {
        remedy.apply(body);
      }
      if (!spec.has(remedy.place())) {
        lost.add(remedy.place().path());
      }
    }
    Reply reply = calls.update(id, CanaryBody.ANYTHING, body);
    Exchange refusal = reply.exchange();
    if (reply.isSuccess() || refusal == null || !Refusals.mayBeForBody(refusal)) {
      return reply;
    }
    for (Object least : requireNonNull(bodies).least(body)) {
      List<Experiment.Difference> rest = Experiment.differences(least, body);
      if (calls.left() > 0 && calls.update(id, CanaryBody.ANYTHING, least).isSuccess()) {
        return restoreHalves(least, rest, lost, reply);
      }
    }
    return reply;
  }

  private Reply restoreHalves(
      @Nullable Object least, List<Experiment.Difference> rest, List<String> lost, Reply last) {
    List<List<Experiment.Difference>> open = new ArrayList<>(List.of(rest));
    Reply reply = last;
    while (!open.isEmpty()) {
      List<Experiment.Difference> next = open.remove(0);
      int half = next.size() / 2;
      boolean put = next.size() < rest.size() && calls.left() > 0;
      Reply part = put ? calls.update(id, CanaryBody.ANYTHING, Experiment.with(least, next)) : last;
      if (part.isSuccess()) {
        reply = part;
      } else if (half > 0 && calls.left() > 0) {
        open.add(next.subList(0, half));
        open.add(next.subList(half, next.size()));
      } else {
        next.forEach(each -> lost.add(each.place().path()));
      }
    }
    return reply;
  }
}
