package surety.solver.search;

import java.util.Arrays;

/**
 * What an event has of the mass of a simplex, from values at fixed points: where the density varies
 * much over a cell that the event's boundary goes through, no formula of low degree comes near.
 */
final class SampledMass {
  private static final int POINTS = 1024;

  /** One row for each point: its barycentric coordinates. */
  private final double[][] points;

  SampledMass(int dimension) {
    this.points = points(dimension);
  }

  /**
   * Differences of sorted numbers that fill the cube evenly: a Kronecker sequence whose steps are
   * powers of the root of {@code x^(n + 1) = x + 1}.
   */
  private static double[][] points(int n) {
    double root = 2;
    for (int k = 0; k < 64; k++) {
      root = Math.pow(1 + root, 1.0 / (n + 1));
    }
    double[][] points = new double[POINTS][n + 1];
    double[] sorted = new double[n];
    for (int k = 0; k < POINTS; k++) {
      double step = 1;
      for (int q = 0; q < n; q++) {
        step /= root;
        double x = 0.5 + (k + 1) * step;
        sorted[q] = x - Math.floor(x);
      }
      Arrays.sort(sorted);
      double before = 0;
      for (int q = 0; q < n; q++) {
        points[k][q] = sorted[q] - before;
        before = sorted[q];
      }
      points[k][n] = 1 - before;
    }
    return points;
  }

  /**
   * The mass of the part where the event happens.
   *
   * @param inside whether it happens there, else where it does not
   */
  double of(SimplexCell cell, int rows, PlainEvent event, boolean inside) {
    Vertex[] vertices = cell.vertices();
    double[] z = new double[vertices[0].dimension()];
    double[] y = new double[rows];
    double sum = 0;
    for (double[] weights : points) {
      Arrays.fill(z, 0);
      Arrays.fill(y, 0);
      for (int i = 0; i < vertices.length; i++) {
        for (int q = 0; q < z.length; q++) {
          z[q] += weights[i] * vertices[i].z(q);
        }
        for (int r = 0; r < rows; r++) {
          y[r] += weights[i] * vertices[i].y(r);
        }
      }
      if (event.holds(y) == inside) {
        sum += Math.max(0, cell.density().between(z, z, 0));
      }
    }
    return cell.volume() * sum / POINTS;
  }
}
