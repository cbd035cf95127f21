package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.torture.model.Colour;
import io.contactbridge.client.torture.model.ThingInlineSize;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenEnumTest {
  @Test
  void knownValueEqualsItsConstant() {
    assertThat(Colour.of("dark-blue"))
        .isEqualTo(Colour.DARK_BLUE)
        .hasSameHashCodeAs(Colour.DARK_BLUE)
        .isNotEqualTo(Colour.RED);
  }

  @Test
  void unknownValueIsKept() {
    assertThat(Colour.of("mauve").value()).isEqualTo("mauve");
    assertThat(List.of(Colour.of("mauve").isKnown(), Colour.RED.isKnown()))
        .containsExactly(false, true);
  }

  @Test
  void valuesOfTwoEnumsDiffer() {
    assertThat(Colour.of("small")).isNotEqualTo(ThingInlineSize.SMALL);
  }

  @Test
  void everyConstantIsKnownUnderItsSpelling() {
    assertThat(
            List.of(
                ThingInlineSize.SMALL,
                ThingInlineSize.X_LARGE,
                ThingInlineSize._7,
                ThingInlineSize.A_B,
                ThingInlineSize.EMPTY))
        .allMatch(OpenEnum::isKnown)
        .extracting(OpenEnum::toString)
        .containsExactly("small", "X-Large", "7", "a b", "");
  }
}
