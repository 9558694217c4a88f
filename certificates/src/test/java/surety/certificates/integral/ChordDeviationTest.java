package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;

class ChordDeviationTest {
  /** Of the density a + b x + c x^2 on [-h, h], enclosed by its line. */
  @Test
  void containsTheDistanceFromTheChord() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 500; i++) {
      double h = Math.scalb(1.0, -random.nextInt(12));
      double a = random.nextDouble(0.5, 2);
      double b = random.nextDouble(-1, 1) * a / h * 0.8;
      double c = random.nextDouble(-1, 1) * a / (h * h) * 0.1;
      double mass = 2 * a * h + 2 * c * h * h * h / 3;
      double middle = c * h * h / 2; // of c x^2, which is at most that far from it
      int scale = random.nextInt(-300, 300);
      DensityPolynomial line =
          new DensityPolynomial(
              0,
              new double[] {Math.scalb(a + middle, 0), b},
              Math.abs(middle) * (1 + 1e-12) + 1e-15 * a,
              scale);
      ScaledInterval scaled =
          new ScaledInterval(
              new Interval(Math.nextDown(mass * (1 - 1e-14)), mass * (1 + 1e-14)), scale);
      Interval deviation = ChordDeviation.of(scaled, line, 2 * h);
      for (int k = 0; k <= 20; k++) {
        double x = h * (k / 10.0 - 1);
        double cdf = a * (x + h) + b * (x * x - h * h) / 2 + c * (x * x * x + h * h * h) / 3;
        double off = (x + h - 2 * h * cdf / mass) / h;
        assertTrue(
            deviation.lower() <= off + 1e-12 && off <= deviation.upper() + 1e-12,
            () -> off + " of " + deviation);
      }
    }
  }

  @Test
  void aUniformCoordinateHasNone() {
    DensityPolynomial constant = new DensityPolynomial(0.5, new double[] {1}, 0, 0);
    assertEquals(
        Interval.ZERO, ChordDeviation.of(ScaledInterval.ONE, constant, 1).plus(Interval.ZERO));
  }

  /** It falls with the square of the side. */
  @Test
  void isOfSecondOrder() {
    double before = 1;
    for (int k = 2; k < 20; k++) {
      double h = Math.scalb(1.0, -k);
      DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1}, 0, 0);
      double deviation =
          ChordDeviation.of(ScaledInterval.of(Interval.of(2 * h)), line, 2 * h).magnitude() * h;
      assertTrue(deviation <= 0.26 * before, "at " + h);
      before = deviation;
    }
  }

  @Test
  void withoutMassOrPolynomialNothingIsKnown() {
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1}, 0, 0);
    DensityPolynomial unknown =
        new DensityPolynomial(0, new double[] {1, 1}, Double.POSITIVE_INFINITY, 0);
    DensityPolynomial far = new DensityPolynomial(0, new double[] {1, 1}, 0, 5000);
    ScaledInterval maybe = ScaledInterval.of(new Interval(0, 1));
    assertEquals(ChordDeviation.UNKNOWN, ChordDeviation.of(maybe, line, 1));
    assertEquals(ChordDeviation.UNKNOWN, ChordDeviation.of(ScaledInterval.ONE, unknown, 1));
    assertEquals(ChordDeviation.UNKNOWN, ChordDeviation.of(ScaledInterval.ONE, far, 1));
    DensityPolynomial nothing = new DensityPolynomial(0, new double[] {0}, 0, 0);
    assertEquals(ChordDeviation.UNKNOWN, ChordDeviation.of(maybe, nothing, 1));
  }

  /** A slope of c has the deviation c w^2 / 4 of a mass of 1, in units of half the side. */
  @Test
  void scalesMayBeFarApartButNotFurther() {
    DensityPolynomial up = new DensityPolynomial(0, new double[] {1, 0x1p-1000}, 0, 1000);
    Interval deviation = ChordDeviation.of(ScaledInterval.ONE, up, 1);
    assertEquals(0.25, deviation.upper(), 1e-12);
    assertEquals(0, deviation.lower(), 1e-12);
    DensityPolynomial down = new DensityPolynomial(0, new double[] {1, -0x1p1000}, 0, -1000);
    assertEquals(-0.25, ChordDeviation.of(ScaledInterval.ONE, down, 1).lower(), 1e-12);
    DensityPolynomial further = new DensityPolynomial(0, new double[] {1, 0x1p-1000}, 0, 1001);
    assertEquals(ChordDeviation.UNKNOWN, ChordDeviation.of(ScaledInterval.ONE, further, 1));
  }
}
