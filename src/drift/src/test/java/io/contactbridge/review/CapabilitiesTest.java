package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.review.internal.content.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code specs/capabilities.json} as the code is, so that a change of the library shows in a
 * review whose tool does not run that code; {@code -Dcapabilities=rewrite} writes it.
 */
final class CapabilitiesTest {
  private static final Path FILE = Path.of("../../specs/" + Library.FILE);

  @Test
  void fileSaysWhatTheLibraryCanDo() throws IOException {
    if ("rewrite".equals(System.getProperty("capabilities"))) {
      Files.writeString(FILE, Review.capabilities());
    }

    assertThat(Files.readString(FILE))
        .as("mvn -pl src/drift -am test -Dtest=CapabilitiesTest -Dcapabilities=rewrite writes it")
        .isEqualTo(Review.capabilities());
  }

  @Test
  void aWrittenFileIsReadBack() {
    assertThat(Library.read("f", Review.capabilities())).isEqualTo(Library.current());
  }

  @Test
  void crmThatThisVersionDoesNotKnowIsSkippedAndNamed() {
    String later = Review.capabilities().replaceFirst("\"crm\":\"LINQ\"", "\"crm\":\"LATER\"");

    assertThat(Library.read("f", later).unknown()).hasSize(1).allMatch(e -> e.startsWith("LATER "));
    assertThat(Library.read("f", later).entries()).hasSize(Library.current().entries().size() - 1);
  }

  @Test
  void fileOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> Library.read("capabilities.json", "{}"))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("capabilities.json is no list of what the library can do");
  }
}
