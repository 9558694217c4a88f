package surety.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProbabilityColoursTest {
  private final ProbabilityColours colours = new ProbabilityColours(0.2);

  @Test
  void theMostProbableIsLightest() {
    assertEquals("#fde725", colours.of(0.2));
    assertEquals("#440154", colours.of(0.2e-4));
    assertEquals("#440154", colours.of(1e-300));
    assertEquals("#440154", colours.of(0));
    assertEquals(colours.at(0.5), colours.of(0.2e-2));
  }

  @Test
  void labelsAreDecades() {
    assertEquals("2.0e-1", colours.label(0));
    assertEquals("&#8804; 2.0e-5", colours.label(ProbabilityColours.DECADES));
    assertTrue(new ProbabilityColours(0).label(0).startsWith("1.0e0"));
  }
}
