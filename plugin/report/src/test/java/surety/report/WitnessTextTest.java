package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import surety.solver.witness.Witness;

class WitnessTextTest {
  @Test
  void inputsAndOutputsHaveNames() {
    Outcome outcome = Outcomes.withBoxes("p");
    Witness witness = outcome.evidence().orElseThrow().witness().orElseThrow();
    assertEquals("x = 0.75 gives y = 3.5 (rounded)", WitnessText.of(witness, outcome.obligation()));
  }
}
