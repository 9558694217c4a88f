package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Power;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;
import surety.solver.witness.Witness;

/** Networks of other activations than ReLU, against closed forms and samples. */
class ActivationsTest {
  private static final int SAMPLES = 200_000;

  private static Result check(Statement statement, Network network, double gap) {
    SearchOptions options =
        SearchOptions.defaults().withGap(gap).withThreads(2).withTimeout(Duration.ofDays(1));
    return Checker.check(statement, List.of(network), options, Patience.LONG, p -> {}, () -> false);
  }

  private static Stream<Arguments> increasingOnes() {
    return Stream.of(
        Arguments.of(Activation.TANH, inverse(t -> 0.5 * Math.log((1 + t) / (1 - t)))),
        Arguments.of(Activation.SIGMOID, inverse(t -> Math.log(t / (1 - t)))),
        Arguments.of(Activation.SOFTPLUS, inverse(t -> Math.log(Math.expm1(t)))),
        Arguments.of(Activation.SOFTSIGN, inverse(t -> t / (1 - Math.abs(t)))),
        Arguments.of(Activation.EXP, inverse(Math::log)),
        Arguments.of(new Power(3), inverse(Math::cbrt)),
        Arguments.of(new Elu(0.5), inverse(t -> t > 0 ? t : Math.log1p(t / 0.5))),
        Arguments.of(new Selu(2, 3), inverse(t -> t > 0 ? t / 3 : Math.log1p(t / 6))),
        Arguments.of(PiecewiseLinear.leakyRelu(0.25), inverse(t -> t > 0 ? t : 4 * t)));
  }

  private static DoubleUnaryOperator inverse(DoubleUnaryOperator f) {
    return f;
  }

  /** x uniform on [-2, 2]: P(f(x) <= t) = (x + 2) / 4 where f(x) = t. */
  @ParameterizedTest
  @MethodSource("increasingOnes")
  void increasingFunctionsOfUniform(Activation f, DoubleUnaryOperator inverse) {
    SplittableRandom random = new SplittableRandom(5);
    Network network = Networks.scalar(f);
    for (int i = 0; i < 6; i++) {
      double t = f.apply(random.nextDouble(-1.9, 1.9));
      double exact = (inverse.applyAsDouble(t) + 2) / 4;
      Statement statement =
          Statements.query(
              network, Statements.inputs("uniform(-2, 2)"), "<=", Rational.ofDouble(t).toString());
      BandPoint bounds = check(statement, network, 1e-10).points().get(0);
      double lower = bounds.lower().doubleFloor();
      double upper = bounds.upper().doubleCeiling();
      assertTrue(lower <= exact + 1e-14 && exact - 1e-14 <= upper, f + " at " + t);
      assertTrue(upper - lower <= 1e-10, f + " at " + t + ": " + lower + " to " + upper);
    }
  }

  private static BandPoint query(Network network, String symbol, String t) {
    List<Input> inputs = Statements.inputs("uniform(-2, 2)");
    Statement statement = Statements.query(network, inputs, symbol, t);
    return check(statement, network, 1e-10).points().get(0);
  }

  private static void assertAround(String exact, BandPoint bounds) {
    Rational p = Rational.parse(exact);
    assertTrue(bounds.lower().compareTo(p) <= 0, () -> bounds + " is above " + exact);
    assertTrue(bounds.upper().compareTo(p) >= 0, () -> bounds + " is below " + exact);
    assertTrue(bounds.gap().doubleCeiling() <= 1e-10, bounds.toString());
  }

  @Test
  void functionsThatAreNotMonotone() {
    assertAround("1/4", query(Networks.scalar(Activation.ABS), "<=", "1/2"));
    assertAround("0", query(Networks.scalar(Activation.ABS), "<", "0"));
    assertAround("1/2", query(Networks.scalar(PiecewiseLinear.leakyRelu(-1)), ">", "1"));
    assertAround("0", query(Networks.scalar(PiecewiseLinear.leakyRelu(-0.5)), "<", "0"));
  }

  @Test
  void smoothFunctionsThatAreNotMonotone() {
    assertAround("1/4", query(Networks.scalar(Activation.SQUARE), "<=", "1/4"));
    assertAround("0", query(Networks.scalar(Activation.SQUARE), "<", "0"));
    assertAround("1/2", query(Networks.scalar(Activation.SIN), "<", "0"));
    assertAround("1", query(Networks.scalar(Activation.COS), "<=", "1"));
    assertAround("1/2", query(Networks.scalar(Activation.SILU), "<", "0"));
    assertAround("0", query(Networks.scalar(Activation.SILU), "<", "-0.2785"));
    assertAround("1/2", query(Networks.scalar(Activation.ERF_GATE), ">", "0"));
    assertAround("1/2", query(Networks.scalar(Activation.HARD_SWISH), "<", "0"));
  }

  /** Where there is no value nothing is known; around such points cells get small. */
  @Test
  void functionsThatAreNotDefinedEverywhere() {
    assertAround("1/4", query(Networks.scalar(Activation.RECIPROCAL), ">", "1"));
    BandPoint root = query(Networks.scalar(Activation.SQRT), "<=", "1");
    assertTrue(root.lower().compareTo(Rational.parse("1/4")) <= 0);
    assertTrue(root.lower().compareTo(Rational.parse("0.2499")) >= 0);
    assertTrue(root.upper().compareTo(Rational.parse("3/4")) >= 0);
    assertTrue(root.upper().compareTo(Rational.parse("0.7501")) <= 0);
  }

  @Test
  void clipsHaveAtomsAtBothEnds() {
    Network clip = Networks.scalar(PiecewiseLinear.clip(-1, 0.5));
    assertAround("1/4", query(clip, "<=", "-1"));
    assertAround("0", query(clip, "<", "-1"));
    assertAround("5/8", query(clip, "<", "1/2"));
    assertAround("1", query(clip, "<=", "1/2"));
    assertAround("3/8", query(clip, ">=", "1/2"));
    assertAround("1/2", query(clip, "<=", "0"));
  }

  private static final List<Activation> MIXED =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          PiecewiseLinear.leakyRelu(0.1),
          Activation.ABS,
          PiecewiseLinear.clip(-0.3, 0.4),
          Activation.SOFTPLUS,
          new Elu(0.5),
          Activation.RELU);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void bandsContainTheShareOfSamples(int n) {
    Network network = Networks.random(n, MIXED, n, 8, 8);
    String[] inputs = new String[n];
    Arrays.fill(inputs, "uniform(-1, 1)");
    Statement statement = Statements.cdf(network, Statements.inputs(inputs), 20);
    Result result = check(statement, network, n < 5 ? 0.02 : 0.5);
    SplittableRandom random = new SplittableRandom(n);
    double[] y = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      y[s] = network.evaluate(random.doubles(n, -1, 1).toArray())[0];
    }
    Arrays.sort(y);
    double error = 5 * 0.5 / Math.sqrt(SAMPLES);
    for (BandPoint point : result.points()) {
      double share = (double) countAtMost(y, point.t()) / SAMPLES;
      assertTrue(point.lower().doubleFloor() <= share + error, point::toString);
      assertTrue(point.upper().doubleCeiling() >= share - error, point::toString);
    }
  }

  private static int countAtMost(double[] sorted, double t) {
    int count = 0;
    while (count < sorted.length && sorted[count] <= t) {
      count++;
    }
    return count;
  }

  @Test
  void theCertificateDoesNotDependOnThreads() {
    Network network = Networks.random(3, MIXED, 2, 6, 6);
    Statement statement =
        Statements.cdf(network, Statements.inputs("beta(2, 2)", "normal(0, 1)"), 10);
    SearchOptions options = SearchOptions.defaults().withGap(0.01);
    byte[] one =
        Checker.check(statement, List.of(network), options.withThreads(1), p -> {}, () -> false)
            .certificate();
    byte[] three =
        Checker.check(statement, List.of(network), options.withThreads(3), p -> {}, () -> false)
            .certificate();
    assertArrayEquals(one, three);
  }

  @Test
  void witnessesOfSmoothNetworksAreProvenByEnclosures() {
    Network network = Networks.scalar(Activation.TANH);
    Statement statement =
        Statements.query(network, Statements.inputs("uniform(-2, 2)"), ">", "9/10");
    Witness witness = check(statement, network, 1e-3).witness().orElseThrow();
    assertTrue(Math.tanh(witness.inputs().get(0).doubleFloor()) > 0.9);
    assertEquals(false, witness.isExact());
    Network leaky = Networks.scalar(PiecewiseLinear.leakyRelu(0.5));
    Statement low = Statements.query(leaky, Statements.inputs("uniform(-2, 2)"), "<", "-9/10");
    Witness exact = check(low, leaky, 1e-3).witness().orElseThrow();
    assertTrue(exact.isExact());
    assertEquals(exact.outputs().get(0).plus(exact.outputs().get(0)), exact.inputs().get(0));
  }
}
