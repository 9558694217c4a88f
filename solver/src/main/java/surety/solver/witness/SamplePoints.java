package surety.solver.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Side;
import surety.certificates.cell.SimplexCell;

/**
 * A few points of a cell in plain doubles, the same for the same cell: its centre and seeded ones.
 * Rounding may put them slightly outside; they are only proposals.
 */
final class SamplePoints {
  private static final long SEED = 20;

  private final double[] scales;
  private final double[] shifts;

  /** Of cells of the random inputs of a space. */
  SamplePoints(InputSpace space) {
    this.scales =
        space.random().stream().mapToDouble(q -> EventEstimate.nearest(q.scale())).toArray();
    this.shifts =
        space.random().stream().mapToDouble(q -> EventEstimate.nearest(q.shift())).toArray();
  }

  /** {@code count} points of a cell, the centre first. */
  List<double[]> of(Cell cell, int count) {
    List<double[]> points =
        cell instanceof BoxCell box
            ? inBox(box.sides().stream().map(Side::hull).toList(), count)
            : inSimplex(vertices((SimplexCell) cell), count);
    for (double[] point : points) {
      Arrays.setAll(point, q -> finite(scales[q] * point[q] + shifts[q]));
    }
    return points;
  }

  /** The centre of a cell. */
  double[] centre(Cell cell) {
    return of(cell, 1).get(0);
  }

  /** {@code count} points of a box, the centre first. */
  static List<double[]> inBox(List<Interval> box, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] centre = box.stream().mapToDouble(SamplePoints::centre).toArray();
    return points(
        centre, () -> box.stream().mapToDouble(side -> inside(side, random)).toArray(), count);
  }

  private static List<double[]> inSimplex(double[][] vertices, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    // weights that are exponentials, divided by their sum, are uniform over the simplex
    return points(
        combined(vertices, k -> 1),
        () -> combined(vertices, k -> -Math.log(1 - random.nextDouble())),
        count);
  }

  private static List<double[]> points(double[] centre, Supplier<double[]> others, int count) {
    List<double[]> points = new ArrayList<>(List.of(centre));
    while (points.size() < count) {
      points.add(others.get());
    }
    return points;
  }

  private static double finite(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }

  /** The middle; where an end is missing, a number beside the other one, and 0 if both are. */
  private static double centre(Interval side) {
    if (side.isBounded()) {
      return side.middle();
    }
    double end = end(side);
    return Double.isFinite(side.lower()) ? end + 1 : Double.isFinite(side.upper()) ? end - 1 : end;
  }

  /** The only end of an unbounded side; 0 if there is none. */
  private static double end(Interval side) {
    return Double.isFinite(side.lower())
        ? side.lower()
        : Double.isFinite(side.upper()) ? side.upper() : 0;
  }

  /** Uniform between two ends; beyond a single one at distances of all magnitudes. */
  private static double inside(Interval side, SplittableRandom random) {
    if (side.isBounded()) {
      double share = random.nextDouble();
      return side.lower() * (1 - share) + side.upper() * share;
    }
    double distance = Math.scalb(random.nextDouble(), random.nextInt(-3, 8));
    boolean isUpward =
        Double.isFinite(side.lower()) || (!Double.isFinite(side.upper()) && random.nextBoolean());
    return end(side) + (isUpward ? distance : -distance);
  }

  private double[][] vertices(SimplexCell simplex) {
    double[][] vertices = new double[scales.length + 1][scales.length];
    for (int k = 0; k < vertices.length; k++) {
      for (int q = 0; q < scales.length; q++) {
        vertices[k][q] = simplex.coordinate(k, q).middle();
      }
    }
    return vertices;
  }

  private static double[] combined(double[][] vertices, IntToDoubleFunction weights) {
    double[] point = new double[vertices.length - 1];
    double total = 0;
    for (int k = 0; k < vertices.length; k++) {
      double weight = weights.applyAsDouble(k);
      for (int i = 0; i < point.length; i++) {
        point[i] += weight * vertices[k][i];
      }
      total += weight;
    }
    for (int i = 0; i < point.length; i++) {
      point[i] /= total;
    }
    return point;
  }
}
