package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.client.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * With a fixed seed, so that a build of one commit always ends alike; without it there is more to
 * find. Without shrinking, which fails on lists of values of several types.
 */
final class UpdatePropertyTest {
  private static final String SEED = "4495583582619866019";

  /** An update of one CRM. */
  record Case(Crm crm, ContactUpdate update) {}

  /** An update of one field, and what its CRM answers. */
  record Answered(Crm crm, ContactField field, Object body) {}

  @Provide
  static Arbitrary<Case> cases() {
    return Arbitraries.of(Crm.class)
        .flatMap(crm -> UpdateArbitraries.updates(crm).map(update -> new Case(crm, update)))
        .filter(of -> !isNameless(of.update()));
  }

  /** Two blank halves are no name, and refused where they are joined. */
  private static boolean isNameless(ContactUpdate update) {
    return update.get(ContactField.FIRST_NAME) instanceof String first
        && update.get(ContactField.LAST_NAME) instanceof String last
        && (first + last).isBlank();
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  void whatIsEchoedIsAppliedOrNormalised(@ForAll("cases") Case of) {
    Crm crm = of.crm();
    ConformanceServer server = new ConformanceServer(crm, Quirk.STORES_AS_DOCUMENTED);
    Contacts contacts = Accounts.at(crm).httpClient(Accounts.client(server)).build();

    UpdateResult result = contacts.update(ConformanceServer.contactId(crm), of.update());

    assertThat(result.outcomes().keySet()).isEqualTo(of.update().fields());
    assertThat(result.outcomes().values()).isSubsetOf(Outcome.APPLIED, Outcome.NORMALISED);
  }

  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
  void whatIsSentIsWhatWasSetAndNothingElse(@ForAll("cases") Case of) {
    UpdatePlan plan = Accounts.at(of.crm()).build().plan(Accounts.contactId(of.crm()), of.update());

    List<String> leaves = new ArrayList<>();
    plan.fields().stream()
        .map(field -> field.path().orElseThrow())
        .distinct()
        .forEach(path -> leaves.addAll(at(JsonValue.parse(plan.body()), path)));
    assertThat(leaves).doesNotContain("absent");
    assertThat(plan.fields())
        .extracting(FieldPlan::field)
        .containsExactlyElementsOf(of.update().fields());
    assertThat(JsonText.readObject(plan.body()).size()).isLessThanOrEqualTo(plan.fields().size());
  }

  @Provide
  static Arbitrary<Answered> answers() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "data",
                "contact",
                "fields",
                "success",
                "succeded",
                "succeeded",
                "id",
                "name",
                "email",
                "phone",
                "tags",
                "customFields",
                "custom_fields",
                "value",
                "contact_owner",
                "country",
                "dnd",
                "dateOfBirth"),
            UpdateArbitraries.texts());
    Arbitrary<Object> json = UpdateArbitraries.json(names);
    return Arbitraries.of(Samples.storedFields())
        .flatMap(
            arguments ->
                Combinators.combine(json, names, Arbitraries.integers().between(0, 3))
                    .as(
                        (odd, name, how) -> {
                          Crm crm = (Crm) arguments.get()[0];
                          ContactField field = (ContactField) arguments.get()[1];
                          return new Answered(
                              crm, field, how == 0 ? odd : answer(crm, field, name, odd, how));
                        }));
  }

  /** Returns an answer like the CRM's, in which something stands that does not belong there. */
  private static Object answer(Crm crm, ContactField field, String name, Object odd, int how) {
    String path = answerPath(crm, field);
    if (how == 1) {
      return nested(path, odd);
    }
    Object good = field == ContactField.DATE_OF_BIRTH ? "1815-12-10" : Samples.value(field);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.putAll(asObject(nested(path, how == 2 ? good : odd)));
    answer.put(name, odd);
    return answer;
  }

  @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.OFF)
  void anyJsonIsReadAndNothingIsAppliedThatIsNotThere(@ForAll("answers") Answered of) {
    ByteString body = ByteString.encodeUtf8(JsonValue.write(of.body()));
    Contacts contacts = Accounts.answering(of.crm(), 200, body).allowUndocumentedClear().build();

    UpdateResult set =
        contacts.update(
            Accounts.contactId(of.crm()),
            Samples.update(of.crm(), of.field(), Samples.value(of.field())));

    List<String> there = at(JsonValue.parse(body.utf8()), answerPath(of.crm(), of.field()));
    if (isKept(set.outcome(of.field()))) {
      assertThat(there).anyMatch(text -> Pattern.compile(token(of.field())).matcher(text).find());
    }
  }

  @Property(tries = 500, seed = SEED, shrinking = ShrinkingMode.OFF)
  void nothingIsClearedThatIsStillThere(@ForAll("answers") Answered of) {
    if (of.crm() == Crm.ACQUIRE && of.field() == ContactField.CUSTOM_FIELDS) {
      return;
    }
    ByteString body = ByteString.encodeUtf8(JsonValue.write(of.body()));
    Contacts contacts = Accounts.answering(of.crm(), 200, body).allowUndocumentedClear().build();

    UpdateResult cleared =
        contacts.update(Accounts.contactId(of.crm()), Samples.clear(of.crm(), of.field()));

    if (isKept(cleared.outcome(of.field()))) {
      assertThat(at(JsonValue.parse(body.utf8()), answerPath(of.crm(), of.field())))
          .allMatch(text -> text.matches("|null|\\[\\]|\\{\\}|\\[[^\\]]*id[^\\]]*\\]"));
    }
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  void anyBytesAreReadAndNothingIsApplied(@ForAll Crm crm, @ForAll byte[] bytes) {
    UpdateResult result =
        Accounts.answering(crm, 200, ByteString.of(bytes))
            .build()
            .update(Accounts.contactId(crm), Samples.update(ContactField.EMAIL));

    assertThat(result.outcome(ContactField.EMAIL)).isEqualTo(Outcome.NOT_ECHOED);
    assertThat(result.observations()).isNotEmpty();
  }

  @Property(tries = 300, seed = SEED, shrinking = ShrinkingMode.OFF)
  void anyRefusalIsAContactsException(
      @ForAll("answers") Answered of, @ForAll("statuses") int status) {
    ByteString body = ByteString.encodeUtf8(JsonValue.write(of.body()));
    Contacts contacts = Accounts.answering(of.crm(), status, body).build();

    Throwable thrown =
        catchThrowable(
            () ->
                contacts.update(Accounts.contactId(of.crm()), Samples.update(ContactField.EMAIL)));

    assertThat(thrown)
        .isInstanceOf(ContactsException.class)
        .hasMessageStartingWith(of.crm() + " answered " + status);
  }

  @Provide
  static Arbitrary<Integer> statuses() {
    return Arbitraries.integers().between(300, 599);
  }

  @Provide
  static Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(12),
        Arbitraries.strings().withChars("./\\?#%@:;&=+ \t\r\n0129aAeEfF_-١２").ofMaxLength(8),
        Arbitraries.strings().ofMaxLength(8));
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void noIdLeadsARequestElsewhere(@ForAll Crm crm, @ForAll("hostile") String id) {
    Contacts contacts = Accounts.at(crm).build();
    ContactUpdate update = Samples.update(ContactField.EMAIL);
    HttpUrl usual = HttpUrl.get(contacts.plan(Accounts.contactId(crm), update).url());

    UpdatePlan plan = planOrNull(contacts, id, update);

    if (plan != null) {
      HttpUrl url = HttpUrl.get(plan.url());
      int last = usual.pathSize() - 1;
      assertThat(url).isEqualTo(usual.newBuilder().setPathSegment(last, id).build());
      assertThat(url.encodedPath()).endsWith("/" + id);
    }
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void noAccountLeadsARequestElsewhere(@ForAll("hostile") String accountId) {
    Contacts.@Nullable Builder builder;
    try {
      builder = Contacts.acquire(accountId, "key");
    } catch (IllegalArgumentException e) {
      builder = null;
    }

    if (builder != null) {
      UpdatePlan plan = builder.build().plan("2", Samples.update(ContactField.EMAIL));
      assertThat(plan.url())
          .isEqualTo(
              "https://"
                  + accountId.toLowerCase(Locale.ROOT)
                  + ".acquire.io/api/v1/crm/objects/contact/2");
    }
  }

  private static @Nullable UpdatePlan planOrNull(
      Contacts contacts, String id, ContactUpdate update) {
    try {
      return contacts.plan(id, update);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isKept(Outcome outcome) {
    return outcome == Outcome.APPLIED || outcome == Outcome.NORMALISED;
  }

  /** Returns the pattern of what must stand in JSON for the sample of {@code field} to be there. */
  private static String token(ContactField field) {
    return switch (field) {
      case PHONE -> "2025550123";
      case DATE_OF_BIRTH -> "1815-12-10";
      case TAGS -> "pioneer";
      case CUSTOM_FIELDS -> "Gold";
      case DO_NOT_DISTURB -> "(?i)true|^1$";
      default -> Pattern.quote(Samples.value(field).toString());
    };
  }

  private static String answerPath(Crm crm, ContactField field) {
    return CrmProfile.of(crm).capabilities().stream()
        .filter(capability -> capability.field() == field)
        .flatMap(capability -> capability.answerPath().stream())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the JSON that stands at {@code path}, or "absent". */
  private static List<String> at(@Nullable Object json, String path) {
    @Nullable Object here = json;
    for (String name : path.substring("$".length()).split("\\.", -1)) {
      if (name.isEmpty()) {
        continue;
      }
      if (!(here instanceof Map<?, ?> object) || !object.containsKey(name)) {
        return List.of("absent");
      }
      here = object.get(name);
    }
    return List.of(here instanceof Map || here instanceof List ? JsonValue.write(here) : here + "");
  }

  private static Object nested(String path, Object value) {
    Object nested = value;
    String[] names = path.substring("$.".length()).split("\\.", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      nested = Map.of(names[i], nested);
    }
    return nested;
  }

  @SuppressWarnings("unchecked") // nested() makes no other objects.
  private static Map<String, Object> asObject(Object json) {
    return (Map<String, Object>) json;
  }
}
