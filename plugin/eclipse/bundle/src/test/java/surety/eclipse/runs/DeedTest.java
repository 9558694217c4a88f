package surety.eclipse.runs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Item;
import surety.eclipse.states.Received;

class DeedTest {
  private static List<Item> items(String... states) {
    return Stream.of(states)
        .map(
            state ->
                new Item(
                    "file:///w/a.sure",
                    new Received(state)
                        .with("state", state)
                        .with("actions", List.of("verify"))
                        .status()))
        .toList();
  }

  /** Then "Verify All" has to say that there is nothing to do. */
  @Test
  void whatIsSettledNeedsNoRun() {
    assertTrue(Deed.isAllSettled(items("proved", "violated", "answered")));
    for (String open :
        List.of("unverified", "stale", "undecided", "failed", "queued", "running", "unheard")) {
      assertFalse(Deed.isAllSettled(items("proved", open)), open);
    }
    assertFalse(Deed.isAllSettled(List.of()));
  }

  @Test
  void allIsVerifiedWithoutASelectionAndOneOnlyWithIt() {
    List<Item> all = items("proved", "stale");
    assertTrue(Deed.VERIFY_ALL.isPossible(List.of(), all));
    assertFalse(Deed.VERIFY.isPossible(List.of(), all));
    assertTrue(Deed.VERIFY.isPossible(all.subList(0, 1), all));
    assertFalse(Deed.REPLAY.isPossible(all, all));
    assertFalse(Deed.CANCEL.isPossible(List.of(), all));
  }
}
