package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Which headers are secret is what the specs say, and what is shown keeps to it. */
final class SecretHeadersTest {
  @ParameterizedTest
  @EnumSource
  void planHidesTheHeaderOfEachSecurityScheme(Crm crm) throws IOException {
    Map<String, Map<String, String>> schemes = securitySchemes(crm);
    UpdatePlan plan =
        Accounts.at(crm).build().plan(Accounts.contactId(crm), Samples.update(ContactField.EMAIL));

    assertThat(schemes).isNotEmpty();
    schemes
        .values()
        .forEach(scheme -> assertThat(plan.headers()).containsEntry(header(scheme), shown(scheme)));
    assertThat(plan.headers().values())
        .filteredOn(value -> value.contains("***"))
        .hasSameSizeAs(schemes.values());
  }

  private static String header(Map<String, String> scheme) {
    return switch (at(scheme, "type")) {
      case "http" -> "Authorization";
      case "apiKey" -> {
        assertThat(scheme).as("a place that is not redacted").containsEntry("in", "header");
        yield at(scheme, "name");
      }
      default -> throw new AssertionError("a scheme of which nobody knows what is secret");
    };
  }

  private static String shown(Map<String, String> scheme) {
    return at(scheme, "type").equals("http") ? "Bearer ***" : "***";
  }

  private static String at(Map<String, String> scheme, String name) {
    return Objects.requireNonNull(scheme.get(name), name);
  }

  private static Map<String, Map<String, String>> securitySchemes(Crm crm) throws IOException {
    Path spec = Path.of("../../specs/" + crm.name().toLowerCase(Locale.ROOT) + ".yaml");
    try (Reader reader = Files.newBufferedReader(spec)) {
      Map<String, Map<String, Map<String, Map<String, String>>>> document = new Yaml().load(reader);
      return Objects.requireNonNull(
          Objects.requireNonNull(document.get("components")).get("securitySchemes"));
    }
  }
}
