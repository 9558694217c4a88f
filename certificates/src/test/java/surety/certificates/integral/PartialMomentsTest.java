package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.integral.ExactForm.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

class PartialMomentsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Interval UNKNOWN = new Interval(0, INFINITY);

  private static PartialMoments moments(ExactForm form) {
    return new PartialMoments(form.form(), form.volume(), form.volume());
  }

  /**
   * The integral of {@code max(t - y, 0) f} by the formula of one Bernstein polynomial after the
   * other, with the share of a spline whose knot i is repeated once more.
   */
  private static Rational below(ExactForm form, double[] y, Rational t) {
    int v = form.vertices();
    int degree = form.form().degree();
    int[] exponents = form.form().basis().exponents(degree);
    double[] coefficients = form.form().coefficients();
    Rational sum = Rational.ZERO;
    for (int a = 0; a < coefficients.length; a++) {
      for (int i = 0; i < v; i++) {
        List<Rational> knots = new ArrayList<>();
        for (int j = 0; j < v; j++) {
          int copies = exponents[a * v + j] + (i == j ? 2 : 1);
          for (int k = 0; k < copies; k++) {
            knots.add(exact(y[j]));
          }
        }
        sum =
            sum.plus(
                exact(coefficients[a])
                    .times(t.minus(exact(y[i])))
                    .times(Rational.of(exponents[a * v + i] + 1))
                    .times(share(knots, t)));
      }
    }
    return sum.times(exact(form.volume()))
        .dividedBy(Rational.of((long) coefficients.length * (degree + v)));
  }

  private static Rational share(List<Rational> knots, Rational t) {
    Rational first = knots.get(0);
    if (knots.stream().allMatch(first::equals)) {
      return first.compareTo(t) < 0 ? Rational.ONE : Rational.ZERO;
    }
    return Spline.share(knots, t);
  }

  @Test
  void affineFormsHaveTheirExactPartialMoments() {
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 80; k++) {
      ExactForm form = ExactForm.random(random, k % 2 == 0 ? 0 : 0.5);
      PartialMoments moments = moments(form);
      double[] y = new double[form.vertices()];
      Arrays.setAll(y, i -> random.nextInt(-4, 5) * 0.25);
      double t = random.nextInt(-5, 6) * 0.25 + (random.nextBoolean() ? 0.1 : 0);
      double gap = 1e-10 * form.integral().doubleCeiling();
      Rational below = below(form, y, exact(t));
      Interval enclosed = moments.below(y, y, t);
      assertTrue(ExactForm.isWithin(below, enclosed, gap), () -> below + " " + enclosed);
      // max(y - t, 0) is y - t and max(t - y, 0)
      Rational above = below.plus(form.affine(shifted(y, t)));
      Interval other = moments.above(y, y, t);
      assertTrue(ExactForm.isWithin(above, other, gap), () -> above + " " + other);
    }
  }

  private static Rational[] shifted(double[] y, double t) {
    Rational[] shifted = new Rational[y.length];
    Arrays.setAll(shifted, i -> exact(y[i]).minus(exact(t)));
    return shifted;
  }

  @Test
  void allFormsBetweenTheBoundsAreContained() {
    SplittableRandom random = new SplittableRandom(8);
    for (int k = 0; k < 60; k++) {
      ExactForm form = ExactForm.random(random, 0);
      PartialMoments moments = moments(form);
      double[] lower = new double[form.vertices()];
      Arrays.setAll(lower, i -> random.nextInt(-4, 5) * 0.25);
      double[] y = lower.clone();
      Arrays.setAll(y, i -> lower[i] + random.nextInt(0, 3) * 0.25);
      double[] upper = y.clone();
      Arrays.setAll(upper, i -> y[i] + random.nextInt(0, 3) * 0.25);
      Rational below = below(form, y, exact(0.375));
      assertTrue(moments.below(lower, upper, 0.375).contains(below));
      Rational above = below.plus(form.affine(shifted(y, 0.375)));
      assertTrue(moments.above(lower, upper, 0.375).contains(above));
    }
  }

  @Test
  void aSquareWithANegativeCoefficientInBetween() {
    // (1 - 2 z)^2 on [0, 1]; the integral of (1/2 - z) (1 - 2 z)^2 up to 1/2 is 1/16
    ExactForm form = ExactForm.of(2, 2, 1, 1, -1, 1);
    double[] z = {0, 1};
    Interval below = moments(form).below(z, z, 0.5);
    assertTrue(ExactForm.isWithin(Rational.of(1, 16), below, 1e-13), below::toString);
    Interval above = moments(form).above(z, z, 0.5);
    assertTrue(ExactForm.isWithin(Rational.of(1, 16), above, 1e-13), above::toString);
  }

  @Test
  void anErrorCountsWithThePartialMomentOfTheUniformDensity() {
    ExactForm form = ExactForm.of(2, 1, 1, 1, 2);
    double error = 0x1p-7;
    double[] z = {0, 1};
    PartialMoments vague = new PartialMoments(form.vague(error), 1, 1);
    for (double t : new double[] {0.125, 0.5, 1, 8}) {
      // the integral of max(t - z, 0) from 0 to 1
      Rational share = exact(t < 1 ? t * t / 2 : t - 0.5);
      Interval below = vague.below(z, z, t);
      for (int sign = -1; sign <= 1; sign++) {
        Rational truth = below(form, z, exact(t)).plus(share.times(exact(sign * error)));
        assertTrue(below.contains(truth), below::toString);
      }
      assertTrue(below.width() <= 2.0001 * error * share.doubleCeiling(), below::toString);
    }
  }

  @Test
  void whereNothingIsBelowThereIsNothing() {
    PartialMoments moments = moments(ExactForm.of(3, 1, 1, 1, 2, 3));
    double[] y = {1, 2, 3};
    assertEquals(Interval.ZERO, moments.below(y, y, 1));
    assertEquals(Interval.ZERO, moments.above(y, y, 3));
    assertEquals(Interval.ZERO, moments.below(new double[] {1, 1, 1}, new double[3], 1));
    PartialMoments flat = moments(ExactForm.of(3, 1, 0, 1, 2, 3));
    assertEquals(Interval.ZERO, flat.below(y, y, 2));
  }

  @Test
  void unknownBoundsSayNothing() {
    ExactForm form = ExactForm.of(2, 0, 1, 1);
    PartialMoments moments = moments(form);
    double[] none = {-INFINITY, -INFINITY};
    double[] all = {INFINITY, INFINITY};
    assertEquals(UNKNOWN, moments.below(none, all, 0));
    assertEquals(UNKNOWN, moments.above(none, all, 0));
    assertEquals(UNKNOWN, moments.below(new double[] {-INFINITY, 0}, new double[] {0, 1}, 0));
    double[] huge = {-Double.MAX_VALUE, Double.MAX_VALUE};
    assertEquals(UNKNOWN, moments.below(huge, huge, 0.5 * Double.MAX_VALUE));
    double[] zeros = {0, 0};
    PartialMoments quarter = moments(ExactForm.of(2, 0, 1, 0.25));
    Interval most = quarter.below(zeros, zeros, Double.MAX_VALUE);
    assertEquals(0.25, most.lower() / Double.MAX_VALUE, 1e-14);
    assertEquals(0.25, most.upper() / Double.MAX_VALUE, 1e-14);
    double[] distant = {-0.75 * Double.MAX_VALUE, 0.75 * Double.MAX_VALUE};
    assertEquals(UNKNOWN, quarter.below(distant, distant, 0));
    Interval half = moments.below(new double[] {-INFINITY, 0}, new double[] {0, 0}, 1);
    assertEquals(1, half.lower(), 1e-14);
    assertEquals(INFINITY, half.upper());
    PartialMoments vague = new PartialMoments(form.vague(INFINITY), 1, 1);
    assertEquals(UNKNOWN, vague.below(new double[] {0, 1}, new double[] {0, 1}, 0.5));
  }

  @Test
  void hugeAndTinyScalesStayContained() {
    double[] scales = {0x1p-1060, 0x1p-540, 0x1p-300, 0x1p300, 0x1p400};
    for (double scale : scales) {
      for (double coefficient : scales) {
        ExactForm form = ExactForm.of(2, 1, 1, coefficient, 3 * coefficient);
        double[] y = {0, scale};
        Rational truth = below(form, y, exact(0.75 * scale));
        Interval enclosed = moments(form).below(y, y, 0.75 * scale);
        assertTrue(enclosed.contains(truth), () -> scale + " " + coefficient + enclosed);
      }
    }
  }

  @Test
  void theBasisNeedsTheNextDegree() {
    BernsteinForm form =
        new BernsteinForm(new BernsteinBasis(2, 1, Stop.NEVER), 1, new double[2], 0);
    String message =
        assertThrows(IllegalArgumentException.class, () -> new PartialMoments(form, 1, 1))
            .getMessage();
    assertTrue(message.contains("needs the next"), message);
  }
}
