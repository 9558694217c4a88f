package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaultBarTest {
  @Test
  void theMessageAndTheWaysOut() {
    assertEquals(
        "No server.   <a href=\"restart\">Start again</a>   "
            + "<a href=\"preferences\">Preferences</a>   <a href=\"log\">Log</a>",
        FaultBar.text("No server"));
  }

  @Test
  void anAmpersandIsNoMnemonic() {
    assertEquals("a && b", FaultBar.text("a & b").split("\\.", 2)[0]);
  }
}
