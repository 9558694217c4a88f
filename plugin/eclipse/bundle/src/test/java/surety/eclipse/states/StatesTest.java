package surety.eclipse.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.language.ide.protocol.SpecificationStatus;

class StatesTest {
  private static final String URI = "file:///w/a.sure";

  private final List<String> told = new ArrayList<>();
  private final StatesListener listener = told::add;
  private final States states = States.get();

  private static SpecificationStatus status(long version, String summary) {
    return new SpecificationStatus("file:/w/a.sure", version, true, null, summary, List.of());
  }

  @BeforeEach
  void listen() {
    states.addListener(listener);
  }

  @AfterEach
  void forget() {
    states.removeListener(listener);
    states.ended();
  }

  @Test
  void theNewestCounts() {
    states.verification(status(2, "1 proved"));
    states.verification(status(1, "1 stale"));
    assertEquals("1 proved", states.of(URI).orElseThrow().summary());
    assertEquals(List.of(URI), told);
  }

  @Test
  void whatIsGoneIsGone() {
    states.verification(status(1, "1 proved"));
    states.verification(status(2, ""));
    assertTrue(states.all().isEmpty());
    assertEquals(List.of(URI, URI), told);
  }

  @Test
  void withoutAServerNothingIsKnown() {
    states.verification(status(7, "1 proved"));
    states.ended();
    assertTrue(states.of(URI).isEmpty());
    assertEquals(List.of(URI, URI), told);
  }

  @Test
  void anotherServerCountsAnew() {
    states.verification(status(7, "1 proved"));
    states.ended();
    states.verification(status(1, "1 stale"));
    assertEquals("1 stale", states.of(URI).orElseThrow().summary());
  }
}
