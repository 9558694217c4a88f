package surety.certificates.integral;

import surety.certificates.bounds.RelativeError;

/**
 * The probability that an affine function g stays below a threshold t in a simplex, from its values
 * at the vertices, under the uniform density or a Bernstein polynomial's (a Dirichlet density).
 *
 * <p>That probability is the integral of the B-spline with the values as knots (Curry and
 * Schoenberg, 1966); a Dirichlet density with exponents a repeats knot i a_i + 1 times. Varsi (The
 * multidimensional content of the frustum of the simplex, Pacific J. Math. 46, 1973) computes it
 * with nonnegative terms only: with u the knots below t and p the others, both less t, start with
 * A_0 = 0 and A_1..A_k = 1, and for each p let A_h become lambda A_{h-1} + mu A_h for h = 1..k,
 * where lambda = p / (p - u_h) and mu = -u_h / (p - u_h); the result is A_k.
 *
 * <p>Rounding: p and u carry one rounding, p - u and a quotient one more each, so lambda and mu are
 * off by at most four; a step adds a product and a sum of nonnegative terms. A result depends on
 * its terms through at most as many steps as there are knots, hence {@code gamma(6 knots)}; see
 * {@link #relativeError}. Underflow adds at most a few smallest subnormals for each step, which the
 * convex combinations never amplify; see {@link #absoluteError}.
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

  /** Bound of the relative rounding error of a result with that many knots in all. */
  public static double relativeError(int knots) {
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
    belowCount = 0;
    aboveCount = 0;
    someAbove = false;
    for (int i = 0; i < vertices; i++) {
      if (values[i] < threshold) {
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

  /**
   * The share under the Dirichlet density with exponents {@code exponents[from + i]}, one for each
   * vertex.
   */
  public double dirichlet(int[] exponents, int from) {
    if (belowCount == 0 || aboveCount == 0) {
      return aboveCount == 0 ? 1 : 0;
    }
    int knots = 0;
    for (int b = 0; b < belowCount; b++) {
      knots += exponents[from + below[b]] + 1;
    }
    double[] a = state;
    start(knots);
    for (int i = 0; i < aboveCount; i++) {
      for (int repeat = exponents[from + above[i]]; repeat >= 0; repeat--) {
        double previous = 0;
        int h = 1;
        for (int b = 0; b < belowCount; b++) {
          double l = lambda[i * vertices + b];
          double m = mu[i * vertices + b];
          for (int k = exponents[from + below[b]]; k >= 0; k--) {
            previous = l * previous + m * a[h];
            a[h++] = previous;
          }
        }
      }
    }
    return a[knots];
  }

  private void start(int knots) {
    for (int h = 1; h <= knots; h++) {
      state[h] = 1;
    }
  }
}
