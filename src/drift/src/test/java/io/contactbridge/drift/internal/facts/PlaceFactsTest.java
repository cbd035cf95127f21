package io.contactbridge.drift.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlaceFactsTest {
  private static final PlaceFacts EMAIL =
      PlaceFacts.NONE.with(Aspect.TYPE, "string").with(Aspect.REQUIRED, true);

  @Test
  void aFactIsReplacedOrRemovedInACopy() {
    assertThat(EMAIL.with(Aspect.TYPE, "integer").text(Aspect.TYPE)).isEqualTo("integer");
    assertThat(EMAIL.with(Aspect.TYPE, null).aspects()).containsExactly(Aspect.REQUIRED);
    assertThat(EMAIL.without(Set.of(Aspect.REQUIRED)).is(Aspect.REQUIRED)).isFalse();
    assertThat(EMAIL.aspects()).containsExactly(Aspect.TYPE, Aspect.REQUIRED);
  }

  @Test
  void aValueOfAnotherKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMAIL.with(Aspect.MAX_LENGTH, 5))
        .withMessage("MAX_LENGTH is a BigDecimal, and this is a Integer");
  }

  @Test
  void theFirstOfTwoSourcesCountsAndRulesAreJoined() {
    PlaceFacts rules = EMAIL.with(Aspect.FURTHER_RULES, List.of("b"));

    PlaceFacts both =
        rules.also(
            PlaceFacts.NONE
                .with(Aspect.TYPE, "integer")
                .with(Aspect.FORMAT, "email")
                .with(Aspect.FURTHER_RULES, List.of("a")));

    assertThat(both.text(Aspect.TYPE)).isEqualTo("string");
    assertThat(both.text(Aspect.FORMAT)).isEqualTo("email");
    assertThat(both.list(Aspect.FURTHER_RULES)).containsExactly("a", "b");
  }
}
