package io.contactbridge.drift.internal.impact;

import static java.util.Objects.requireNonNull;

import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Direction;
import io.contactbridge.drift.internal.compare.UnitWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.openapi.SpecContent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the row of the {@linkplain Impact table} for a change at one of its places. */
final class ImpactRules {
  /** The impact of a change at a place, and whether the facade uses the place. */
  record Applied(Impact effect, boolean used) {
    Level level() {
      return effect.level(used);
    }
  }

  /** Headers by which a vendor says that the end is near. */
  private static final Set<String> LAST_WORDS = Set.of("deprecation", "sunset");

  private final FacadeUse facade;
  private final Facts before;
  private final Facts after;

  ImpactRules(FacadeUse facade, Facts before, Facts after) {
    this.facade = facade;
    this.before = before;
    this.after = after;
  }

  /**
   * Returns what the change does at a place of its own, which is the former one unless the thing is
   * new.
   */
  Applied of(Change change, SpecLocation place) {
    if (change.aspect() != null) {
      switch (change.aspect()) {
        case DESCRIPTION -> {
          boolean other = UnitWords.differ(change.oldValue(), change.newValue());
          return new Applied(other ? Impact.OTHER_UNIT : Impact.OTHER_WORDS, false);
        }
        case EXAMPLES -> {
          return new Applied(Impact.OTHER_WORDS, false);
        }
        case DEPRECATED -> {
          boolean now = Boolean.TRUE.equals(change.newValue());
          return new Applied(now ? Impact.DEPRECATED : Impact.MORE_SURE, facade.uses(place));
        }
        case METHOD_NAME, SCHEMA_NAME -> {
          return new Applied(Impact.OTHER_JAVA, false);
        }
        case ACCESS -> {
          return new Applied(Impact.OTHER_WORDS, false);
        }
        case DEFAULT -> {
          boolean server = place.part() == Part.SERVER;
          return new Applied(server ? Impact.OTHER_CALL : Impact.OTHER_DEFAULT, false);
        }
        default -> {}
      }
    }
    return switch (place.part()) {
      case REQUEST_BODY -> place.path().isEmpty() ? call(change, place) : request(change, place);
      case ANSWER -> status(change, place);
      case ANSWER_HEADER -> answerHeader(change, place);
      case ANSWER_BODY ->
          FacadeUse.isOfSuccess(place) ? success(change, place) : refusal(change, place);
      default -> call(change, place);
    };
  }

  private Applied request(Change change, SpecLocation place) {
    boolean used = isUsed(change, place);
    return switch (change.kind()) {
      case REMOVED, RENAMED, MOVED -> new Applied(Impact.UNKNOWN_TO_CRM, used);
      case ADDED -> added(change, place);
      case CHANGED -> requestChanged(change, place, used);
    };
  }

  private Applied added(Change change, SpecLocation place) {
    SpecLocation now = requireNonNull(change.after());
    boolean required = after.is(now, Aspect.REQUIRED);
    return required
        ? new Applied(Impact.DEMANDED, facade.uses(parent(place)))
        : new Applied(Impact.MORE_TAKEN, false);
  }

  private Applied requestChanged(Change change, SpecLocation place, boolean used) {
    if (Direction.of(change) == Direction.WIDER) {
      return new Applied(Impact.MORE_TAKEN, used);
    }
    return switch (requireNonNull(change.aspect())) {
      case TYPE -> new Applied(Impact.OTHER_TYPE_WANTED, used);
      case REQUIRED -> new Applied(Impact.DEMANDED, facade.uses(parent(place)));
      case NULLABLE -> new Applied(Impact.NULL_REFUSED, facade.clears(place));
      case CLOSED -> new Applied(Impact.CLOSED, facade.holdsCustomFields(place));
      case AT_LEAST_ONE_OF ->
          new Applied(Impact.FEWER_CHOICES, !fewerChoices(change, place).isEmpty());
      case ALTERNATIVES ->
          new Applied(after.has(place) ? Impact.FEWER_VALUES : Impact.UNKNOWN_TO_CRM, used);
      default -> new Applied(Impact.FEWER_VALUES, used);
    };
  }

  /** Returns the properties of which one was enough before, and that the facade writes. */
  List<SpecLocation> fewerChoices(Change change, SpecLocation place) {
    Set<String> names = new TreeSet<>(change.oldList());
    change.newList().forEach(names::remove);
    return names.stream()
        .map(name -> new SpecLocation(place.part(), place.status(), place.path() + "." + name))
        .filter(facade::uses)
        .toList();
  }

  /** Decides about the parts of every call, on which every update depends. */
  private Applied call(Change change, SpecLocation place) {
    return switch (change.kind()) {
      case RENAMED, MOVED -> new Applied(Impact.OTHER_CALL, isNeeded(change, place));
      case REMOVED -> callRemoved(place);
      case ADDED ->
          new Applied(
              place.part() != Part.SERVER && after.is(place, Aspect.REQUIRED)
                  ? Impact.DEMANDED
                  : Impact.MORE_TAKEN,
              true);
      case CHANGED -> callChanged(change, place);
    };
  }

  /** Returns whether every call must have it, before or after the change. */
  private boolean isNeeded(Change change, SpecLocation place) {
    SpecLocation now = change.after();
    return !place.part().isParameter()
        || isSentAlways(place)
        || before.is(place, Aspect.REQUIRED)
        || (now != null && after.is(now, Aspect.REQUIRED));
  }

  private Applied callRemoved(SpecLocation place) {
    boolean optional = place.part().isParameter();
    boolean anyLeft = after.places().stream().anyMatch(other -> other.part() == place.part());
    return place.part() == Part.CREDENTIALS && !anyLeft
        ? new Applied(Impact.MORE_TAKEN, true)
        : new Applied(Impact.OTHER_CALL, !optional);
  }

  private Applied callChanged(Change change, SpecLocation place) {
    boolean wider = Direction.of(change) == Direction.WIDER;
    return switch (requireNonNull(change.aspect())) {
      case REQUIRED ->
          new Applied(wider || isSentAlways(place) ? Impact.MORE_TAKEN : Impact.DEMANDED, true);
      case METHOD, PATH, URL, SCHEME -> new Applied(Impact.OTHER_CALL, true);
      case SCOPES -> new Applied(wider ? Impact.MORE_TAKEN : Impact.MORE_RIGHTS, true);
      case FURTHER_RULES ->
          new Applied(
              wider ? Impact.MORE_TAKEN : Impact.OTHER_CALL, place.part() == Part.OPERATION);
      case TYPE -> {
        Impact narrower = isText(change, place) ? Impact.FEWER_VALUES : Impact.OTHER_CALL;
        yield new Applied(wider ? Impact.MORE_TAKEN : narrower, true);
      }
      case CONTENT_TYPES, ENUM -> new Applied(wider ? Impact.MORE_TAKEN : Impact.OTHER_CALL, true);
      default -> new Applied(wider ? Impact.MORE_TAKEN : Impact.FEWER_VALUES, false);
    };
  }

  /**
   * Returns whether it is text now and stands beside the body, where all is written as text: a
   * number may still be taken there, or be refused where words took the place of numbers.
   */
  private static boolean isText(Change change, SpecLocation place) {
    return !place.part().isBody() && change.newTypes().equals(Set.of("string"));
  }

  /** A body is always sent, and a header with one value is too. */
  private boolean isSentAlways(SpecLocation place) {
    return place.part() == Part.REQUEST_BODY || before.list(place, Aspect.ENUM).size() == 1;
  }

  private Applied status(Change change, SpecLocation place) {
    boolean success = FacadeUse.isOfSuccess(place);
    return switch (change.kind()) {
      case ADDED -> new Applied(Impact.NEW_STATUS, false);
      case REMOVED -> new Applied(Impact.STATUS_GONE, success);
      case RENAMED, MOVED -> {
        SpecLocation now = requireNonNull(change.after());
        boolean range = SpecLocations.covers(now, place) || SpecLocations.covers(place, now);
        boolean other = !facade.outcome(place.status()).equals(facade.outcome(now.status()));
        yield new Applied(range ? Impact.NEW_STATUS : Impact.OTHER_STATUS, other);
      }
      case CHANGED -> contentType(change, place, success);
    };
  }

  private Applied contentType(Change change, SpecLocation place, boolean success) {
    boolean json = change.newList().stream().anyMatch(SpecContent::isJson);
    if (json) {
      return new Applied(
          Direction.of(change) == Direction.NARROWER ? Impact.MORE_SURE : Impact.LESS_SURE,
          success);
    }
    return success
        ? new Applied(Impact.UNREADABLE, true)
        : new Applied(Impact.FAULT_UNTOLD, facade.tellsFault(place));
  }

  private static Applied answerHeader(Change change, SpecLocation place) {
    return switch (change.kind()) {
      case ADDED ->
          new Applied(
              LAST_WORDS.contains(place.path()) ? Impact.DEPRECATED : Impact.MORE_SURE, false);
      case CHANGED -> new Applied(isSurer(change) ? Impact.MORE_SURE : Impact.OTHER_HEADER, false);
      default -> new Applied(Impact.OTHER_HEADER, false);
    };
  }

  private Applied success(Change change, SpecLocation place) {
    boolean used = isUsed(change, place);
    return switch (change.kind()) {
      case REMOVED, RENAMED, MOVED -> new Applied(isId(place) ? Impact.ID_LOST : Impact.LOST, used);
      case ADDED ->
          new Applied(
              facade.holdsCustomFields(parent(place))
                  ? Impact.TAKEN_FOR_CUSTOM_FIELD
                  : Impact.MORE_SURE,
              used);
      case CHANGED -> {
        if (isSurer(change)) {
          yield new Applied(Impact.MORE_SURE, used);
        }
        boolean gone = change.aspect() == Aspect.ALTERNATIVES && !after.has(place);
        yield new Applied(
            gone
                ? Impact.LOST
                : change.aspect() == Aspect.TYPE ? retyped(change, place) : Impact.LESS_SURE,
            used);
      }
    };
  }

  private Impact retyped(Change change, SpecLocation place) {
    boolean scalar = JsonTypes.areScalar(change.newTypes());
    if (scalar && facade.readsAsText(place)) {
      return Impact.OTHERWISE_READ;
    }
    return isId(place) ? Impact.ID_LOST : Impact.UNREADABLE;
  }

  /**
   * The facade may already know the new name, if it was changed together with the specification.
   */
  private boolean isUsed(Change change, SpecLocation place) {
    SpecLocation now = DriftMeaning.otherPlace(change);
    return facade.uses(place) || (now != null && facade.uses(now));
  }

  /** The contact's id is read, and is none of the fields. */
  private boolean isId(SpecLocation place) {
    return facade.uses(place) && facade.fields(place).isEmpty();
  }

  private Applied refusal(Change change, SpecLocation place) {
    boolean told = facade.tellsFault(place);
    return switch (change.kind()) {
      case REMOVED -> new Applied(Impact.FAULT_UNTOLD, told);
      case RENAMED, MOVED -> new Applied(Impact.FAULT_UNTOLD, told && !facade.findsCodeAnywhere());
      case ADDED -> new Applied(Impact.MORE_SURE, false);
      case CHANGED -> {
        if (isSurer(change)) {
          yield new Applied(Impact.MORE_SURE, told);
        }
        boolean retyped = change.aspect() == Aspect.TYPE;
        yield new Applied(Impact.FAULT_UNTOLD, retyped && told);
      }
    };
  }

  /** Returns whether the answers are among those that could come before. */
  private static boolean isSurer(Change change) {
    return switch (requireNonNull(change.aspect())) {
      case PATTERN -> false;
      case FORMAT -> Direction.of(change) == Direction.NARROWER && change.oldValue() != null;
      case CLOSED, AT_LEAST_ONE_OF -> true;
      case FURTHER_RULES -> keepsRules(change);
      default -> Direction.of(change) == Direction.NARROWER;
    };
  }

  /** Returns whether all former rules still hold; defaults and access are not rules for values. */
  private static boolean keepsRules(Change change) {
    return change.oldList().stream()
        .filter(rule -> !rule.matches("(?s)(?:default|readOnly|writeOnly): .*"))
        .allMatch(change.newList()::contains);
  }

  private static SpecLocation parent(SpecLocation place) {
    int dot = place.path().lastIndexOf('.');
    return new SpecLocation(
        place.part(), place.status(), dot < 0 ? place.path() : place.path().substring(0, dot));
  }
}
