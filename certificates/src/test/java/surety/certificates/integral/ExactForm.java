package surety.certificates.integral;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/**
 * A density over a simplex in Bernstein form, with its integrals in exact rationals: the oracle.
 */
record ExactForm(BernsteinForm form, double volume) {
  static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** A basis that has one more degree than the form. */
  static ExactForm of(int vertices, int degree, double volume, double... coefficients) {
    BernsteinBasis basis = new BernsteinBasis(vertices, degree + 1, Stop.NEVER);
    return new ExactForm(new BernsteinForm(basis, degree, coefficients, 0), volume);
  }

  static ExactForm random(SplittableRandom random, double least) {
    int vertices = random.nextInt(2, 5);
    int degree = random.nextInt(0, 5);
    BernsteinBasis basis = new BernsteinBasis(vertices, degree + 1, Stop.NEVER);
    double[] coefficients = new double[basis.size(degree)];
    double scale = Math.scalb(1.0, random.nextInt(-30, 30));
    Arrays.setAll(coefficients, a -> scale * random.nextDouble(least, 1));
    double volume = Math.scalb(random.nextDouble(0.5, 1), random.nextInt(-20, 3));
    return new ExactForm(new BernsteinForm(basis, degree, coefficients, 0), volume);
  }

  int vertices() {
    return form.basis().vertices();
  }

  /** The same, as if it were known up to an error only. */
  BernsteinForm vague(double error) {
    return new BernsteinForm(form.basis(), form.degree(), form.coefficients(), error);
  }

  private static Rational factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return Rational.of(product, BigInteger.ONE);
  }

  /**
   * The integral of the form times a monomial of barycentric coordinates: that of {@code lambda^a}
   * is volume times {@code n! a! / (n + |a|)!}.
   */
  Rational integral(int... more) {
    int[] exponents = form.basis().exponents(form.degree());
    int v = vertices();
    Rational sum = Rational.ZERO;
    for (int a = 0; a < form.coefficients().length; a++) {
      int[] power = Arrays.copyOfRange(exponents, a * v, (a + 1) * v);
      Rational term = exact(form.coefficients()[a]).times(factorial(form.degree()));
      for (int e : power) {
        term = term.dividedBy(factorial(e));
      }
      for (int i : more) {
        power[i]++;
      }
      for (int e : power) {
        term = term.times(factorial(e));
      }
      sum = sum.plus(term);
    }
    int n = v - 1;
    return sum.times(exact(volume))
        .times(factorial(n))
        .dividedBy(factorial(n + form.degree() + more.length));
  }

  /** The integral of the form times an affine function. */
  Rational affine(Rational[] y) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < y.length; i++) {
      sum = sum.plus(y[i].times(integral(i)));
    }
    return sum;
  }

  /** The integral of the form times two affine functions. */
  Rational product(Rational[] y, Rational[] z) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < z.length; j++) {
        sum = sum.plus(y[i].times(z[j]).times(integral(i, j)));
      }
    }
    return sum;
  }

  static boolean isWithin(Rational truth, Interval enclosure, double gap) {
    return enclosure.contains(truth) && enclosure.width() <= gap;
  }
}
