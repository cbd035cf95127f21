package io.contactbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds the artifacts against src/it/consumer, which has nothing but a dependency on them. */
final class ConsumerContractTest {
  private static final Path TARGET =
      Project.ROOT.resolve("src/contract-tests/target/it/consumer/target");
  private static final long EIGHT_MEGABYTES = 8L << 20;

  @RegisterExtension static final Prism PRISM = Prism.of(Crm.LINQ);

  @Test
  void artifactsBringWhatTheyNeedAndNothingElse() throws IOException {
    List<Path> jars = jars();

    assertThat(jars)
        .extracting(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
        .containsExactlyInAnyOrder(
            "annotations",
            "contactbridge",
            "contactbridge-clients",
            "failsafe",
            "jspecify",
            "kotlin-stdlib",
            "libphonenumber",
            "moshi",
            "okhttp-jvm",
            "okio-jvm",
            "retrofit");
    assertThat(jars.stream().mapToLong(jar -> jar.toFile().length()).sum())
        .isLessThan(EIGHT_MEGABYTES);
  }

  @Test
  void programUpdatesAContact() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                TARGET.resolve("classes") + File.pathSeparator + TARGET.resolve("dependency/*"),
                "com.example.Main",
                PRISM.url())
            .redirectErrorStream(true)
            .start();

    assertThat(program.inputReader().lines()).containsExactly("Linq {EMAIL=DIFFERENT}");
    assertThat(program.waitFor()).isZero();
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(TARGET.resolve("dependency"))) {
      return files.toList();
    }
  }
}
