package surety.solver.estimate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import surety.certificates.stop.Stop;

/**
 * An estimate of the law of {@code mean + sum_q c_q (u_q - E u_q)} with independent u_q of any
 * kind, by convolution on a lattice: each summand's mass is that of the cell around a lattice
 * point, and discrete Fourier transforms are multiplied.
 *
 * <p>Normal summands, and those that are narrow against a cell, enter by their variance as one
 * normal. The lattice reaches over 24 deviations to either side; what heavy tails have beyond it is
 * put at its ends. Within a cell the mass is spread evenly, and what that moves the mean by is
 * taken back: so the cdf is off by some 1e-5 where the density has no jumps.
 */
final class LatticeSum implements ScalarLaw {
  private static final int POINTS = 1 << 13;
  private static final int HALF = POINTS / 2;
  private static final double REACH = 24;

  /** In cells: a summand with a smaller deviation counts as normal. */
  private static final double NARROW = 8;

  private final double mean;
  private final double deviation;
  private final double cell;

  /** By how much the lattice's masses have a larger mean. */
  private double shift;

  /** Masses below the lower end of each cell. */
  private final double[] below = new double[POINTS + 1];

  /** A summand: its deviation is that of the coordinate times the coefficient's magnitude. */
  record Summand(RealDistribution coordinate, double coefficient) {
    double deviation() {
      return Math.abs(coefficient) * Math.sqrt(coordinate.getNumericalVariance());
    }

    private double cdf(double off) {
      double at = coordinate.getNumericalMean() + off / coefficient;
      double probability = coordinate.cumulativeProbability(at);
      return coefficient > 0 ? probability : 1 - probability;
    }
  }

  LatticeSum(double mean, List<Summand> summands, Stop stop) {
    this.mean = mean;
    this.deviation =
        Math.sqrt(summands.stream().mapToDouble(s -> s.deviation() * s.deviation()).sum());
    this.cell = 2 * REACH * deviation / POINTS;
    double normal = 0;
    List<Summand> wide = new ArrayList<>();
    for (Summand summand : summands) {
      boolean isNormal = summand.coordinate instanceof NormalDistribution;
      if (isNormal || summand.deviation() < NARROW * cell) {
        normal += summand.deviation() * summand.deviation();
      } else {
        wide.add(summand);
      }
    }
    double[] masses = convolved(wide, Math.sqrt(normal), stop);
    double sum = 0;
    for (int k = 0; k < POINTS; k++) {
      below[k] = sum;
      sum += masses[k];
    }
    for (int k = 0; k < POINTS; k++) {
      below[k] /= sum;
    }
    below[POINTS] = 1;
  }

  private double[] convolved(List<Summand> summands, double normal, Stop stop) {
    FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
    Complex[] product = new Complex[POINTS];
    for (int k = 0; k < POINTS; k++) {
      int frequency = k < HALF ? k : k - POINTS;
      double z = normal * 2 * Math.PI * frequency / (POINTS * cell);
      product[k] = new Complex(Math.exp(-z * z / 2), 0);
    }
    for (Summand summand : summands) {
      stop.check();
      Complex[] factor = fft.transform(masses(summand), TransformType.FORWARD);
      for (int k = 0; k < POINTS; k++) {
        product[k] = product[k].multiply(factor[k]);
      }
    }
    Complex[] circular = fft.transform(product, TransformType.INVERSE);
    double[] masses = new double[POINTS];
    for (int k = 0; k < POINTS; k++) {
      masses[k] = Math.max(0, circular[(k + HALF) % POINTS].getReal());
    }
    return masses;
  }

  /** By the place in the transform: 0 is the mean, negative places come after the positive. */
  private double[] masses(Summand summand) {
    double[] masses = new double[POINTS];
    double before = 0;
    for (int k = -HALF; k < HALF; k++) {
      double upTo = k == HALF - 1 ? 1 : summand.cdf((k + 0.5) * cell);
      masses[(k + POINTS) % POINTS] = upTo - before;
      shift += k * cell * (upTo - before);
      before = upTo;
    }
    return masses;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double deviation() {
    return deviation;
  }

  /** The place of a number, in cells from the lower end of the first. */
  private double place(double t) {
    return Math.max(0, Math.min(POINTS, (t - mean + shift) / cell + HALF + 0.5));
  }

  @Override
  public double cdf(double t) {
    double place = place(t);
    int k = Math.min(POINTS - 1, (int) place);
    return below[k] + (place - k) * (below[k + 1] - below[k]);
  }

  @Override
  public double density(double t) {
    return (cdf(t + cell / 2) - cdf(t - cell / 2)) / cell;
  }
}
