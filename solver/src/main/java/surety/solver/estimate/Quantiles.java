package surety.solver.estimate;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Marginal;
import surety.solver.domain.Axis;

/** The inverse of a marginal's cdf, roughly: linear between the ends of many bins. */
final class Quantiles {
  private static final int BINS = 512;

  private final double[] ends = new double[BINS + 1];
  private final double[] cumulative = new double[BINS + 1];

  /** Of the network's input x, not of the standard coordinate. */
  Quantiles(Marginal marginal) {
    Axis axis = new Axis(marginal);
    double[] bulk = axis.bulk();
    double before = bulk[0];
    ends[0] = axis.toInput(before);
    for (int k = 1; k <= BINS; k++) {
      double end = Axis.between(bulk[0], bulk[1], (double) k / BINS);
      ScaledInterval mass = marginal.mass(Interval.of(before), Interval.of(end));
      ends[k] = axis.toInput(end);
      cumulative[k] =
          cumulative[k - 1] + Math.scalb(mass.value().middle(), Math.max(-2000, mass.scale()));
      before = end;
    }
  }

  /** The mass of all bins. */
  double mass() {
    return cumulative[BINS];
  }

  /** The quantile for a probability between 0 and 1. */
  double at(double probability) {
    double wanted = probability * cumulative[BINS];
    int low = 0;
    int high = BINS;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] <= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double width = cumulative[high] - cumulative[low];
    double share = width > 0 ? Math.min(1, (wanted - cumulative[low]) / width) : 0;
    return (1 - share) * ends[low] + share * ends[high];
  }
}
