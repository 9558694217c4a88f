package surety.solver.estimate;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import surety.certificates.stop.Stop;

/**
 * A law as a function of a standard normal number z: F^-1(Phi(z)) for its cdf F, tabulated, and the
 * coefficients of that function in normalised Hermite polynomials.
 */
final class NormalScores {
  /** Coefficients. */
  static final int TERMS = 48;

  private static final double FARTHEST = 7;
  private static final int STEPS = 280;
  private static final double STEP = 2 * FARTHEST / STEPS;
  private static final int MOST_STEPS = 1_000;

  /** In deviations. */
  private static final double CLOSE = 1e-9;

  private final double[] values = new double[STEPS + 1];

  NormalScores(ScalarLaw law, Stop stop) {
    if (!(law.deviation() > 0)) {
      Arrays.fill(values, law.mean());
      return;
    }
    for (int k = 0; k <= STEPS; k++) {
      stop.check();
      double wanted = NormalLaw.phi(k * STEP - FARTHEST);
      double low = k == 0 ? below(law, wanted) : values[k - 1];
      values[k] = quantile(law, wanted, low);
    }
  }

  /** A number whose cdf is at most this. */
  private static double below(ScalarLaw law, double wanted) {
    double reach = law.deviation();
    while (law.cdf(law.mean() - reach) > wanted && reach < Double.MAX_VALUE / 4) {
      reach *= 2;
    }
    return law.mean() - reach;
  }

  private static double quantile(ScalarLaw law, double wanted, double from) {
    if (law.cdf(from) >= wanted) {
      return from;
    }
    double low = from;
    double step = law.deviation() / 4;
    double high = low + step;
    while (law.cdf(high) < wanted && step < Double.MAX_VALUE / 4) {
      low = high;
      step *= 2;
      high += step;
    }
    double accuracy = Math.max(Double.MIN_NORMAL, CLOSE * law.deviation());
    return new BrentSolver(0, accuracy).solve(MOST_STEPS, x -> law.cdf(x) - wanted, low, high);
  }

  /** The quantile for a standard normal z, linear between the numbers of the table. */
  double at(double z) {
    double place = Math.max(0, Math.min(STEPS, (z + FARTHEST) / STEP));
    int k = Math.min(STEPS - 1, (int) place);
    return values[k] + (place - k) * (values[k + 1] - values[k]);
  }

  /** The coefficients; number 0 is the mean. */
  double[] coefficients() {
    double[] sums = new double[TERMS];
    for (int k = 0; k <= STEPS; k++) {
      double z = k * STEP - FARTHEST;
      double before = 0;
      double hermite = 1;
      for (int n = 0; n < TERMS; n++) {
        sums[n] += STEP * NormalLaw.standardDensity(z) * values[k] * hermite;
        double next = (z * hermite - Math.sqrt(n) * before) / Math.sqrt(n + 1);
        before = hermite;
        hermite = next;
      }
    }
    return sums;
  }
}
