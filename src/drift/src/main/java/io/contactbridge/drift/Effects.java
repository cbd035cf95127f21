package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.drift.Place.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the row of the {@linkplain Effect table} for a change at one of its places. */
final class Effects {
  /** What a change does at a place, and whether the facade uses that. */
  record Found(Effect effect, boolean used) {
    Level level() {
      return effect.level(used);
    }
  }

  /** Headers by which a vendor says that the end is near. */
  private static final Set<String> LAST_WORDS = Set.of("deprecation", "sunset");

  private final Facade facade;
  private final Facts before;
  private final Facts after;

  Effects(Facade facade, Facts before, Facts after) {
    this.facade = facade;
    this.before = before;
    this.after = after;
  }

  /**
   * Returns what the change does at a place of its own, which is the former one unless the thing is
   * new.
   */
  Found of(Change change, Place place) {
    if (change.aspect() != null) {
      switch (change.aspect()) {
        case DESCRIPTION -> {
          boolean other = Units.differ(change.oldValue(), change.newValue());
          return new Found(other ? Effect.OTHER_UNIT : Effect.OTHER_WORDS, false);
        }
        case EXAMPLES -> {
          return new Found(Effect.OTHER_WORDS, false);
        }
        case DEPRECATED -> {
          boolean now = Boolean.TRUE.equals(change.newValue());
          return new Found(now ? Effect.DEPRECATED : Effect.MORE_SURE, facade.uses(place));
        }
        case METHOD_NAME, SCHEMA_NAME -> {
          return new Found(Effect.OTHER_JAVA, false);
        }
        case ACCESS -> {
          return new Found(Effect.OTHER_WORDS, false);
        }
        case DEFAULT -> {
          boolean server = place.part() == Part.SERVER;
          return new Found(server ? Effect.OTHER_CALL : Effect.OTHER_DEFAULT, false);
        }
        default -> {}
      }
    }
    return switch (place.part()) {
      case REQUEST_BODY -> place.path().isEmpty() ? call(change, place) : request(change, place);
      case ANSWER -> status(change, place);
      case ANSWER_HEADER -> answerHeader(change, place);
      case ANSWER_BODY ->
          Facade.isOfSuccess(place) ? success(change, place) : refusal(change, place);
      default -> call(change, place);
    };
  }

  private Found request(Change change, Place place) {
    boolean used = isUsed(change, place);
    return switch (change.kind()) {
      case REMOVED, RENAMED, MOVED -> new Found(Effect.UNKNOWN_TO_CRM, used);
      case ADDED -> added(change, place);
      case CHANGED -> requestChanged(change, place, used);
    };
  }

  private Found added(Change change, Place place) {
    Place now = requireNonNull(change.after());
    boolean required = Boolean.TRUE.equals(after.get(now, Aspect.REQUIRED));
    return required
        ? new Found(Effect.DEMANDED, facade.uses(parent(place)))
        : new Found(Effect.MORE_TAKEN, false);
  }

  private Found requestChanged(Change change, Place place, boolean used) {
    if (Direction.of(change) == Direction.WIDER) {
      return new Found(Effect.MORE_TAKEN, used);
    }
    return switch (requireNonNull(change.aspect())) {
      case TYPE -> new Found(Effect.OTHER_TYPE_WANTED, used);
      case REQUIRED -> new Found(Effect.DEMANDED, facade.uses(parent(place)));
      case NULLABLE -> new Found(Effect.NULL_REFUSED, facade.clears(place));
      case CLOSED -> new Found(Effect.CLOSED, facade.holdsCustomFields(place));
      case AT_LEAST_ONE_OF ->
          new Found(Effect.FEWER_CHOICES, !fewerChoices(change, place).isEmpty());
      case ALTERNATIVES ->
          new Found(after.has(place) ? Effect.FEWER_VALUES : Effect.UNKNOWN_TO_CRM, used);
      default -> new Found(Effect.FEWER_VALUES, used);
    };
  }

  /** Returns the properties of which one was enough before, and that the facade writes. */
  List<Place> fewerChoices(Change change, Place place) {
    Set<Object> names =
        new TreeSet<>(change.oldValue() instanceof List<?> old ? old : List.<Object>of());
    names.removeAll(change.newValue() instanceof List<?> now ? now : List.of());
    return names.stream()
        .map(name -> new Place(place.part(), place.status(), place.path() + "." + name))
        .filter(facade::uses)
        .toList();
  }

  /** What is part of every call, so that every update depends on it. */
  private Found call(Change change, Place place) {
    return switch (change.kind()) {
      case RENAMED, MOVED -> new Found(Effect.OTHER_CALL, isNeeded(change, place));
      case REMOVED -> callRemoved(place);
      case ADDED ->
          new Found(
              place.part() != Part.SERVER && Boolean.TRUE.equals(after.get(place, Aspect.REQUIRED))
                  ? Effect.DEMANDED
                  : Effect.MORE_TAKEN,
              true);
      case CHANGED -> callChanged(change, place);
    };
  }

  /** What need not be sent before or now is not part of every call. */
  private boolean isNeeded(Change change, Place place) {
    Place now = change.after();
    return !place.part().isParameter()
        || isSentAlways(place)
        || Boolean.TRUE.equals(before.get(place, Aspect.REQUIRED))
        || (now != null && Boolean.TRUE.equals(after.get(now, Aspect.REQUIRED)));
  }

  private Found callRemoved(Place place) {
    boolean optional = place.part().isParameter();
    boolean anyLeft =
        after.places().keySet().stream().anyMatch(other -> other.part() == place.part());
    return place.part() == Part.CREDENTIALS && !anyLeft
        ? new Found(Effect.MORE_TAKEN, true)
        : new Found(Effect.OTHER_CALL, !optional);
  }

  private Found callChanged(Change change, Place place) {
    boolean wider = Direction.of(change) == Direction.WIDER;
    return switch (requireNonNull(change.aspect())) {
      case REQUIRED ->
          new Found(wider || isSentAlways(place) ? Effect.MORE_TAKEN : Effect.DEMANDED, true);
      case METHOD, PATH, URL, SCHEME -> new Found(Effect.OTHER_CALL, true);
      case SCOPES -> new Found(wider ? Effect.MORE_TAKEN : Effect.MORE_RIGHTS, true);
      case FURTHER_RULES ->
          new Found(wider ? Effect.MORE_TAKEN : Effect.OTHER_CALL, place.part() == Part.OPERATION);
      case TYPE, CONTENT_TYPES, ENUM ->
          new Found(wider ? Effect.MORE_TAKEN : Effect.OTHER_CALL, true);
      default -> new Found(wider ? Effect.MORE_TAKEN : Effect.FEWER_VALUES, false);
    };
  }

  /** A body is always sent, and a header with one value is too. */
  private boolean isSentAlways(Place place) {
    return place.part() == Part.REQUEST_BODY
        || (before.get(place, Aspect.ENUM) instanceof List<?> values && values.size() == 1);
  }

  private Found status(Change change, Place place) {
    boolean success = Facade.isOfSuccess(place);
    return switch (change.kind()) {
      case ADDED -> new Found(Effect.NEW_STATUS, false);
      case REMOVED -> new Found(Effect.STATUS_GONE, success);
      case RENAMED, MOVED -> {
        Place now = requireNonNull(change.after());
        boolean range = Places.covers(now, place) || Places.covers(place, now);
        boolean other = !facade.outcome(place.status()).equals(facade.outcome(now.status()));
        yield new Found(range ? Effect.NEW_STATUS : Effect.OTHER_STATUS, other);
      }
      case CHANGED -> contentType(change, place, success);
    };
  }

  private Found contentType(Change change, Place place, boolean success) {
    boolean json =
        change.newValue() instanceof List<?> types
            && types.stream().anyMatch(type -> SpecContent.isJson((String) type));
    if (json) {
      return new Found(
          Direction.of(change) == Direction.NARROWER ? Effect.MORE_SURE : Effect.LESS_SURE,
          success);
    }
    return success
        ? new Found(Effect.UNREADABLE, true)
        : new Found(Effect.FAULT_UNTOLD, facade.tellsFault(place));
  }

  private static Found answerHeader(Change change, Place place) {
    return switch (change.kind()) {
      case ADDED ->
          new Found(
              LAST_WORDS.contains(place.path()) ? Effect.DEPRECATED : Effect.MORE_SURE, false);
      case CHANGED -> new Found(isSurer(change) ? Effect.MORE_SURE : Effect.OTHER_HEADER, false);
      default -> new Found(Effect.OTHER_HEADER, false);
    };
  }

  private Found success(Change change, Place place) {
    boolean used = isUsed(change, place);
    return switch (change.kind()) {
      case REMOVED, RENAMED, MOVED -> new Found(isId(place) ? Effect.ID_LOST : Effect.LOST, used);
      case ADDED ->
          new Found(
              facade.holdsCustomFields(parent(place))
                  ? Effect.TAKEN_FOR_CUSTOM_FIELD
                  : Effect.MORE_SURE,
              used);
      case CHANGED -> {
        if (isSurer(change)) {
          yield new Found(Effect.MORE_SURE, used);
        }
        boolean gone = change.aspect() == Aspect.ALTERNATIVES && !after.has(place);
        yield new Found(
            gone
                ? Effect.LOST
                : change.aspect() == Aspect.TYPE ? retyped(change, place) : Effect.LESS_SURE,
            used);
      }
    };
  }

  private Effect retyped(Change change, Place place) {
    boolean scalar = Types.areScalar(Types.of(change.newValue()));
    if (scalar && facade.readsAsText(place)) {
      return Effect.OTHERWISE_READ;
    }
    return isId(place) ? Effect.ID_LOST : Effect.UNREADABLE;
  }

  /**
   * The facade may already know the new name, if it was changed together with the specification.
   */
  private boolean isUsed(Change change, Place place) {
    Place now = Meaning.otherPlace(change);
    return facade.uses(place) || (now != null && facade.uses(now));
  }

  /** The contact's id is read, and is none of the fields. */
  private boolean isId(Place place) {
    return facade.uses(place) && facade.fields(place).isEmpty();
  }

  private Found refusal(Change change, Place place) {
    boolean told = facade.tellsFault(place);
    return switch (change.kind()) {
      case REMOVED -> new Found(Effect.FAULT_UNTOLD, told);
      case RENAMED, MOVED -> new Found(Effect.FAULT_UNTOLD, told && !facade.findsCodeAnywhere());
      case ADDED -> new Found(Effect.MORE_SURE, false);
      case CHANGED -> {
        if (isSurer(change)) {
          yield new Found(Effect.MORE_SURE, told);
        }
        boolean retyped = change.aspect() == Aspect.TYPE;
        yield new Found(Effect.FAULT_UNTOLD, retyped && told);
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

  /** What only tells of values, such as a default, is no rule that they keep. */
  private static boolean keepsRules(Change change) {
    List<?> left = change.newValue() instanceof List<?> list ? list : List.of();
    return !(change.oldValue() instanceof List<?> old)
        || old.stream()
            .map(String::valueOf)
            .filter(rule -> !rule.matches("(?s)(?:default|readOnly|writeOnly): .*"))
            .allMatch(left::contains);
  }

  private static Place parent(Place place) {
    int dot = place.path().lastIndexOf('.');
    return new Place(
        place.part(), place.status(), dot < 0 ? place.path() : place.path().substring(0, dot));
  }
}
