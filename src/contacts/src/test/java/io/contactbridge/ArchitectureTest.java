package io.contactbridge;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenCodeUnitsConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.Serializable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of the facade that a compiler does not know. */
final class ArchitectureTest {
  private static final JavaClasses FACADE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.contactbridge");

  private static final DescribedPredicate<JavaClass> HTTP =
      resideInAnyPackage("okhttp3..", "okio..", "retrofit2..", "com.squareup..");

  private static final DescribedPredicate<JavaClass> GENERATED =
      resideInAnyPackage(
          "io.contactbridge.client.acquire..",
          "io.contactbridge.client.highlevel..",
          "io.contactbridge.client.linq..",
          "io.contactbridge.client.raze..");

  private static final DescribedPredicate<JavaClass> CLIENTS_OF_CRMS =
      GENERATED.and(
          describe("a client's own class", type -> type.getSimpleName().endsWith("Client")));

  /** What a user sees, and what is behind it. */
  private static final String[] OURS = {"io.contactbridge", "io.contactbridge.internal.."};

  /** All of them know the public types, which in turn start what is internal. */
  @Test
  void internalPackagesBuildOnEachOtherInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .ensureAllClassesAreContainedInArchitectureIgnoring(
            resideOutsideOfPackage("io.contactbridge.internal.."))
        .layer("text")
        .definedBy("io.contactbridge.internal.text")
        .layer("answer")
        .definedBy("io.contactbridge.internal.answer")
        .layer("mapping")
        .definedBy("io.contactbridge.internal.mapping")
        .layer("sending")
        .definedBy("io.contactbridge.internal.sending")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("sending")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("mapping")
        .mayOnlyBeAccessedByLayers("sending")
        .check(FACADE);
  }

  /** But for the exceptions, whose sealed classes name each other. */
  @Test
  void noTypesBuildOnEachOther() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                JavaClass outer = type;
                while (outer.getEnclosingClass().isPresent()) {
                  outer = outer.getEnclosingClass().get();
                }
                if (!resideInAnyPackage(OURS).test(outer)) {
                  return SliceIdentifier.ignore();
                }
                return SliceIdentifier.of(family(outer).getName());
              }

              @Override
              public String getDescription() {
                return "types";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(FACADE);
  }

  /** Returns the sealed class that a class belongs to, or the class itself. */
  private static JavaClass family(JavaClass type) {
    return type.getRawSuperclass()
        .filter(above -> above.reflect().isSealed())
        .map(ArchitectureTest::family)
        .orElse(type);
  }

  @Test
  void classesAreFinalOrSealed() {
    classes()
        .that()
        .resideInAnyPackage(OURS)
        .and()
        .areNotAnonymousClasses()
        .should(beFinalOrSealed())
        .check(FACADE);
  }

  /** The compiler's own number changes with each method, and a newer version could not read it. */
  @Test
  void whatIsSerialisedHasANumberOfItsOwn() {
    classes()
        .that()
        .areAssignableTo(Serializable.class)
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotRecords()
        .and()
        .areNotAnonymousClasses()
        .should(haveASerialVersion())
        .check(FACADE);
  }

  @Test
  void httpIsNoPartOfTheApiButForTheCallersOwnClient() {
    publicCodeUnits()
        .and()
        .doNotHaveFullName(Contacts.Builder.class.getName() + ".httpClient(okhttp3.OkHttpClient)")
        .should(notMention(HTTP))
        .check(FACADE);
  }

  private static GivenCodeUnitsConjunction<JavaCodeUnit> publicCodeUnits() {
    return codeUnits()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.contactbridge")
        .and()
        .areDeclaredInClassesThat()
        .arePublic();
  }

  /** On the module path a caller could not compile against such a signature. */
  @Test
  void publicSignaturesHaveNoInternalTypes() {
    publicCodeUnits()
        .should(notMention(resideInAnyPackage("io.contactbridge.internal..")))
        .check(FACADE);
  }

  @Test
  void generatedModelsAreKnownToTheAdaptersAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(OURS)
        .and()
        .haveSimpleNameNotEndingWith("Adapter")
        .and(describe("are not part of an adapter", type -> !isInAnAdapter(type)))
        .should()
        .dependOnClassesThat(GENERATED.and(DescribedPredicate.not(CLIENTS_OF_CRMS)))
        .check(FACADE);
  }

  @Test
  void serversAreKnownToTheEntryPointAndTheAdaptersAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(OURS)
        .and()
        .haveSimpleNameNotEndingWith("Adapter")
        .and()
        .doNotBelongToAnyOf(Contacts.class)
        .should()
        .dependOnClassesThat(CLIENTS_OF_CRMS)
        .check(FACADE);
  }

  @Test
  void clientsDoNotReachBack() {
    noClasses()
        .that()
        .resideInAPackage("io.contactbridge.client..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OURS)
        .check(FACADE);
  }

  @Test
  void optionalIsWhatIsReturnedAndNeverWhatIsTaken() {
    noCodeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(OURS)
        .should(take(Optional.class))
        .check(FACADE);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(OURS)
        .should()
        .notHaveRawType(Optional.class)
        .check(FACADE);
  }

  @Test
  void nothingIsReflectedOver() {
    noClasses()
        .that()
        .resideInAnyPackage(OURS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
        .check(FACADE);
  }

  private static boolean isInAnAdapter(JavaClass type) {
    return type.getEnclosingClass()
        .map(outer -> outer.getSimpleName().endsWith("Adapter"))
        .orElse(false);
  }

  private static ArchCondition<JavaClass> beFinalOrSealed() {
    return new ArchCondition<>("be final, sealed or an interface") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean right =
            type.isInterface()
                || type.isEnum()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
        events.add(new SimpleConditionEvent(type, right, type.getName() + " is open"));
      }
    };
  }

  private static ArchCondition<JavaCodeUnit> take(Class<?> parameter) {
    return new ArchCondition<>("take an " + parameter.getSimpleName()) {
      @Override
      public void check(JavaCodeUnit method, ConditionEvents events) {
        boolean takes =
            method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
        // A lambda takes what a stream gives it.
        boolean written = !method.getName().startsWith("lambda$");
        events.add(new SimpleConditionEvent(method, takes && written, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaCodeUnit> notMention(DescribedPredicate<JavaClass> types) {
    return new ArchCondition<>("not mention " + types.getDescription()) {
      @Override
      public void check(JavaCodeUnit method, ConditionEvents events) {
        boolean mentions = method.getAllInvolvedRawTypes().stream().anyMatch(types);
        events.add(new SimpleConditionEvent(method, !mentions, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> haveASerialVersion() {
    return new ArchCondition<>("declare serialVersionUID") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.tryGetField("serialVersionUID").isEmpty()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " does not declare it"));
        }
      }
    };
  }
}
