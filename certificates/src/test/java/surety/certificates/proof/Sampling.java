package surety.certificates.proof;

import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Normal;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;

/** Samples of distributions, by methods that have nothing to do with the kernel's. */
final class Sampling {
  private Sampling() {}

  static double[] sample(List<Input> inputs, SplittableRandom random) {
    double[] x = new double[inputs.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          inputs.get(i) instanceof FixedInput fixed
              ? value(fixed.value())
              : sample(((RandomInput) inputs.get(i)).distribution(), random);
    }
    return x;
  }

  static double value(Rational r) {
    return 0.5 * r.doubleFloor() + 0.5 * r.doubleCeiling();
  }

  static double sample(Distribution distribution, SplittableRandom random) {
    if (distribution instanceof Uniform u) {
      return between(value(u.lower()), value(u.upper()), random);
    }
    if (distribution instanceof Beta b) {
      return beta(value(b.alpha()) - 1, value(b.beta()) - 1, random);
    }
    if (distribution instanceof Normal n) {
      return value(n.mean()) + value(n.deviation()) * random.nextGaussian();
    }
    if (distribution instanceof Exponential e) {
      return -Math.log(1 - random.nextDouble()) / value(e.rate());
    }
    if (distribution instanceof Gamma g) {
      return gamma(value(g.shape()), random) * value(g.scale());
    }
    if (distribution instanceof Triangular t) {
      return triangular(value(t.lower()), value(t.mode()), value(t.upper()), random);
    }
    if (distribution instanceof Histogram h) {
      return histogram(h, random);
    }
    return truncated((Truncated) distribution, random);
  }

  private static double between(double a, double b, SplittableRandom random) {
    return a + (b - a) * random.nextDouble();
  }

  /** By rejection under the density's greatest value. */
  private static double beta(double p, double q, SplittableRandom random) {
    double mode = p + q == 0 ? 0.5 : p / (p + q);
    double most = Math.pow(mode, p) * Math.pow(1 - mode, q);
    while (true) {
      double x = random.nextDouble();
      if (random.nextDouble() * most <= Math.pow(x, p) * Math.pow(1 - x, q)) {
        return x;
      }
    }
  }

  /** For an integer shape. */
  private static double gamma(double shape, SplittableRandom random) {
    double sum = 0;
    for (int k = 0; k < shape; k++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  /** By rejection under the density's greatest value. */
  private static double triangular(double a, double c, double b, SplittableRandom random) {
    while (true) {
      double x = between(a, b, random);
      if (random.nextDouble() <= (x < c ? (x - a) / (c - a) : (b - x) / (b - c))) {
        return x;
      }
    }
  }

  private static double histogram(Histogram h, SplittableRandom random) {
    double u = random.nextDouble();
    for (int i = 0; i < h.weights().size(); i++) {
      u -= value(h.weights().get(i));
      if (u < 0) {
        return between(value(h.edges().get(i)), value(h.edges().get(i + 1)), random);
      }
    }
    return value(h.edges().get(h.weights().size()));
  }

  private static double truncated(Truncated t, SplittableRandom random) {
    while (true) {
      double x = sample(t.base(), random);
      if (value(t.lower().orElseThrow()) <= x && x <= value(t.upper().orElseThrow())) {
        return x;
      }
    }
  }
}
