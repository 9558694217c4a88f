package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Runs;
import surety.report.writing.JunitReport.Undecided;

class ReportFolderTest {
  @TempDir private Path temporary;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allReportsAreWrittenAndNothingElse() throws IOException {
    Path folder = temporary.resolve("a/b");
    ReportFolder reports = new ReportFolder(folder, Undecided.FAILURE);
    assertEquals(Optional.empty(), reports.obstacle());
    assertEquals(List.of(), names(folder));
    reports.write(Runs.mixed());
    assertEquals(
        List.of(
            "bands.csv",
            "index.html",
            "junit.xml",
            "results.json",
            "results.sarif",
            "summary.md",
            "traceability.csv",
            "traceability.html"),
        names(folder));
    assertEquals(folder.resolve("index.html"), reports.index());
    reports.write(Runs.of());
    assertTrue(Files.readString(folder.resolve("index.html")).contains("Nothing was asked"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldBefore() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertTrue(
        new ReportFolder(file, Undecided.FAILURE)
            .obstacle()
            .orElseThrow()
            .contains("a file is in its place"));
    assertTrue(new ReportFolder(file.resolve("below"), Undecided.FAILURE).obstacle().isPresent());
    Files.createDirectories(temporary.resolve("out/junit.xml"));
    assertTrue(
        new ReportFolder(temporary.resolve("out"), Undecided.FAILURE)
            .obstacle()
            .orElseThrow()
            .contains("junit.xml is a folder there"));
  }

  /** A report that cannot be worked out leaves the old ones as they are. */
  @Test
  void nothingIsWrittenBeforeAllIsKnown() throws IOException {
    RunFile broken =
        new RunFile() {
          @Override
          public String name() {
            return "broken.txt";
          }

          @Override
          public String text(Run run) {
            throw new IllegalStateException("broken");
          }
        };
    ReportFolder reports = new ReportFolder(temporary, List.of(new SummaryReport(), broken));
    assertThrows(IllegalStateException.class, () -> reports.write(Runs.mixed()));
    assertEquals(List.of(), names(temporary));
  }

  @Test
  void aFolderThatIsGoneIsAnException() throws IOException {
    Path folder = temporary.resolve("gone");
    ReportFolder reports = new ReportFolder(folder, Undecided.SKIPPED);
    assertEquals(Optional.empty(), reports.obstacle());
    Files.delete(folder);
    assertThrows(IOException.class, () -> reports.write(Runs.mixed()));
  }
}
