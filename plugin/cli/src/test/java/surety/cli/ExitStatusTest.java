package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  /** Gates rely on these numbers. */
  @Test
  void theNumbersStay() {
    assertEquals(
        List.of(0, 1, 2, 3, 4, 5, 20, 30, 40),
        Arrays.stream(ExitStatus.values()).map(ExitStatus::code).toList());
  }
}
