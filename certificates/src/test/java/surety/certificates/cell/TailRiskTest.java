package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;

class TailRiskTest {
  private static final Rational HALF = Rational.of(1, 2);
  private static final TailRisk RISK =
      new TailRisk(Enclosure.ZERO, Enclosure.ONE, Enclosure.of(HALF), HALF);

  private static Enclosure of(double lower, double upper) {
    return Enclosure.of(Dyadic.of(lower), Dyadic.of(upper));
  }

  private static Enclosure exactly(double x) {
    return of(x, x);
  }

  @Test
  void aQuantileIsBoundedWhereTheProbabilityIsSurelyOnOneSide() {
    assertEquals(of(0, 1), RISK.quantile(of(0.25, 0.375), of(0.5, 0.75)));
    assertEquals(Enclosure.WHOLE, RISK.quantile(of(0.25, 0.5), of(0.375, 0.75)));
  }

  @Test
  void theMeanBeyondIsBoundedFromTheEndsByTheSteepestSlopes() {
    Enclosure atS = of(0.125, 0.375); // slopes between -3/4 and -1/4
    Enclosure atT = of(0.625, 0.875); // and between 1/4 and 3/4
    assertEquals(of(1.25, 1.5), RISK.mean(atS, atT, exactly(0.75), exactly(0.5)));
    assertEquals(of(0.75, 1.25), RISK.mean(atS, atT, exactly(0.75), exactly(0.125)));
  }

  @Test
  void itIsNotLessThanAtEitherEndIfTheSlopesAreSteepOutside() {
    assertEquals(exactly(1.5), RISK.mean(exactly(0.5), exactly(0.5), exactly(0.75), exactly(0.5)));
  }

  @Test
  void itHasNoLowerBoundWhereSlopesMayHaveEitherSign() {
    Enclosure open = new Enclosure(Bound.MINUS_INFINITY, Bound.of(1.25));
    Enclosure unclear = of(0.375, 0.625);
    assertEquals(open, RISK.mean(unclear, exactly(0.75), exactly(0.75), exactly(0.125)));
    assertEquals(open, RISK.mean(exactly(0.25), unclear, exactly(0.75), exactly(0.125)));
  }
}
