package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;

class NormalArgumentTest {
  private static final NormalDistribution STANDARD = new NormalDistribution(0, 1);

  private static NormalArgument relu(double mean, double variance) {
    return new NormalArgument(Activation.RELU, mean, variance);
  }

  /** The values, to 20 digits, were computed in high precision from the closed form. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5, 0.1278247915835880833, 0.14534394743021934328",
    "0, 0, -0.5, 0.1278247915835880833, -0.10465605256978065672",
    "0.7, -0.3, 0.1, 0.0037164802284369572511, 0.029555199204375690701",
    "0.7, -0.3, -0.9, 0.3405985755977306992, -0.2064653801296124325",
    "1.5, 1.5, 0.99, 0.10650102642110451887, 0.87909047640690429427",
    "-2, 3, 0.5, 0.00007609613215901353593, 0.011371821870504798726",
    "0.5, 0.5, 0.999999, 0.47325049683968342431, 0.55344001312351172878",
    "-6, -6, 0.9, 7.079300910492760449e-11, 1.1267058211418444461e-11"
  })
  void covariancesOfBivariateNormal(double h, double k, double rho, double j, double covariance) {
    assertEquals(j, BivariateNormal.j(h, k, rho), 1e-12 * j);
    double found = relu(h, 1).covariance(relu(k, 1), rho);
    assertEquals(covariance, found, 1e-12 * Math.abs(covariance));
    assertEquals(6 * covariance, relu(2 * h, 4).covariance(relu(3 * k, 9), 6 * rho), 1e-11);
  }

  @Test
  void withMeansOfZeroTheCovarianceIsElementary() {
    for (double rho = -1; rho <= 1; rho += 0.125) {
      double q = Math.sqrt(1 - rho * rho);
      double expected = (q + rho * (Math.PI / 2 + Math.asin(rho)) - 1) / (2 * Math.PI);
      assertEquals(expected, relu(0, 1).covariance(relu(0, 1), rho), 1e-15);
    }
  }

  /** At the limits both are functions of one normal number. */
  @Test
  void fullCorrelation() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 40; trial++) {
      double a = 4 * random.nextDouble() - 2;
      double b = 4 * random.nextDouble() - 2;
      double s = 0.2 + random.nextDouble();
      double t = 0.2 + random.nextDouble();
      for (int sign = -1; sign <= 1; sign += 2) {
        int same = sign;
        double product =
            mean(
                z -> Math.max(a + s * z, 0) * Math.max(b + same * t * z, 0), -a / s, -sign * b / t);
        double expected = product - relu(a, s * s).mean() * relu(b, t * t).mean();
        assertEquals(
            expected, relu(a, s * s).covariance(relu(b, t * t), sign * s * t), 1e-11, a + " " + b);
      }
    }
  }

  /** Simpson's rule between the kinks. */
  private static double mean(DoubleUnaryOperator f, double... kinks) {
    double[] ends = {-9, Math.min(kinks[0], kinks[1]), Math.max(kinks[0], kinks[1]), 9};
    double sum = 0;
    for (int piece = 0; piece < 3; piece++) {
      double from = Math.max(-9, Math.min(9, ends[piece]));
      double step = (Math.max(-9, Math.min(9, ends[piece + 1])) - from) / 2_000;
      for (int k = 0; k <= 2_000; k++) {
        double weight = k == 0 || k == 2_000 ? 1 : k % 2 == 1 ? 4 : 2;
        double z = from + k * step;
        sum += weight * step / 3 * STANDARD.density(z) * f.applyAsDouble(z);
      }
    }
    return sum;
  }

  @Test
  void aConstantHasNoCovariance() {
    assertEquals(0, relu(1, 0).covariance(relu(0, 1), 0));
    assertEquals(0, relu(1, 0).variance());
    assertEquals(1, relu(1, 0).mean());
    assertEquals(0, relu(-1, 0).mean());
    assertEquals(Math.tanh(0.5), new NormalArgument(Activation.TANH, 0.5, 0).mean());
  }

  @Test
  void meansOfPiecewiseLinearActivations() {
    double density = STANDARD.density(0.5);
    double above = STANDARD.cumulativeProbability(0.5);
    double relu = above + 2 * density;
    assertEquals(relu, relu(1, 4).mean(), 1e-15);
    assertEquals(above, relu(1, 4).meanSlope(), 1e-15);
    NormalArgument leaky = new NormalArgument(PiecewiseLinear.leakyRelu(0.1), 1, 4);
    assertEquals(0.1 + 0.9 * relu, leaky.mean(), 1e-15);
    NormalArgument abs = new NormalArgument(Activation.ABS, 1, 4);
    assertEquals(2 * relu - 1, abs.mean(), 1e-15);
    assertEquals(5 - abs.mean() * abs.mean(), abs.variance(), 1e-13);
    NormalArgument wide = new NormalArgument(PiecewiseLinear.clip(-1e3, 1e3), 1, 4);
    assertEquals(1, wide.mean(), 1e-12);
    assertEquals(4, wide.variance(), 1e-10);
  }

  /** Against a double integral: kinks spoil it a little. */
  @Test
  void covariancesOfActivations() {
    List<Activation> kinds =
        List.of(
            Activation.RELU,
            Activation.ABS,
            PiecewiseLinear.leakyRelu(0.2),
            PiecewiseLinear.clip(-0.5, 0.8),
            Activation.TANH,
            Activation.SIGMOID,
            Activation.SOFTPLUS,
            Activation.SILU,
            Activation.HARD_SWISH,
            Activation.IDENTITY);
    SplittableRandom random = new SplittableRandom(2);
    for (Activation f : kinds) {
      for (Activation g : kinds) {
        double[] means = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
        double[] s = {0.4 + random.nextDouble(), 0.4 + random.nextDouble()};
        double rho = 1.8 * random.nextDouble() - 0.9;
        double q = Math.sqrt(1 - rho * rho);
        NormalArgument x = new NormalArgument(f, means[0], s[0] * s[0]);
        NormalArgument y = new NormalArgument(g, means[1], s[1] * s[1]);
        double expected =
            mean(
                (z, w) ->
                    (f.apply(means[0] + s[0] * z) - x.mean())
                        * (g.apply(means[1] + s[1] * (rho * z + q * w)) - y.mean()));
        double found = x.covariance(y, rho * s[0] * s[1]);
        assertEquals(expected, found, 4e-4, f.name() + " and " + g.name());
        assertEquals(found, y.covariance(x, rho * s[0] * s[1]), 1e-14);
      }
    }
  }

  private static double mean(DoubleBinaryOperator f) {
    double step = 0.08;
    double[] weights = new double[176];
    Arrays.setAll(weights, k -> step * STANDARD.density(step * k - 7));
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * weights[j] * f.applyAsDouble(step * i - 7, step * j - 7);
      }
    }
    return sum;
  }

  /** With the correlation 1 the series of a smooth activation reaches its variance. */
  @Test
  void seriesReachVariances() {
    for (double deviation : new double[] {0.1, 1, 2}) {
      NormalArgument x = new NormalArgument(Activation.TANH, 0.3, deviation * deviation);
      assertEquals(x.variance(), x.covariance(x, deviation * deviation), 1e-6);
      assertTrue(x.covariance(x, 0.9 * deviation * deviation) < x.variance());
    }
    NormalArgument exponential = new NormalArgument(Activation.EXP, 0.5, 0.25);
    assertEquals(Math.exp(0.625), exponential.mean(), 1e-12);
    assertEquals(Math.exp(1.25) * Math.expm1(0.25), exponential.variance(), 1e-11);
    assertEquals(
        Math.exp(1.25) * Math.expm1(-0.1), exponential.covariance(exponential, -0.1), 1e-12);
  }

  @Test
  void refusesWhatHasNoMean() {
    EstimateException e =
        assertThrows(EstimateException.class, () -> new NormalArgument(Activation.LOG, 1, 1));
    assertTrue(e.getMessage().contains("no finite moments"), e.getMessage());
  }
}
