package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.drift.CanaryCalls.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Holds a CRM as it is against a specification, by a contact of a sandbox account that is read,
 * changed and put back. It makes {@value CanaryCalls#MOST} calls at most, and about ten if all is
 * well.
 */
final class LiveDrift {
  private static final int ROUNDS = 4;

  /** So many properties are not ignored one by one. */
  private static final int MANY = 3;

  private final Facts spec;
  private final FactsRevision revision;
  private final CanaryCalls calls;
  private final String id;
  private final Crm crm;
  private final AnswerPlaces places;
  private final List<String> notes = new ArrayList<>();
  private final Set<Place> exercised = new TreeSet<>();
  private final List<Exchange> answers = new ArrayList<>();
  private final Map<Integer, String> standIns = new HashMap<>();
  private final LiveTrials trials;
  private @Nullable Object sent;
  private boolean restored = true;
  private boolean garbled;

  private LiveDrift(Crm crm, Facts spec, CanaryCalls calls, String id) {
    this.crm = crm;
    this.spec = spec;
    this.calls = calls;
    this.id = id;
    revision = new FactsRevision(spec);
    places = new AnswerPlaces(crm, spec);
    trials = new LiveTrials(crm, revision, calls, id, notes);
  }

  /**
   * Compares a CRM with a specification.
   *
   * @param account with its credentials; what else it is set to is changed
   * @param baseUrl where to send, or null for where the CRM is
   * @param contactId of a contact that may be changed
   * @throws CannotCheckException if the contact cannot be read, in which case nothing was changed,
   *     or if nothing was learnt
   */
  static DriftReport report(
      Crm crm, Facts spec, Sandbox account, @Nullable String baseUrl, String contactId) {
    return report(crm, spec, account, baseUrl, contactId, call -> call.proceed(call.request()));
  }

  static DriftReport report(
      Crm crm,
      Facts spec,
      Sandbox account,
      @Nullable String baseUrl,
      String contactId,
      Interceptor way) {
    if (contactId.isBlank()) {
      throw new CannotCheckException(
          "a live check changes a contact, so it needs the id of one that may be changed");
    }
    LiveDrift live =
        new LiveDrift(crm, spec, new CanaryCalls(spec, account, baseUrl, way), contactId);
    try {
      return live.compare(baseUrl == null ? crm + " itself" : baseUrl);
    } catch (IllegalArgumentException e) {
      throw new CannotCheckException(String.valueOf(e.getMessage()), e);
    }
  }

  private DriftReport compare(String target) {
    Reply first = calls.read(id, CanaryCalls.Further.NOTHING);
    Exchange read = first.exchange();
    if (read == null || !read.isSuccess() || !read.answer().isJson()) {
      unreadable(first);
      return report(target);
    }
    CanaryBody bodies = new CanaryBody(crm, spec, inShape(read.answer().value()));
    Object everything = bodies.everything();
    trials.about(bodies, read.answer().value());
    try {
      canary(bodies, everything);
      otherEnd(bodies);
      otherValues(bodies);
      unknownContact();
      refusedValue(bodies);
    } catch (Experiment.NoCallLeft e) {
      notes.add("Not all was checked: a run makes at most " + CanaryCalls.MOST + " calls.");
    } finally {
      restore(bodies, everything);
    }
    return report(target);
  }

  private @Nullable Object inShape(@Nullable Object body) {
    Place root = Places.root(places.status());
    List<@Nullable Object> one = new ArrayList<>();
    one.add(body);
    return Shape.of(spec, root, one, Expectation.NOTHING).bodies().get(0);
  }

  private void unreadable(Reply reply) {
    Exchange exchange = reply.exchange();
    if (exchange == null) {
      throw new CannotCheckException(
          crm + " gave no answer when the contact was read, so nothing was changed or checked");
    }
    String type = exchange.contentType();
    if (exchange.isSuccess() && type != null && !isSpecified(type)) {
      answers.add(exchange);
      notes.add("The contact could not be read, and was not changed.");
      return;
    }
    if (exchange.isSuccess()) {
      throw new CannotCheckException(
          "%s answered %d without JSON when the contact was read, so nothing was changed or checked"
              .formatted(crm, exchange.status()));
    }
    boolean told =
        exchange.status() != 429
            && exchange.status() < 500
            && (Refusals.explain(revision, exchange) || trials.reading(exchange));
    if (!told) {
      throw new CannotCheckException(
          "%s answered %d when the contact was read, so nothing was changed or checked; the credential"
                  .formatted(crm, exchange.status())
              + " and the id must be those of a sandbox contact");
    }
    exercised.addAll(Seen.frame(spec));
    notes.add("The contact could not be read, and was not changed.");
  }

  private boolean isSpecified(String contentType) {
    return spec.get(Places.answer(places.status()), Aspect.CONTENT_TYPES) instanceof List<?> list
        && list.contains(contentType);
  }

  /** Sends everything that can be set, and again without what turned out to be refused. */
  private void canary(CanaryBody bodies, @Nullable Object everything) {
    Reply reply = trials.send(FacadeUpdate.of(crm, everything), everything);
    Object body = everything;
    if (isForBody(reply.exchange())) {
      body = trials.acceptable(everything, requireNonNull(reply.exchange()));
      if (body == null) {
        return;
      }
      reply = trials.send(CanaryBody.ANYTHING, body);
    }
    Exchange exchange = reply.exchange();
    if (exchange == null) {
      notes.add(crm + " gave no answer to the update of every property.");
    } else if (exchange.isSuccess()) {
      sent = body;
      answers.add(exchange);
      garbled = isGarbled(exchange);
      outcomes(reply.result());
      ignored(bodies, exchange);
    } else {
      refused(exchange);
    }
  }

  private boolean isForBody(@Nullable Exchange refusal) {
    return refusal != null && Refusals.canBeTried(refusal) && !Refusals.explain(revision, refusal);
  }

  /** What was refused, and not for its properties. */
  private void refused(Exchange exchange) {
    int status = exchange.status();
    if (status != 401 && status != 403 && spec.has(Places.answer(String.valueOf(status)))) {
      answers.add(exchange);
    }
    limited(exchange);
    if (revision.isAsSpecified() && !Refusals.explain(revision, exchange)) {
      notes.add(
          status == 401 || status == 403
              ? "Not checked: an update was answered "
                  + status
                  + ", so the credential can read the contact and may not change it."
              : "Not checked: an update that the specification allows was answered "
                  + status
                  + ".");
    }
  }

  /** A limit of the rate is told by the words where it has not the specified status. */
  private void limited(Exchange exchange) {
    boolean limit =
        RefusalNames.of(spec, exchange).words().matches("(?is).*(?:rate limit|too many).*");
    if (limit && !spec.has(Places.answer(String.valueOf(exchange.status())))) {
      answers.add(exchange);
      if (spec.has(Places.answer("429"))) {
        standIns.put(exchange.status(), "429");
      }
    }
  }

  private void outcomes(@Nullable UpdateResult result) {
    if (result == null) {
      return;
    }
    List<String> ignored =
        result.outcomes().entrySet().stream()
            .filter(outcome -> outcome.getValue() == Outcome.DIFFERENT)
            .map(outcome -> "`" + outcome.getKey() + "`")
            .toList();
    if (!ignored.isEmpty()) {
      notes.add(
          "The answer has another value than was sent for " + String.join(", ", ignored) + ".");
    }
  }

  private static boolean isGarbled(Exchange exchange) {
    String body = exchange.answerBody();
    return body != null
        && !body.isBlank()
        && !body.stripLeading().startsWith("<")
        && !exchange.answer().isJson();
  }

  /** What the answer has as it was before the update was ignored without a word. */
  private void ignored(CanaryBody bodies, Exchange exchange) {
    Set<Place> ignored = ignored(bodies, exchange, false);
    if (ignored.size() >= MANY && ignored.equals(ignored(bodies, exchange, true))) {
      Reply again = calls.read(id, CanaryCalls.Further.NOTHING);
      Exchange read = again.exchange();
      notes.add("The answer to an update shows the contact as it was before.");
      if (read == null || ignored(bodies, read, false).isEmpty()) {
        return;
      }
      revision.set(
          Place.of(Place.Part.OPERATION, ""),
          Aspect.FURTHER_RULES,
          List.of("every update is taken and ignored"));
      return;
    }
    for (Place place : ignored) {
      notes.add("`" + place.path() + "` was taken and ignored without a word.");
      revision.remove(place);
    }
  }

  /** Returns what was sent and is as before; or all that could be, taken or not. */
  private Set<Place> ignored(CanaryBody bodies, Exchange exchange, boolean all) {
    Set<Place> ignored = new TreeSet<>();
    Object answer = inShape(exchange.answer().value());
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      Place answered = places.of(place.path());
      Remedy.Found asked = Remedy.find(sent, place.path());
      boolean leaf = Places.children(spec, place).isEmpty() && !place.path().contains("*");
      if (leaf && answered != null && asked.found()) {
        Object before = bodies.present(place.path());
        Object after = Remedy.find(answer, answered.path()).value();
        boolean shows = before != null && !before.equals(asked.value());
        if (shows && (all || before.equals(after))) {
          ignored.add(place);
        }
      }
    }
    return ignored;
  }

  /** Sends little more than is required, nulls, and the other end of each range. */
  private void otherEnd(CanaryBody bodies) {
    if (sent == null) {
      return;
    }
    Object nulls = bodies.otherEnd(sent, true);
    Object nothing = bodies.otherEnd(sent, false);
    few(nulls);
    if (!JsonValues.write(nulls).equals(JsonValues.write(nothing))) {
      few(nothing);
    }
  }

  private void few(@Nullable Object body) {
    Exchange exchange = trials.send(CanaryBody.ANYTHING, body).exchange();
    if (exchange == null) {
      notes.add(crm + " gave no answer to the update of few properties.");
    } else if (exchange.isSuccess()) {
      answers.add(CanaryAnswers.neutral(spec, places, exchange, body, answers.get(0)));
      exercise(body);
    } else if (isForBody(exchange)) {
      if (spec.has(Places.answer(String.valueOf(exchange.status())))) {
        answers.add(exchange);
      }
      trials.examine(sent, body, exchange);
    } else {
      refused(exchange);
    }
  }

  /** Sends the other values that are listed, of all properties at once. */
  private void otherValues(CanaryBody bodies) {
    for (int round = 1; sent != null && round <= ROUNDS; round++) {
      Object body = bodies.otherValues(sent, round);
      if (body == null) {
        return;
      }
      Exchange exchange = trials.send(CanaryBody.ANYTHING, body).exchange();
      if (isForBody(exchange)) {
        trials.examine(sent, body, requireNonNull(exchange));
      }
    }
  }

  private void unknownContact() {
    if (sent == null) {
      return;
    }
    Reply reply = calls.update(CanaryAnswers.unknownId(id), CanaryBody.ANYTHING, sent);
    Exchange exchange = reply.exchange();
    if (exchange == null) {
      notes.add(crm + " gave no answer to an update of a contact that it does not have.");
      return;
    }
    String expected = specified("404", "400");
    expect(exchange, expected);
    if (!(reply.failure() instanceof ContactNotFoundException)
        && spec.has(Places.answer(String.valueOf(exchange.status())))
        && expected != null) {
      notes.add(
          "An update of an unknown contact was answered "
              + exchange.status()
              + ", which the facade does not take for `ContactNotFoundException`.");
      if (!expected.equals(String.valueOf(exchange.status()))) {
        revision.remove(Places.answer(expected));
      }
    }
  }

  private void refusedValue(CanaryBody bodies) {
    if (sent == null) {
      return;
    }
    Object body = bodies.otherEnd(sent, false);
    List<Place> broken = bodies.breakValues(body);
    Reply reply = trials.send(CanaryBody.ANYTHING, body);
    Exchange exchange = reply.exchange();
    ContactsException failure = reply.failure();
    if (exchange == null) {
      notes.add(crm + " gave no answer to an update with a value that is not allowed.");
    } else if (exchange.isSuccess()) {
      notes.add(
          "A value that the specification does not allow was taken, so how "
              + crm
              + " refuses an update was not seen.");
    } else {
      expect(exchange, specified("422", "400"));
      listed(broken, exchange);
      if (!(failure instanceof InvalidUpdateException)) {
        notes.add(
            "A refused value was answered "
                + exchange.status()
                + ", which the facade does not take for `InvalidUpdateException`.");
      }
    }
  }

  /** A refusal that lists the values may list more than the specification. */
  private void listed(List<Place> broken, Exchange refusal) {
    for (Place place : broken) {
      if (revision.get(place, Aspect.ENUM) instanceof List<?> known) {
        TreeSet<String> values = new TreeSet<>();
        known.forEach(value -> values.add(String.valueOf(value)));
        values.addAll(RefusalNames.of(spec, refusal).listed(place, values));
        revision.set(place, Aspect.ENUM, List.copyOf(values));
      }
    }
  }

  private @Nullable String specified(String... statuses) {
    for (String status : statuses) {
      if (spec.has(Places.answer(status))) {
        return status;
      }
    }
    return null;
  }

  private void expect(Exchange exchange, @Nullable String expected) {
    answers.add(exchange);
    boolean known = spec.has(Places.answer(String.valueOf(exchange.status())));
    if (!known && expected != null && exchange.status() >= 400) {
      standIns.put(exchange.status(), expected);
    }
  }

  private void restore(CanaryBody bodies, @Nullable Object everything) {
    if (!trials.touched()) {
      return;
    }
    List<String> lost = new ArrayList<>();
    Object body = bodies.restoring(everything, lost);
    Reply reply = trials.restore(body, lost);
    restored = reply.isSuccess();
    if (!restored) {
      Exchange exchange = reply.exchange();
      notes.add(
          0,
          "THE CONTACT WAS NOT RESTORED: "
              + (exchange == null
                  ? crm + " gave no answer"
                  : crm + " answered " + exchange.status())
              + ", and it keeps the values of this check.");
    } else if (!lost.isEmpty()) {
      notes.add(
          "What the contact had before could not be put back in "
              + String.join(", ", lost.stream().map(path -> "`" + path + "`").toList())
              + ": it keeps the values of this check there.");
    }
  }

  private DriftReport report(String target) {
    if (!answers.isEmpty()) {
      exercised.addAll(Seen.frame(spec));
      standIns.putAll(Seen.standIns(spec, answers));
      AnswerRevision answered =
          new AnswerRevision(
              revision, answers, CanaryAnswers.expected(spec, places, sent, standIns));
      answered.revise();
      if (garbled) {
        revision.set(
            Places.answer(places.status()), Aspect.CONTENT_TYPES, List.of("text that is not JSON"));
      }
      exercised.addAll(answered.exercised());
    }
    if (sent != null) {
      exercise(sent);
    }
    Coverage coverage = new Coverage(spec, exercised);
    notes.addAll(coverage.notes());
    DriftReport report = Seen.report("live", crm, revision, target, notes, coverage.checked());
    boolean nothing = report.drifts().stream().noneMatch(each -> each.level() != Level.NO_EFFECT);
    if (nothing && (sent == null || !restored)) {
      throw new CannotCheckException(String.join(" ", notes));
    }
    return report;
  }

  private void exercise(@Nullable Object body) {
    Sightings sightings = new Sightings(spec);
    sightings.add(Place.requestBody(Places.ROOT), body);
    sightings.all().keySet().stream().filter(spec::has).forEach(exercised::add);
  }
}
