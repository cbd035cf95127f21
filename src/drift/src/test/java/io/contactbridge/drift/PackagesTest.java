package io.contactbridge.drift;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages behind the door, and which of them each may use. */
final class PackagesTest {
  private static final String DOOR = "io.contactbridge.drift";
  private static final String INTERNAL = DOOR + ".internal.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(DOOR);

  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("facts", List.of());
    MAY_USE.put("source", List.of("facts"));
    MAY_USE.put("openapi", List.of("facts"));
    MAY_USE.put("compare", List.of("facts", "openapi"));
    MAY_USE.put("impact", List.of("facts", "openapi", "compare"));
    MAY_USE.put("pages", List.of("facts", "openapi", "compare", "impact"));
    MAY_USE.put("answers", List.of("facts", "compare", "impact"));
    MAY_USE.put("diagnosis", List.of("facts", "answers"));
    MAY_USE.put("traffic", List.of("facts", "answers", "diagnosis"));
    MAY_USE.put("live", List.of("facts", "openapi", "compare", "impact", "answers", "diagnosis"));
    MAY_USE.put("checks", List.of("facts", "openapi", "compare", "impact"));
    MAY_USE.put("report", List.of("facts", "compare", "checks"));
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void eachUsesOnlyWhatComesBeforeIt(String name) {
    String[] others =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(name) && !uses(name).contains(other))
            .map(other -> INTERNAL + other)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(INTERNAL + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @Test
  void nothingBehindTheDoorUsesWhatRunsIt() {
    noClasses()
        .that()
        .resideInAPackage(DOOR + ".internal..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(DriftCheck.class, DriftRun.class, Acknowledgements.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsListed() {
    assertThat(
            CLASSES.stream()
                .map(each -> each.getPackageName())
                .filter(each -> each.startsWith(INTERNAL))
                .map(each -> each.substring(INTERNAL.length()))
                .collect(Collectors.toSet()))
        .isEqualTo(MAY_USE.keySet());
  }

  /** A package may only use what stands before it, so that no circle can arise. */
  @Test
  void theListHasNoCircle() {
    List<String> order = List.copyOf(MAY_USE.keySet());

    MAY_USE.forEach(
        (name, used) ->
            assertThat(used).allMatch(other -> order.indexOf(other) < order.indexOf(name)));
  }

  private static Set<String> uses(String name) {
    return Stream.of(MAY_USE.getOrDefault(name, List.of()))
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }
}
