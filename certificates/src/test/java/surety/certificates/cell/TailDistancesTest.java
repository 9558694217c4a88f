package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;

/** The tails of exponentials have closed forms, and bounds of them that are no larger. */
class TailDistancesTest {
  private static final double END = 0.1;
  private static final double MASS = Math.exp(-END);

  private static TailDistances twoExponentials() {
    Marginal marginal = Marginal.of(Distribution.parse("exponential(2)"));
    Truncation truncation = new Truncation(-1, END);
    return new TailDistances(
        List.of(marginal, marginal),
        List.of(ScaledInterval.ONE),
        List.of(truncation, truncation),
        0,
        true);
  }

  private static double upper(ScaledInterval number) {
    return number.toInterval().upper();
  }

  private static void requireTight(double exact, ScaledInterval bound) {
    assertEquals(exact, upper(bound), 1e-12);
    assertTrue(bound.toInterval().lower() == 0, bound::toString);
  }

  /** Beyond K = 2 c, z - c is c and an exponential: c + 1, and c^2 + 2 c + 2, times the mass. */
  @Test
  void ofTheTailsOwnCoordinate() {
    double c = END / 2;
    TailDistances distances = twoExponentials();
    requireTight(MASS, distances.mass());
    requireTight(MASS * (c + 1), distances.all(1).get(0));
    requireTight(MASS * (c * c + 2 * c + 2), distances.all(2).get(0));
  }

  /** E |z - c| = c - 1 + 2 exp(-c) and E (z - c)^2 = 1 + (1 - c)^2, nearly all beyond the end. */
  @Test
  void ofAnotherCoordinateItsOwnTailCounts() {
    double c = END / 2;
    TailDistances distances = twoExponentials();
    double first = MASS * (c - 1 + 2 * Math.exp(-c));
    double second = MASS * (1 + (1 - c) * (1 - c));
    assertTrue(upper(distances.all(1).get(1)) >= first, "distance");
    assertTrue(upper(distances.all(2).get(1)) >= second, "square");
    assertTrue(upper(distances.all(1).get(1)) <= first + 0.1, "distance");
    assertTrue(upper(distances.all(2).get(1)) <= second + 0.1, "square");
  }
}
