package surety.certificates.integral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

  /** All plans, rows and orders together take no more memory than about that many numbers. */
  private static final int MOST_NUMBERS = 1 << 22;

  private final int vertices;
  private final Stop stop;
  private final int[][] exponents;

  /** For each degree, vertex i and multi-index b, the position of b - e_i; 0 if b_i is 0. */
  private final int[][][] parents;

  /** Likewise b_i over the degree. */
  private final double[][][] weights;

  /** The number of ways in which so many vertices share a degree. */
  private final int[][] counts;

  private final Map<Integer, RecursionPlan> plans = new ConcurrentHashMap<>();
  private final Map<Integer, int[]> rows = new ConcurrentHashMap<>();
  private final Map<Long, int[]> reorders = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, LatticeInterpolation> interpolations = new ConcurrentHashMap<>();
  private Optional<BernsteinBasis> face = Optional.empty();

  /**
   * The bases of the degrees up to {@code degree} over a simplex with that many vertices.
   *
   * @param stop asked while they, and those of a {@link #face}, are made
   */
  public BernsteinBasis(int vertices, int degree, Stop stop) {
    this.vertices = vertices;
    this.stop = stop;
    this.exponents = new int[degree + 1][];
    this.parents = new int[degree + 1][][];
    this.weights = new double[degree + 1][][];
    this.counts = counts(vertices, degree);
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

  private static int[][] counts(int vertices, int degree) {
    int[][] counts = new int[vertices + 1][degree + 1];
    counts[0][0] = 1;
    for (int some = 1; some <= vertices; some++) {
      counts[some][0] = 1;
      for (int m = 1; m <= degree; m++) {
        counts[some][m] = counts[some][m - 1] + counts[some - 1][m];
      }
    }
    return counts;
  }

  /**
   * The place of a multi-index of degree m among all: before it are those that are smaller at the
   * first place where they differ.
   *
   * @param first where its numbers begin
   * @param order which of them comes at each place
   */
  private int position(int m, int[] numbers, int first, int[] order) {
    int position = 0;
    int left = m;
    for (int i = 0; i < vertices - 1; i++) {
      int others = vertices - 1 - i;
      for (int k = numbers[first + order[i]]; k > 0; k--) {
        position += counts[others][left--];
      }
    }
    return position;
  }

  private int[] ownOrder() {
    int[] order = new int[vertices];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** A form's coefficients, with the vertices in another order. */
  double[] reordered(double[] form, int degree, int[] order) {
    if (Arrays.equals(order, ownOrder())) {
      return form;
    }
    forgetIfTooMany();
    long key = degree;
    for (int i : order) {
      key = key * vertices + i;
    }
    int[] places = reorders.computeIfAbsent(key, k -> newPlaces(degree, order));
    double[] reordered = new double[form.length];
    for (int b = 0; b < form.length; b++) {
      reordered[places[b]] = form[b];
    }
    return reordered;
  }

  private int[] newPlaces(int degree, int[] order) {
    int[] places = new int[size(degree)];
    Arrays.setAll(places, b -> position(degree, exponents[degree], b * vertices, order));
    numbers.addAndGet(places.length);
    return places;
  }

  /**
   * The multi-indices of a degree, in rows that differ only at i and j: for each row its length,
   * and then the places of those with 0, 1, ... at j.
   */
  int[] rows(int degree, int i, int j) {
    forgetIfTooMany();
    return rows.computeIfAbsent((degree * vertices + i) * vertices + j, k -> newRows(degree, i, j));
  }

  private int[] newRows(int degree, int i, int j) {
    int[] own = ownOrder();
    IntStream.Builder rows = IntStream.builder();
    for (int b = 0; b < size(degree); b++) {
      int from = b * vertices;
      int[] index = Arrays.copyOfRange(exponents[degree], from, from + vertices);
      if (index[j] == 0) {
        rows.add(index[i] + 1);
        for (; index[i] >= 0; index[i]--, index[j]++) {
          rows.add(position(degree, index, 0, own));
        }
      }
    }
    int[] all = rows.build().toArray();
    numbers.addAndGet(all.length);
    return all;
  }

  private void forgetIfTooMany() {
    if (numbers.get() > MOST_NUMBERS) {
      numbers.set(0);
      plans.clear();
      rows.clear();
      reorders.clear();
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

  /** The same degrees over a simplex with one vertex less. */
  synchronized BernsteinBasis face() {
    if (face.isEmpty()) {
      face = Optional.of(new BernsteinBasis(vertices - 1, degree(), stop));
    }
    return face.get();
  }

  /**
   * Adds a form that does not tell the last two vertices apart.
   *
   * @param form over the {@link #face}; a coefficient belongs to all multi-indices that share out
   *     its last exponent, which follow each other
   */
  void addOfFace(double[] form, int degree, double[] sum) {
    BernsteinBasis of = face();
    int at = 0;
    for (int a = 0; a < form.length; a++) {
      int last = of.exponents[degree][(a + 1) * of.vertices - 1];
      for (int k = 0; k <= last; k++) {
        sum[at++] += form[a];
      }
    }
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
    forgetIfTooMany();
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
