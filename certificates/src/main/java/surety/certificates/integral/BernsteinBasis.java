package surety.certificates.integral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import surety.certificates.stop.Stop;

/**
 * Multi-indices of the Bernstein polynomials of degrees 0 to D over a simplex, and how those of one
 * degree come from the degree before.
 *
 * <p>A form of degree m with coefficients c, multiplied by the linear function with values s at the
 * vertices, has the coefficients {@code sum_i (b_i / (m + 1)) s_i c_{b - e_i}}: expand {@code B_a
 * lambda_i} with {@code B_a = m!/a! lambda^a}. With s = 1 that is degree elevation.
 */
public final class BernsteinBasis {
  /** Interpolation at more points takes too long to prepare. */
  static final int MOST_POINTS = 350;

  /** All plans together take no more memory than about that many numbers. */
  private static final int MOST_NUMBERS = 1 << 22;

  private final int vertices;
  private final int[][] exponents;

  /** For each degree, vertex i and multi-index b, the position of b - e_i; 0 if b_i is 0. */
  private final int[][][] parents;

  /** Likewise b_i over the degree. */
  private final double[][][] weights;

  private final Map<Integer, RecursionPlan> plans = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, LatticeInterpolation> interpolations = new ConcurrentHashMap<>();

  /**
   * The bases of the degrees up to {@code degree} over a simplex with that many vertices.
   *
   * @param stop asked while they are made
   */
  public BernsteinBasis(int vertices, int degree, Stop stop) {
    this.vertices = vertices;
    this.exponents = new int[degree + 1][];
    this.parents = new int[degree + 1][][];
    this.weights = new double[degree + 1][][];
    Map<List<Integer>, Integer> before = Map.of();
    for (int m = 0; m <= degree; m++) {
      List<int[]> indices = new ArrayList<>();
      enumerate(new int[vertices], 0, m, indices);
      Map<List<Integer>, Integer> positions = new HashMap<>();
      exponents[m] = new int[indices.size() * vertices];
      parents[m] = new int[vertices][indices.size()];
      weights[m] = new double[vertices][indices.size()];
      for (int b = 0; b < indices.size(); b++) {
        stop.check();
        positions.put(key(indices.get(b)), b);
        link(m, b, indices.get(b), before);
      }
      before = positions;
    }
  }

  private void link(int m, int b, int[] index, Map<List<Integer>, Integer> before) {
    for (int i = 0; i < vertices; i++) {
      exponents[m][b * vertices + i] = index[i];
      if (m > 0 && index[i] > 0) {
        index[i]--;
        parents[m][i][b] = before.get(key(index));
        index[i]++;
        weights[m][i][b] = (double) index[i] / m;
      }
    }
  }

  private static void enumerate(int[] index, int position, int left, List<int[]> out) {
    if (position == index.length - 1) {
      index[position] = left;
      out.add(index.clone());
      return;
    }
    for (int k = 0; k <= left; k++) {
      index[position] = k;
      enumerate(index, position + 1, left - k, out);
    }
  }

  private static List<Integer> key(int[] index) {
    List<Integer> key = new ArrayList<>(index.length);
    for (int value : index) {
      key.add(value);
    }
    return key;
  }

  /** Number of vertices of the simplex. */
  public int vertices() {
    return vertices;
  }

  /** The highest degree. */
  public int degree() {
    return exponents.length - 1;
  }

  /** Number of coefficients of a form of that degree. */
  public int size(int degree) {
    return exponents[degree].length / vertices;
  }

  /** The multi-indices of that degree, {@code vertices} numbers each. */
  int[] exponents(int degree) {
    return exponents[degree];
  }

  /**
   * How to go through all forms of that degree, if some vertices are below a threshold. Plans are
   * kept, until they are too many.
   *
   * @param belowMask a bit for each of them; neither none nor all
   */
  RecursionPlan plan(int degree, int belowMask) {
    if (numbers.get() > MOST_NUMBERS) {
      numbers.set(0);
      plans.clear();
    }
    return plans.computeIfAbsent(
        degree << vertices | belowMask,
        key -> {
          RecursionPlan plan = new RecursionPlan(vertices, degree, belowMask);
          numbers.addAndGet(plan.numbers());
          return plan;
        });
  }

  /** The form of a lower degree with a form's values at the points of a lattice; rounded. */
  double[] reduced(double[] form, int formDegree, int degree) {
    return interpolations
        .computeIfAbsent(degree, m -> new LatticeInterpolation(vertices, m, exponents[m]))
        .reduced(form, formDegree, exponents[formDegree]);
  }

  /** The form of degree {@code degree - 1} times the linear function with these vertex values. */
  double[] timesLinear(double[] form, int degree, double[] values) {
    double[] product = new double[size(degree)];
    for (int i = 0; i < vertices; i++) {
      int[] parent = parents[degree][i];
      double[] weight = weights[degree][i];
      double value = values[i];
      for (int b = 0; b < product.length; b++) {
        product[b] += weight[b] * value * form[parent[b]];
      }
    }
    return product;
  }

  /** The form of degree {@code degree - 1}, written in degree {@code degree}. */
  double[] elevate(double[] form, int degree) {
    double[] raised = new double[size(degree)];
    for (int i = 0; i < vertices; i++) {
      int[] parent = parents[degree][i];
      double[] weight = weights[degree][i];
      for (int b = 0; b < raised.length; b++) {
        raised[b] += weight[b] * form[parent[b]];
      }
    }
    return raised;
  }
}
