package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

class PolynomialTest {
  private static Rational r(String text) {
    return Rational.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polynomial([0, 1], [[1], [1]]) | 2 edges and 2 pieces",
        "polynomial([0], [[1]]) | 1 edges and 1 pieces",
        "polynomial([1, 0], [[1]]) | edges of polynomial are not sorted: edge 1 is 1",
        "polynomial([0, 1], [[2]]) | integral of polynomial is 2 instead of exactly 1; divide",
        "polynomial([0, 1], [[0, 1]]) | integral of polynomial is 1/2 instead",
        "polynomial([0, 1], [[4, -6]]) | piece 1 of polynomial is negative at x = 1",
        "polynomial([0, 2], [[5/2, -6, 3]]) | piece 1 of polynomial is negative at x = 1",
        "polynomial([0, 1, 2], [[1/2], [7/2, -2, 0]]) | piece 2 of polynomial is negative at x = 2",
        "polynomial([0, 1], [[1, -6, 9]]) | not to be negative near x = 715827883/2147483648; at the zero",
        "polynomial([0, 1], [[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]) |"
            + " 22 coefficients",
        "polynomial([0, 1], [[1]] | cannot be read",
        "polynomial([0, 1], [1]) | cannot be read",
        "polynomial([0, 1], []) | cannot be read",
        "polynomial([0, 1], [[2/2]]) | not in canonical form"
      })
  void refusesWhatIsNoDensity(String text, String first) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Distribution.parse(text)).getMessage();
    for (String part : List.of(first.split("; "))) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void anEdgeAtTheZeroMendsIt() {
    Distribution d = Distribution.parse("polynomial([0, 1/3, 1], [[1, -6, 9], [1, -6, 9]])");
    assertEquals("polynomial([0, 1/3, 1], [[1, -6, 9], [1, -6, 9]])", d.canonical());
  }

  private static Rational value(List<Rational> coefficients, Rational x) {
    Rational sum = Rational.ZERO;
    for (int k = coefficients.size() - 1; k >= 0; k--) {
      sum = sum.times(x).plus(coefficients.get(k));
    }
    return sum;
  }

  private static Rational integral(List<Rational> coefficients, Rational from, Rational to) {
    List<Rational> powers = new ArrayList<>(List.of(Rational.ZERO));
    for (int k = 0; k < coefficients.size(); k++) {
      powers.add(coefficients.get(k).dividedBy(Rational.of(k + 1)));
    }
    return value(powers, to).minus(value(powers, from));
  }

  /** Two pieces far from zero, squares plus a little, that together have the mass 1. */
  private static Polynomial random(SplittableRandom random) {
    Rational first = Rational.of(random.nextInt(-30, 30), random.nextInt(1, 7));
    List<Rational> edges =
        List.of(
            first,
            first.plus(Rational.of(1, random.nextInt(1, 5))),
            first.plus(Rational.of(random.nextInt(2, 9))));
    List<List<Rational>> pieces = new ArrayList<>();
    Rational mass = Rational.ZERO;
    for (int i = 0; i < 2; i++) {
      Rational root = first.plus(Rational.of(random.nextInt(0, 50), 10));
      List<Rational> piece =
          List.of(
              root.times(root).plus(Rational.of(random.nextInt(1, 9))),
              root.times(Rational.of(-2)),
              Rational.ONE);
      pieces.add(piece);
      mass = mass.plus(integral(piece, edges.get(i), edges.get(i + 1)));
    }
    Rational all = mass;
    return new Polynomial(
        edges, pieces.stream().map(p -> p.stream().map(c -> c.dividedBy(all)).toList()).toList());
  }

  @Test
  void densitiesAndMassesAreThoseOfTheExactPolynomial() {
    SplittableRandom random = new SplittableRandom(17);
    for (int run = 0; run < 60; run++) {
      Polynomial p = random(random);
      assertEquals(p, Distribution.parse(p.canonical()));
      Marginal marginal = Marginal.of(p);
      StandardCoordinate exact = marginal.exact();
      int piece = random.nextInt(2);
      Interval knot = marginal.knots().get(0);
      double a = piece == 0 ? 0 : knot.upper();
      double b = piece == 0 ? knot.lower() : 1;
      double from = random.nextDouble(a, b);
      double to = random.nextDouble(from, b);
      List<Rational> coefficients = p.coefficients().get(piece);
      Rational lower = exact.input(Rational.ofDouble(from));
      Rational upper = exact.input(Rational.ofDouble(to));
      Interval mass = marginal.mass(Interval.of(from), Interval.of(to)).toInterval();
      assertTrue(mass.contains(integral(coefficients, lower, upper)), p::canonical);
      assertTrue(mass.width() <= 1e-12 * mass.upper() + 1e-16, mass::toString);
      DensityPolynomial density =
          marginal.polynomial(piece, Interval.of(from), Interval.of(to), random.nextInt(5));
      double middle = from + (to - from) * random.nextDouble();
      Rational truth =
          value(coefficients, exact.input(Rational.ofDouble(middle))).times(exact.scale());
      Rational local = Rational.ofDouble(middle).minus(Rational.ofDouble(density.centre()));
      List<Rational> rows = new ArrayList<>();
      for (double c : density.coefficients()) {
        rows.add(Rational.ofDouble(c));
      }
      Rational off = value(rows, local).minus(truth).abs();
      assertTrue(off.compareTo(Rational.ofDouble(density.remainder())) <= 0, p::canonical);
    }
  }

  @Test
  void aHistogramIsAPolynomialOfDegreeZero() {
    Marginal histogram = Marginal.of(Distribution.parse("histogram([0, 1/2, 2], [1/4, 3/4])"));
    Marginal polynomial =
        Marginal.of(Distribution.parse("polynomial([0, 1/2, 2], [[1/2], [1/2]])"));
    ScaledInterval one = histogram.mass(Interval.of(0.25), Interval.of(1));
    ScaledInterval other = polynomial.mass(Interval.of(0.125), Interval.of(0.5));
    assertEquals(one.toInterval().middle(), other.toInterval().middle(), 1e-15);
    Distribution gap = Distribution.parse("polynomial([0, 1, 2, 3], [[1/2], [0], [1/2]])");
    assertEquals(ScaledInterval.ZERO, Marginal.of(gap).mass(Interval.of(0.375), Interval.of(0.5)));
    assertThrows(IllegalArgumentException.class, () -> new Truncated(gap, r("5/4"), r("7/4")));
  }
}
