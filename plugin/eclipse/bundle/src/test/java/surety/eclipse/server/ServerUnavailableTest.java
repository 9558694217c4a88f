package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerUnavailableTest {
  /** So many letters stand in a status line beside an editor. */
  private static final int LINE = 80;

  private static final String PATH = "/a/very/long/path/".repeat(20) + "java";

  private static final List<ServerUnavailable> ALL =
      List.of(
          ServerUnavailable.withoutJava("there is no Java at " + PATH),
          ServerUnavailable.damaged("its file " + PATH + " cannot be read"),
          ServerUnavailable.notStarted(new IOException("Cannot run program " + PATH)),
          ServerUnavailable.dying(),
          ServerUnavailable.ending());

  @Test
  void theMessageFitsALineWhateverHappened() {
    for (ServerUnavailable each : ALL) {
      assertTrue(each.getMessage().length() <= LINE, each.getMessage());
      assertFalse(each.getMessage().contains("Exception"), each.getMessage());
    }
  }

  @Test
  void theDetailsTellTheRest() {
    ALL.subList(0, 3).forEach(each -> assertTrue(each.details().contains(PATH), each.details()));
    assertEquals("it has ended 4 times within 5 minutes", ServerUnavailable.dying().details());
  }
}
