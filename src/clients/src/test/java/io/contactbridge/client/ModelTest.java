package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.torture.model.Part;
import io.contactbridge.client.torture.model.PartJsonAdapter;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ModelTest {
  private static final Thing ABSENT = Thing.builder().id(1L).propertyClass("x").build();
  private static final Thing NULL = ABSENT.toBuilder().name(null).build();
  private static final Thing VALUE = ABSENT.toBuilder().name("Ada").build();

  private final ThingJsonAdapter things = new ThingJsonAdapter();

  @Test
  void absentNullAndValueAreThreeThings() {
    assertThat(List.of(ABSENT.has(Thing.NAME), NULL.has(Thing.NAME), VALUE.has(Thing.NAME)))
        .containsExactly(false, true, true);
    assertThat(Arrays.asList(ABSENT.name(), NULL.name(), VALUE.name()))
        .containsExactly(null, null, "Ada");
    assertThat(List.of(ABSENT, NULL, VALUE)).doesNotHaveDuplicates();
  }

  @Test
  void absentNullAndValueReachTheBytesAndComeBack() {
    assertThat(things.toJson(ABSENT)).isEqualTo("{\"id\":1,\"class\":\"x\"}");
    assertThat(things.toJson(NULL)).isEqualTo("{\"id\":1,\"name\":null,\"class\":\"x\"}");
    assertThat(things.toJson(VALUE)).isEqualTo("{\"id\":1,\"name\":\"Ada\",\"class\":\"x\"}");
    for (Thing thing : List.of(ABSENT, NULL, VALUE)) {
      assertThat(Reading.of(things, things.toJson(thing)))
          .isEqualTo(new Reading<>(thing, List.of()));
    }
  }

  @Test
  void onlyAnObjectWithoutMembersIsEmpty() {
    assertThat(Reading.of(things, "{}").value()).matches(Model::isEmpty);
    assertThat(Reading.of(things, "{\"name\":null}").value()).matches(thing -> !thing.isEmpty());
    assertThat(Reading.of(things, "{\"unknown\":1}").value()).matches(thing -> !thing.isEmpty());
  }

  @Test
  void propertiesAreThoseThatArePresentInTheOrderOfTheSpecification() {
    assertThat(NULL.properties()).containsExactly(Thing.ID, Thing.NAME, Thing.PROPERTY_CLASS);
    assertThat(ABSENT.properties()).containsExactly(Thing.ID, Thing.PROPERTY_CLASS);
  }

  @Test
  void propertiesAreWrittenInTheOrderOfTheSpecification() {
    Thing thing = Thing.builder().count(2L).name("Ada").id(1L).build();

    assertThat(things.toJson(thing)).isEqualTo("{\"id\":1,\"name\":\"Ada\",\"count\":2}");
  }

  @Test
  void equalModelsHaveEqualHashes() {
    Thing same = Thing.builder().propertyClass("x").name("Ada").id(1L).build();

    assertThat(same).isEqualTo(VALUE).hasSameHashCodeAs(VALUE);
    assertThat(same).isNotEqualTo(VALUE.toBuilder().name("Bob").build());
  }

  @Test
  void modelsOfTwoSchemasDiffer() {
    assertThat(Reading.of(things, "{}").some())
        .isNotEqualTo(Reading.of(new PartJsonAdapter(), "{}").some());
  }

  @Test
  void whatTheSpecificationDoesNotKnowCounts() {
    assertThat(Part.builder().put("a", 1).build())
        .isNotEqualTo(Part.builder().build())
        .isEqualTo(Part.builder().put("a", 1L).build());
  }

  @Test
  void toStringNamesPropertiesAndHidesValues() {
    assertThat(VALUE).hasToString("Thing[id, name, class]");
    assertThat(Part.builder().put("colour", "secret").weight(BigDecimal.ONE).build())
        .hasToString("Part[weight, colour]");
  }

  @Test
  void toBuilderLeavesTheOriginalAlone() {
    Thing copy = VALUE.toBuilder().name("Bob").unset(Thing.PROPERTY_CLASS).build();

    assertThat(copy).isEqualTo(Thing.builder().id(1L).name("Bob").build());
    assertThat(VALUE.name()).isEqualTo("Ada");
    assertThat(VALUE.toBuilder().build()).isEqualTo(VALUE);
  }

  @Test
  void builderCanGoOnAfterBuilding() {
    Thing.Builder builder = ABSENT.toBuilder();
    Thing first = builder.build();

    builder.name("Ada");

    assertThat(first).isEqualTo(ABSENT);
    assertThat(builder.build()).isEqualTo(VALUE);
  }

  @Test
  void collectionsAreCopied() {
    List<String> tags = new ArrayList<>(List.of("a"));
    Map<String, Object> freeForm = new LinkedHashMap<>(Map.of("tags", tags));
    Map<String, Long> counts = new LinkedHashMap<>(Map.of("a", 1L));
    Thing thing =
        ABSENT.toBuilder().tags(tags).freeForm(freeForm).anything(freeForm).counts(counts).build();
    Part part = Part.builder().put("tags", tags).build();

    tags.add("b");
    freeForm.put("more", 1);
    counts.put("b", 2L);

    assertThat(thing.tags()).containsExactly("a");
    assertThat(thing.freeForm()).isEqualTo(Map.of("tags", List.of("a")));
    assertThat(thing.anything()).isEqualTo(Map.of("tags", List.of("a")));
    assertThat(thing.counts()).isEqualTo(Map.of("a", 1L));
    assertThat(part.extra()).isEqualTo(Map.of("tags", List.of("a")));
  }

  @Test
  void collectionsCannotBeChanged() {
    String json =
        "{\"id\":1,\"tags\":[\"a\"],\"counts\":{\"a\":1},\"anything\":{\"a\":[1]},\"x\":[1]}";
    Thing read = Reading.of(things, json).some();
    Thing built = read.toBuilder().name("x").build();

    for (Thing thing : List.of(read, built)) {
      assertUnmodifiable(thing.tags());
      assertUnmodifiable(thing.counts());
      assertUnmodifiable(thing.anything());
      assertUnmodifiable(thing.anything() instanceof Map<?, ?> map ? map.get("a") : null);
      assertUnmodifiable(thing.extra());
      assertUnmodifiable(thing.extra().get("x"));
    }
  }

  @Test
  void requiredPropertyIsRequired() {
    assertThatThrownBy(() -> Thing.builder().name("Ada").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Thing needs id");
  }

  @Test
  void atLeastOneOfSeveralIsRequired() {
    assertThatThrownBy(() -> Thing.builder().id(1L).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Thing needs at least one of name, class");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefusedWhereTheSpecificationDoesNotHaveIt() {
    assertThatThrownBy(() -> Thing.builder().propertyClass(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("class");
    assertThatThrownBy(() -> Thing.builder().tags(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("element");
  }

  @Test
  void nullIsSetBySpellingItOut() {
    Thing thing = ABSENT.toBuilder().set(Thing.PROPERTY_CLASS, null).build();

    assertThat(things.toJson(thing)).isEqualTo("{\"id\":1,\"class\":null}");
  }

  @Test
  void propertyOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> Thing.builder().set(Part.WEIGHT, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight is a property of another model than Thing");
    assertThatThrownBy(() -> Part.builder().set(Thing.ID, 1L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is a property of another model than Part");
  }

  @Test
  void openModelRefusesANameThatHasAMethod() {
    assertThatThrownBy(() -> Part.builder().put("weight", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight is a property of Part with a method of its own");
  }

  @Test
  void openModelTakesAnyJson() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("null", null);
    object.put("list", List.of(true, "x"));
    Part part =
        Part.builder()
            .put("object", object)
            .put("null", null)
            .put("int", 1)
            .put("big", new BigInteger("123456789012345678901234567890"))
            .put("double", 0.5)
            .put("decimal", new BigDecimal("1.50"))
            .build();

    assertThat(new PartJsonAdapter().toJson(part))
        .isEqualTo(
            "{\"object\":{\"null\":null,\"list\":[true,\"x\"]},\"null\":null,\"int\":1,"
                + "\"big\":123456789012345678901234567890,\"double\":0.5,\"decimal\":1.50}");
  }

  @Test
  void openModelRefusesWhatIsNotJson() {
    Part.Builder builder = Part.builder();

    assertThatThrownBy(() -> builder.put("x", LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a JSON value is null, a Boolean, a number, a String, a List or a Map, not a "
                + "java.time.LocalDate");
    assertThatThrownBy(() -> builder.put("x", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no NaN and no infinity");
    assertThatThrownBy(() -> builder.put("x", Map.of(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the keys of a JSON object are strings");
  }

  @Test
  void propertySaysWhatTheSpecificationSays() {
    assertThat(Thing.GET_CLASS_VALUE.name()).isEqualTo("get-class");
    assertThat(List.of(Thing.ID.isRequired(), Thing.NAME.isRequired()))
        .containsExactly(true, false);
    assertThat(List.of(Thing.ID.isNullable(), Thing.NAME.isNullable()))
        .containsExactly(false, true);
  }

  @SuppressWarnings("unchecked")
  private static void assertUnmodifiable(@Nullable Object collection) {
    assertThat(collection).isInstanceOfAny(Map.class, List.class);
    assertThatThrownBy(
            () -> {
              if (collection instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put("new", 1L);
              } else if (collection instanceof List<?> list) {
                ((List<Object>) list).add("new");
              }
            })
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
