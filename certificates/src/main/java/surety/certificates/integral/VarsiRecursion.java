package surety.certificates.integral;

import surety.certificates.bounds.RelativeError;

/**
 * The probability that an affine function g stays below a threshold t in a simplex, from its values
 * at the vertices, under the uniform density; and the sum of its probabilities under all Bernstein
 * polynomials of one degree (Dirichlet densities), each with a weight.
 *
 * <p>That probability is the integral of the B-spline with the values as knots (Curry and
 * Schoenberg, 1966); a Dirichlet density with exponents a repeats knot i a_i + 1 times. Varsi (The
 * multidimensional content of the frustum of the simplex, Pacific J. Math. 46, 1973) computes it
 * with nonnegative terms only: with u the knots below t and p the others, both less t, start with
 * A_0 = 0 and A_1..A_k = 1, and for each p let A_h become lambda A_{h-1} + mu A_h for h = 1..k,
 * where lambda = p / (p - u_h) and mu = -u_h / (p - u_h); the result is A_k.
 *
 * <p><em>All exponents at once.</em> Let F(p_1..p_r; u_1..u_h) be the A_h after r of the p: it is
 * lambda F(p_1..p_r; u_1..u_{h-1}) + mu F(p_1..p_{r-1}; u_1..u_h) with the lambda and mu of p_r and
 * u_h, 1 for r = 0, and else 0 for h = 0. So a weight on F with some knots is the same as lambda
 * times it with the last u taken away, plus mu times it with the last p taken away. A sum of
 * weighted F starts with the coefficients as weights; wherever two exponents have come to the same
 * knots, their weights are added, and go on as one; what comes to r = 0 is the result. The {@link
 * RecursionPlan} says where that happens. It multiplies out the same products of lambdas and mus as
 * the recursion for each exponent does.
 *
 * <p>Rounding: p and u carry one rounding, p - u and a quotient one more each, so lambda and mu are
 * off by at most four; a step of the uniform share adds a product and a sum of nonnegative terms. A
 * result depends on its terms through at most as many steps as there are knots, hence {@code
 * gamma(6 knots)}; see {@link #relativeError}. A step of a sum adds a product and at most two sums
 * (a place gets a lambda's product, a mu's, and what came from earlier blocks, where two may have
 * been added up), and the result is a sum, too: each product of coefficient, lambdas and mus goes
 * through at most {@link RecursionPlan#roundings} of them.
 *
 * <p>Underflow adds at most a few smallest subnormals for each step, which the convex combinations
 * never amplify; see {@link #absoluteError}. In a sum of N coefficients of at most c, no weight
 * passes more than knots^2 / 4 places, with two products each that lose at most half a subnormal
 * and with a lambda and a mu that lose at most one: the sum is off by less than {@code N (1 + c)}
 * times that.
 *
 * <p>An object holds scratch space: one thread at a time.
 */
public final class VarsiRecursion {
  private final int vertices;
  private final int[] below;
  private final int[] above;
  private final double[] lambda;
  private final double[] mu;
  private final double[] state;
  private double[] places = {};
  private double[] row = {};
  private int belowMask;
  private int belowCount;
  private int aboveCount;
  private boolean someAbove;

  /**
   * Scratch space for simplices.
   *
   * @param vertices number of vertices
   * @param degree the largest total degree of the density
   */
  public VarsiRecursion(int vertices, int degree) {
    this.vertices = vertices;
    this.below = new int[vertices];
    this.above = new int[vertices];
    this.lambda = new double[vertices * vertices];
    this.mu = new double[vertices * vertices];
    this.state = new double[vertices + degree + 1];
  }

  /** Bound of the relative rounding error of a uniform share with that many knots in all. */
  static double relativeError(int knots) {
    return RelativeError.gamma(6 * knots);
  }

  /** Bound of the absolute error that underflow adds to a result with that many knots in all. */
  public static double absoluteError(int knots) {
    return 8.0 * knots * knots * Double.MIN_VALUE; // exact: a multiple of the smallest double
  }

  /**
   * Takes the values at the vertices and the threshold.
   *
   * @return false if differences overflow, and then nothing may be asked
   */
  public boolean prepare(double[] values, double threshold) {
    belowMask = 0;
    belowCount = 0;
    aboveCount = 0;
    someAbove = false;
    for (int i = 0; i < vertices; i++) {
      if (values[i] < threshold) {
        belowMask |= 1 << i;
        below[belowCount++] = i;
      } else {
        above[aboveCount++] = i;
        someAbove |= values[i] > threshold;
      }
    }
    for (int a = 0; a < aboveCount; a++) {
      double p = values[above[a]] - threshold;
      for (int b = 0; b < belowCount; b++) {
        double u = threshold - values[below[b]];
        double sum = p + u;
        if (!(sum <= Double.MAX_VALUE)) {
          return false;
        }
        lambda[a * vertices + b] = p / sum;
        mu[a * vertices + b] = u / sum;
      }
    }
    return true;
  }

  /** Whether no value is below the threshold: each share is then exactly 0. */
  boolean isNone() {
    return belowCount == 0;
  }

  /**
   * Whether no value is above the threshold and one is below: what is not below is then a face, and
   * each share is exactly 1.
   */
  boolean isAll() {
    return belowCount > 0 && !someAbove;
  }

  /** The share of the simplex under the uniform density. */
  public double uniform() {
    if (belowCount == 0 || aboveCount == 0) {
      return aboveCount == 0 ? 1 : 0;
    }
    double[] a = state;
    start(belowCount);
    for (int i = 0; i < aboveCount; i++) {
      double previous = 0;
      for (int h = 0; h < belowCount; h++) {
        previous = lambda[i * vertices + h] * previous + mu[i * vertices + h] * a[h + 1];
        a[h + 1] = previous;
      }
    }
    return a[belowCount];
  }

  /** A bit for each vertex below the threshold. */
  int belowMask() {
    return belowMask;
  }

  /**
   * The sum of each coefficient times the share of its Bernstein polynomial that is below the
   * threshold; some vertices are below and some are not.
   *
   * @param plan for the form's degree and {@link #belowMask}
   */
  double sum(double[] coefficients, RecursionPlan plan) {
    if (places.length < plan.places()) {
      places = new double[plan.places()];
    }
    double sum = 0;
    for (int i = aboveCount - 1; i >= 0; i--) {
      for (int b = belowCount - 1; b >= 0; b--) {
        sum += pair(coefficients, plan.block(i, b), i, b);
      }
    }
    return sum;
  }

  /** The turn of one pair; what it adds to the result. */
  private double pair(double[] coefficients, RecursionPlan.Block block, int i, int b) {
    boolean isFirst = i == aboveCount - 1 && b == belowCount - 1;
    double l = lambda[i * vertices + b];
    double m = mu[i * vertices + b];
    double sum = 0;
    int at = isFirst ? 0 : block.start();
    int usedBelow = 0;
    int usedAbove = 0;
    for (int s = 0; s < block.fibers().length; s++) {
      int fibers = block.fibers()[s];
      if (row.length < fibers * (s + 1)) {
        row = new double[fibers * (s + 1)];
      }
      for (int length = 1; length <= s + 1; length++) { // x = s + 2 - length
        if (isFirst) {
          begin(coefficients, block.first(), at, fibers, length);
          mix(fibers, length, l, m);
          at += fibers;
        } else {
          System.arraycopy(places, at, row, (length - 1) * fibers, fibers);
          mix(at + fibers, fibers, length, l, m);
          at += fibers * length;
        }
        if (b > 0) {
          leave(block.toBelow(), usedBelow, fibers, l, i < aboveCount - 1);
          usedBelow += fibers;
        }
      }
      if (i > 0) {
        leave(block.toAbove(), usedAbove, fibers * (s + 1), m, false);
        usedAbove += fibers * (s + 1);
      } else {
        for (int k = 0; k < fibers * (s + 1); k++) {
          sum += m * row[k];
        }
      }
    }
    return sum;
  }

  /** The places of the largest y have the coefficients. */
  private void begin(double[] coefficients, int[] first, int at, int fibers, int length) {
    int end = (length - 1) * fibers;
    for (int f = 0; f < fibers; f++) {
      row[end + f] = coefficients[first[at + f]];
    }
  }

  /** The other places of a row: what comes from the larger x, and from the larger y. */
  private void mix(int fibers, int length, double l, double m) {
    for (int k = (length - 1) * fibers - 1; k >= 0; k--) {
      row[k] = m * row[k] + l * row[k + fibers];
    }
  }

  /** The same with what came from earlier pairs, too. */
  private void mix(int at, int fibers, int length, double l, double m) {
    for (int y = length - 1, from = at; y >= 1; y--, from += fibers) {
      int end = (y - 1) * fibers;
      for (int f = 0; f < fibers; f++) {
        row[end + f] = places[from + f] + (m * row[end + f] + l * row[end + fibers + f]);
      }
    }
  }

  /** What uses up a vertex goes on to another pair. */
  private void leave(int[] to, int from, int count, double factor, boolean isMore) {
    for (int k = 0; k < count; k++) {
      double weight = factor * row[k];
      places[to[from + k]] = isMore ? places[to[from + k]] + weight : weight;
    }
  }

  private void start(int knots) {
    for (int h = 1; h <= knots; h++) {
      state[h] = 1;
    }
  }
}
