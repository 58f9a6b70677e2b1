package io.deskhand;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom: the walls of the house, as src/docs/architecture.md describes them. */
class WallsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.deskhand");

  private static final String[] NO_NULLS = {"org.jspecify.annotations"};

  @Test
  void modelKnowsOnlyTheJdk() {
    check(onlyKnows("io.deskhand.model..", "io.deskhand.model..", "java.."));
  }

  @Test
  void protocolKnowsModelAndJackson() {
    check(
        onlyKnows(
            "io.deskhand.protocol..",
            "io.deskhand.protocol..",
            "io.deskhand.model..",
            "com.fasterxml.jackson..",
            "java.."));
  }

  @Test
  void diskKnowsOnlyH2() {
    check(onlyKnows("io.deskhand.disk..", "io.deskhand.disk..", "org.h2..", "java.."));
  }

  @Test
  void syncKnowsNeitherConsoleNorServer() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.deskhand.console..", "io.deskhand.server..", "io.deskhand.demo.."));
  }

  @Test
  void theFaceOfSyncKnowsNothingBehindIt() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.sync")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.deskhand.sync.*.."));
  }

  @Test
  void restLiveAndCacheNeverKnowEachOther() {
    List<String> parts = List.of("rest", "live", "cache");
    for (String part : parts) {
      String[] others =
          parts.stream()
              .filter(other -> !other.equals(part))
              .map(other -> "io.deskhand.sync." + other + "..")
              .toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage("io.deskhand.sync." + part + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others));
    }
  }

  @Test
  void onlyTheConsoleKnowsJavaFx() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.deskhand.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx.."));
  }

  @Test
  void theServerKnowsNothingOfTheConsoleSide() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.deskhand.console..", "io.deskhand.sync..", "io.deskhand.demo.."));
  }

  @Test
  void onlyMainAndDemoStartTheServer() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("io.deskhand.console..", "io.deskhand.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.deskhand.server..", "io.deskhand.demo.."));
  }

  @Test
  void serverFeaturesKnowOnlyTheStoreBelowThem() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.server.store..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.deskhand.server..")
                    .and(not(resideInAPackage("io.deskhand.server.store..")))));
  }

  @Test
  void consoleUiKnowsOnlyTheModel() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.console.ui..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.deskhand..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "io.deskhand.console.ui..", "io.deskhand.model..")))));
  }

  @Test
  void theBridgeToTheFxThreadKnowsNoFeatureAndNoScene() {
    check(
        onlyKnows(
            "io.deskhand.console.bind..",
            "io.deskhand.console.bind..",
            "io.deskhand.console.ui..",
            "io.deskhand.sync",
            "io.deskhand.protocol..",
            "io.deskhand.model..",
            "javafx.beans..",
            "javafx.collections..",
            "java.."));
  }

  @Test
  void consoleFeaturesNeverKnowEachOther() {
    check(
        slices()
            .assignedFrom(consoleFeatures())
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true));
  }

  @Test
  void consoleFeaturesUseTheFaceOfSyncOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.deskhand.console..")
            .and()
            .resideOutsideOfPackage("io.deskhand.console.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.deskhand.sync.*..", "io.deskhand.console.app.."));
  }

  @Test
  void viewModelsNeedNoToolkit() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..")))));
  }

  @Test
  void controllersNeverTalkToSync() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.deskhand.sync.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("io.deskhand.(**)").should().beFreeOfCycles());
  }

  private static ArchRule onlyKnows(String who, String... whom) {
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(whom).or(resideInAnyPackage(NO_NULLS)));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }

  private static SliceAssignment consoleFeatures() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String[] path = type.getPackageName().split("\\.");
        boolean isFeature =
            path.length >= 4
                && path[2].equals("console")
                && !List.of("app", "ui", "bind").contains(path[3]);
        return isFeature ? SliceIdentifier.of(path[3]) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "console features";
      }
    };
  }
}
