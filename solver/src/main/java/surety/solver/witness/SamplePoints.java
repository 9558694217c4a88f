package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Rational;

/**
 * A few points of a cell in plain doubles, the same for the same cell: its centre and seeded ones.
 * Rounding may put them slightly outside; they are only proposals.
 */
final class SamplePoints {
  private static final long SEED = 20;

  private SamplePoints() {}

  /** {@code count} points, the centre first. */
  static List<double[]> of(ExactCell cell, int count) {
    List<double[]> points = new ArrayList<>(count);
    points.add(doubles(cell.centre()));
    SplittableRandom random = new SplittableRandom(SEED);
    while (points.size() < count) {
      points.add(
          cell instanceof ExactSimplex simplex
              ? inSimplex(simplex, random)
              : inBox((ExactBox) cell, random));
    }
    return points;
  }

  static double[] doubles(List<Rational> point) {
    return point.stream().mapToDouble(EventEstimate::nearest).toArray();
  }

  /** Weights that are exponentials, divided by their sum, are uniform over the simplex. */
  private static double[] inSimplex(ExactSimplex simplex, SplittableRandom random) {
    double[] point = new double[simplex.dimension()];
    double total = 0;
    for (int k = 0; k <= simplex.dimension(); k++) {
      double weight = -Math.log(1 - random.nextDouble());
      double[] vertex = doubles(simplex.vertices().get(k));
      for (int i = 0; i < point.length; i++) {
        point[i] += weight * vertex[i];
      }
      total += weight;
    }
    for (int i = 0; i < point.length; i++) {
      point[i] /= total;
    }
    return point;
  }

  private static double[] inBox(ExactBox box, SplittableRandom random) {
    return box.ranges().stream().mapToDouble(range -> inRange(range, random)).toArray();
  }

  /** Uniform between two ends; beyond a single one at distances of all magnitudes. */
  private static double inRange(Range range, SplittableRandom random) {
    if (range.isBounded()) {
      double lower = EventEstimate.nearest(range.lower().get());
      double upper = EventEstimate.nearest(range.upper().get());
      double share = random.nextDouble();
      return lower * (1 - share) + upper * share;
    }
    double distance = Math.scalb(random.nextDouble(), random.nextInt(-3, 8));
    boolean upward = range.lower().isPresent() || (range.upper().isEmpty() && random.nextBoolean());
    return EventEstimate.nearest(range.middle()) + (upward ? distance : -distance);
  }
}
