package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Crm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SourceTest {
  private final Path folder;

  SourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void fileIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("linq.yaml"), "\ufeffa: ü\n");

    assertThat(Source.of(file.toString()).text()).isEqualTo("a: ü\n");
    assertThat(Source.of(file.toString()).name()).isEqualTo(file.toString());
  }

  @Test
  void fileWithAColonIsNoRevision() throws IOException {
    Path file = Files.writeString(folder.resolve("main:linq.yaml"), "a: b");

    assertThat(Source.of(file.toString()).text()).isEqualTo("a: b");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("linq.yaml"), new byte[] {(byte) 0xff});

    refusal(file.toString()).hasMessage(file + " is not text in UTF-8");
    refusal(folder.toString()).hasMessage(folder + " is a folder, not a file");
    refusal(folder + "/raze.yaml").hasMessage("there is no file " + folder + "/raze.yaml");
    refusal("a\0b").hasMessage("a b is not the name of a file");
  }

  @ParameterizedTest
  @EnumSource
  void theShippedSpecsCanBeRead(Crm crm) throws IOException {
    String file = "specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml";

    assertThat(Source.shipped(crm).name()).isEqualTo(file);
    assertThat(Source.shipped(crm).text())
        .isEqualTo(Files.readString(Path.of("../..").resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, https://developer.acquire.io/rest-apis/customer/update",
    "HIGHLEVEL, https://marketplace.gohighlevel.com/docs/ghl/contacts/update-contact",
    "LINQ, https://docs.linqapp.com/v2/api/operations/apipartnerv2contactsid/put/",
    "RAZE, https://developer.getraze.co/api-reference/contacts/update"
  })
  void pageOfASpecificationIsFound(Crm crm, String url) {
    assertThat(Source.documentation(Source.shipped(crm)).name()).isEqualTo(url);
  }

  @Test
  void aSpecWithoutAPageIsReported() {
    Source spec = Source.text("linq.yaml", "{openapi: 3.0.3, paths: {/a: {put: {}}}}");

    assertThatThrownBy(() -> Source.documentation(spec))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("linq.yaml has no operation with the URL of its page");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String where) {
    return assertThatThrownBy(() -> Source.of(where).text())
        .isInstanceOf(CannotCheckException.class);
  }
}
