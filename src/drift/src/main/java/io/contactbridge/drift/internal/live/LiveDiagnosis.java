package io.contactbridge.drift.internal.live;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.diagnosis.RefusalDiagnosis;
import io.contactbridge.drift.internal.diagnosis.RefusalWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import io.contactbridge.drift.internal.live.CanaryCalls.Further;
import io.contactbridge.drift.internal.live.CanaryCalls.Reply;
import io.contactbridge.drift.internal.live.RefusalSearch.Culprit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds out with a contact why a CRM refuses an update, and puts that into a specification. */
final class LiveDiagnosis {
  /** The number of calls that are reserved for restoring the contact. */
  private static final int KEPT = 8;

  private static final int NAMES = 3;

  private final Crm crm;
  private final Facts spec;
  private final FactsRevision revision;
  private final CanaryCalls calls;
  private final String id;
  private final List<String> notes;
  private final ParameterTrials parameters;
  private final List<RequestEdit> remedies = new ArrayList<>();
  private @Nullable CanaryBody bodies;
  private @Nullable Object contact;
  private boolean touched;

  LiveDiagnosis(Crm crm, FactsRevision revision, CanaryCalls calls, String id, List<String> notes) {
    this.crm = crm;
    this.spec = revision.spec();
    this.revision = revision;
    this.calls = calls;
    this.id = id;
    this.notes = notes;
    parameters = new ParameterTrials(revision, calls);
  }

  /** Sets the contact as it was before anything was sent. */
  void about(CanaryBody bodies, @Nullable Object contact) {
    this.bodies = bodies;
    this.contact = contact;
  }

  /** Returns whether the contact may have been changed. */
  boolean touched() {
    return touched;
  }

  /** Returns the edits that make a specified request acceptable to the CRM. */
  List<RequestEdit> remedies() {
    return remedies;
  }

  /**
   * Sends an update of the contact.
   *
   * @throws RefusalSearch.NoCallLeft if only the calls for restoring the contact are left
   */
  Reply send(ContactUpdate update, @Nullable Object body) {
    if (calls.left() <= KEPT) {
      throw new RefusalSearch.NoCallLeft();
    }
    Reply reply = calls.update(id, update, body);
    HttpExchange exchange = reply.exchange();
    // A call without an answer, or with a 5xx, may have changed the contact all the same.
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
  @Nullable Object acceptable(@Nullable Object everything, HttpExchange refusal) {
    for (Object least : requireNonNull(bodies).least(everything)) {
      if (takes(least)) {
        examine(least, everything, refusal);
        Object body = RequestEdit.copy(everything);
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

  /** Finds out which differences between two bodies a CRM refuses, and why. */
  void examine(@Nullable Object taken, @Nullable Object refused, HttpExchange refusal) {
    RefusalWords names = RefusalWords.of(spec, refusal);
    RefusalSearch experiment = new RefusalSearch(spec, this::takes, names.known());
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
        remedies.add(RequestEdit.put(culprit.difference().place(), CanaryBody.freshAddress()));
        continue;
      }
      quote(culprit.difference().place(), refusal, refused);
      try {
        remedies.add(remedy(culprit, names.unknown().stream().limit(NAMES).toList()));
      } catch (RefusalSearch.NoCallLeft e) {
        // The place was found, though not the reason.
        unexplained(culprit.difference().place());
        repeat(culprit);
        throw e;
      }
      repeat(culprit);
    }
  }

  private void unexplained(SpecLocation place) {
    revision.set(
        place, Aspect.FURTHER_RULES, List.of("a value that the specification allows is refused"));
  }

  /** Repeats the finding at all places with the same definition. */
  private void repeat(Culprit culprit) {
    for (RefusalSearch.Difference twin : culprit.twins()) {
      revision.repeat(culprit.unit().place(), twin.place());
      remedies.add(RequestEdit.leaveOut(twin.place()));
    }
  }

  private void quote(SpecLocation place, HttpExchange refusal, @Nullable Object body) {
    List<@Nullable Object> secrets = new ArrayList<>();
    secrets.add(body);
    secrets.add(contact);
    String words = RefusalWords.of(spec, refusal).quoted(secrets);
    notes.add(
        "`%s` was found by trying; %s had answered %d%s."
            .formatted(
                place.path(),
                crm,
                refusal.status(),
                words.isBlank() ? " without a word" : ": \u201c" + words + "\u201d"));
  }

  /** Tries a fresh address, because another contact may already have the refused one. */
  private boolean isOfAnother(Culprit culprit) {
    SpecLocation place = culprit.difference().place();
    boolean address =
        bodies != null
            && bodies.isIdentity(place)
            && culprit.difference().value() instanceof String text
            && ValueForm.of(text) == ValueForm.EMAIL;
    if (address && takes(put(culprit, CanaryBody.freshAddress()))) {
      notes.add("`" + place.path() + "` was refused for an address that another contact may have.");
      return true;
    }
    return false;
  }

  private RequestEdit remedy(Culprit culprit, List<String> names) {
    SpecLocation place = culprit.difference().place();
    Object value = culprit.difference().value();
    SpecLocation parent = SpecLocations.parent(place);
    if (!culprit.together().isEmpty()) {
      boolean choice =
          !culprit.difference().there() && spec.get(parent, Aspect.AT_LEAST_ONE_OF) != null;
      List<String> together = together(culprit);
      revision.set(
          choice ? parent : SpecLocation.requestBody(SpecLocations.ROOT),
          choice ? Aspect.AT_LEAST_ONE_OF : Aspect.FURTHER_RULES,
          choice ? together : List.of("refused together: " + String.join(", ", together)));
      return culprit.difference().there()
          ? RequestEdit.leaveOutForNow(place)
          : RequestEdit.give(place);
    }
    if (!culprit.difference().there()) {
      required(place, parent);
      return RequestEdit.give(place);
    }
    if (value == null) {
      revision.set(place, Aspect.NULLABLE, null);
      return RequestEdit.leaveOut(place);
    }
    if (value instanceof Map<?, ?> object && !SpecLocations.children(spec, place).isEmpty()) {
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

  private void required(SpecLocation place, SpecLocation parent) {
    if (spec.list(parent, Aspect.AT_LEAST_ONE_OF).contains(place.name())) {
      revision.set(parent, Aspect.AT_LEAST_ONE_OF, List.of(place.name()));
    } else {
      revision.set(place, Aspect.REQUIRED, true);
    }
  }

  private ValueTrial trial(SpecLocation place, @Nullable Object value, @Nullable Object taken) {
    BiPredicate<SpecLocation, @Nullable Object> tries =
        (at, other) -> {
          Object body = RequestEdit.copy(taken);
          RequestEdit.put(at, other).apply(body);
          return takes(body);
        };
    return new ValueTrial(revision, place, value, requireNonNull(bodies).present(place), tries);
  }

  private static @Nullable Object put(Culprit culprit, @Nullable Object value) {
    Object body = RequestEdit.copy(culprit.taken());
    RequestEdit.put(culprit.difference().place(), value).apply(body);
    return body;
  }

  /** Looks at the elements, because the CRM takes the empty list. */
  private RequestEdit elements(Culprit culprit, List<?> list, List<String> names) {
    SpecLocation place = culprit.difference().place();
    SpecLocation element = SpecLocations.inside(place, "[*]");
    Object first = list.get(0);
    if (!(first instanceof Map<?, ?> object)) {
      BiPredicate<SpecLocation, @Nullable Object> tries =
          (at, other) -> takes(put(culprit, other == null ? List.of() : List.of(other)));
      RequestEdit unused = new ValueTrial(revision, element, first, null, tries).find(List.of());
      return RequestEdit.put(place, List.of());
    }
    return members(culprit, element, object, names, List::of);
  }

  /**
   * An object is refused whatever is left out of it that may be, so it lacks something that is new,
   * or what it must have is another.
   *
   * @param holder makes of the object what stands at the culprit's place
   */
  private RequestEdit members(
      Culprit culprit,
      SpecLocation place,
      Map<?, ?> object,
      List<String> names,
      UnaryOperator<Object> holder) {
    for (String name : names) {
      SpecLocation added = SpecLocations.inside(place, "." + name);
      if (!spec.has(added)
          && takes(put(culprit, holder.apply(changed(object, "", name, "test"))))) {
        revision.set(added, Aspect.REQUIRED, true);
        revision.set(added, Aspect.TYPE, "string");
        return RequestEdit.give(added);
      }
    }
    Map<?, ?> needed = RefusalSearch.required(spec, place, object);
    for (Object name : needed.keySet()) {
      SpecLocation member = SpecLocations.inside(place, "." + name);
      BiPredicate<SpecLocation, @Nullable Object> tries =
          (at, other) -> takes(put(culprit, holder.apply(changed(needed, name, at.name(), other))));
      if (tries.test(member, null)) {
        revision.remove(member);
        return RequestEdit.leaveOut(member);
      }
      RequestEdit remedy =
          new ValueTrial(revision, member, object.get(name), null, tries).another(names);
      if (remedy != null) {
        return remedy;
      }
    }
    if (needed.size() == 1) {
      unexplained(SpecLocations.inside(place, "." + needed.keySet().iterator().next()));
    } else {
      revision.remove(place);
    }
    return RequestEdit.leaveOut(culprit.difference().place());
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

  /** Looks for something that every update lacks, by trying the names in the refusal. */
  private @Nullable Object everyUpdate(@Nullable Object everything, HttpExchange refusal) {
    List<String> names = RefusalWords.of(spec, refusal).unknown().stream().limit(NAMES).toList();
    Object least = requireNonNull(bodies).least(everything).stream().findFirst().orElse(everything);
    if (parameters.find(names, further -> takes(least, further))) {
      return null;
    }
    for (String name : names) {
      for (SpecLocation object : objects(everything)) {
        SpecLocation place = SpecLocations.inside(object, "." + name);
        Object body = RequestEdit.copy(least);
        RequestEdit.put(place, "test").apply(body);
        if (takes(body)) {
          revision.set(place, Aspect.REQUIRED, true);
          revision.set(place, Aspect.TYPE, "string");
          remedies.add(RequestEdit.give(place));
          RequestEdit.give(place).apply(everything);
          return everything;
        }
      }
    }
    if (RefusalWords.isDocumented(spec, refusal)) {
      notes.add(
          "Not checked: every update is answered %d, in the words that the specification documents."
              .formatted(refusal.status()));
    } else {
      revision.set(
          SpecLocation.of(Part.OPERATION, ""),
          Aspect.FURTHER_RULES,
          List.of("every update is answered " + refusal.status()));
      quote(SpecLocation.requestBody(SpecLocations.ROOT), refusal, everything);
    }
    return null;
  }

  private List<SpecLocation> objects(@Nullable Object everything) {
    SpecLocation root = SpecLocation.requestBody(SpecLocations.ROOT);
    SpecLocation fullest = SpecLocations.fullest(spec, root);
    return fullest.equals(root) || everything == null ? List.of(root) : List.of(fullest, root);
  }

  private boolean takes(@Nullable Object body, Further further) {
    if (calls.left() <= KEPT) {
      throw new RefusalSearch.NoCallLeft();
    }
    Reply reply = calls.update(id, body, further);
    touched |= reply.isSuccess();
    return reply.isSuccess();
  }

  /** Finds out by reading alone why the contact cannot be read; nothing is changed by that. */
  boolean reading(HttpExchange refusal) {
    if (!RefusalDiagnosis.mayBeForBody(refusal)) {
      return false;
    }
    RefusalWords names = RefusalWords.of(spec, refusal);
    return parameters.find(
            names.unknown().stream().limit(NAMES).toList(),
            further -> calls.read(id, further).isSuccess())
        || parameter(names);
  }

  /** Records that the CRM now refuses ids of the specified form. */
  private boolean parameter(RefusalWords names) {
    List<SpecLocation> ids =
        names.parameters().stream().filter(each -> each.part() == Part.PATH_PARAMETER).toList();
    ids.forEach(place -> revision.set(place, Aspect.FORMAT, "another"));
    return !ids.isEmpty();
  }
}
