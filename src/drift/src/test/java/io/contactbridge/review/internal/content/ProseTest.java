package io.contactbridge.review.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.review.internal.content.Prose.Paragraph;
import io.contactbridge.review.internal.content.Prose.Piece;
import io.contactbridge.review.internal.content.Prose.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProseTest {
  @Test
  void sentenceSaysWhereItIsKnownFrom() {
    assertThat(Prose.of("On the page. Observed: `x` is\n dropped. Then more.").lead())
        .containsExactly(
            new Paragraph(
                List.of(
                    new Sentence("", "", List.of(new Piece(false, "On the page."))),
                    new Sentence(
                        "observed",
                        "Observed",
                        List.of(new Piece(true, "x"), new Piece(false, " is dropped."))),
                    new Sentence("", "", List.of(new Piece(false, "Then more."))))));
  }

  @Test
  void blankLineMakesAParagraph() {
    assertThat(Prose.of("One.\n\nTwo.").lead()).hasSize(2);
  }

  @Test
  void anEmptyTextHasNoParagraphs() {
    assertThat(Prose.of(" \n ").isEmpty()).isTrue();
  }

  @Test
  void longTextIsCutAndKept() {
    Prose prose = Prose.of("word ".repeat(2000));

    assertThat(prose.hasMore()).isTrue();
    assertThat(words(prose.lead()) + words(prose.more())).isEqualTo(2000);
  }

  private static int words(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .flatMap(paragraph -> paragraph.sentences().stream())
        .flatMap(sentence -> sentence.pieces().stream())
        .mapToInt(piece -> piece.text().split("word", -1).length - 1)
        .sum();
  }
}
