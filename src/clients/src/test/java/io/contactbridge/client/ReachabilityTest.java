package io.contactbridge.client;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what GraalVM is told against the classes that Retrofit and Moshi reach by reflection. */
final class ReachabilityTest {
  @ParameterizedTest
  @ValueSource(strings = {"acquire", "highlevel", "linq", "raze"})
  void everyModelAndAdapterAndApiIsReachable(String client) throws IOException {
    Set<String> classes =
        GeneratedSources.files(client).stream()
            .filter(file -> file.endsWith(".java"))
            // What is called by its name needs no help.
            .filter(file -> !file.endsWith("Client.java") && !file.endsWith("Evidence.java"))
            .map(file -> file.replace('/', '.').replaceFirst("\\.java$", ""))
            .collect(toSet());

    // GraalVM skips what is not there, such as the classes that generated-config/ignore has.
    List<Map<String, Object>> told =
        read(client, "reflect-config.json").stream()
            .filter(each -> !String.valueOf(each.get("name")).matches(".*Parameter(JsonAdapter)?"))
            .toList();

    assertThat(told).extracting(each -> each.get("name")).hasSameElementsAs(classes);
    assertThat(told)
        .filteredOn(each -> String.valueOf(each.get("name")).endsWith("JsonAdapter"))
        .allSatisfy(each -> assertThat(String.valueOf(each.get("methods"))).contains("<init>"));
    assertThat(told)
        .filteredOn(each -> String.valueOf(each.get("name")).endsWith("Api"))
        .allSatisfy(each -> assertThat(each).containsEntry("queryAllDeclaredMethods", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acquire", "highlevel", "linq", "raze"})
  void everyApiHasAProxy(String client) throws Exception {
    Set<Object> apis = new HashSet<>();
    for (String file : GeneratedSources.files(client)) {
      String name = file.replace('/', '.').replaceFirst("\\.java$", "");
      if (file.endsWith(".java") && Class.forName(name).isInterface()) {
        apis.add(List.of(name));
      }
    }

    assertThat(read(client, "proxy-config.json"))
        .extracting(each -> each.get("interfaces"))
        .hasSameElementsAs(apis);
  }

  private static List<Map<String, Object>> read(String client, String file) throws IOException {
    String name = GeneratedSources.reachability(client) + file;
    try (InputStream stream = Model.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(stream).as(name).isNotNull();
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      JsonAdapter<List<Map<String, Object>>> adapter =
          new Moshi.Builder()
              .build()
              .adapter(
                  Types.newParameterizedType(
                      List.class,
                      Types.newParameterizedType(Map.class, String.class, Object.class)));
      return requireNonNull(adapter.fromJson(text));
    }
  }
}
