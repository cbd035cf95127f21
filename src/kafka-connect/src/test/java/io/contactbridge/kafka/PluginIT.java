package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Holds the plugin to what a worker expects in a folder of its plugin.path. */
final class PluginIT {
  private static final long MOST_BYTES = 5 << 20;

  @Test
  void folderHasTheConnectorAndItsDependencies() throws IOException {
    List<String> jars = files(PluginFolder.path()).filter(name -> name.endsWith(".jar")).toList();

    assertThat(jars.stream().map(name -> name.replaceFirst("-\\d.*", "")))
        .containsExactly(
            "annotations",
            "contactbridge",
            "contactbridge-bulk",
            "contactbridge-clients",
            "contactbridge-kafka-connect",
            "fastcsv",
            "jspecify",
            "kotlin-stdlib",
            "libphonenumber",
            "moshi",
            "okhttp-jvm",
            "okio-jvm",
            "retrofit");
    assertThat(files(PluginFolder.path())).contains("LICENSE", "README.md");
  }

  @Test
  void folderHasNoLibraryOfTheWorker() throws IOException {
    for (Path jar : jars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        assertThat(file.stream().map(ZipEntry::getName))
            .as(jar.toString())
            .noneMatch(
                name -> name.startsWith("org/apache/kafka/") || name.startsWith("org/slf4j/"));
      }
    }
  }

  @Test
  void manifestNamesTheConnector() throws IOException {
    for (Path jar : jars()) {
      if (jar.getFileName().toString().startsWith("contactbridge-kafka-connect")) {
        try (JarFile file = new JarFile(jar.toFile())) {
          ZipEntry manifest =
              file.getEntry("META-INF/services/org.apache.kafka.connect.sink.SinkConnector");
          assertThat(
                  new String(file.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8)
                      .strip())
              .isEqualTo(ContactBridgeSinkConnector.class.getName());
          assertThat(file.getManifest().getMainAttributes().getValue("Implementation-Version"))
              .isNotBlank();
        }
        return;
      }
    }
    throw new AssertionError("the connector's jar is missing");
  }

  @Test
  void zipEqualsTheFolderAndIsSmall() throws IOException {
    Path zip = PluginFolder.zip();

    assertThat(Files.size(zip)).isLessThanOrEqualTo(MOST_BYTES);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(
              file.stream()
                  .filter(entry -> !entry.isDirectory())
                  .map(entry -> Path.of(entry.getName()).getFileName().toString())
                  .sorted())
          .containsExactlyElementsOf(files(PluginFolder.path()).toList());
      assertThat(file.stream().map(ZipEntry::getName))
          .allMatch(name -> name.startsWith("contactbridge/"));
    }
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.walk(PluginFolder.path())) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static Stream<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
