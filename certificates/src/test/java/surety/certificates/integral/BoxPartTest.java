package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class BoxPartTest {
  private static final Interval MASS = new Interval(0.5, 0.625);
  private static final Interval NOTHING_KNOWN = new Interval(0, Double.POSITIVE_INFINITY);

  private static BoxPart uniform(int n) {
    return new BoxPart(
        MASS,
        Collections.nCopies(n, Interval.ZERO),
        () -> {
          throw new AssertionError("nobody needs a uniform density's spread");
        });
  }

  @Test
  void aFormThatIsBelowEverywhereHasTheMassAndOneThatIsBelowNowhereHasNone() {
    double[] form = {0, 1, -0.5};
    BoxPart box = uniform(2);
    assertEquals(MASS.lower(), box.least(form, 1.5));
    assertEquals(MASS.upper(), box.greatest(form, 1.5));
    assertEquals(0, box.least(form, -1.5));
    assertEquals(0, box.greatest(form, -1.5));
  }

  @Test
  void aUniformDensityHasTheShareOfTheMass() {
    BoxPart box = uniform(2);
    assertEquals(0.25 * MASS.lower(), box.least(new double[] {0, 1, 0}, -0.5), 1e-9);
    assertEquals(0.25 * MASS.upper(), box.greatest(new double[] {0, 1, 0}, -0.5), 1e-9);
    assertEquals(0.125 * MASS.lower(), box.least(new double[] {0, -1, 1}, -1), 1e-9);
    assertEquals(0.125 * MASS.upper(), box.greatest(new double[] {0, -1, 1}, -1), 1e-9);
  }

  /** The part where {@code a x + b y < t}, with the density (1 + p x) / 2 and the same with q. */
  private static double mass(double[] form, double t, double p, double q) {
    int steps = 4000;
    double sum = 0;
    for (int k = 0; k < steps; k++) {
      double x = 2 * (k + 0.5) / steps - 1;
      double end = (t - form[0] - form[1] * x) / form[2];
      double below = cdf(Math.max(-1, Math.min(1, end)), q);
      sum += (1 + p * x) / steps * (form[2] > 0 ? below : 1 - below);
    }
    return sum;
  }

  private static double cdf(double y, double q) {
    return (y + 1 + q * (y * y - 1) / 2) / 2;
  }

  /** As 2 F(x) = x + 1 + p (x^2 - 1) / 2, and so far from the chord. */
  private static Interval deviation(double p) {
    return new Interval(Math.min(0, p / 2), Math.max(0, p / 2));
  }

  /** On boxes where the density hardly varies, and on others; with and without its spread. */
  @Test
  void boundsContainTheMass() {
    SplittableRandom random = new SplittableRandom(61);
    int helped = 0;
    for (int i = 0; i < 400; i++) {
      double size = Math.scalb(1.0, -random.nextInt(14));
      double p = size * random.nextDouble(-1, 1);
      double q = size * random.nextDouble(-1, 1);
      double[] form = new double[3];
      Arrays.setAll(form, k -> random.nextDouble(-1, 1));
      double reach = Math.abs(form[1]) + Math.abs(form[2]);
      double t = form[0] + reach * random.nextDouble(-1, 1);
      double least = (1 - Math.abs(p)) * (1 - Math.abs(q));
      double greatest = (1 + Math.abs(p)) * (1 + Math.abs(q));
      List<Interval> deviations = List.of(deviation(p), deviation(q));
      BoxPart known = new BoxPart(Interval.ONE, deviations, () -> new Interval(least, greatest));
      BoxPart unknown = new BoxPart(Interval.ONE, deviations, () -> NOTHING_KNOWN);
      double exact = mass(form, t, p, q);
      for (BoxPart box : List.of(known, unknown)) {
        double lower = box.least(form, t);
        double upper = box.greatest(form, t);
        assertTrue(lower <= exact + 1e-6, () -> lower + " > " + exact);
        assertTrue(upper >= exact - 1e-6, () -> upper + " < " + exact);
        assertTrue(upper - lower <= 4 * size + 1e-9, () -> lower + " to " + upper);
      }
      helped += known.greatest(form, t) < unknown.greatest(form, t) ? 1 : 0;
      helped += known.least(form, t) > unknown.least(form, t) ? 1 : 0;
    }
    assertTrue(helped > 50, "the spread is hardly of use: " + helped);
  }
}
