package io.contactbridge.review;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages behind the review, and which of them each may use. */
final class PackagesTest {
  private static final String INTERNAL = "io.contactbridge.review.internal.";

  @Test
  void packagesBuildOnEachOtherInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("content")
        .definedBy(INTERNAL + "content")
        .layer("changes")
        .definedBy(INTERNAL + "changes")
        .layer("plans")
        .definedBy(INTERNAL + "plans")
        .layer("pages")
        .definedBy(INTERNAL + "pages")
        .whereLayer("pages")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("plans")
        .mayOnlyBeAccessedByLayers("pages")
        .whereLayer("changes")
        .mayOnlyBeAccessedByLayers("pages")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.contactbridge.review"));
  }
}
