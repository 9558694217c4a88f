package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Law;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** Laws against their parts, against networks that do the same, and against closed forms. */
class LawSoundnessTest {
  private static final List<String> DISTRIBUTIONS =
      List.of(
          "uniform(0, 1)",
          "uniform(-1, 3)",
          "normal(0, 1) on [-3, 3]",
          "normal(1/2, sqrt(1/3)) on [-2, 3]",
          "beta(2, 3)",
          "exponential(2) on [-inf, 4]",
          "triangular(0, 1/3, 1)",
          "normal(0, 1) on [0, inf]",
          "histogram([-1, 0, 2], [1/3, 2/3])");

  private static Rational r(String text) {
    return Rational.parse(text);
  }

  private static Statement statement(Law law, Quantity quantity) {
    return new Statement(
        List.of(new NetworkReference(Statements.NO_DIGEST, 1)),
        law,
        new QuantityClaim(quantity, Optional.empty()));
  }

  private static Quantity below(String threshold) {
    return new Quantity.Probability(
        new Atom(Statements.form("1"), Comparison.LESS_OR_EQUAL, r(threshold)));
  }

  private static Enclosure bounds(Law law, Network network, Quantity quantity, int boxes) {
    Problem problem = Trees.problem(statement(law, quantity), network);
    byte[] tree = Trees.simplices(problem, boxes, 4, 3, 0);
    List<Rational> numbers =
        quantity instanceof Quantity.Probability ? List.of() : List.of(Rational.ZERO);
    return Trees.bounds(problem, numbers, tree, 1).get(0);
  }

  private static Summand summand(String weight, String... coordinates) {
    return new Summand(r(weight), List.of(coordinates).stream().map(Distribution::parse).toList());
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

  private static void requireMeeting(Enclosure a, Enclosure b, String what) {
    assertTrue(
        a.lower().compareTo(b.upper()) <= 0 && b.lower().compareTo(a.upper()) <= 0,
        () -> what + ": " + a + " and " + b);
  }

  private static Branch randomBranch(SplittableRandom random, int inputs, String share) {
    int dimension = random.nextInt(3);
    List<InputMap> maps = new ArrayList<>();
    for (int k = 0; k < inputs; k++) {
      String[] coefficients = new String[dimension];
      for (int q = 0; q < dimension; q++) {
        coefficients[q] = random.nextInt(-6, 7) + "/3";
      }
      maps.add(map(random.nextInt(-4, 5) + "/7", coefficients));
    }
    int count = random.nextInt(1, 4);
    List<Summand> summands = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      String[] coordinates = new String[dimension];
      for (int q = 0; q < dimension; q++) {
        coordinates[q] = DISTRIBUTIONS.get(random.nextInt(DISTRIBUTIONS.size()));
      }
      String weight = r(share).dividedBy(Rational.of(count)).toString();
      summands.add(summand(weight, coordinates));
    }
    return new Branch(maps, summands);
  }

  /** The same branch with all its mass, as many laws of one product each. */
  private static List<Law> parts(Branch branch) {
    List<Law> parts = new ArrayList<>();
    for (Summand summand : branch.summands()) {
      Summand whole = new Summand(Rational.ONE, summand.coordinates());
      Branch alone = new Branch(branch.inputs(), List.of(whole));
      parts.add(new Law(branch.inputs().size(), List.of(alone), Rational.ZERO));
    }
    return parts;
  }

  @Test
  void aLawIsTheWeightedSumOfItsParts() {
    SplittableRandom random = new SplittableRandom(61);
    for (int run = 0; run < 60; run++) {
      int inputs = random.nextInt(1, 4);
      int count = random.nextInt(1, 4);
      List<Branch> branches = new ArrayList<>();
      for (int b = 0; b < count; b++) {
        branches.add(randomBranch(random, inputs, "1/" + count));
      }
      Law law = new Law(inputs, branches, Rational.ZERO);
      assertTrue(law.isNormalised());
      Network network = RandomNetworks.of(random, inputs, 1, List.of());
      Quantity quantity =
          run % 3 == 0
              ? new Quantity.Mean(Statements.form("1"), Optional.empty())
              : below(random.nextInt(-9, 10) + "/10");
      Enclosure whole = bounds(law, network, quantity, 5);
      Enclosure sum = Enclosure.ZERO;
      for (Branch branch : branches) {
        int j = 0;
        for (Law part : parts(branch)) {
          Enclosure weight = Enclosure.of(branch.summands().get(j++).weight());
          sum = sum.plus(weight.times(bounds(part, network, quantity, 5)));
        }
      }
      requireMeeting(whole, sum, statement(law, quantity).canonical());
    }
  }

  /** Summands of one branch have one tree, and the same bounds as if each were a branch. */
  @Test
  void summandsAreLikeBranchesOfTheirOwn() {
    SplittableRandom random = new SplittableRandom(62);
    for (int run = 0; run < 20; run++) {
      Branch together = randomBranch(random, 2, "1");
      List<Branch> apart = new ArrayList<>();
      for (Summand summand : together.summands()) {
        apart.add(new Branch(together.inputs(), List.of(summand)));
      }
      Network network = RandomNetworks.of(random, 2, 1, List.of());
      Quantity quantity = below(random.nextInt(-9, 10) + "/10");
      Enclosure one = bounds(new Law(2, List.of(together), Rational.ZERO), network, quantity, 5);
      Enclosure many = bounds(new Law(2, apart, Rational.ZERO), network, quantity, 5);
      requireMeeting(one, many, together.toString());
    }
  }

  /** A map of the coordinates is a first layer of the network. */
  @Test
  void mapsAreAffineLayers() {
    SplittableRandom random = new SplittableRandom(63);
    for (int run = 0; run < 40; run++) {
      double[][] weights = new double[2][2];
      double[] constants = new double[2];
      List<InputMap> maps = new ArrayList<>();
      for (int k = 0; k < 2; k++) {
        String[] row = new String[2];
        for (int q = 0; q < 2; q++) {
          int eighths = random.nextInt(-16, 17);
          weights[k][q] = eighths / 8.0;
          row[q] = eighths + "/8";
        }
        int eighths = random.nextInt(-16, 17);
        constants[k] = eighths / 8.0;
        maps.add(map(eighths + "/8", row));
      }
      Summand product =
          summand(
              "1",
              DISTRIBUTIONS.get(random.nextInt(DISTRIBUTIONS.size())),
              DISTRIBUTIONS.get(random.nextInt(DISTRIBUTIONS.size())));
      Law mapped = new Law(2, List.of(new Branch(maps, List.of(product))), Rational.ZERO);
      Law plain =
          new Law(
              2,
              List.of(
                  new Branch(
                      List.of(InputMap.coordinate(0), InputMap.coordinate(1)), List.of(product))),
              Rational.ZERO);
      double[][] sum = {{1, 1}};
      Network second = Network.chain(2, List.of(AffineLayer.of(sum, new double[1])));
      Network both =
          Network.chain(
              2, List.of(AffineLayer.of(weights, constants), AffineLayer.of(sum, new double[1])));
      Quantity quantity = below(random.nextInt(-19, 20) + "/10");
      Enclosure a = bounds(mapped, second, quantity, 6);
      Enclosure b = bounds(plain, both, quantity, 6);
      requireMeeting(a, b, mapped.toString());
      double widthA = Trees.width(a);
      double widthB = Trees.width(b);
      assertEquals(widthB, widthA, 1e-9 + 0.01 * widthB, mapped::toString);
    }
  }

  /** P(x0 <= 0 and x1 <= 0) = 1/4 + asin(rho) / (2 pi) with rho = 3/5. */
  @Test
  void correlatedNormalsHaveTheKnownOrthantProbability() {
    Branch branch =
        new Branch(
            List.of(map("0", "1", "0"), map("0", "3/5", "1")),
            List.of(summand("1", "normal(0, 1)", "normal(0, sqrt(16/25))")));
    Law law = new Law(2, List.of(branch), Rational.ZERO);
    double[][] weights = {{1, 0}, {0, 1}};
    Network max = Network.chain(2, List.of(AffineLayer.of(weights, new double[2])));
    Quantity quantity =
        new Quantity.Probability(
            new surety.certificates.statement.Conjunction(
                List.of(
                    new Atom(form("1", "0"), Comparison.LESS_OR_EQUAL, Rational.ZERO),
                    new Atom(form("0", "1"), Comparison.LESS_OR_EQUAL, Rational.ZERO))));
    Statement statement =
        new Statement(
            List.of(new NetworkReference(Statements.NO_DIGEST, 2)),
            law,
            new QuantityClaim(quantity, Optional.empty()));
    Problem problem = Trees.problem(statement, max);
    Enclosure bounds = Trees.bounds(problem, Trees.simplices(problem, 12, 6, 2, 0));
    double exact = 0.25 + Math.asin(0.6) / (2 * Math.PI);
    assertTrue(bounds.lower().doubleFloor() <= exact && bounds.upper().doubleCeiling() >= exact);
    assertTrue(Trees.width(bounds) < 0.1, bounds::toString);
  }

  private static AffineForm form(String... coefficients) {
    return Statements.form(coefficients);
  }

  private static Law discrete(String rest, String... weights) {
    List<Branch> branches = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      branches.add(new Branch(List.of(map("" + k)), List.of(summand(weights[k]))));
    }
    return new Law(1, branches, r(rest));
  }

  private static final Network IDENTITY =
      Network.chain(1, List.of(AffineLayer.of(new double[][] {{1}}, new double[1])));

  private static Enclosure bounds(Law law, Quantity quantity) {
    return bounds(law, IDENTITY, quantity, 0);
  }

  @Test
  void discreteInputsAreSums() {
    Law law = discrete("0", "1/8", "1/2", "3/8");
    Enclosure one = bounds(law, below("1"));
    assertTrue(one.lower().compareTo(r("5/8")) == 0 && one.upper().compareTo(r("5/8")) == 0);
    Enclosure mean = bounds(law, new Quantity.Mean(Statements.form("1"), Optional.empty()));
    assertTrue(mean.lower().compareTo(r("5/4")) <= 0 && mean.upper().compareTo(r("5/4")) >= 0);
    assertTrue(Trees.width(mean) < 1e-14);
  }

  /** Values that are no doubles, at thresholds that are exactly these values. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1/3, 1/4", "1/2, 1/4", "2/3, 1"})
  void discreteInputsAreComparedExactly(String threshold, String exact) {
    Branch third = new Branch(List.of(map("1/3")), List.of(summand("1/4")));
    Branch twoThirds = new Branch(List.of(map("2/3")), List.of(summand("3/4")));
    Law law = new Law(1, List.of(third, twoThirds), Rational.ZERO);
    Enclosure point = Enclosure.of(r(exact));
    assertEquals(point, bounds(law, below(threshold)));
    Problem problem = Trees.problem(statement(law, below(threshold)), IDENTITY);
    assertEquals(point, Trees.bounds(problem, Trees.boxes(problem, 0)));
  }

  /** Weights of 1 and 2, and between 0 and 1/4 of which nothing is known. */
  @Test
  void aRestIsAnywhereAndAllIsDividedByAll() {
    Law law = discrete("1/4", "1", "2");
    Enclosure zero = bounds(law, below("0"));
    assertEquals(1 / 3.25, zero.lower().doubleFloor(), 1e-15);
    assertEquals(1.25 / 3.25, zero.upper().doubleCeiling(), 1e-15);
    assertTrue(zero.lower().compareTo(r("4/13")) <= 0 && zero.upper().compareTo(r("5/13")) >= 0);
    Enclosure mean = bounds(law, new Quantity.Mean(Statements.form("1"), Optional.empty()));
    assertEquals(Enclosure.WHOLE, mean); // the rest may be as far out as it likes
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1/3", "1", "5/2"})
  void restrictedPartsMakeTheWhole(String threshold) {
    Branch below =
        new Branch(
            List.of(map("0", "1")), List.of(summand("1", "normal(0, 1) within [-inf, 1/3]")));
    Branch above =
        new Branch(List.of(map("0", "1")), List.of(summand("1", "normal(0, 1) within [1/3, inf]")));
    Law law = new Law(1, List.of(below, above), Rational.ZERO);
    Law whole =
        new Law(
            1,
            List.of(new Branch(List.of(map("0", "1")), List.of(summand("1", "normal(0, 1)")))),
            Rational.ZERO);
    Enclosure a = bounds(law, IDENTITY, below(threshold), 10);
    Enclosure b = bounds(whole, IDENTITY, below(threshold), 10);
    requireMeeting(a, b, threshold);
    assertTrue(Trees.width(a) < 1e-6, a::toString);
  }

  @Test
  void aMixtureOfOneComponentIsTheComponent() {
    for (String text : DISTRIBUTIONS) {
      Branch half = new Branch(List.of(map("0", "1")), List.of(summand("1/2", text)));
      Law twice = new Law(1, List.of(half, half), Rational.ZERO);
      Summand quarter = summand("1/4", text);
      Branch four = new Branch(List.of(map("0", "1")), List.of(quarter, quarter, quarter, quarter));
      Law once = Law.independent(Statements.inputs(text));
      Enclosure expected = bounds(once, IDENTITY, below("2/5"), 5);
      Enclosure first = bounds(twice, IDENTITY, below("2/5"), 5);
      Enclosure second =
          bounds(new Law(1, List.of(four), Rational.ZERO), IDENTITY, below("2/5"), 5);
      requireMeeting(expected, first, text);
      requireMeeting(expected, second, text);
      assertEquals(Trees.width(expected), Trees.width(first), 1e-12);
      assertEquals(Trees.width(expected), Trees.width(second), 1e-12);
      assertTrue(text.contains("inf") || Trees.width(expected) < 1e-4, expected::toString);
    }
  }

  /** A weight of 6 and one of 1: where the volume overflows, a leaf may hold more than 1. */
  @Test
  void whatOverflowsMayWeighAsMuchAsItsBranch() {
    Branch heavy =
        new Branch(
            List.of(map("5", "1", "1")), List.of(summand("6", "normal(0, 1)", "normal(0, 1)")));
    Branch light = new Branch(List.of(map("-1000")), List.of(summand("1")));
    Law law = new Law(1, List.of(heavy, light), Rational.ZERO);
    Truncation wide = new Truncation(-1e300, 1e300);
    List<Truncation> truncations = List.of(wide, wide);
    Problem problem = Trees.problem(statement(law, below("-500")), IDENTITY, truncations);
    byte[] simplices =
        Trees.tree(
            writer -> {
              writer.triangulate(new int[] {2, 2});
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
              writer.boxLeaf();
            });
    requireMeeting(Enclosure.of(r("1/7")), Trees.bounds(problem, simplices), "simplices");
    requireMeeting(Enclosure.of(r("1/7")), Trees.bounds(problem, Trees.boxes(problem, 0)), "boxes");
  }

  /** One normal is a point for the other, whose coordinates are beyond the doubles for it. */
  @Test
  void componentsMayBeFarApartInScale() {
    String huge = "1" + "0".repeat(200);
    Branch both =
        new Branch(
            List.of(map("0", "1")),
            List.of(
                summand("6", "normal(0, " + huge + ")"),
                summand("1", "normal(0, 1/" + huge + ")")));
    Branch light = new Branch(List.of(map("-1000")), List.of(summand("1")));
    Law law = new Law(1, List.of(both, light), Rational.ZERO);
    Problem problem =
        Trees.problem(statement(law, below("-500")), IDENTITY, List.of(new Truncation(-64, 64)));
    Enclosure half = Enclosure.of(r("1/2")); // (6/2 + 0 + 1) of 8
    for (int depth = 0; depth < 4; depth++) {
      requireMeeting(half, Trees.bounds(problem, Trees.boxes(problem, depth)), "boxes");
      byte[] simplices = Trees.simplices(problem, depth, 3, 1, 0);
      requireMeeting(half, Trees.bounds(problem, simplices), "simplices");
    }
  }
}
