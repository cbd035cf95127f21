package io.contactbridge.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import okio.ByteString;
import org.junit.jupiter.api.Test;

final class SecretsTest {
  @Property
  void credentialIsFoundWhereverItStands(
      @ForAll String before,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 6, max = 40) String credential,
      @ForAll String after) {
    ByteString bytes = ByteString.encodeUtf8(before + credential + after);

    assertThat(Secrets.NONE.and(credential).mayBeIn(bytes)).isTrue();
  }

  /** Of two letters alone, so that most of a credential is often there. */
  @Property
  void othersAreNotFound(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 60) String text,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 6, max = 12) String credential) {
    assertThat(Secrets.NONE.and(credential).mayBeIn(ByteString.encodeUtf8(text)))
        .isEqualTo(text.contains(credential));
  }

  @Test
  void credentialWithoutLettersAndDigitsMayBeAnywhere() {
    assertThat(Secrets.NONE.and("-/-/-/-").mayBeIn(ByteString.encodeUtf8("text"))).isTrue();
    assertThat(Secrets.NONE.and("-/-/-/-").hide("text")).isEqualTo("text");
  }
}
