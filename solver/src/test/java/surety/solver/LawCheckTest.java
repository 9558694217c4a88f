package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.solver.Closeness.assertAround;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;

/** Whole checks under laws of which the answer is known. */
class LawCheckTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private static Rational r(String text) {
    return Rational.parse(text);
  }

  private static AffineForm inputs(String... coefficients) {
    return new AffineForm(
        List.of(Rational.ZERO), List.of(coefficients).stream().map(Rational::parse).toList());
  }

  private static Event below(String threshold, String... coefficients) {
    return new Atom(inputs(coefficients), Comparison.LESS_OR_EQUAL, r(threshold));
  }

  private static Event output(String threshold) {
    return new Atom(new AffineForm(List.of(Rational.ONE)), Comparison.LESS_OR_EQUAL, r(threshold));
  }

  /** Of a network whose output nothing depends on. */
  private static BandPoint bounds(Law law, Quantity quantity, double gap) {
    return bounds(law, Networks.linear(0, new double[law.inputs()]), quantity, gap);
  }

  private static BandPoint bounds(Law law, Network network, Quantity quantity, double gap) {
    Statement statement =
        new Statement(
            List.of(new NetworkReference("0".repeat(64), 1)),
            law,
            new QuantityClaim(quantity, Optional.empty()));
    SearchOptions options = SearchOptions.defaults().withGap(gap).withThreads(2);
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    try {
      Replays.assertValid(statement, network, result.certificate());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return result.points().get(0);
  }

  private static Quantity p(Event event) {
    return new Quantity.Probability(event);
  }

  private static InputMap map(String constant, String... coefficients) {
    List<Term> terms = new ArrayList<>();
    for (int q = 0; q < coefficients.length; q++) {
      if (!r(coefficients[q]).isZero()) {
        terms.add(new Term(q, r(coefficients[q])));
      }
    }
    return new InputMap(terms, r(constant));
  }

  private static Summand summand(String weight, String... coordinates) {
    return new Summand(r(weight), List.of(coordinates).stream().map(Distribution::parse).toList());
  }

  private static Law law(int inputs, Branch... branches) {
    return new Law(inputs, List.of(branches), Rational.ZERO);
  }

  private static Branch branch(List<InputMap> maps, Summand... summands) {
    return new Branch(maps, List.of(summands));
  }

  /** Standard normals with correlation 3/5: x1 = 3/5 u0 + u1. */
  private static Law correlated() {
    return law(
        2,
        branch(
            List.of(map("0", "1", "0"), map("0", "3/5", "1")),
            summand("1", "normal(0, 1)", "normal(0, 4/5)")));
  }

  @Test
  void correlatedNormalsHaveTheKnownOrthantProbability() {
    Event both = new Conjunction(List.of(below("0", "1", "0"), below("0", "0", "1")));
    double exact = 0.25 + Math.asin(0.6) / (2 * Math.PI);
    assertAround(exact, 1e-14, bounds(correlated(), p(both), 1e-9), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1/2", "1, -1, 1/3", "2, 1, -1"})
  void sumsOfCorrelatedNormalsAreNormal(String a, String b, String t) {
    double first = r(a).doubleFloor();
    double second = r(b).doubleFloor();
    double deviation = Math.sqrt(first * first + second * second + 2 * 0.6 * first * second);
    double exact = NORMAL.cumulativeProbability(r(t).doubleFloor() / deviation);
    assertAround(exact, 1e-13, bounds(correlated(), p(below(t, a, b)), 1e-9), 1e-9);
  }

  /** A covariance without an inverse: both inputs are the same. */
  @Test
  void aSingularCovarianceIsThatOfFewerCoordinates() {
    Law same =
        law(2, branch(List.of(map("0", "1"), map("1", "2")), summand("1", "normal(0, sqrt(2))")));
    Event event = new Conjunction(List.of(below("1/2", "1", "0"), below("1/2", "0", "1")));
    double exact = NORMAL.cumulativeProbability(-0.25 / Math.sqrt(2));
    assertAround(exact, 1e-13, bounds(same, p(event), 1e-10), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void aKernelDensityEstimateIsTheMeanOfItsKernels(int samples) {
    SplittableRandom random = new SplittableRandom(samples);
    List<Summand> summands = new ArrayList<>();
    double exact = 0;
    for (int k = 0; k < samples; k++) {
      Rational x = Rational.of(random.nextInt(-100, 101), 50);
      Rational y = Rational.of(random.nextInt(-100, 101), 50);
      summands.add(
          summand("1/" + samples, "normal(" + x + ", 1/5)", "normal(" + y + ", sqrt(1/10))"));
      double mean = x.doubleFloor() + y.doubleFloor();
      exact += NORMAL.cumulativeProbability((0.3 - mean) / Math.sqrt(0.04 + 0.1)) / samples;
    }
    Law law =
        law(2, new Branch(List.of(map("0", "1", "0"), map("0", "0", "1")), List.copyOf(summands)));
    assertAround(exact, 1e-12, bounds(law, p(below("3/10", "1", "1")), 1e-7), 1e-7);
  }

  /** Of wide bounds boxes alone are the proof. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.02})
  void inThreeInputsItIsToo(double gap) {
    Law law = MixtureOfMany.law(20);
    double exact = MixtureOfMany.sumIsAtMost(law, 0.3);
    assertAround(exact, 1e-12, bounds(law, p(below("3/10", "1", "1", "1")), gap), gap);
  }

  @Test
  void aMixtureWithCovariancesOfItsOwnIsTheirSum() {
    Branch first =
        branch(
            List.of(map("0", "1", "0"), map("0", "1/2", "1")),
            summand("1/4", "normal(0, 1)", "normal(0, 1)"));
    Branch second =
        branch(
            List.of(map("2", "1", "0"), map("1", "-1", "1")),
            summand("3/4", "normal(0, 1/2)", "normal(0, 1/3)"));
    double exact =
        0.25 * NORMAL.cumulativeProbability(1 / Math.sqrt(1.5 * 1.5 + 1))
            + 0.75 * NORMAL.cumulativeProbability((1 - 3) * 3.0);
    BandPoint bounds = bounds(law(2, first, second), p(below("1", "1", "1")), 1e-9);
    assertAround(exact, 1e-13, bounds, 1e-9);
  }

  private static Law poisson(double most) {
    List<Branch> branches = new ArrayList<>();
    Rational weight = Rational.ONE;
    for (int k = 0; k <= most; k++) {
      branches.add(branch(List.of(map("" + k)), summand(weight.toString())));
      weight = weight.times(Rational.of(3)).dividedBy(Rational.of(k + 1));
    }
    Rational rest = weight.times(Rational.of(2)); // more than a geometric series with 3 / 40
    return new Law(1, branches, rest);
  }

  @Test
  void aPoissonInputWithItsRest() {
    double exact = new PoissonDistribution(3).cumulativeProbability(4);
    BandPoint bounds = bounds(poisson(40), p(below("4", "1")), 1e-12);
    assertAround(exact, 1e-13, bounds, 1e-12);
  }

  /** An input with finitely many values, and the weight of each. */
  private static Law atoms(Map<String, String> weights) {
    List<Branch> branches = new ArrayList<>();
    weights.forEach((value, weight) -> branches.add(branch(List.of(map(value)), summand(weight))));
    return law(1, branches.toArray(Branch[]::new));
  }

  private static Quantity risk(Quantity.Tail tail, String level) {
    return new Quantity.Risk(tail, inputs("1"), r(level));
  }

  /** Also where a level is so close to a jump of the cdf that a sample takes the next value. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 2.965",
    "0.2499999999, 1, 3.3579999997",
    "0.26, 3, 3.3628378378",
    "0.9499999999, 3, 8.36999999",
    "0.9500000001, 6.5, 8.3700000037",
    "0.951, 6.5, 8.4081632653",
    "0.9985, 6.5, 68.8333333333",
    "0.9995, 100, 100",
  })
  void quantilesAndMeansBeyondThemAreCloseAtAtoms(String level, double quantile, double beyond) {
    Law law = atoms(Map.of("1", "1/4", "3", "7/10", "6.5", "49/1000", "100", "1/1000"));
    Network line = Networks.linear(0, 1);
    for (Quantity.Tail tail : Quantity.Tail.values()) {
      Quantity risk = risk(tail, level);
      double exact = tail == Quantity.Tail.QUANTILE ? quantile : beyond;
      assertAround(exact, 1e-9, bounds(law, line, risk, 1e-9), 1e-9);
    }
  }

  @Test
  void aQuantileIsCloseAtAnAtomAmongOtherValues() {
    Law law =
        law(
            1,
            branch(List.of(map("0", "1")), summand("1/2", "uniform(0, 1)")),
            branch(List.of(map("2")), summand("1/2")));
    Quantity median = risk(Quantity.Tail.QUANTILE, "0.75");
    assertAround(2, 0, bounds(law, median, 1e-9), 1e-9);
  }

  private static Result check(Law law, Network network, Quantity quantity) {
    Statement statement =
        new Statement(
            List.of(new NetworkReference("0".repeat(64), 1)),
            law,
            new QuantityClaim(quantity, Optional.empty()));
    SearchOptions options = SearchOptions.defaults().withThreads(2);
    return Checker.check(statement, List.of(network), options, p -> {}, () -> false);
  }

  /** What the rest may make arbitrarily large has no mean that is known, and a quantile. */
  @Test
  void theRestIsNamedWhereItLeavesAMeanUnknown() {
    Network line = Networks.linear(0, 1);
    AffineForm y = new AffineForm(List.of(Rational.ONE));
    for (Quantity unknown :
        List.of(
            new Quantity.Mean(y, Optional.empty()),
            new Quantity.Dispersion(Quantity.Spread.DEVIATION, y),
            new Quantity.Risk(Quantity.Tail.MEAN, y, r("0.9")),
            new Quantity.Absolute(new Quantity.Mean(y, Optional.empty())))) {
      Result result = check(poisson(40), line, unknown);
      assertEquals(StopReason.REST, result.reason());
      assertTrue(!result.points().get(0).upper().isFinite());
    }
    Network bounded = Networks.scalar(Activation.SIGMOID);
    Quantity mean = new Quantity.Mean(y, Optional.empty());
    assertTrue(check(poisson(40), bounded, mean).points().get(0).gap().doubleCeiling() < 1e-12);
    Quantity quantile = new Quantity.Risk(Quantity.Tail.QUANTILE, y, r("0.9"));
    assertAround(5, 0, check(poisson(40), line, quantile).points().get(0), 1e-9);
  }

  /** The speed depends on a mode, and on whether a load is above 3. */
  @Test
  void conditionsOnParentsAreBranches() {
    String load = "normal(2, 1)";
    Branch fast =
        branch(
            List.of(map("0"), map("0", "1", "0"), map("0", "0", "1")),
            summand("1/3", load, "normal(20, 5)"));
    Branch low =
        branch(
            List.of(map("1"), map("0", "1", "0"), map("0", "0", "1")),
            summand("2/3", load + " within [-inf, 3]", "normal(80, 9)"));
    Branch high =
        branch(
            List.of(map("1"), map("0", "1", "0"), map("0", "0", "1")),
            summand("2/3", load + " within [3, inf]", "normal(30, 4)"));
    Law law = law(3, fast, low, high);
    double isLow = NORMAL.cumulativeProbability(1);
    double exact =
        NORMAL.cumulativeProbability(2) / 3
            + 2.0 / 3 * isLow * NORMAL.cumulativeProbability(-50 / 9.0)
            + 2.0 / 3 * (1 - isLow) * NORMAL.cumulativeProbability(0);
    assertAround(exact, 1e-12, bounds(law, p(below("30", "0", "0", "1")), 1e-9), 1e-9);
    // given the speed: Bayes' rule
    Event isFast = below("1/2", "1", "0", "0");
    Quantity posterior = new Quantity.Probability(isFast, Optional.of(below("30", "0", "0", "1")));
    double share = NORMAL.cumulativeProbability(2) / 3 / exact;
    assertAround(share, 1e-11, bounds(law, posterior, 1e-8), 1e-8);
  }

  @Test
  void meansVariancesAndQuantilesOfMixtures() {
    Law law =
        law(
            1,
            branch(
                List.of(map("0", "1")),
                summand("3/10", "normal(0, 1)"),
                summand("7/10", "normal(3, 2)")));
    AffineForm x = inputs("1");
    assertAround(2.1, 0, bounds(law, new Quantity.Mean(x, Optional.empty()), 1e-9), 1e-9);
    double second = 0.3 * 1 + 0.7 * (9 + 4);
    Quantity variance = new Quantity.Dispersion(Quantity.Spread.VARIANCE, x);
    assertAround(second - 2.1 * 2.1, 1e-12, bounds(law, variance, 1e-8), 1e-8);
    Quantity median = new Quantity.Risk(Quantity.Tail.QUANTILE, x, Rational.of(1, 2));
    BandPoint bounds = bounds(law, median, 1e-8);
    double t = bounds.lower().doubleFloor();
    double at =
        0.3 * NORMAL.cumulativeProbability(t) + 0.7 * NORMAL.cumulativeProbability((t - 3) / 2);
    assertEquals(0.5, at, 1e-8);
  }

  /** A network that bends: P(|x0| + x1 <= 1) with discrete x1. */
  @Test
  void discreteAndContinuousInputsTogether() {
    List<Branch> branches = new ArrayList<>();
    String[] weights = {"1/2", "1/3", "1/6"};
    double exact = 0;
    for (int k = 0; k < 3; k++) {
      branches.add(
          branch(List.of(map("0", "1"), map(k + "/2")), summand(weights[k], "normal(0, 1)")));
      double room = 1 - k / 2.0;
      double weight = 1.0 / new int[] {2, 3, 6}[k];
      exact += weight * (2 * NORMAL.cumulativeProbability(room) - 1);
    }
    Network network =
        Networks.oneLayer(new double[][] {{1, 0}, {-1, 0}, {0, 1}}, new double[3], 1, 1, 1);
    Law law = new Law(2, branches, Rational.ZERO);
    assertAround(exact, 1e-13, bounds(law, network, p(output("1")), 1e-10), 1e-10);
  }

  @Test
  void aRareEventOfAMixtureKeepsItsAccuracy() {
    Law law =
        law(
            1,
            branch(
                List.of(map("0", "1")),
                summand("1/2", "normal(0, 1)"),
                summand("1/2", "normal(1, 1/2)")));
    BandPoint bounds = bounds(law, p(below("-9", "1")), 1e-6);
    double exact = 0.5 * NORMAL.cumulativeProbability(-9) + 0.5 * NORMAL.cumulativeProbability(-20);
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    assertTrue(lower <= exact * (1 + 1e-9) && upper >= exact * (1 - 1e-9));
    assertTrue(upper - lower <= 1e-3 * exact, () -> lower + " to " + upper);
  }
}
