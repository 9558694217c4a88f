package surety.eclipse.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void statusAndOutputAreKept() throws IOException, InterruptedException {
    List<String> command = List.of("sh", "-c", "echo out $NAME; echo err >&2; exit 3");
    Child child = Child.run(command, Map.of("NAME", "x"), folder.resolve("log"), LONG);
    assertEquals(new Child(OptionalInt.of(3), "out x\nerr\n"), child);
  }

  @Test
  void nobodyWaitsForInput() throws IOException, InterruptedException {
    Child child = Child.run(List.of("cat"), Map.of(), folder.resolve("log"), LONG);
    assertEquals(OptionalInt.of(0), child.exit());
  }

  @Test
  void aHungJavaIsKilledAndSaysWhereItHung() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(java, "-cp", System.getProperty("java.class.path"), Sleeper.class.getName());
    Child child = Child.run(command, Map.of(), folder.resolve("log"), Duration.ofSeconds(5));
    assertEquals(OptionalInt.empty(), child.exit());
    assertTrue(child.log().contains("surety.eclipse.equinox.ChildTest$Sleeper.main"), child.log());
  }

  @Test
  void aMissingProgramIsAnError() {
    List<String> command = List.of(folder.resolve("missing").toString());
    assertThrows(
        IOException.class, () -> Child.run(command, Map.of(), folder.resolve("log"), LONG));
  }

  /** Hangs. */
  static final class Sleeper {

    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(LONG.toMillis());
    }
  }
}
