package surety.eclipse.runs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Item;
import surety.eclipse.states.Received;

class VerificationCommandTest {
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
    assertTrue(VerificationCommand.isAllSettled(items("proved", "violated", "answered")));
    for (String open :
        List.of("unverified", "stale", "undecided", "failed", "queued", "running", "unheard")) {
      assertFalse(VerificationCommand.isAllSettled(items("proved", open)), open);
    }
    assertFalse(VerificationCommand.isAllSettled(List.of()));
  }

  @Test
  void allIsVerifiedWithoutASelectionAndOneOnlyWithIt() {
    List<Item> all = items("proved", "stale");
    assertTrue(VerificationCommand.VERIFY_ALL.isPossible(List.of(), all));
    assertFalse(VerificationCommand.VERIFY.isPossible(List.of(), all));
    assertTrue(VerificationCommand.VERIFY.isPossible(all.subList(0, 1), all));
    assertFalse(VerificationCommand.REPLAY.isPossible(all, all));
    assertFalse(VerificationCommand.CANCEL.isPossible(List.of(), all));
  }
}
