package surety.eclipse.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import surety.eclipse.driver.Step;
import surety.eclipse.scenario.Places;
import surety.eclipse.scenario.Scenario;
import surety.eclipse.scenario.SecondScenario;

/** The plug-in in a real workbench. Its pictures are left in target/pictures. */
class WorkbenchTest {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final Pattern OF_GTK =
      Pattern.compile("\\((java|SWT|Eclipse|WebKit\\w+|process):\\d+\\): [\\w-]+-WARNING \\*\\*");

  /** What the plug-in writes into the Error Log when steps take its server away. */
  private static final Pattern PROVOKED =
      Pattern.compile(
          "(?:^!SESSION (?:(?!^!)[^\\n]*\\n)*)?"
              + "^!ENTRY dev\\.surety\\.eclipse 2 [^\\n]*\\n"
              + "!MESSAGE Surety's language server [^\\n]*\\n+",
          Pattern.MULTILINE);

  private static WorkbenchRun run;
  private static WorkbenchRun again;

  @BeforeAll
  static void runTheWorkbench()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    List<String> missing = Host.missing();
    if (!missing.isEmpty()) {
      String message =
          "THE ECLIPSE PLUG-IN IS NOT TESTED: no workbench can run here without "
              + String.join(" and ", missing);
      System.out.println("\n*** " + message + " ***\n");
      abort(message);
    }
    Path folder = TARGET.resolve("run");
    Path pictures = TARGET.resolve("pictures");
    deleteAll(folder);
    deleteAll(pictures);
    Path examples = Path.of("../../../examples").toRealPath();
    run =
        WorkbenchRun.in(
            folder, new Places(examples, folder.resolve("report.txt"), pictures, false));
    again =
        run.passed()
            ? WorkbenchRun.in(
                folder, new Places(examples, folder.resolve("again.txt"), pictures, true))
            : WorkbenchRun.none();
  }

  @TestFactory
  Stream<DynamicTest> eachStepGoesWell() {
    return Stream.concat(tests(Scenario.STEPS, run), tests(SecondScenario.STEPS, again));
  }

  private static Stream<DynamicTest> tests(List<String> steps, WorkbenchRun run) {
    return steps.stream().map(name -> DynamicTest.dynamicTest(name, () -> assertPassed(name, run)));
  }

  @Test
  void nothingElseIsReported() {
    assertEquals(Scenario.STEPS, run.steps().stream().map(Step::name).toList());
    assertEquals(SecondScenario.STEPS, again.steps().stream().map(Step::name).toList());
  }

  @Test
  void theWorkbenchEndsByItself() {
    assertEquals(OptionalInt.of(0), run.child().exit(), run.child().log());
    assertEquals(OptionalInt.of(0), again.child().exit(), again.child().log());
  }

  @Test
  void nothingIsLogged() {
    List<String> lines =
        Stream.of(run, again)
            .flatMap(each -> PROVOKED.matcher(each.child().log()).replaceAll("").lines())
            .filter(line -> !ofTheMachine(line))
            .toList();
    assertEquals(List.of(), lines);
  }

  /** What the session bus and GTK say about the machine that they run on. */
  private static boolean ofTheMachine(String line) {
    return line.startsWith("dbus-daemon[")
        || line.startsWith("SpiRegistry daemon")
        || OF_GTK.matcher(line).find();
  }

  private static void assertPassed(String name, WorkbenchRun run) {
    Step step =
        run.steps().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseGet(() -> new Step(name, false, "The workbench did not get so far."));
    assertTrue(step.passed(), () -> step.message() + "\n\nThe workbench:\n" + run.child().log());
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
