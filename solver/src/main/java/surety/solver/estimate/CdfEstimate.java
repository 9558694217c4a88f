package surety.solver.estimate;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * The cdf of an affine form of a network's outputs, estimated at points of a Halton sequence: for
 * pictures, where the error of less than a pixel does not show.
 */
public final class CdfEstimate {
  private final List<double[]> points;

  /**
   * At this many points of the law of the inputs.
   *
   * @throws IllegalArgumentException if a branch has more than 40 coordinates
   */
  public CdfEstimate(Law law, int count) {
    if (law.branches().stream().anyMatch(b -> b.dimension() > LawSample.MOST_COORDINATES)) {
      throw new IllegalArgumentException(
          "an estimate is of at most " + LawSample.MOST_COORDINATES + " random coordinates");
    }
    this.points = LawSample.of(law, count, Stop.NEVER);
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
    return Arrays.stream(thresholds).map(t -> EmpiricalLaw.shareAtMost(values, t)).toArray();
  }
}
