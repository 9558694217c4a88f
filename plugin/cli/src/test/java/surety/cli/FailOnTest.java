package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.verification.Search;
import surety.solver.Checker;
import surety.solver.StopReason;

class FailOnTest {
  private static final String PROVED = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String VIOLATED = "property high: P(y0 > 0.25) < 0.5 under Even;";
  private static final String UNDECIDED = "property third: P(y0 <= 1/3) <= 1/3 under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "violated           | 40 | 0",
        "undecided          | 40 | 30",
        "violated,undecided | 40 | 30",
        "VIOLATED           | 40 | 0",
        "none               | 0  | 0",
      })
  void whatIsNamedFails(String causes, int both, int undecided) throws IOException {
    Path file = project.specification(PROVED, UNDECIDED, VIOLATED);
    boolean violatedFails = !causes.equals("undecided");
    CommandRun all = CommandRun.of("check", file, "--fail-on", causes);
    assertEquals(violatedFails ? both : 30, all.status(), all.err());
    CommandRun open = CommandRun.of("check", file, "--fail-on", causes, "--property", "third");
    assertEquals(undecided, open.status(), open.err());
    assertEquals(undecided == 0, open.err().contains("something is undecided, which --fail-on "));
  }

  @Test
  void theVerdictIsToldAllTheSame() throws IOException {
    Path file = project.specification(VIOLATED);
    CommandRun run = CommandRun.of("check", file, "--fail-on", "undecided");
    assertEquals(0, run.status());
    assertTrue(run.firstLine().startsWith("VIOLATED: "), run.out());
    assertEquals("surety: something is violated, which --fail-on undecided lets pass\n", run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "failed", "violated,failed", "violated;undecided", "none,violated", "proved"})
  void whatIsNoVerdictIsWrongUsage(String causes) throws IOException {
    Path file = project.specification(PROVED);
    CommandRun run = CommandRun.of("check", file, "--fail-on=" + causes);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("--fail-on"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void withoutAValueItIsWrongUsage() throws IOException {
    CommandRun run = CommandRun.of("check", project.specification(PROVED), "--fail-on");
    assertEquals(2, run.status(), run.err());
  }

  @Test
  void whatCouldNotBeCheckedIsNeverLetPass() throws IOException {
    Path file = project.specification(PROVED);
    Search broken =
        (statement, network, options, listener, cancelled) -> {
          throw new IllegalStateException("cell 7 has no parent");
        };
    Interruption none = new Interruption();
    assertEquals(1, CommandRun.with(broken, none, "check", file, "--fail-on=none").status());
    Files.delete(folder.resolve("net.onnx"));
    assertEquals(3, CommandRun.of("check", file, "--fail-on=none").status());
  }

  @Test
  void aCertificateThatIsLostIsNeverLetPass() throws IOException {
    Path file = project.specification(VIOLATED);
    Files.createDirectories(project.certificate("high"));
    assertEquals(2, CommandRun.of("check", file, "--fail-on=none").status());
  }

  /** A gate that was killed has not passed. */
  @Test
  void whatAnInterruptionLeftOpenIsNotLetPass() throws IOException {
    Path file = project.specification(PROVED, VIOLATED);
    Interruption interruption = new Interruption();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          interruption.request();
          return Searches.result(statement, 0, 0.75, StopReason.CANCELLED);
        };
    CommandRun run = CommandRun.with(search, interruption, "check", file, "--fail-on=violated");
    assertEquals(30, run.status(), run.err());
  }

  @Test
  void aReplayKnowsItToo() throws IOException {
    Path file = project.specification(VIOLATED, UNDECIDED);
    CommandRun.with(Checker::check, new Interruption(), "check", file);
    assertEquals(40, replay(file, "high", "violated"));
    assertEquals(0, replay(file, "high", "undecided"));
    assertEquals(0, replay(file, "third", "violated"));
    assertEquals(30, replay(file, "third", "undecided"));
    assertEquals(2, replay(file, "third", "invalid"));
    Files.write(project.certificate("high"), new byte[] {1});
    assertEquals(4, replay(file, "high", "none"));
  }

  private int replay(Path file, String name, String causes) {
    return CommandRun.of(
            "replay",
            "--specification",
            file,
            "--certificate",
            project.certificate(name),
            "--fail-on",
            causes)
        .status();
  }
}
