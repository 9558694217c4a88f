package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;

/** Probabilities that are known: the bounds are on both sides of them, and at most 1e-9 apart. */
class ClosedFormTest {
  private static final double GAP = 1e-9;
  private static final SearchOptions OPTIONS = SearchOptions.defaults().withGap(GAP).withThreads(2);

  private static BandPoint bounds(Network network, List<Input> inputs, String symbol, String t) {
    return bounds(Statements.query(network, inputs, symbol, t), network);
  }

  private static BandPoint bounds(Statement statement, Network network) {
    Result result = Checker.check(statement, List.of(network), OPTIONS, p -> {}, () -> false);
    assertEquals(1, result.points().size());
    return result.points().get(0);
  }

  private static void assertAround(double exact, double error, BandPoint bounds) {
    Closeness.assertAround(exact, error, bounds, GAP);
  }

  private static void assertAround(String exact, BandPoint bounds) {
    Rational p = Rational.parse(exact);
    assertTrue(bounds.lower().compareTo(p) <= 0, () -> bounds + " is above " + exact);
    assertTrue(bounds.upper().compareTo(p) >= 0, () -> bounds + " is below " + exact);
    assertTrue(bounds.gap().doubleCeiling() <= GAP);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1/2", "2, 1", "2, 7/4", "3, 1/4", "3, 3/2", "3, 5/2", "4, 1/2", "4, 2", "4, 13/4"
  })
  void sumsOfUniformsFollowIrwinAndHall(int n, String t) {
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    Rational sum = Rational.of(0);
    Rational x = Rational.parse(t);
    for (int k = 0; x.minus(Rational.of(k)).signum() > 0; k++) {
      Rational term = Rational.of(CombinatoricsUtils.binomialCoefficient(n, k));
      for (int i = 1; i <= n; i++) {
        term = term.times(x.minus(Rational.of(k))).dividedBy(Rational.of(i));
      }
      sum = k % 2 == 0 ? sum.plus(term) : sum.minus(term);
    }
    List<Input> inputs =
        Statements.inputs(Collections.nCopies(n, "uniform(0, 1)").toArray(String[]::new));
    assertAround(sum.toString(), bounds(Networks.linear(0, ones), inputs, "<=", t));
  }

  /** A box that only touches the threshold, and meets several pieces of the density. */
  @ParameterizedTest
  @CsvSource({
    "1, <=, 1/2, 1/2",
    "1, >, 1/2, 1/2",
    "1, <=, 1/6, 1/6",
    "1, <, 5/6, 5/6",
    "2, <=, 1/2, 1/2",
    "2, >, 1/3, 2/3",
    "3, <=, 1/2, 1/2",
    "5, <=, 1/2, 1/2"
  })
  void thresholdsOnTheEdgesOfAHistogram(int n, String symbol, String t, String exact) {
    double[] first = new double[n];
    first[0] = 1;
    assertAround(exact, bounds(Networks.linear(0, first), sixths(n), symbol, t));
  }

  /** A third of the lower half lies below a sixth, whatever the other input is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void conditionsOnTheEdgesOfAHistogram(int n) {
    double[] first = new double[n];
    first[0] = 1;
    Network network = Networks.linear(0, first);
    Quantity share = new Quantity.Probability(atMost("1/6"), Optional.of(atMost("1/2")));
    assertAround(
        "1/3",
        bounds(
            Statements.of(network, sixths(n), new QuantityClaim(share, Optional.empty())),
            network));
    Event between = new Conjunction(List.of(new Negation(atMost("1/6")), atMost("1/2")));
    assertAround(
        "1/3",
        bounds(
            Statements.of(network, sixths(n), new QuantityClaim(between, Optional.empty())),
            network));
  }

  private static Event atMost(String t) {
    return new Atom(AffineForm.ofOutput(0, 1), Comparison.LESS_OR_EQUAL, Rational.parse(t));
  }

  private static List<Input> sixths(int n) {
    String sixths = "histogram([0, 1/6, 1/3, 1/2, 2/3, 5/6, 1], [1/6, 1/6, 1/6, 1/6, 1/6, 1/6])";
    return Statements.inputs(Collections.nCopies(n, sixths).toArray(String[]::new));
  }

  @Test
  void absoluteValueOfUniform() {
    List<Input> inputs = Statements.inputs("uniform(-1, 1)");
    assertAround("1/2", bounds(Networks.absolute(), inputs, "<=", "1/2"));
    assertAround("3/10", bounds(Networks.absolute(), inputs, "<", "3/10"));
    assertAround("0", bounds(Networks.absolute(), inputs, ">", "1"));
    assertAround("1", bounds(Networks.absolute(), inputs, ">=", "0"));
  }

  @Test
  void maximumOfUniforms() {
    List<Input> inputs = Statements.inputs("uniform(0, 1)", "uniform(0, 1)");
    assertAround("1/4", bounds(Networks.maximum(), inputs, "<=", "1/2"));
    assertAround("9/100", bounds(Networks.maximum(), inputs, "<", "3/10"));
    assertAround("91/100", bounds(Networks.maximum(), inputs, ">=", "3/10"));
  }

  @Test
  void maximumOfBetas() {
    List<Input> inputs = Statements.inputs("beta(2, 2)", "beta(3, 2)");
    assertAround("5/32", bounds(Networks.maximum(), inputs, "<=", "1/2"));
  }

  @Test
  void reluOfNormalHasAnAtomAtZero() {
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    assertAround("1/2", bounds(Networks.relu(), inputs, "<=", "0"));
    assertAround("0", bounds(Networks.relu(), inputs, "<", "0"));
    assertAround("1/2", bounds(Networks.relu(), inputs, ">", "0"));
    assertAround("1", bounds(Networks.relu(), inputs, ">=", "0"));
  }

  @Test
  void shiftedReluHasAnAtomWhereDoublesRound() {
    Network network = Networks.oneLayer(new double[][] {{1.7, -0.3}}, new double[] {-0.1}, 1);
    List<Input> inputs = Statements.inputs("uniform(0, 1)", "uniform(0, 1)");
    double atom = 0;
    for (int k = 0; k < 1000; k++) { // the share where 1.7 x <= 0.1 + 0.3 y, affine in y
      atom += (0.1 + 0.3 * (k + 0.5) / 1000) / 1.7 / 1000;
    }
    assertAround(atom, 1e-12, bounds(network, inputs, "<=", "0"));
    assertAround(1 - atom, 1e-12, bounds(network, inputs, ">", "0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(0, 1); 7/10",
        "uniform(-1, 2); 17/30",
        "histogram([0, 1/10, 1/2, 1], [1/4, 1/2, 1/4]); 1/2",
        "triangular(0, 1/2, 1); 41/50",
        "triangular(0, 0, 1); 49/100",
        "uniform(0, 1) on [1/5, 2/5]; 1/2",
      })
  void aboveThreeTenthsExactly(String text) {
    String[] parts = text.split("; ", -1);
    Network identity = Networks.linear(0, 1);
    List<Input> inputs = Statements.inputs(parts[0]);
    assertAround(
        parts[0].startsWith("histogram") ? "1/2" : parts[1], bounds(identity, inputs, ">", "3/10"));
  }

  @Test
  void aboveThreeTenthsBySpecialFunctions() {
    Network identity = Networks.linear(0, 1);
    NormalDistribution normal = new NormalDistribution(0.1, 2);
    assertAround(
        1 - normal.cumulativeProbability(0.3),
        1e-13,
        bounds(identity, Statements.inputs("normal(1/10, 2)"), ">", "3/10"));
    assertAround(
        normal.probability(0.3, 1) / normal.probability(-1, 1),
        1e-13,
        bounds(identity, Statements.inputs("normal(1/10, 2) on [-1, 1]"), ">", "3/10"));
    assertAround(
        Math.exp(-0.9), 1e-13, bounds(identity, Statements.inputs("exponential(3)"), ">", "3/10"));
    assertAround(
        1 - new GammaDistribution(2.5, 0.2).cumulativeProbability(0.3),
        1e-12,
        bounds(identity, Statements.inputs("gamma(5/2, 1/5)"), ">", "3/10"));
    assertAround(
        1 - new BetaDistribution(1.5, 2.5).cumulativeProbability(0.3),
        1e-12,
        bounds(identity, Statements.inputs("beta(3/2, 5/2)"), ">", "3/10"));
  }

  @Test
  void productDensities() {
    Network difference = Networks.linear(0, 1, -1);
    assertAround(
        2.0 / 3, // rate 1 against rate 2: the slower is the larger
        1e-15,
        bounds(difference, Statements.inputs("exponential(1)", "exponential(2)"), ">", "0"));
    assertAround(
        new NormalDistribution(0, Math.sqrt(2)).cumulativeProbability(0.5),
        1e-13,
        bounds(difference, Statements.inputs("normal(0, 1)", "normal(0, 1)"), "<=", "1/2"));
  }

  @ParameterizedTest
  @CsvSource({"12, 1.776482112077678e-33", "40, 3.655893540915028e-350"})
  void farTailsKeepTheirRelativeAccuracy(String t, String exact) {
    BandPoint bounds = bounds(Networks.linear(0, 1), Statements.inputs("normal(0, 1)"), ">", t);
    Rational p = Rational.parse(exact);
    Rational slack = p.times(Rational.parse("1e-9"));
    assertTrue(bounds.lower().compareTo(p.minus(slack)) >= 0, bounds::toString);
    assertTrue(bounds.upper().compareTo(p.plus(slack)) <= 0, bounds::toString);
    assertTrue(bounds.lower().compareTo(bounds.upper()) < 0, bounds::toString);
    assertTrue(bounds.lower().signum() > 0, bounds::toString);
  }

  @Test
  void rareSumOfNormals() {
    BandPoint bounds =
        bounds(
            Networks.linear(0, 1, 1), Statements.inputs("normal(0, 1)", "normal(0, 1)"), ">", "17");
    double exact =
        0.5 * org.apache.commons.math3.special.Erf.erfc(17 / Math.sqrt(2) / Math.sqrt(2));
    assertEquals(1, bounds.lower().doubleFloor() / exact, 1e-3);
    assertEquals(1, bounds.upper().doubleCeiling() / exact, 1e-3);
  }
}
