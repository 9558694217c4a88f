package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

class StatementCommandTest {
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String BAND = "query band: cdf(y0) at [0.1, 0.5] under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void printsWhatTheKernelReads() throws IOException, StatementException {
    CommandRun run = CommandRun.of("statement", project.specification(LOW));
    assertEquals(0, run.status(), run.err());
    assertEquals(run.out(), Statement.parse(run.out()).canonical());
    assertTrue(run.out().contains("uniform(0, 1)"), run.out());
  }

  @Test
  void aNameChooses() throws IOException {
    Path file = project.specification(LOW, BAND);
    CommandRun run = CommandRun.of("statement", file, "--property", "band");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("[1/10, 1/2]"), run.out());
  }

  @Test
  void aChoiceIsNeeded() throws IOException {
    Path file = project.specification(LOW, BAND);
    CommandRun none = CommandRun.of("statement", file);
    assertEquals(2, none.status());
    assertTrue(none.err().contains("'low', 'band'"), none.err());
    assertEquals(2, CommandRun.of("statement", file, "--property", "x").status());
    assertEquals(2, CommandRun.of("statement").status());
    assertEquals(3, CommandRun.of("statement", folder.resolve("none.sure")).status());
  }
}
