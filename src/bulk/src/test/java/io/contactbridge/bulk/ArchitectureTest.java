package io.contactbridge.bulk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rules of this module that the compiler cannot check. */
final class ArchitectureTest {
  private static final JavaClasses BULK =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.contactbridge.bulk");

  @Test
  void engineUsesNoThreadsClockOrFiles() {
    noClasses()
        .that()
        .resideInAPackage("io.contactbridge.bulk.engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio..", "java.util.concurrent..", "okhttp3..", "okio..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(BULK);
  }

  @Test
  void packagesAreIndependentOfEachOther() {
    for (String room : new String[] {"engine", "internal.input", "internal.results"}) {
      noClasses()
          .that()
          .resideInAPackage("io.contactbridge.bulk." + room)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.contactbridge.bulk..")
                  .and(not(resideInAPackage("io.contactbridge.bulk." + room))))
          .check(BULK);
    }
  }

  @Test
  void classesAreFinal() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(BULK);
  }
}
