package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.proof.ProofMethods;
import surety.certificates.proof.TreeBounds;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

class ClosedFormTest {
  private static final ProofMethods CLOSED_FORM =
      new ProofMethods(Set.of(MomentMethod.BEST_ON_AVERAGE), false);

  /** (0.2, -0.4) on average, with the covariance [[0.09, 0.03], [0.03, 0.05]]. */
  private static final String CORRELATED =
      """
      inputs 2
      branches 1 rest 0
      branch coordinates 2 summands 1
      x[0] = 1*u[0]
      x[1] = 1/3*u[0] + 1*u[1]
      1: normal(1/5, 3/10); normal(-7/15, sqrt(1/25))
      """;

  private static Statement statement(String law, int outputs, String claim) {
    try {
      return Statement.parse(
          "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
              + Statements.NO_DIGEST
              + " outputs "
              + outputs
              + "\n"
              + law
              + claim
              + "\n");
    } catch (StatementException e) {
      throw new AssertionError(law + claim, e);
    }
  }

  private static Enclosure bounds(Network network, String law, String claim, String... numbers) {
    try {
      return boundsOrRejection(network, law, claim, numbers);
    } catch (RejectedException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Enclosure boundsOrRejection(
      Network network, String law, String claim, String... numbers) throws RejectedException {
    Statement statement = statement(law, network.outputs(), claim);
    Problem problem =
        Problem.of(statement, List.of(network), Trees.truncations(statement.law()), Stop.NEVER);
    List<Rational> free = Stream.of(numbers).map(Rational::parse).toList();
    try {
      return TreeBounds.compute(problem, free, new ByteArrayInputStream(CLOSED_FORM.code()), 1)
          .bounds()
          .get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Network layer(double[][] w, double[] b, double[][] a, double[] b2) {
    return layer(w, b, Activation.RELU, a, b2);
  }

  private static Network layer(
      double[][] w, double[] b, Activation activation, double[][] a, double[] b2) {
    List<Activation> all = new ArrayList<>();
    for (int i = 0; i < b.length; i++) {
      all.add(activation);
    }
    return Network.chain(
        w[0].length,
        List.of(AffineLayer.of(w, b), new ActivationLayer(all), AffineLayer.of(a, b2)));
  }

  private static void requireAbout(String expected, Enclosure bounds, double width) {
    Rational truth = Rational.parse(expected);
    Rational off = Rational.parse("1e-14"); // what decimals of the weights are off as doubles
    assertTrue(
        bounds.lower().compareTo(truth.plus(off)) <= 0
            && bounds.upper().compareTo(truth.minus(off)) >= 0,
        () -> expected + " is not in " + bounds);
    assertTrue(Trees.width(bounds) <= width, () -> "wide: " + Trees.width(bounds));
  }

  /** Numbers of 20 digits from the formulas of the paper, in arithmetic of 30. */
  @Test
  void meanAndVarianceOfASmallNetwork() {
    Network network =
        layer(
            new double[][] {{1, -0.5}, {0.25, 2}, {-1.5, 1}},
            new double[] {0.1, -0.3, 0.2},
            new double[][] {{2, -1, 0.5}},
            new double[] {0.7});
    requireAbout(
        "1.7144224413359483828", bounds(network, CORRELATED, "E(1*y[0]) = ?", "17/16"), 1e-14);
    requireAbout(
        "0.25514528140251569921", bounds(network, CORRELATED, "Var(1*y[0]) = ?", "27/16"), 1e-14);
  }

  private static final String[] LAWS = {
    CORRELATED,
    "inputs 2\nx[0] ~ normal(1/4, 1/2)\nx[1] = -1/3\n",
    """
    inputs 2
    branches 2 rest 0
    branch coordinates 2 summands 2
    x[0] = 1*u[0] + 1*u[1]
    x[1] = 1*u[0] + -1/2
    1/4: normal(0, 1); normal(1/2, 1/3)
    1/4: normal(-1, 1/2); normal(0, sqrt(2))
    branch coordinates 1 summands 1
    x[0] = 1*u[0] + 1/3
    x[1] = -1*u[0] + 1
    1/2: normal(0, 1/4)
    """
  };

  private static final List<Activation> BENT =
      List.of(
          Activation.RELU,
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.clip(-0.5, 0.25));

  private static final String[][] CLAIMS = {
    {"E(1*y[0] + 1/2*x[1]) = ?", "0"},
    {"Var(1*y[0]) = ?", "1/4"},
    {"Std(2*y[0] + -1*y[1]) = ?", "0"},
    {"Cov(1*y[0], 1*y[1] + 1*x[0]) = ?", "1/2", "-1/4"},
    {"Corr(1*y[0], 1*x[0]) = ?", "0", "0"},
    {"abs((E(1*y[1]) - E(1*y[0]))) = ?", "0", "0"}
  };

  private static Network random(SplittableRandom random) {
    int width = random.nextInt(1, 6);
    double[][] w = new double[width][2];
    double[][] a = new double[2][width];
    double[] b = new double[width];
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < 2; k++) {
        w[i][k] = random.nextInt(8) == 0 ? 0 : random.nextInt(-8, 9) / 4.0;
        a[k][i] = random.nextDouble(-1, 1);
      }
      b[i] = random.nextInt(-4, 5) / 8.0;
    }
    if (width > 2) { // equal and opposite neurons, and a constant one
      w[1] = w[0].clone();
      b[1] = b[0];
      w[2] = new double[] {-w[0][0], -w[0][1]};
    }
    Activation activation = BENT.get(random.nextInt(BENT.size()));
    return layer(w, b, activation, a, new double[] {0.25, -1});
  }

  /** Both are proofs, so that their bounds have a number in common. */
  @Test
  void agreesWithProofTrees() throws RejectedException, IOException {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 60; i++) {
      Network network = random(random);
      String law = LAWS[i % LAWS.length];
      String[] claim = CLAIMS[i / LAWS.length % CLAIMS.length];
      Statement statement = statement(law, 2, claim[0]);
      Problem problem =
          Problem.of(statement, List.of(network), Trees.truncations(statement.law()), Stop.NEVER);
      List<Rational> numbers = Stream.of(claim).skip(1).map(Rational::parse).toList();
      byte[] tree = Trees.boxes(problem, 9);
      Enclosure byTree = Trees.bounds(problem, numbers, tree, 1).get(0);
      Enclosure closed =
          bounds(
              network,
              law,
              claim[0],
              List.of(claim).subList(1, claim.length).toArray(String[]::new));
      String what = law + claim[0] + network.gates() + ": " + byTree + " and " + closed;
      assertTrue(byTree.lower().compareTo(closed.upper()) <= 0, what);
      assertTrue(closed.lower().compareTo(byTree.upper()) <= 0, what);
      Enclosure both = intersection(problem, numbers, tree);
      assertTrue(closed.contains(both) && byTree.contains(both), what);
    }
  }

  private static Enclosure intersection(Problem problem, List<Rational> numbers, byte[] tree)
      throws IOException, RejectedException {
    byte[] code =
        new ProofMethods(Set.of(MomentMethod.BEST_ON_AVERAGE, MomentMethod.TANGENT), true).code();
    byte[] all = Arrays.copyOf(code, code.length + tree.length);
    System.arraycopy(tree, 0, all, code.length, tree.length);
    return TreeBounds.compute(problem, numbers, new ByteArrayInputStream(all), 2).bounds().get(0);
  }

  /** Both surrogates stand for the same layer exactly. */
  @Test
  void samplesAgree() {
    SplittableRandom random = new SplittableRandom(22);
    for (int i = 0; i < 10; i++) {
      Network network = random(random);
      double mean = Trees.width(bounds(network, CORRELATED, "E(1*y[0]) = ?", "0"));
      assertTrue(mean < 1e-13, () -> "wide: " + mean);
      double sum = 0;
      double squares = 0;
      int count = 40_000;
      for (int n = 0; n < count; n++) {
        double u = 0.2 + 0.3 * random.nextGaussian();
        double v = u / 3 - 7.0 / 15 + 0.2 * random.nextGaussian();
        double y = network.evaluate(new double[] {u, v})[0];
        sum += y;
        squares += y * y;
      }
      double average = sum / count;
      double variance = squares / count - average * average;
      Enclosure proved = bounds(network, CORRELATED, "E(1*y[0]) = ?", "0");
      assertEquals(
          proved.lower().dyadic().doubleFloor(), average, 5 * Math.sqrt(variance / count) + 1e-9);
      Enclosure spread = bounds(network, CORRELATED, "Var(1*y[0]) = ?", "0");
      assertEquals(spread.lower().dyadic().doubleFloor(), variance, 0.05 * variance + 1e-9);
    }
  }

  /** A neuron may be split into two of half the weight, scaled, and permuted. */
  @Test
  void splittingAndScalingNeuronsChangesNothing() {
    Network one =
        layer(
            new double[][] {{1, -0.5}, {0.25, 2}},
            new double[] {0.125, -0.5},
            new double[][] {{2, -1}},
            new double[] {0});
    Network other =
        layer(
            new double[][] {{0.5, 4}, {1, -0.5}, {1, -0.5}},
            new double[] {-1, 0.125, 0.125},
            new double[][] {{-0.5, 1.5, 0.5}},
            new double[] {0});
    for (String claim : List.of("E(1*y[0]) = ?", "Var(1*y[0]) = ?")) {
      Enclosure a = bounds(one, CORRELATED, claim, "1/4");
      Enclosure b = bounds(other, CORRELATED, claim, "1/4");
      assertTrue(a.lower().compareTo(b.upper()) <= 0 && b.lower().compareTo(a.upper()) <= 0);
      assertTrue(Trees.width(b) < 1e-13);
    }
  }

  /** The mean of the ReLU of a normal number that hardly varies is that of its mean. */
  @ParameterizedTest
  @ValueSource(strings = {"1e-3", "1e-9", "1e-30", "1e-200"})
  void littleNoiseLeavesTheValue(String deviation) {
    Network network =
        layer(new double[][] {{1}, {-1}}, new double[2], new double[][] {{3, 5}}, new double[] {1});
    String law = "inputs 1\nx[0] ~ normal(1/2, " + Rational.parse(deviation) + ")\n";
    Enclosure mean = bounds(network, law, "E(1*y[0]) = ?", "5/2");
    assertTrue(mean.lower().compareTo(Rational.parse("5/2")) <= 0);
    assertTrue(mean.upper().compareTo(Rational.parse("5/2")) >= 0);
    assertTrue(Trees.width(mean) < 1e-14);
    Enclosure spread = bounds(network, law, "Std(1*y[0]) = ?", "5/2");
    Rational exact = Rational.parse(deviation).times(Rational.of(3));
    assertTrue(spread.lower().compareTo(exact) <= 0 && spread.upper().compareTo(exact) >= 0);
  }

  @Test
  void problemsOfAnotherShapeAreRefused() {
    Network network = random(new SplittableRandom(1));
    requireRefusal(
        network,
        "inputs 2\nx[0] ~ gamma(2, 1)\nx[1] = 0\n",
        "the linearisation on average needs inputs that are normal, uniform, beta or triangular, or mixtures of such");
    requireRefusal(
        network,
        "inputs 2\nx[0] ~ normal(0, 1) on [-1, 1]\nx[1] = 0\n",
        "the linearisation on average needs inputs that are normal, uniform, beta or triangular, or mixtures of such");
    requireRefusal(
        network,
        """
        inputs 2
        branches 1 rest 1/8
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        x[1] = 1
        7/8: normal(0, 1)
        """,
        "the linearisation on average needs inputs that are normal, uniform, beta or triangular, or mixtures of such");
    Network smooth =
        layer(
            new double[][] {{1, 1}},
            new double[] {0},
            Activation.EXP,
            new double[][] {{1}, {1}},
            new double[] {0, 0});
    requireRefusal(
        smooth,
        CORRELATED,
        "the linearisation on average needs activations with bounded slopes, unlike exp");
    Network wide = layer(new double[3001][2], new double[3001], new double[2][3001], new double[2]);
    requireRefusal(
        wide,
        CORRELATED,
        "the linearisation on average works for networks with at most 3000 kinks and 8388608"
            + " numbers of all inputs, neurons and forms, not 3001 and 108126");
  }

  /** A few bytes of a file must not take gigabytes of memory, or hours. */
  @Test
  void problemsThatAreTooLargeAreRefused() {
    Network broadcast =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[1000][2], new double[1000]),
                new ActivationLayer(Collections.nCopies(1000, Activation.RELU)),
                AffineLayer.of(new double[1][1000], new double[1]),
                AffineLayer.of(new double[10_000][1], new double[10_000])));
    requireRefusal(
        broadcast,
        CORRELATED,
        "the linearisation on average works for at most 8388608 factors of kinks and 9000000 pairs"
            + " of them in all components of the law, not 10003000 and 1000000");
    StringBuilder law = new StringBuilder("inputs 2\nbranches 1 rest 0\nbranch coordinates 1");
    law.append(" summands 100\nx[0] = 1*u[0]\nx[1] = 1*u[0]\n");
    law.append("1/100: normal(0, 1)\n".repeat(100));
    requireRefusal(
        layer(new double[400][2], new double[400], new double[2][400], new double[2]),
        law.toString(),
        "the linearisation on average works for at most 8388608 factors of kinks and 9000000 pairs"
            + " of them in all components of the law, not 160000 and 16000000");
  }

  private static void requireRefusal(Network network, String law, String message) {
    RejectedException refusal =
        assertThrows(
            RejectedException.class, () -> boundsOrRejection(network, law, "E(1*y[0]) = ?", "0"));
    assertEquals(message, refusal.getMessage());
  }

  /**
   * What a fixed input comes to is enclosed only: the next activation reads all of that, not one
   * number of it. Here the argument is what 1/3 loses as a double, times 2^55.
   */
  @Test
  void anActivationOfWhatDoesNotVaryReadsAllThatItMayBe() {
    double scale = 0x1p55;
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{scale}}, new double[] {-scale * (1.0 / 3)}),
                ActivationLayer.uniform(1, Activation.TANH),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1}}, new double[] {0})));
    double exact = Math.tanh(2.0 / 3); // 1/3 is 2/3 of 2^-55 above the double
    Enclosure mean = bounds(network, "inputs 1\nx[0] = 1/3\n", "E(1*y[0]) = ?", "0");
    assertTrue(mean.lower().doubleFloor() <= exact, () -> mean + " is above " + exact);
    assertTrue(mean.upper().doubleCeiling() >= exact, () -> mean + " is below " + exact);
  }
}
