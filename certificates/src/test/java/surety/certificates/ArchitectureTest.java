package surety.certificates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes the kernel fit to be trusted: how little it depends on. */
class ArchitectureTest {
  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("surety.certificates");

  @Test
  void kernelIsImported() {
    assertTrue(KERNEL.size() > 100, () -> "only " + KERNEL.size() + " classes");
  }

  @Test
  void dependsOnJavaBaseOnly() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass kernelClass : KERNEL) {
      kernelClass.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> !target.isPrimitive())
          .map(JavaClass::getName)
          .filter(name -> !name.startsWith("surety.certificates."))
          .filter(name -> !isInJavaBase(name))
          .forEach(foreign::add);
    }
    assertEquals(Set.of(), foreign);
  }

  private static boolean isInJavaBase(String name) {
    try {
      return "java.base".equals(Class.forName(name).getModule().getName());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("surety.certificates.(*)..").should().beFreeOfCycles().check(KERNEL);
  }

  /**
   * The core knows neither how a network's file is read, nor regions, nor how a replay is asked.
   */
  @Test
  void theCoreIsAWall() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages(
                "arithmetic",
                "text",
                "stop",
                "rejection",
                "activation",
                "network",
                "density",
                "integral",
                "statement",
                "bounds",
                "cell",
                "proof"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("onnx", "region", "replay"))
        .check(KERNEL);
  }

  /** The door makes a network of a file, and knows of nothing else. */
  @Test
  void theDoorIsAWall() {
    noClasses()
        .that()
        .resideInAPackage("surety.certificates.onnx")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages(
                "density", "integral", "statement", "bounds", "cell", "proof", "region", "replay"))
        .check(KERNEL);
  }

  /** Regions are clients of the core. */
  @Test
  void theRegionsAreAWall() {
    noClasses()
        .that()
        .resideInAPackage("surety.certificates.region")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("onnx", "bounds", "replay"))
        .check(KERNEL);
  }

  /** Loops have a kernel of their own, which knows of no network and no input. */
  @Test
  void theLoopsAreAWall() {
    classes()
        .that()
        .resideInAnyPackage(packages("precise", "loop", "recurrence"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "surety.certificates.arithmetic",
            "surety.certificates.loop",
            "surety.certificates.precise",
            "surety.certificates.recurrence",
            "surety.certificates.statement",
            "surety.certificates.stop",
            "surety.certificates.text")
        .check(KERNEL);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            packages("loop", "precise", "recurrence", "replay", "statement", "writing"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("loop", "precise", "recurrence"))
        .check(KERNEL);
  }

  /** What writes is not trusted, and nothing that is trusted needs it. */
  @Test
  void theWritersAreAWall() {
    noClasses()
        .that()
        .resideOutsideOfPackage("surety.certificates.writing")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("surety.certificates.writing")
        .check(KERNEL);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map("surety.certificates."::concat).toArray(String[]::new);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> packages =
        KERNEL.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    Set<String> described =
        KERNEL.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    // javac writes package-info.class only for annotated packages; the sources are looked at
    for (String name : packages) {
      assertTrue(
          described.contains(name)
              || Files.exists(
                  Path.of("src/main/java", name.replace('.', '/'), "package-info.java")),
          name);
    }
  }

  @Test
  void resultsDependOnNothingButTheArguments() {
    noClasses()
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(KERNEL);
  }

  /** Math's own exp, log, pow and so on may differ between platforms; StrictMath's do not. */
  @Test
  void elementaryFunctionsAreStrict() {
    for (String name : List.of("exp", "log", "sin", "cos", "tan", "atan", "tanh", "expm1")) {
      noClasses().should().callMethod(Math.class, name, double.class).check(KERNEL);
    }
    noClasses().should().callMethod(Math.class, "pow", double.class, double.class).check(KERNEL);
  }

  @Test
  void thereIsNoTolerance() {
    for (JavaClass kernelClass : KERNEL) {
      for (JavaField field : kernelClass.getFields()) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        assertTrue(
            !name.contains("tolerance") && !name.contains("epsilon") && !name.equals("eps"),
            field::getFullName);
      }
    }
  }

  @Test
  void errorsAreNamed() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .haveSimpleNameEndingWith("Exception")
        .check(KERNEL);
  }
}
