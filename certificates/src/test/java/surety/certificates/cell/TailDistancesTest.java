package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Marginal;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statements;

/**
 * Against closed forms. The bound of a tail is exact for an exponential distribution; for a normal
 * one, beyond K at least, the integral of {@code (z - K)^j} is said to be at most {@code j! phi(K)
 * / K^(j + 1)}.
 */
class TailDistancesTest {
  private static final double CLOSE = 1e-12;

  private static List<Marginal> marginals(String... texts) {
    return Statements.inputs(texts).stream()
        .map(input -> Marginal.of(((RandomInput) input).distribution()))
        .toList();
  }

  private static List<Truncation> truncations(double... ends) {
    Truncation[] truncations = new Truncation[ends.length / 2];
    Arrays.setAll(truncations, q -> new Truncation(ends[2 * q], ends[2 * q + 1]));
    return List.of(truncations);
  }

  private static Interval above(double end) {
    return new Interval(end, Double.POSITIVE_INFINITY);
  }

  private static Interval below(double end) {
    return new Interval(Double.NEGATIVE_INFINITY, end);
  }

  /** The upper end: not below the truth, and hardly above it. */
  private static void requireTight(double truth, ScaledInterval bound) {
    double upper = bound.toInterval().upper();
    assertTrue(upper >= truth * (1 - CLOSE), upper + " is below " + truth);
    assertEquals(truth, upper, truth * CLOSE);
  }

  private static double normalTail(double end, int power) {
    double density = Math.exp(-end * end / 2) / Math.sqrt(2 * Math.PI);
    return (power == 2 ? 2 : 1) * density / Math.pow(end, power + 1);
  }

  /** With c = K/2: the integrals of z - c and of its square times exp(-z) beyond K. */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "2", "5", "40"})
  void anExponentialTailIsExact(double end) {
    TailDistances tail =
        new TailDistances(marginals("exponential(1)"), truncations(0, end), 0, above(end));
    double c = end / 2;
    requireTight(Math.exp(-end), tail.mass());
    requireTight(Math.exp(-end) * (1 + c), tail.all(1).get(0));
    requireTight(Math.exp(-end) * (2 + 2 * c + c * c), tail.all(2).get(0));
  }

  /** The coordinate is standard: the rate makes no difference. */
  @Test
  void distancesAreThoseOfTheStandardCoordinate() {
    TailDistances tail =
        new TailDistances(marginals("exponential(1/7)"), truncations(0, 2), 0, above(2));
    requireTight(Math.exp(-2) * 5, tail.all(2).get(0));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-1, 3", "-4, 2", "-2.5, 1.5"})
  void bothEndsOfANormalTail(double lower, double upper) {
    List<Marginal> normal = marginals("normal(3, 5)");
    List<Truncation> ends = truncations(lower, upper);
    double step = (upper - lower) / 2; // from the centre
    for (boolean isAbove : new boolean[] {false, true}) {
      double end = isAbove ? upper : -lower;
      TailDistances tail =
          new TailDistances(normal, ends, 0, isAbove ? above(upper) : below(lower));
      requireTight(normalTail(end, 0), tail.mass());
      requireTight(normalTail(end, 1) + step * normalTail(end, 0), tail.all(1).get(0));
      requireTight(
          normalTail(end, 2) + 2 * step * normalTail(end, 1) + step * step * normalTail(end, 0),
          tail.all(2).get(0));
    }
  }

  /** Beyond one end of a coordinate the others are anywhere, also beyond each of their ends. */
  @Test
  void theOthersCountWithBothTheirEnds() {
    List<Marginal> marginals = marginals("exponential(1)", "normal(0, 1)", "uniform(0, 1)");
    TailDistances tail = new TailDistances(marginals, truncations(0, 2, -1, 3, 0, 0), 0, above(2));
    double mass = Math.exp(-2);
    double first =
        2 + normalTail(1, 1) + normalTail(3, 1) + 2 * (normalTail(1, 0) + normalTail(3, 0));
    double second =
        4
            + (normalTail(1, 2) + 4 * normalTail(1, 1) + 4 * normalTail(1, 0))
            + (normalTail(3, 2) + 4 * normalTail(3, 1) + 4 * normalTail(3, 0));
    requireTight(mass * first, tail.all(1).get(1));
    requireTight(mass * second, tail.all(2).get(1));
    Interval domain = marginals.get(2).domainUpper().minus(marginals.get(2).domainLower());
    double half = domain.middle() / 2; // no tails, so nothing beyond the ends
    requireTight(mass * half, tail.all(1).get(2));
    requireTight(mass * half * half, tail.all(2).get(2));
  }

  /** The bound of the whole is that of the parts: not less than what closed forms say. */
  @Test
  void notLessThanTheExactMomentsOfANormal() {
    TailDistances tail =
        new TailDistances(marginals("normal(0, 1)"), truncations(-2, 1), 0, above(1));
    double c = -0.5;
    double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
    double mass = 0.158655253931457; // P(z > 1)
    double second = (1 + c * c) * mass + (1 - 2 * c) * density;
    assertTrue(tail.mass().toInterval().upper() > mass);
    assertTrue(tail.all(1).get(0).toInterval().upper() > density - c * mass);
    assertTrue(tail.all(2).get(0).toInterval().upper() > second);
  }

  @Test
  void theCentreIsBetweenTheEnds() {
    List<Marginal> marginals = marginals("normal(0, 1)", "exponential(1)");
    assertEquals(0.5, TailDistances.centre(marginals.get(0), new Truncation(-1, 2)));
    assertEquals(1.5, TailDistances.centre(marginals.get(1), new Truncation(-9, 3)));
  }
}
