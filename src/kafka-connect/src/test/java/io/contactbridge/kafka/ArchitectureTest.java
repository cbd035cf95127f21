package io.contactbridge.kafka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of this module that a compiler does not know. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.contactbridge.kafka");

  @Test
  void onlyTheConnectorAndItsTaskArePublic() {
    classes()
        .that()
        .arePublic()
        .should()
        .be(ContactBridgeSinkConnector.class)
        .orShould()
        .be(ContactBridgeSinkTask.class)
        .check(CLASSES);
  }

  @Test
  void classesAreFinal() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void onlyTaskMetricsUsesClassesThatTheOldestWorkerLacks() {
    noClasses()
        .that()
        .doNotHaveSimpleName("TaskMetrics")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("PluginMetrics")
        .check(CLASSES);
  }
}
