package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final String UGLY = "property   low:P(y0>0.75)<0.5   under Even ;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void formatsInPlaceAndOnlyOnce() throws IOException {
    Path file = project.specification(UGLY);
    CommandRun run = CommandRun.of("format", file);
    assertEquals(0, run.status(), run.err());
    assertEquals("formatted " + file, run.firstLine());
    assertTrue(Files.readString(file).contains("property low:"), Files.readString(file));
    assertEquals("", CommandRun.of("format", file).out());
    assertEquals(0, CommandRun.of("format", "--check", file).status());
  }

  @Test
  void checkingChangesNothing() throws IOException {
    Path file = project.specification(UGLY);
    String before = Files.readString(file);
    CommandRun run = CommandRun.of("format", "--check", file);
    assertEquals(3, run.status());
    assertEquals(file + " is not formatted", run.firstLine());
    assertEquals(before, Files.readString(file));
  }

  @Test
  void aWrongFileDoesNotKeepTheOthersFromIt() throws IOException {
    Path file = project.specification(UGLY);
    String before = Files.readString(file);
    CommandRun run = CommandRun.of("format", folder.resolve("none.sure"), folder, file);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("none.sure: there is no such specification"), run.err());
    assertTrue(run.err().contains("is a folder"), run.err());
    assertNotEquals(before, Files.readString(file));
  }

  @Test
  void whatIsNoSpecificationIsLeftAlone() throws IOException {
    Path file = project.file("property ] [ :\n");
    CommandRun run = CommandRun.of("format", file);
    assertEquals(3, run.status(), run.out());
    assertTrue(run.err().contains("spec.sure:1:"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals("property ] [ :\n", Files.readString(file));
  }
}
