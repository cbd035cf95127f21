package io.contactbridge.drift.internal.impact;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.compare.Differences;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table, at what the facade of HighLevel uses and at what it does not. */
final class ImpactRulesTest {
  private static final SpecLocation SENT = SpecLocation.requestBody("$.email");
  private static final SpecLocation ADDED_BY_CALLERS =
      SpecLocation.requestBody("$.dndSettings.Email.status");
  private static final SpecLocation READ = SpecLocation.answerBody("200", "$.contact.email");
  private static final SpecLocation UNREAD = SpecLocation.answerBody("200", "$.contact.dateAdded");
  private static final SpecLocation ID = SpecLocation.answerBody("200", "$.contact.id");
  private static final SpecLocation FAULT = SpecLocation.answerBody("400", "$.message");
  private static final SpecLocation WORDS = SpecLocation.answerBody("401", "$.message");
  private static final SpecLocation SERVER = SpecLocation.of(Part.SERVER, "https://a.example");
  private static final SpecLocation CREDENTIAL = SpecLocation.of(Part.CREDENTIALS, "authorization");
  private static final SpecLocation HEADER = SpecLocation.of(Part.REQUEST_HEADER, "version");
  private static final SpecLocation BODY = SpecLocation.requestBody("");

  @ParameterizedTest
  @MethodSource
  void decidesTheLevelOfRemovalsAndAdditions(Kind kind, SpecLocation place, Level level) {
    assertThat(
            level(
                new Change(
                    kind,
                    null,
                    before(kind, place),
                    now(kind, place),
                    null,
                    null,
                    List.of(),
                    null)))
        .isEqualTo(level);
  }

  static Stream<Arguments> decidesTheLevelOfRemovalsAndAdditions() {
    return Stream.of(
        arguments(Kind.REMOVED, SENT, Level.BREAKS),
        arguments(Kind.REMOVED, SpecLocation.requestBody("$.tags[*]"), Level.BREAKS),
        arguments(Kind.REMOVED, SpecLocation.requestBody("$.customFields[*].key"), Level.MAY_BREAK),
        arguments(Kind.REMOVED, SpecLocation.requestBody("$.customFields[*].id"), Level.BREAKS),
        arguments(Kind.REMOVED, ADDED_BY_CALLERS, Level.MAY_BREAK),
        arguments(Kind.ADDED, SpecLocation.requestBody("$.nickname"), Level.NO_EFFECT),
        arguments(Kind.REMOVED, READ, Level.BREAKS),
        arguments(Kind.REMOVED, ID, Level.BREAKS),
        arguments(Kind.REMOVED, UNREAD, Level.MAY_BREAK),
        arguments(Kind.ADDED, SpecLocation.answerBody("200", "$.contact.score"), Level.NO_EFFECT),
        arguments(Kind.REMOVED, FAULT, Level.BREAKS),
        arguments(Kind.REMOVED, WORDS, Level.MAY_BREAK),
        arguments(Kind.ADDED, SpecLocation.answerBody("400", "$.code"), Level.NO_EFFECT),
        arguments(Kind.REMOVED, SERVER, Level.BREAKS),
        arguments(Kind.ADDED, SERVER, Level.NO_EFFECT),
        arguments(Kind.REMOVED, CREDENTIAL, Level.NO_EFFECT),
        arguments(Kind.ADDED, CREDENTIAL, Level.NO_EFFECT),
        arguments(Kind.RENAMED, CREDENTIAL, Level.BREAKS),
        arguments(Kind.REMOVED, HEADER, Level.MAY_BREAK),
        arguments(Kind.RENAMED, HEADER, Level.MAY_BREAK),
        arguments(Kind.REMOVED, BODY, Level.BREAKS),
        arguments(Kind.ADDED, answer("423"), Level.MAY_BREAK),
        arguments(Kind.REMOVED, answer("404"), Level.MAY_BREAK),
        arguments(Kind.REMOVED, answer("200"), Level.BREAKS),
        arguments(Kind.REMOVED, answerHeader("x-left"), Level.MAY_BREAK),
        arguments(Kind.ADDED, answerHeader("x-left"), Level.NO_EFFECT),
        arguments(Kind.ADDED, answerHeader("sunset"), Level.MAY_BREAK));
  }

  @ParameterizedTest
  @MethodSource
  void decidesTheLevelOfChangedAspects(
      SpecLocation place, Aspect aspect, @Nullable Object old, @Nullable Object now, Level level) {
    Change change = new Change(Kind.CHANGED, aspect, place, place, old, now, List.of(), null);

    assertThat(level(change)).isEqualTo(level);
  }

  static Stream<Arguments> decidesTheLevelOfChangedAspects() {
    return Stream.of(
        arguments(SENT, Aspect.TYPE, "string", "integer", Level.BREAKS),
        arguments(ADDED_BY_CALLERS, Aspect.TYPE, "string", "integer", Level.MAY_BREAK),
        arguments(SENT, Aspect.TYPE, "integer", "number", Level.NO_EFFECT),
        arguments(SENT, Aspect.TYPE, "string", "integer|string", Level.NO_EFFECT),
        arguments(SENT, Aspect.REQUIRED, false, true, Level.BREAKS),
        arguments(ADDED_BY_CALLERS, Aspect.REQUIRED, false, true, Level.MAY_BREAK),
        arguments(SENT, Aspect.REQUIRED, true, false, Level.NO_EFFECT),
        arguments(SENT, Aspect.NULLABLE, true, false, Level.BREAKS),
        arguments(
            SpecLocation.requestBody("$.tags"), Aspect.NULLABLE, true, false, Level.MAY_BREAK),
        arguments(SENT, Aspect.NULLABLE, false, true, Level.NO_EFFECT),
        arguments(SENT, Aspect.FORMAT, null, "email", Level.MAY_BREAK),
        arguments(SENT, Aspect.FORMAT, "email", null, Level.NO_EFFECT),
        arguments(SENT, Aspect.PATTERN, "a", "b", Level.MAY_BREAK),
        arguments(SENT, Aspect.MAX_LENGTH, number(9), number(5), Level.MAY_BREAK),
        arguments(SENT, Aspect.MAX_LENGTH, number(5), number(9), Level.NO_EFFECT),
        arguments(SENT, Aspect.MIN_LENGTH, number(1), number(2), Level.MAY_BREAK),
        arguments(SENT, Aspect.MIN_LENGTH, number(1), null, Level.NO_EFFECT),
        arguments(SENT, Aspect.MAX_LENGTH, range(2, 2), range(3, 3), Level.MAY_BREAK),
        arguments(SENT, Aspect.MAX_LENGTH, range(2, 3), range(1, 4), Level.NO_EFFECT),
        arguments(SENT, Aspect.ENUM, List.of("a", "b"), List.of("a"), Level.MAY_BREAK),
        arguments(SENT, Aspect.ENUM, List.of("a"), List.of("a", "b"), Level.NO_EFFECT),
        arguments(SENT, Aspect.ENUM, List.of("a"), null, Level.NO_EFFECT),
        arguments(SENT, Aspect.FURTHER_RULES, null, List.of("a"), Level.MAY_BREAK),
        arguments(
            SpecLocation.requestBody("$"),
            Aspect.AT_LEAST_ONE_OF,
            List.of("email", "phone"),
            List.of("phone"),
            Level.BREAKS),
        arguments(
            SpecLocation.requestBody("$"),
            Aspect.AT_LEAST_ONE_OF,
            List.of("email"),
            List.of("email", "phone"),
            Level.NO_EFFECT),
        arguments(BODY, Aspect.CONTENT_TYPES, List.of("a"), List.of("b"), Level.BREAKS),
        arguments(BODY, Aspect.CONTENT_TYPES, List.of("a"), List.of("a", "b"), Level.NO_EFFECT),
        arguments(BODY, Aspect.REQUIRED, false, true, Level.NO_EFFECT),
        arguments(CREDENTIAL, Aspect.SCHEME, "bearer", "basic", Level.BREAKS),
        arguments(HEADER, Aspect.ENUM, List.of("1"), List.of("2"), Level.BREAKS),
        arguments(HEADER, Aspect.ENUM, List.of("1"), List.of("1", "2"), Level.NO_EFFECT),
        arguments(READ, Aspect.TYPE, "string", "integer", Level.MAY_BREAK),
        arguments(READ, Aspect.TYPE, "string", "object", Level.BREAKS),
        arguments(READ, Aspect.TYPE, "integer|string", "string", Level.NO_EFFECT),
        arguments(ID, Aspect.TYPE, "string", "integer", Level.MAY_BREAK),
        arguments(ID, Aspect.TYPE, "string", "object", Level.BREAKS),
        arguments(contact("dnd"), Aspect.TYPE, "boolean", "string", Level.BREAKS),
        arguments(contact("tags[*]"), Aspect.TYPE, "string", "object", Level.BREAKS),
        arguments(UNREAD, Aspect.TYPE, "string", "object", Level.MAY_BREAK),
        arguments(READ, Aspect.NULLABLE, false, true, Level.MAY_BREAK),
        arguments(READ, Aspect.NULLABLE, true, false, Level.NO_EFFECT),
        arguments(READ, Aspect.REQUIRED, true, false, Level.MAY_BREAK),
        arguments(READ, Aspect.REQUIRED, false, true, Level.NO_EFFECT),
        arguments(READ, Aspect.ENUM, List.of("a"), List.of("a", "b"), Level.MAY_BREAK),
        arguments(READ, Aspect.ENUM, List.of("a", "b"), List.of("a"), Level.NO_EFFECT),
        arguments(READ, Aspect.FORMAT, "int32", "int64", Level.MAY_BREAK),
        arguments(READ, Aspect.FORMAT, "date-time", null, Level.MAY_BREAK),
        arguments(READ, Aspect.PATTERN, null, "a", Level.MAY_BREAK),
        arguments(READ, Aspect.MAX_LENGTH, number(5), number(9), Level.MAY_BREAK),
        arguments(READ, Aspect.MAX_LENGTH, number(9), number(5), Level.NO_EFFECT),
        arguments(FAULT, Aspect.TYPE, "string", "array", Level.BREAKS),
        arguments(WORDS, Aspect.TYPE, "string", "array", Level.MAY_BREAK),
        arguments(answer("200"), Aspect.CONTENT_TYPES, json(), List.of("text/html"), Level.BREAKS),
        arguments(answer("400"), Aspect.CONTENT_TYPES, json(), List.of("text/html"), Level.BREAKS),
        arguments(
            answer("401"), Aspect.CONTENT_TYPES, json(), List.of("text/html"), Level.MAY_BREAK),
        arguments(
            answer("200"), Aspect.CONTENT_TYPES, json(), List.of("a/b+json"), Level.MAY_BREAK),
        arguments(answerHeader("x-left"), Aspect.TYPE, "integer", "string", Level.MAY_BREAK),
        arguments(READ, Aspect.DEPRECATED, false, true, Level.MAY_BREAK),
        arguments(READ, Aspect.DEPRECATED, true, false, Level.NO_EFFECT),
        arguments(READ, Aspect.DESCRIPTION, "In seconds.", "In minutes.", Level.MAY_BREAK),
        arguments(READ, Aspect.DESCRIPTION, "In seconds.", "How long.", Level.NO_EFFECT),
        arguments(READ, Aspect.EXAMPLES, List.of("1"), List.of("2"), Level.NO_EFFECT));
  }

  @Test
  void knowsAPropertyByItsNewNameIfTheFacadeHasThatAlready() {
    SpecLocation old = SpecLocation.requestBody("$.mail");

    assertThat(level(new Change(Kind.RENAMED, null, old, SENT, null, null, List.of(), null)))
        .isEqualTo(Level.BREAKS);
  }

  @Test
  void takesAStatusForWhatItMeansToCallers() {
    assertThat(level(renamed("404", "410"))).isEqualTo(Level.MAY_BREAK);
    assertThat(level(renamed("404", "409"))).isEqualTo(Level.BREAKS);
    assertThat(level(renamed("422", "406"))).isEqualTo(Level.MAY_BREAK);
    assertThat(level(renamed("200", "202"))).isEqualTo(Level.MAY_BREAK);
    assertThat(level(renamed("400", "422"))).isEqualTo(Level.BREAKS);
  }

  @Test
  void asksWhetherTheObjectOfANewRequiredPropertyIsWritten() {
    assertThat(levelOfRequired("$.tenant")).isEqualTo(Level.BREAKS);
    assertThat(levelOfRequired("$.customFields[*].kind")).isEqualTo(Level.BREAKS);
    assertThat(levelOfRequired("$.dndSettings.until")).isEqualTo(Level.MAY_BREAK);
  }

  @Test
  void takesANewPropertyAmongCustomFieldsForACustomField() {
    SpecLocation place = SpecLocation.answerBody("200", "$.data.fields.score");
    Facts facts = Facts.of("x").place(place).build();
    Change added = new Change(Kind.ADDED, null, null, place, null, null, List.of(), null);

    assertThat(new ImpactRules(new FacadeUse(Crm.ACQUIRE), facts, facts).of(added, place).effect())
        .isEqualTo(Impact.TAKEN_FOR_CUSTOM_FIELD);
  }

  private static Level levelOfRequired(String path) {
    SpecLocation place = SpecLocation.requestBody(path);
    Facts after = Facts.of("after").fact(place, Aspect.REQUIRED, true).build();
    Change added = new Change(Kind.ADDED, null, null, place, null, null, List.of(), null);
    return new ImpactRules(new FacadeUse(Crm.HIGHLEVEL), after, after).of(added, place).level();
  }

  private static Change renamed(String from, String to) {
    return new Change(Kind.RENAMED, null, answer(from), answer(to), null, null, List.of(), null);
  }

  private static Level level(Change change) {
    Facts none = Facts.of("x").build();
    SpecLocation place = change.before() == null ? change.after() : change.before();
    return new ImpactRules(new FacadeUse(Crm.HIGHLEVEL), none, none)
        .of(change, requireNonNull(place))
        .level();
  }

  private static @Nullable SpecLocation before(Kind kind, SpecLocation place) {
    return kind == Kind.ADDED ? null : place;
  }

  private static @Nullable SpecLocation now(Kind kind, SpecLocation place) {
    return kind == Kind.REMOVED ? null : place;
  }

  private static SpecLocation contact(String path) {
    return SpecLocation.answerBody("200", "$.contact." + path);
  }

  private static SpecLocation answer(String status) {
    return new SpecLocation(Part.ANSWER, status, "");
  }

  private static SpecLocation answerHeader(String name) {
    return new SpecLocation(Part.ANSWER_HEADER, "200", name);
  }

  private static List<String> json() {
    return List.of("application/json");
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }

  private static Differences.Range range(int least, int most) {
    return new Differences.Range(number(least), number(most));
  }
}
