package surety.certificates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;

/** What the kernel may be made of, so that it stays small enough to be trusted. */
@AnalyzeClasses(
    packages = "surety.certificates",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> OF_JAVA_BASE =
      describe("of java.base or of the kernel", ArchitectureTest::isOfJavaBase);

  private static boolean isOfJavaBase(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    if (element.isPrimitive() || element.getPackageName().startsWith("surety.certificates")) {
      return true;
    }
    // the boot layer knows which module a package of the platform belongs to
    return ModuleLayer.boot()
        .findModule("java.base")
        .orElseThrow()
        .isExported(element.getPackageName());
  }

  @ArchTest
  static final ArchRule JAVA_BASE_ONLY =
      classes().should().onlyDependOnClassesThat(OF_JAVA_BASE);

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("surety.certificates.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CHANCE_AND_NO_CLOCK =
      noClasses()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.time..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Random|SplittableRandom|UUID|Date|Timer)")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.random..");

  /** Math leaves the last bit of these to the platform; StrictMath does not. */
  @ArchTest
  static final ArchRule NO_MATH_THAT_DIFFERS_BETWEEN_PLATFORMS =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "a function of Math that is not exact",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && call.getName()
                              .matches(
                                  "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan"
                                      + "|atan2|sinh|cosh|tanh|cbrt|hypot")));

  @ArchTest
  static final ArchRule NO_TOLERANCES =
      fields()
          .should(
              new ArchCondition<JavaField>("not be a tolerance") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                  String name = field.getName().toLowerCase(Locale.ROOT);
                  boolean bad = name.contains("tolerance") || name.contains("epsilon");
                  events.add(new SimpleConditionEvent(field, !bad, field.getFullName()));
                }
              });

  @ArchTest
  static final ArchRule NO_TOLERANT_METHODS =
      classes()
          .should(
              new ArchCondition<JavaClass>("not have a method named for a tolerance") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  for (JavaCodeUnit unit : type.getCodeUnits()) {
                    String name = unit.getName().toLowerCase(Locale.ROOT);
                    boolean bad = name.contains("tolerance") || name.contains("epsilon");
                    events.add(new SimpleConditionEvent(unit, !bad, unit.getFullName()));
                  }
                }
              });
}
