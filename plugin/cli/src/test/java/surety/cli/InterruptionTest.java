package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void isRequestedOnce() {
    Interruption interruption = new Interruption();
    assertFalse(interruption.getAsBoolean());
    interruption.request();
    assertTrue(interruption.getAsBoolean());
  }

  @Test
  void aSearchThatIsInterruptedReportsAndKeepsItsStatus() throws IOException, InterruptedException {
    Process process = start("searching");
    try (BufferedReader out = process.inputReader()) {
      assertEquals("ready", out.readLine());
      process.toHandle().destroy();
      assertEquals("report", out.readLine());
    }
    assertEquals(ExitStatus.UNDECIDED.code(), process.waitFor());
  }

  @Test
  void whatSearchesNothingEndsAtOnce() throws IOException, InterruptedException {
    Process process = start("idle");
    try (BufferedReader out = process.inputReader()) {
      assertEquals("ready", out.readLine());
      process.toHandle().destroy();
      assertNull(out.readLine());
    }
    assertNotEquals(0, process.waitFor());
  }

  private static Process start(String argument) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedProcess.class.getName(),
            argument)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
