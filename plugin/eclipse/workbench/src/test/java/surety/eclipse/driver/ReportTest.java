package surety.eclipse.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path folder;
  private final List<String> failures = new ArrayList<>();

  @Test
  void stepsAreWrittenInTheirOrder() throws IOException {
    Report report = report();
    report.step("one", () -> "a");
    report.step("two", () -> "b");
    assertEquals(
        List.of(new Step("one", true, "a"), new Step("two", true, "b")), Report.read(file()));
    assertEquals(List.of(), failures);
  }

  @Test
  void theFirstFailureIsTheLast() throws IOException {
    Report report = report();
    report.step(
        "one",
        () -> {
          throw new StepFailure("no window");
        });
    report.step("two", () -> "b");
    List<Step> steps = Report.read(file());
    assertEquals(1, steps.size());
    assertTrue(steps.get(0).message().contains("no window"), steps.get(0).message());
    assertEquals(List.of("failure"), failures);
  }

  @Test
  void aMissingReportHasNoSteps() throws IOException {
    assertEquals(List.of(), Report.read(file()));
  }

  @Test
  void halfALineIsNotRead() throws IOException {
    Files.writeString(file(), "passed\tone\ta\npassed\ttw");
    assertEquals(List.of(new Step("one", true, "a")), Report.read(file()));
  }

  @Test
  void aReportThatCannotBeWrittenIsAnError() {
    Report report = new Report(folder.resolve("missing/report"), () -> {});
    assertThrows(UncheckedIOException.class, () -> report.step("one", () -> "a"));
  }

  private Path file() {
    return folder.resolve("report");
  }

  private Report report() {
    return new Report(file(), () -> failures.add("failure"));
  }
}
