package surety.solver.search;

import surety.certificates.proof.SimplexLeaf;

/**
 * Chooses with which degree the kernel integrates the density over parts of a leaf: the least that
 * costs little of what the leaf adds to the gap anyway. How far the density is from a polynomial of
 * a degree is estimated along the edges, by the Chebyshev series there. A bad choice only costs
 * tightness or time, for the kernel computes what it is worth.
 */
final class LeafDegree {
  /** What a leaf's gap grows by, at most, as a share of it. */
  static final double SHARE = 0.05;

  /**
   * As much is spent in any case, as a share of what the whole enclosure of the density may cost.
   */
  private static final double FLOOR = 0.05;

  /** A form with fewer coefficients is not worth another one. */
  static final double LEAST_COEFFICIENTS = 200;

  /** So many recursions of the whole form, per power, take as long as finding the lower one. */
  private static final double RECURSIONS = 10;

  /** How much larger the kernel's error is than the one along the worst edge. */
  private static final double LARGER = 3;

  /** Of a low total degree all may matter. */
  private static final int FEW_DEGREES = 12;

  private static final int NODES = 10;
  private static final double[][] COSINES = cosines();

  private final Objective objective;
  private final double floor;

  /**
   * For one search.
   *
   * @param densityGap what enclosing the density may cost
   */
  LeafDegree(Objective objective, double densityGap) {
    this.objective = objective;
    this.floor = FLOOR * densityGap;
  }

  /** Row m has {@code cos(m theta)} at the nodes, times what makes Chebyshev coefficients. */
  private static double[][] cosines() {
    double[][] cosines = new double[NODES][NODES];
    for (int m = 0; m < NODES; m++) {
      for (int k = 0; k < NODES; k++) {
        cosines[m][k] = Math.cos(m * angle(k)) * (m == 0 ? 1.0 : 2.0) / NODES;
      }
    }
    return cosines;
  }

  private static double angle(int node) {
    return Math.PI * (node + 0.5) / NODES;
  }

  /**
   * The degree for a leaf, or {@link SimplexLeaf#FULL_DEGREE}.
   *
   * @param ordinary what the leaves add to the gap, on average
   */
  int of(SimplexCell leaf, double ordinary) {
    int n = leaf.vertices().length - 1;
    int full = full(leaf);
    double coefficients = DensityPlan.coefficients(n, full);
    if (coefficients < LEAST_COEFFICIENTS) {
      return SimplexLeaf.FULL_DEGREE;
    }
    double own = Math.max(floor, SHARE * gap(leaf)) * leaf.mass();
    // the error is one of the density, and counts from both sides of the gap
    double allowed = 0.5 * Math.max(own, SHARE * ordinary) / leaf.volume();
    double[] errors = leaf.errors(this::errors);
    for (int degree = 0; degree < NODES; degree++) {
      double lower = DensityPlan.coefficients(n, degree);
      double saved = RECURSIONS * (full + n + 1) * (coefficients - lower);
      if (lower * (coefficients + lower) > saved) {
        break;
      }
      if (LARGER * errors[degree] <= allowed) {
        return degree;
      }
    }
    return SimplexLeaf.FULL_DEGREE;
  }

  private static int full(SimplexCell leaf) {
    int all = leaf.density().degree();
    return Math.max(
        DensityPlan.formDegree(leaf.vertices().length - 1, all), Math.min(all, FEW_DEGREES));
  }

  /**
   * Whether it is a leaf for which choosing takes long, as its density has to be looked at along
   * the edges.
   */
  boolean isToMeasure(SimplexCell leaf) {
    return leaf.split().isEmpty()
        && !leaf.hasErrors()
        && DensityPlan.coefficients(leaf.vertices().length - 1, full(leaf)) >= LEAST_COEFFICIENTS;
  }

  /** Looks at it; several leaves at a time. */
  void measure(SimplexCell leaf) {
    leaf.errors(this::errors);
  }

  /** What the leaf adds to the gap at a threshold inside of its range, per unit of its mass. */
  private double gap(SimplexCell leaf) {
    if (objective instanceof BandObjective band) {
      RowBounds rows = leaf.rows(new HalfSpaceFraction(leaf.vertices().length - 1));
      double range = rows.greatest(band.row()) - rows.least(band.row());
      return range > 0 ? rows.meanWidth(band.row()) / range : 0;
    }
    return leaf.mass() > 0 ? leaf.priority() / leaf.mass() / objective.range() : 0;
  }

  /** For each degree what is beyond it in the Chebyshev series along the worst edge. */
  private double[] errors(SimplexCell leaf) {
    double[] worst = new double[NODES];
    Vertex[] vertices = leaf.vertices();
    int n = vertices.length - 1;
    double[][] z = new double[n + 1][n];
    for (int i = 0; i <= n; i++) {
      for (int q = 0; q < n; q++) {
        z[i][q] = vertices[i].z(q);
      }
      for (int j = 0; j < i; j++) {
        addErrors(leaf.density(), z[i], z[j], worst);
      }
    }
    return worst;
  }

  private static void addErrors(BoxDensity density, double[] from, double[] to, double[] worst) {
    double[] values = new double[NODES];
    for (int k = 0; k < NODES; k++) {
      values[k] = density.between(from, to, 0.5 + 0.5 * Math.cos(angle(k)));
    }
    double tail = 0;
    for (int m = NODES - 1; m > 0; m--) {
      double coefficient = 0;
      for (int k = 0; k < NODES; k++) {
        coefficient += COSINES[m][k] * values[k];
      }
      tail += Math.abs(coefficient);
      worst[m - 1] = Math.max(worst[m - 1], tail);
    }
  }
}
