package surety.eclipse.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class HostTest {

  @Test
  void programsAreFoundOnThePath() {
    assertTrue(Files.isExecutable(Host.program("sh").orElseThrow()));
    assertEquals(Optional.empty(), Host.program("no-such-program"));
  }

  @Test
  void whatIsMissingIsNamedForPeople() {
    assertTrue(Host.missing().stream().allMatch(thing -> thing.contains("(")));
  }
}
