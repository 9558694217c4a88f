package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;

class ChordsTest {
  static final List<Activation> BENT =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.ERF,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.APPROXIMATE_GELU,
          Activation.HARD_SWISH,
          Activation.SIN,
          Activation.COS,
          new Elu(0.7),
          new Selu(1.5, 1.1));

  static NormalForm normal(double mean, double deviation) {
    return NormalForm.of(Interval.of(mean), new Interval[] {Interval.of(deviation)});
  }

  /** In plain doubles. */
  static DoubleUnaryOperator chords(Activation f, double[] knots) {
    int last = knots.length - 1;
    double before = Slopes.of(f, Double.NEGATIVE_INFINITY, knots[0]).middle();
    double behind = Slopes.of(f, knots[last], Double.POSITIVE_INFINITY).middle();
    return x -> {
      if (x <= knots[0]) {
        return f.apply(knots[0]) + before * (x - knots[0]);
      }
      if (x >= knots[last]) {
        return f.apply(knots[last]) + behind * (x - knots[last]);
      }
      int found = Arrays.binarySearch(knots, x);
      int k = found >= 0 ? Math.min(found, last - 1) : -found - 2;
      double slope = (f.apply(knots[k + 1]) - f.apply(knots[k])) / (knots[k + 1] - knots[k]);
      return f.apply(knots[k]) + slope * (x - knots[k]);
    };
  }

  /** Mean, mean slope by parts, variance and mean square of what is off, of z ~ N(0, 1). */
  private static double[] integrals(Activation f, double[] knots, double mean, double deviation) {
    DoubleUnaryOperator g = chords(f, knots);
    double[] sums = new double[4];
    int steps = 8000;
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < steps; k++) {
        double z = 20 * (k + 0.5) / steps - 10;
        double mass = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 20 / steps;
        double x = mean + deviation * z;
        double value = g.applyAsDouble(x);
        double off = f.apply(x) - value;
        if (pass == 0) {
          sums[0] += mass * value;
          sums[1] += mass * value * z / deviation;
          sums[3] += mass * off * off;
        } else {
          sums[2] += mass * (value - sums[0]) * (value - sums[0]);
        }
      }
    }
    return sums;
  }

  @Test
  void theyAreAsFarAwayAsTheySay() {
    SplittableRandom random = new SplittableRandom(71);
    for (int i = 0; i < 130; i++) {
      Activation f = BENT.get(i % BENT.size());
      double mean = random.nextDouble(-4, 4);
      double deviation = Math.exp(random.nextDouble(-7, 2));
      int segments = random.nextInt(4, 33) * 2;
      NormalForm w = normal(mean, deviation);
      Chords chords = Chords.of(f, w, segments);
      double[] exact = integrals(f, Chords.knots(w, segments), mean, deviation);
      String what = f.name() + " " + mean + " " + deviation + " " + segments + ": " + chords.off();
      double size = 1e-5 * (1 + deviation);
      assertEquals(exact[0], chords.function().mean().middle(), size, what);
      assertEquals(exact[1], chords.function().slope().middle(), 1e-4, what);
      Interval variance = chords.function().covariance(chords.function());
      double room = 1e-4 * deviation * deviation;
      assertTrue(variance.plus(new Interval(-room, room)).contains(exact[2]), what);
      assertTrue(Math.sqrt(exact[3]) <= 1.001 * chords.off() + 1e-12, what + " " + exact[3]);
    }
  }

  /** A quarter of the distance between knots makes a 16th of the gap. */
  @Test
  void moreSegmentsAreCloser() {
    NormalForm w = normal(0.3, 0.5);
    for (Activation f : List.of(Activation.TANH, Activation.SIN, Activation.SOFTPLUS)) {
      double few = Chords.of(f, w, 16).off();
      double many = Chords.of(f, w, 64).off();
      assertTrue(many < few / 10, f.name() + ": " + few + " " + many);
    }
    assertTrue(Chords.of(Activation.TANH, w, 64).off() < 1e-3);
    double most = Chords.of(Activation.TANH, w, 512).off();
    assertTrue(most < 1.5e-5, () -> "off: " + most);
  }

  @Test
  void ofNumbersThatMayOverflowOrNotVaryThereAreNone() {
    assertTrue(Chords.isPossible(normal(1e10, 1e-10)));
    for (double[] each : new double[][] {{1e200, 1}, {0, 1e200}, {1e308, 1e308}, {1, 0}}) {
      assertFalse(Chords.isPossible(normal(each[0], each[1])));
    }
    Interval[] vague = {new Interval(-1, 1)};
    assertFalse(Chords.isPossible(NormalForm.of(Interval.ZERO, vague)));
  }
}
