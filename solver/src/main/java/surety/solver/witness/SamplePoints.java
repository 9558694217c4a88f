package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;

/**
 * A few points of a cell in plain doubles, the same for the same cell: its centre and seeded ones.
 * Rounding may put them slightly outside; they are only proposals.
 */
final class SamplePoints {
  private static final long SEED = 20;

  private SamplePoints() {}

  /** {@code count} points of a cell, the centre first. */
  static List<double[]> of(InputSpace space, Cell cell, int count) {
    if (cell instanceof BoxCell) {
      return of(space.hull(cell), count);
    }
    double[][] vertices = vertices(space, (SimplexCell) cell);
    SplittableRandom random = new SplittableRandom(SEED);
    return points(centre(vertices), () -> inSimplex(vertices, random), count);
  }

  /** {@code count} points of a box, the centre first. */
  static List<double[]> of(List<Range> box, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    return points(middle(box), () -> inBox(box, random), count);
  }

  private static List<double[]> points(double[] centre, Supplier<double[]> others, int count) {
    List<double[]> points = new ArrayList<>(List.of(centre));
    while (points.size() < count) {
      points.add(others.get());
    }
    return points;
  }

  /** The middle of a cell. */
  static double[] centre(InputSpace space, Cell cell) {
    return cell instanceof SimplexCell simplex
        ? centre(vertices(space, simplex))
        : middle(space.hull(cell));
  }

  private static double[] middle(List<Range> box) {
    return box.stream().mapToDouble(range -> EventEstimate.nearest(range.middle())).toArray();
  }

  private static double[] centre(double[][] vertices) {
    return combined(vertices, k -> 1);
  }

  private static double[][] vertices(InputSpace space, SimplexCell simplex) {
    double[][] vertices = new double[space.dimension() + 1][space.dimension()];
    for (int k = 0; k < vertices.length; k++) {
      for (int q = 0; q < space.dimension(); q++) {
        vertices[k][q] = space.random().get(q).plain(simplex.coordinate(k, q).middle());
      }
    }
    return vertices;
  }

  /** Weights that are exponentials, divided by their sum, are uniform over the simplex. */
  private static double[] inSimplex(double[][] vertices, SplittableRandom random) {
    return combined(vertices, k -> -Math.log(1 - random.nextDouble()));
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

  private static double[] inBox(List<Range> box, SplittableRandom random) {
    return box.stream().mapToDouble(range -> inRange(range, random)).toArray();
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
