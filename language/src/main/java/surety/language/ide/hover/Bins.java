package surety.language.ide.hover;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.solver.domain.Axis;

/**
 * The probabilities of equal bins where almost all of a distribution lies, as plain doubles of what
 * the kernel encloses.
 */
final class Bins {
  private static final int COUNT = 240;

  /** How many standard deviations around the mean are looked at. */
  private static final double REACH = 8;

  /** Enough for a support that is a million times wider than the density's bulk. */
  private static final int MOST_ZOOMS = 8;

  private final double[] ends;
  private final double[] masses;

  Bins(double[] ends, double[] masses) {
    this.ends = ends;
    this.masses = masses;
  }

  /** Zooms in where a wide support is almost empty. */
  static Bins around(Distribution distribution) {
    Marginal marginal = Marginal.of(distribution);
    double[] bulk = new Axis(marginal).bulk();
    Bins bins = of(marginal, bulk[0], bulk[1]);
    for (int i = 0; i < MOST_ZOOMS; i++) {
      double lower = bins.ends[0];
      double upper = bins.ends[COUNT];
      Figures figures = Figures.ofBins(bins.ends, bins.masses);
      double nearer = Math.max(lower, figures.mean() - REACH * figures.deviation());
      double farther = Math.min(upper, figures.mean() + REACH * figures.deviation());
      if (!(farther - nearer < (upper - lower) / 2)) {
        break;
      }
      bins = of(marginal, nearer, farther);
    }
    double scale = marginal.scale().middle();
    double shift = marginal.shift().middle();
    double[] ends = bins.ends;
    for (int i = 0; i <= COUNT; i++) {
      ends[i] = scale * ends[i] + shift;
    }
    return new Bins(ends, bins.masses);
  }

  /** In standard coordinates. */
  private static Bins of(Marginal marginal, double lower, double upper) {
    double[] ends = ends(lower, upper);
    double[] masses = new double[COUNT];
    for (int i = 1; i <= COUNT; i++) {
      masses[i - 1] = mass(marginal, ends[i - 1], ends[i]);
    }
    return new Bins(ends, masses);
  }

  /** Of equal bins. */
  static double[] ends(double lower, double upper) {
    double[] ends = new double[COUNT + 1];
    for (int i = 0; i <= COUNT; i++) {
      double share = (double) i / COUNT;
      ends[i] = (1 - share) * lower + share * upper;
    }
    return ends;
  }

  /** Between two standard coordinates. */
  static double mass(Marginal marginal, double lower, double upper) {
    ScaledInterval mass = marginal.mass(Interval.of(lower), Interval.of(upper));
    return Math.scalb(mass.value().middle(), Math.max(-2000, mass.scale()));
  }

  /** How many there are. */
  int count() {
    return masses.length;
  }

  /** An end of a bin, from 0 to the number of bins, ascending. */
  double end(int i) {
    return ends[i];
  }

  /** The probability of a bin. */
  double mass(int bin) {
    return masses[bin];
  }
}
