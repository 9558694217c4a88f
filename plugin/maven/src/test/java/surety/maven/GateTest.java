package surety.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import surety.maven.Result.State;

class GateTest {
  private static final Set<State> NEVER = EnumSet.of(State.INVALID, State.FAILED);
  private static final Set<State> ALWAYS = EnumSet.of(State.PROVED, State.ANSWERED);

  @Test
  void everyChoiceIsAboutOneStateAlone() {
    for (int choice = 0; choice < 8; choice++) {
      boolean violated = (choice & 1) != 0;
      boolean undecided = (choice & 2) != 0;
      boolean stale = (choice & 4) != 0;
      Gate gate = new Gate(violated, undecided, stale);
      assertEquals(!violated, gate.passes(result(State.VIOLATED)));
      assertEquals(!undecided, gate.passes(result(State.UNDECIDED)));
      assertEquals(!stale, gate.passes(result(State.STALE)));
      NEVER.forEach(state -> assertEquals(false, gate.passes(result(state)), state.name()));
      ALWAYS.forEach(state -> assertEquals(true, gate.passes(result(state)), state.name()));
    }
  }

  private static Result result(State state) {
    return new Result("f.sure", Optional.of("p"), Optional.empty(), state, List.of());
  }
}
