package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;

class SpreadNormalTest {
  private static final List<Activation> KINDS =
      List.of(
          Activation.RELU,
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.25),
          Activation.TANH,
          Activation.SOFTPLUS,
          Activation.SIN,
          Activation.ERF_GATE,
          Activation.HARD_SWISH);

  /** A sum of two independent uniform numbers, in deviations 0.8 and 0.6 of s. */
  private static SpreadNormal sum(double mean, double s) {
    Interval[] loadings = {Interval.of(0.8 * s), Interval.of(0.6 * s)};
    return new SpreadNormal(NormalForm.of(Interval.of(mean), loadings), 1);
  }

  private static double[] samples(SplittableRandom random, double mean, double s, int count) {
    double root = Math.sqrt(3);
    return random
        .doubles(count, -root, root)
        .map(z -> mean + s * (0.8 * z + 0.6 * random.nextDouble(-root, root)))
        .toArray();
  }

  @Test
  void probabilitiesAndExcessesAreThoseOfSamples() {
    SplittableRandom random = new SplittableRandom(91);
    int count = 40_000;
    double[] all = samples(random, 0.25, 1, count);
    SpreadNormal w = sum(0.25, 1);
    for (double t = -3; t <= 3; t += 0.125) {
      double below = 0;
      double excess = 0;
      for (double x : all) {
        below += x <= t ? 1.0 / count : 0;
        excess += Math.max(0, x - t) / count;
      }
      Interval p = w.cdf(Interval.of(t));
      assertTrue(p.lower() <= below + 0.01 && below - 0.01 <= p.upper(), t + ": " + p + below);
      Interval e = w.excess(Interval.of(t));
      assertTrue(e.lower() <= excess + 0.02 && excess - 0.02 <= e.upper(), t + ": " + e + excess);
    }
    assertTrue(w.cdf(Interval.of(3.25)).lower() > 0.98, "three deviations above");
    assertTrue(w.cdf(Interval.of(-5.75)).upper() < 2e-8, "six deviations below");
    assertTrue(w.excess(Interval.of(5)).upper() < 0.06);
    assertEquals(new Interval(0, 1), w.cdf(Interval.of(0.25)));
  }

  /** The greater of both sides of Cantelli's inequality is attained by two points. */
  @Test
  void tailsAreThoseOfTheWorstCase() {
    SpreadNormal wide = new SpreadNormal(ChordsTest.normal(0, 1), 1e6);
    assertEquals(0.2, wide.cdf(Interval.of(-2)).upper(), 1e-12);
    assertEquals(0.8, wide.cdf(Interval.of(2)).lower(), 1e-12);
    // a number that is -1/2 or 2, of variance 1, has 0.4 above 0 at most on average
    assertEquals((Math.sqrt(1 + 1) - 1) / 2, wide.excess(Interval.ONE).upper(), 1e-12);
    assertEquals(3, wide.excess(Interval.of(-3)).lower(), 1e-12);
  }

  @Test
  void linesAreAsFarAwayAsTheySay() {
    SplittableRandom random = new SplittableRandom(92);
    int close = 0;
    for (int i = 0; i < 160; i++) {
      Activation f = KINDS.get(i % KINDS.size());
      double mean = random.nextDouble(-3, 3);
      double s = Math.exp(random.nextDouble(-5, 1));
      ActivatedNormal line = sum(mean, s).activated(f);
      double value = line.constant().middle();
      double slope = line.slope().middle();
      double[] all = samples(random, mean, s, 4000);
      double square = 0;
      for (double x : all) {
        square += Math.pow(f.apply(x) - value - slope * x, 2) / all.length;
      }
      String what = f.name() + " " + mean + " " + s + ": " + Math.sqrt(square) + " " + line.off();
      assertTrue(Math.sqrt(square) <= 1.1 * line.off() + 1e-9, what);
      double most = line.slopes().radius() * s;
      assertTrue(line.off() <= most * (1 + 1e-9), what);
      close += line.off() < most / 10 ? 1 : 0;
    }
    assertTrue(close > 60, "it is never close: " + close);
  }

  /** A normal number is left to those who know more. */
  @Test
  void ofANormalNumberAllIsKnown() {
    SpreadNormal normal = new SpreadNormal(ChordsTest.normal(1, 2), 0);
    assertEquals(0.5, normal.cdf(Interval.ONE).middle(), 1e-15);
    assertEquals(2 / Math.sqrt(2 * Math.PI), normal.excess(Interval.ONE).middle(), 1e-14);
  }
}
