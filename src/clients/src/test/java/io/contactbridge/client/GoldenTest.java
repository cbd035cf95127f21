package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shows what a change to a template does to the sources.
 *
 * <p>{@code mvn test -pl src/clients -Dtest=GoldenTest -Dgolden=rewrite} writes the files anew.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path GENERATED =
      Path.of("target/generated-test-sources/torture/io/contactbridge/client/torture");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThingsApi.java",
        "TortureClient.java",
        "TortureEvidence.java",
        "model/Colour.java",
        "model/ColourJsonAdapter.java",
        "model/Part.java",
        "model/Thing.java",
        "model/ThingInlineSize.java",
        "model/ThingJsonAdapter.java",
      })
  void sourceIsTheGoldenOne(String file) throws IOException {
    Path golden = GOLDEN.resolve(Path.of(file).getFileName());
    String source = Files.readString(GENERATED.resolve(file));

    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(golden, source);
    }

    assertThat(source)
        .as("%s; if the change is meant, run this test with -Dgolden=rewrite", golden)
        .isEqualTo(Files.readString(golden));
  }
}
