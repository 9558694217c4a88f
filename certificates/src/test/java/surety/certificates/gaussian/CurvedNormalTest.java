package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;

class CurvedNormalTest {
  /** A function of a normal number, and the same in plain doubles. */
  private record Kind(Function<NormalForm, NormalFunction> of, DoubleUnaryOperator function) {}

  private static final List<Kind> SMOOTH =
      List.of(
          new Kind(CurvedNormal::erf, Activation.ERF::apply),
          new Kind(CurvedNormal::erfGate, Activation.ERF_GATE::apply));

  private static final Kind KINK = new Kind(RectifiedNormal::new, x -> Math.max(x, 0));

  /** Sums at even distances are exact for smooth functions, to rounding. */
  private static double mean(DoubleBinaryOperator f) {
    double sum = 0;
    double step = 1.0 / 6;
    for (double z = -8; z <= 8; z += step) {
      double inner = 0;
      for (double q = -8; q <= 8; q += step) {
        inner += f.applyAsDouble(z, q) * Math.exp(-q * q / 2);
      }
      sum += inner * Math.exp(-z * z / 2);
    }
    return sum * step * step / (2 * Math.PI);
  }

  private static NormalForm form(double mean, double first, double second) {
    return NormalForm.of(
        Interval.of(mean), new Interval[] {Interval.of(first), Interval.of(second)});
  }

  private static void requireNear(double expected, Interval found, double tolerance, String what) {
    assertEquals(expected, found.middle(), tolerance, what);
    assertTrue(found.width() <= tolerance, () -> what + " is wide: " + found);
  }

  @Test
  void momentsAreThoseOfIntegrals() {
    SplittableRandom random = new SplittableRandom(83);
    for (int i = 0; i < 24; i++) {
      Kind f = SMOOTH.get(i % 2);
      Kind g = SMOOTH.get(i / 2 % 2);
      double[] a = {random.nextDouble(-2, 2), random.nextDouble(0.01, 1), random.nextDouble(-1, 1)};
      double[] b = {random.nextDouble(-2, 2), random.nextDouble(-1, 1), random.nextDouble(0.01, 1)};
      NormalFunction first = f.of.apply(form(a[0], a[1], a[2]));
      NormalFunction second = g.of.apply(form(b[0], b[1], b[2]));
      DoubleBinaryOperator left = (z, q) -> f.function.applyAsDouble(a[0] + a[1] * z + a[2] * q);
      DoubleBinaryOperator right = (z, q) -> g.function.applyAsDouble(b[0] + b[1] * z + b[2] * q);
      double one = mean(left);
      double two = mean(right);
      double linear = mean((z, q) -> left.applyAsDouble(z, q) * z);
      double both =
          mean((z, q) -> (left.applyAsDouble(z, q) - one) * (right.applyAsDouble(z, q) - two));
      double own = mean((z, q) -> Math.pow(left.applyAsDouble(z, q) - one, 2));
      requireNear(one, first.mean(), 1e-12, "mean");
      requireNear(linear, first.covariance(form(0, 1, 0)), 1e-12, "with a normal number");
      requireNear(both, first.covariance(second), 1e-11, "covariance");
      requireNear(both, second.covariance(first), 1e-11, "covariance, turned");
      requireNear(own, first.covariance(first), 1e-11, "variance");
      assertEquals(Math.sqrt(own), first.greatestDeviation(), 1e-5);
      assertTrue(first.greatestDeviation() >= Math.sqrt(own) - 1e-12);
    }
  }

  /** A kink is no smooth function, so that sums are only near. */
  @Test
  void theyVaryWithKinks() {
    SplittableRandom random = new SplittableRandom(84);
    for (Kind f : SMOOTH) {
      for (int i = 0; i < 6; i++) {
        double mean = random.nextDouble(-1, 1);
        double share = random.nextDouble(-1, 1);
        NormalFunction smooth = f.of.apply(form(mean, 0.75, 0.5));
        NormalFunction kink = KINK.of.apply(form(0, share, 0.5));
        double own = mean((z, q) -> f.function.applyAsDouble(mean + 0.75 * z + q / 2));
        double both =
            mean(
                (z, q) ->
                    (f.function.applyAsDouble(mean + 0.75 * z + q / 2) - own)
                        * Math.max(0, share * z + q / 2));
        requireNear(both, smooth.covariance(kink), 2e-3, "with a kink");
        assertTrue(smooth.covariance(kink).width() < 1e-9);
        assertEquals(
            smooth.covariance(kink).middle(), kink.covariance(smooth).middle(), 1e-12, "turned");
      }
    }
  }

  /** With a large deviation erf is next to a sign, and little noise leaves a multiple of it. */
  @Test
  void limits() {
    NormalFunction sign = CurvedNormal.erf(form(0, 1e6, 0));
    assertEquals(1, sign.greatestDeviation(), 0.3);
    assertTrue(sign.covariance(sign).contains(1 - 1e-6));
    NormalFunction little = CurvedNormal.erf(form(0, 0x1p-30, 0));
    requireNear(
        2 / Math.sqrt(Math.PI) * 0x1p-60, little.covariance(form(0, 0x1p-30, 0)), 1e-30, "little");
    NormalFunction gate = CurvedNormal.erfGate(form(-30, 1, 0));
    assertTrue(gate.mean().magnitude() < 1e-100, gate.mean().toString());
  }

  @Test
  void constantsHaveNoSeries() {
    assertThrows(IllegalArgumentException.class, () -> CurvedNormal.erf(form(1, 0, 0)));
    assertThrows(IllegalArgumentException.class, () -> CurvedNormal.erfGate(form(1, 0, 0)));
  }

  /** What is not known to vary is at most as far from anything as its deviation. */
  @Test
  void aKinkThatMayBeConstant() {
    NormalForm vague =
        NormalForm.of(Interval.ONE, new Interval[] {new Interval(-1e-3, 1e-3), Interval.ZERO});
    NormalFunction kink = new RectifiedNormal(vague);
    NormalFunction smooth = CurvedNormal.erf(form(0.5, 1, 0));
    Interval covariance = smooth.covariance(kink);
    assertTrue(covariance.width() < 3e-3 && covariance.contains(4e-4), covariance.toString());
    assertEquals(Interval.ZERO, smooth.covariance(new RectifiedNormal(form(1, 0, 0))));
  }
}
