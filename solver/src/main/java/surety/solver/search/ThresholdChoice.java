package surety.solver.search;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;
import surety.solver.domain.Axis;
import surety.solver.domain.Domain;

/**
 * Thresholds for a cdf that names only their number: evenly spaced over the values that the
 * function takes at the corners of the domain's bulk and at a quasi-random sample of it.
 */
public final class ThresholdChoice {
  private static final int SAMPLE = 1024;
  private static final int MOST_CORNER_COORDINATES = 8;

  /** A range this narrow against the values is taken for that of a constant. */
  private static final double CONSTANT = 1e-12;

  /** Half the range of the thresholds around a constant, as a share of it. */
  private static final double AROUND = 0.01;

  private final Stop stop;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /**
   * Of nothing so far.
   *
   * @param stop asked at each point
   */
  public ThresholdChoice(Stop stop) {
    this.stop = stop;
  }

  /** Takes the values that a function has in a branch of the law into account. */
  public void visit(PlainNetwork network, Domain domain) {
    if (domain.isPoint()) {
      visit(network, new double[1]);
      return;
    }
    double[][] bulk = domain.axes().stream().map(Axis::bulk).toArray(double[][]::new);
    visitCorners(network, bulk);
    visitSample(network, bulk);
  }

  /** That many doubles, strictly ascending. */
  public List<Rational> evenly(int count) {
    return spread(least, greatest, count);
  }

  /** That many doubles from {@code least} to {@code greatest}, or around them if they are equal. */
  static List<Rational> spread(double least, double greatest, int count) {
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double from = least;
    double to = greatest;
    if (greatest - least <= CONSTANT * size) {
      double around = size > 0 ? AROUND * size : AROUND;
      from = least - around;
      to = greatest + around;
    }
    List<Rational> thresholds = new ArrayList<>(count);
    double last = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      double share = count == 1 ? 0.5 : (double) k / (count - 1);
      double t = Math.max((1 - share) * from + share * to, Math.nextUp(last));
      thresholds.add(Rational.ofDouble(t));
      last = t;
    }
    return thresholds;
  }

  private void visitCorners(PlainNetwork network, double[][] bulk) {
    if (bulk.length > MOST_CORNER_COORDINATES) {
      return;
    }
    for (int corner = 0; corner < 1 << bulk.length; corner++) {
      double[] z = new double[bulk.length];
      for (int q = 0; q < z.length; q++) {
        z[q] = bulk[q][corner >> q & 1];
      }
      visit(network, z);
    }
  }

  /** Roberts' sequence: multiples of the powers of a generalised golden ratio, modulo 1. */
  private void visitSample(PlainNetwork network, double[][] bulk) {
    double golden = 2;
    for (int k = 0; k < 64; k++) {
      golden = Math.pow(1 + golden, 1.0 / (bulk.length + 1));
    }
    for (int k = 1; k <= SAMPLE; k++) {
      double[] z = new double[bulk.length];
      double step = 1;
      for (int q = 0; q < z.length; q++) {
        step /= golden;
        double share = 0.5 + k * step;
        share -= Math.floor(share);
        z[q] = (1 - share) * bulk[q][0] + share * bulk[q][1];
      }
      visit(network, z);
    }
  }

  private void visit(PlainNetwork network, double[] z) {
    stop.check();
    double y = network.evaluate(z);
    if (Double.isFinite(y)) {
      least = Math.min(least, y);
      greatest = Math.max(greatest, y);
    }
  }
}
