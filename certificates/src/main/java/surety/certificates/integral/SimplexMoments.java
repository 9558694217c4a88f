package surety.certificates.integral;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * Encloses the integrals over a simplex of a density f >= 0 times one or two of the barycentric
 * coordinates lambda_0, ..., lambda_n, in units of the density's {@code 2^scale}.
 *
 * <p>Up to its integral volume / N, N the number of Bernstein polynomials of degree D, B_a is the
 * density of a Dirichlet(a + 1), whose moments are known: the integral of {@code lambda_i B_a} is
 * {@code (a_i + 1) / (D + n + 1)} times that, and of {@code lambda_i lambda_j B_a} it is {@code
 * (a_i + 1) (a_j + 1 + [i = j]) / ((D + n + 1) (D + n + 2))} times that. So each is volume times
 * the sum of all coefficients, each with an integer weight, over a common divisor.
 *
 * <p>Rounding: weights and divisor are exact. A term goes through at most two products, which do
 * not underflow as the weights are at least 1, and N sums; so the sum is off by at most gamma(N +
 * 2) times the sum A of the terms' magnitudes. A is at most the exact sum and twice the negative
 * terms, these at most the largest negative coefficient times the total T of the weights; so with
 * the computed sum in place of the exact one, gamma(2 (N + 2)) >= gamma / (1 - gamma) is right. The
 * form's error counts with T, too, as the coefficients of the constant 1 are all 1.
 *
 * <p>One thread at a time: what belongs to two coordinates is computed when first asked for.
 */
public final class SimplexMoments {
  private final BernsteinForm form;
  private final double volumeLower;
  private final double volumeUpper;
  private final int vertices;
  private final double negative;
  private final Interval[] first;
  private Interval[][] second = {};

  /**
   * A simplex.
   *
   * @param form of the density over it, which is not negative, though coefficients may be
   * @param volumeLower its volume, rounded down
   * @param volumeUpper the same rounded up
   */
  public SimplexMoments(BernsteinForm form, double volumeLower, double volumeUpper) {
    this.form = form;
    this.volumeLower = volumeLower;
    this.volumeUpper = volumeUpper;
    this.vertices = form.basis().vertices();
    double most = 0;
    for (double coefficient : form.coefficients()) {
      most = Math.max(most, -coefficient);
    }
    this.negative = most;
    this.first = computeFirst();
  }

  /** Number of vertices. */
  int vertices() {
    return vertices;
  }

  /** Encloses the integral of {@code lambda_i f}; its lower end is at least 0. */
  public Interval first(int i) {
    return first[i];
  }

  /** Encloses the integral of {@code lambda_i lambda_j f}; its lower end is at least 0. */
  public Interval second(int i, int j) {
    if (second.length == 0) {
      second = computeSecond();
    }
    return second[i][j];
  }

  private Interval[] computeFirst() {
    double[] sums = new double[vertices];
    int[] exponents = form.basis().exponents(form.degree());
    int at = 0;
    for (double coefficient : form.coefficients()) {
      for (int i = 0; i < vertices; i++) {
        sums[i] += coefficient * (exponents[at++] + 1);
      }
    }
    double divisor = (double) form.coefficients().length * (form.degree() + vertices);
    Interval[] moments = new Interval[vertices];
    for (int i = 0; i < vertices; i++) {
      moments[i] = enclose(sums[i], divisor / vertices, divisor);
    }
    return moments;
  }

  private Interval[][] computeSecond() {
    double[] sums = new double[vertices * (vertices + 1) / 2]; // the rows of a triangle
    double[] weights = new double[vertices];
    int[] exponents = form.basis().exponents(form.degree());
    int at = 0;
    for (double coefficient : form.coefficients()) {
      int position = 0;
      for (int i = 0; i < vertices; i++) {
        double weight = exponents[at++] + 1;
        double term = coefficient * weight;
        for (int j = 0; j < i; j++) {
          sums[position++] += term * weights[j];
        }
        sums[position++] += term * (weight + 1);
        weights[i] = weight;
      }
    }
    double next = form.degree() + vertices;
    double divisor = form.coefficients().length * next * (next + 1);
    double total = divisor / (vertices * (vertices + 1.0));
    Interval[][] moments = new Interval[vertices][vertices];
    int position = 0;
    for (int i = 0; i < vertices; i++) {
      for (int j = 0; j <= i; j++) {
        moments[i][j] = enclose(sums[position++], i == j ? 2 * total : total, divisor);
        moments[j][i] = moments[i][j];
      }
    }
    return moments;
  }

  /**
   * Volume times a sum of weighted coefficients over the divisor.
   *
   * @param total of the weights, an integer below 2^53 as the divisor is, and hence exact
   */
  private Interval enclose(double sum, double total, double divisor) {
    double magnitude = Math.max(0, Rounding.addUp(sum, Rounding.multiplyUp(2 * negative, total)));
    double relative = RelativeError.gamma(2 * (form.coefficients().length + 2));
    double off =
        Rounding.addUp(
            Rounding.multiplyUp(relative, magnitude), Rounding.multiplyUp(form.error(), total));
    if (!(off <= Double.MAX_VALUE)) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    // neither the density nor a barycentric coordinate is negative
    double least = Math.max(0, Rounding.subtractDown(sum, off));
    double most = Math.max(0, Rounding.addUp(sum, off));
    return new Interval(
        Rounding.multiplyDown(volumeLower, Rounding.divideDown(least, divisor)),
        Rounding.multiplyUp(volumeUpper, Rounding.divideUp(most, divisor)));
  }
}
