package surety.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Evidence knows reports and the language, and nobody who prints on a terminal. */
class ArchitectureTest {
  private static final JavaClasses EVIDENCE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("surety.evidence");

  @Test
  void evidenceIsImported() {
    assertTrue(EVIDENCE.size() > 10, () -> "only " + EVIDENCE.size() + " classes");
  }

  @Test
  void knowsNoCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("surety.cli..", "picocli..")
        .check(EVIDENCE);
  }

  @Test
  void eachPartKnowsOnlyTheOnesBelow() {
    noClasses()
        .that()
        .resideInAPackage("surety.evidence.signature")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("surety.evidence.attestation", "surety.evidence.bundle")
        .check(EVIDENCE);
    noClasses()
        .that()
        .resideInAPackage("surety.evidence.attestation")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("surety.evidence.bundle")
        .check(EVIDENCE);
  }

  /** Bounds are the kernel's; nobody who attests has a search at hand. */
  @Test
  void searchesNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("surety.solver.search..", "surety.solver.bounding..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Checker")
        .check(EVIDENCE);
  }

  @Test
  void opensNoConnection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .check(EVIDENCE);
  }
}
