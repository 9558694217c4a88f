package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * The convex hull of n + 1 points of dimension n.
 *
 * @param vertices affinely independent points; this is not checked, as a proof tree's edge splits
 *     keep it. A flat simplex contains no point for {@link #contains}.
 */
public record ExactSimplex(List<List<Rational>> vertices) implements ExactCell {
  /** Refuses a number of vertices or coordinates that is not that of a simplex. */
  public ExactSimplex {
    vertices = vertices.stream().map(List::copyOf).toList();
    if (vertices.isEmpty()) {
      throw new IllegalArgumentException("A simplex needs at least one vertex");
    }
    for (List<Rational> vertex : vertices) {
      ExactBox.requireDimension(vertex.size(), vertices.size() - 1);
    }
  }

  @Override
  public int dimension() {
    return vertices.size() - 1;
  }

  @Override
  public boolean contains(List<Rational> point) {
    return barycentric(point)
        .map(weights -> weights.stream().allMatch(w -> w.signum() >= 0))
        .orElse(false);
  }

  @Override
  public boolean containsInside(List<Rational> point) {
    return barycentric(point)
        .map(weights -> weights.stream().allMatch(w -> w.signum() > 0))
        .orElse(false);
  }

  @Override
  public List<Rational> centre() {
    Rational share = Rational.of(1, vertices.size());
    return IntStream.range(0, dimension()).mapToObj(i -> sum(i).times(share)).toList();
  }

  private Rational sum(int coordinate) {
    return vertices.stream().map(v -> v.get(coordinate)).reduce(Rational.ZERO, Rational::plus);
  }

  /** The simplex with vertex {@code index} moved to {@code point}. */
  ExactSimplex withVertex(int index, List<Rational> point) {
    List<List<Rational>> moved = new ArrayList<>(vertices);
    moved.set(index, point);
    return new ExactSimplex(moved);
  }

  /**
   * The weights, of sum one, with which the vertices make up the point: the exact solution of
   * {@code sum_k w_k (v_k - v_0) = point - v_0} by Gaussian elimination, with w_0 = 1 minus the
   * others. Empty if the simplex is flat.
   */
  Optional<List<Rational>> barycentric(List<Rational> point) {
    int n = dimension();
    ExactBox.requireDimension(point.size(), n);
    Rational[][] system = new Rational[n][n + 1];
    List<Rational> origin = vertices.get(0);
    for (int row = 0; row < n; row++) {
      for (int k = 0; k < n; k++) {
        system[row][k] = vertices.get(k + 1).get(row).minus(origin.get(row));
      }
      system[row][n] = point.get(row).minus(origin.get(row));
    }
    if (!eliminate(system)) {
      return Optional.empty();
    }
    List<Rational> weights = new ArrayList<>();
    Rational first = Rational.ONE;
    weights.add(first);
    for (int k = 0; k < n; k++) {
      Rational weight = system[k][n];
      weights.add(weight);
      first = first.minus(weight);
    }
    weights.set(0, first);
    return Optional.of(List.copyOf(weights));
  }

  /** Gauss-Jordan elimination in place; false if the matrix is singular. */
  private static boolean eliminate(Rational[][] system) {
    int n = system.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      while (pivot < n && system[pivot][k].isZero()) {
        pivot++;
      }
      if (pivot == n) {
        return false;
      }
      Rational[] row = system[pivot];
      system[pivot] = system[k];
      system[k] = row;
      Rational divisor = row[k];
      for (int column = k; column <= n; column++) {
        row[column] = row[column].dividedBy(divisor);
      }
      for (Rational[] other : system) {
        if (other != row) {
          subtract(other, row, k);
        }
      }
    }
    return true;
  }

  /** Subtracts the multiple of {@code pivotRow} that makes column {@code k} zero. */
  private static void subtract(Rational[] row, Rational[] pivotRow, int k) {
    Rational factor = row[k];
    if (factor.isZero()) {
      return;
    }
    for (int column = k; column < row.length; column++) {
      row[column] = row[column].minus(factor.times(pivotRow[column]));
    }
  }
}
