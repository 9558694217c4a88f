package surety.solver.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.density.Marginal;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;

/**
 * The cdf of an affine form of a network's outputs, estimated at points of a Halton sequence: for
 * pictures, where the error of less than a pixel does not show.
 */
public final class CdfEstimate {
  /** Halton's sequence is defined for that many coordinates. */
  private static final int MOST_COORDINATES = 40;

  /** The first points of a Halton sequence lie on lines. */
  private static final int SKIPPED = 64;

  private final List<double[]> points = new ArrayList<>();

  /**
   * At this many points of the distribution of the inputs.
   *
   * @throws IllegalArgumentException if no input is random, or more than 40 are
   */
  public CdfEstimate(List<Input> inputs, int count) {
    List<Quantiles> quantiles = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof RandomInput random) {
        quantiles.add(new Quantiles(Marginal.of(random.distribution())));
      }
    }
    if (quantiles.isEmpty() || quantiles.size() > MOST_COORDINATES) {
      throw new IllegalArgumentException(
          "an estimate needs 1 to %d random inputs, not %d"
              .formatted(MOST_COORDINATES, quantiles.size()));
    }
    HaltonSequenceGenerator halton = new HaltonSequenceGenerator(quantiles.size());
    halton.skipTo(SKIPPED);
    for (int k = 0; k < count; k++) {
      points.add(point(inputs, quantiles, halton.nextVector()));
    }
  }

  private static double[] point(List<Input> inputs, List<Quantiles> quantiles, double[] shares) {
    double[] x = new double[inputs.size()];
    int next = 0;
    for (int i = 0; i < x.length; i++) {
      if (inputs.get(i) instanceof FixedInput fixed) {
        x[i] = Interval.of(fixed.value()).middle();
      } else {
        x[i] = quantiles.get(next).at(shares[next]);
        next++;
      }
    }
    return x;
  }

  /** The share of the points where the form is at most each threshold; a threshold per element. */
  public double[] at(Network network, AffineForm form, double[] thresholds) {
    double[] coefficients =
        form.outputs().stream().mapToDouble(c -> Interval.of(c).middle()).toArray();
    double[] values = new double[points.size()];
    for (int k = 0; k < values.length; k++) {
      double[] y = network.evaluate(points.get(k));
      for (int j = 0; j < y.length; j++) {
        values[k] += coefficients[j] == 0 ? 0 : coefficients[j] * y[j];
      }
      for (int q = 0; q < form.inputs().size(); q++) {
        values[k] += Interval.of(form.inputs().get(q)).middle() * points.get(k)[q];
      }
    }
    Arrays.sort(values);
    return Arrays.stream(thresholds).map(t -> shareAtMost(values, t)).toArray();
  }

  private static double shareAtMost(double[] sorted, double t) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }
}
