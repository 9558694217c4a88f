package surety.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void isRequestedOnce() {
    Interruption interruption = new Interruption();
    assertFalse(interruption.getAsBoolean());
    interruption.request();
    assertTrue(interruption.getAsBoolean());
  }
}
