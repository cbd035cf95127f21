package io.contactbridge.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the answers of the in-memory CRMs, which applications use in tests, against the specs. */
final class FakeCrmContractTest {
  @ParameterizedTest
  @EnumSource(Crm.class)
  void refusalsEqualTheExamplesOfTheSpecification(Crm crm) throws IOException {
    Map<String, Object> refusals =
        YamlTree.object(table().get(crm.name().toLowerCase(Locale.ROOT)));

    assertThat(refusals).isNotEmpty();
    refusals.forEach(
        (name, each) -> {
          Map<String, Object> refusal = YamlTree.object(each);
          int status = Integer.parseInt(String.valueOf(refusal.get("status")));
          String example = String.valueOf(refusal.get("example"));
          assertThat(refusal.get("body"))
              .as("%s of %s", name, crm)
              .isEqualTo(OperationSpec.of(crm).answer(status, example).body());
        });
  }

  private static Map<String, Object> table() throws IOException {
    String name = "/io/contactbridge/test/refusals.json";
    try (InputStream file = requireNonNull(Crm.class.getResourceAsStream(name))) {
      return YamlTree.object(
          YamlTree.tree(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
