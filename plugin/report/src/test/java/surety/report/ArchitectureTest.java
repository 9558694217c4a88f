package surety.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Reports know the language, and nobody who prints on a terminal. */
class ArchitectureTest {
  private static final JavaClasses REPORT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("surety.report");

  @Test
  void reportIsImported() {
    assertTrue(REPORT.size() > 10, () -> "only " + REPORT.size() + " classes");
  }

  @Test
  void knowsNoCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("surety.cli..", "picocli..")
        .check(REPORT);
  }

  @Test
  void opensNoConnection() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net.http..").check(REPORT);
  }
}
