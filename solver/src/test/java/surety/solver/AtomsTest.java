package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;

/** Values that a network has with a positive probability, as thresholds. */
class AtomsTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults()
          .withThreads(2)
          .withTimeout(Duration.ofMinutes(2))
          .withMaxCells(40_000);

  /** y = relu(x0 + x1 - 1), whatever the other inputs are. */
  private static Network reluOfTwo(int inputs) {
    double[] weights = new double[inputs];
    weights[0] = 1;
    weights[1] = 1;
    return Network.chain(
        inputs,
        List.of(
            AffineLayer.of(new double[][] {weights}, new double[] {-1}),
            ActivationLayer.uniform(1, Activation.RELU)));
  }

  private static List<Input> copies(int n, String distribution) {
    return Statements.inputs(Collections.nCopies(n, distribution).toArray(String[]::new));
  }

  private static Result check(Statement statement, Network network, double gap) throws IOException {
    Result result =
        Checker.check(statement, List.of(network), OPTIONS.withGap(gap), p -> {}, () -> false);
    Replays.assertValid(statement, network, result.certificate());
    return result;
  }

  private static void assertAround(double exact, double gap, Result result) {
    BandPoint point = result.points().get(0);
    assertTrue(point.lower().doubleFloor() <= exact, point::toString);
    assertTrue(point.upper().doubleCeiling() >= exact, point::toString);
    assertTrue(point.gap().doubleCeiling() <= gap, point::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(0, 1);    2; 1e-9",
        "uniform(0, 1);    3; 1e-9",
        "uniform(0, 1);    5; 1e-9",
        "uniform(0, 1);    7; 0.01",
        "normal(1/2, 1/5); 2; 1e-6",
        "normal(1/2, 1/5); 3; 1e-3",
        "normal(1/2, 1/5); 5; 0.05",
      })
  void aReluIsPositiveInHalfOfTheCases(String distribution, int n, double gap) throws IOException {
    Network network = reluOfTwo(n);
    List<Input> inputs = copies(n, distribution);
    for (String symbol : List.of(">", "<=")) {
      assertAround(0.5, gap, check(Statements.query(network, inputs, symbol, "0"), network, gap));
    }
    for (String[] trivial : new String[][] {{"<", "0"}, {">=", "1"}}) {
      BandPoint point =
          check(Statements.query(network, inputs, trivial[0], "0"), network, gap).points().get(0);
      assertEquals(Bound.of(Double.parseDouble(trivial[1])), point.lower());
      assertEquals(point.lower(), point.upper());
    }
  }

  /** Irwin and Hall: five uniforms have a sum above 4 in one of 5! corners of the box. */
  @Test
  void aReluOfASumFollowsIrwinAndHall() throws IOException {
    Network network =
        Network.chain(
            5,
            List.of(
                AffineLayer.of(new double[][] {{1, 1, 1, 1, 1}}, new double[] {-4}),
                ActivationLayer.uniform(1, Activation.RELU)));
    Statement statement = Statements.query(network, copies(5, "uniform(0, 1)"), ">", "0");
    assertAround(1.0 / 120, 1e-9, check(statement, network, 1e-9));
  }

  /** Neither neuron is the last, and both are dead in a quarter of the cases. */
  @Test
  void twoDeadNeuronsLeaveAnAtom() throws IOException {
    Network network = Networks.oneLayer(new double[][] {{1, 0}, {0, 1}}, new double[2], 1, 1);
    for (String distribution : List.of("normal(0, 1)", "uniform(-1, 1)")) {
      List<Input> inputs = copies(2, distribution);
      assertAround(0.75, 1e-3, check(Statements.query(network, inputs, ">", "0"), network, 1e-3));
      assertAround(0.25, 1e-3, check(Statements.query(network, inputs, "<=", "0"), network, 1e-3));
    }
  }

  /** The kink goes through corners of boxes, which the kernel knows up to rounding only. */
  @Test
  void aKinkThroughCornersCostsNothing() throws IOException {
    Network network =
        Networks.oneLayer(
            new double[][] {{1, 1}, {-1, 0}}, new double[] {-1, -20}, 1, 1); // the second is rare
    Statement statement = Statements.query(network, copies(2, "normal(1/2, 1/5)"), ">", "0");
    assertAround(0.5, 1e-4, check(statement, network, 1e-4));
  }

  /** Deviations as different as lengths in millimetres and pressures in pascals. */
  @Test
  void inputsOfVeryDifferentSizes() throws IOException {
    Network network =
        Network.chain(
            3,
            List.of(
                AffineLayer.of(
                    new double[][] {{1 / 13.6, 1 / 2.6, 1 / 7385.0}}, new double[] {0.3}),
                ActivationLayer.uniform(1, Activation.RELU)));
    List<Input> inputs = Statements.inputs("normal(0, 68/5)", "normal(0, 13/5)", "normal(0, 7385)");
    double exact =
        new org.apache.commons.math3.distribution.NormalDistribution()
            .cumulativeProbability(0.3 / Math.sqrt(3));
    assertAround(exact, 1e-3, check(Statements.query(network, inputs, ">", "0"), network, 1e-3));
  }

  @Test
  void aClipHasAtomsAtBothEnds() throws IOException {
    Network network = Networks.scalar(PiecewiseLinear.clip(-1, 1));
    List<Input> inputs = Statements.inputs("uniform(-2, 2)");
    String[][] cases = {
      {">=", "1", "0.25"}, {">", "1", "0"}, {"<=", "-1", "0.25"}, {"<", "1", "0.75"}
    };
    for (String[] given : cases) {
      Statement statement = Statements.query(network, inputs, given[0], given[1]);
      assertAround(Double.parseDouble(given[2]), 1e-9, check(statement, network, 1e-9));
    }
  }

  /** What the last activation excludes is proved, however far out the inputs go. */
  @Test
  void whatAClampExcludesIsProvedForUnboundedInputs() throws IOException {
    Network network = Networks.scalar(PiecewiseLinear.clip(0, 1));
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    for (String[] given : new String[][] {{">", "1", "<=", "0"}, {">=", "0", ">=", "1"}}) {
      Statement statement =
          Statements.property(network, inputs, given[0], given[1], given[2], given[3]);
      assertEquals(Verdict.PROVED, check(statement, network, 1e-9).verdict().orElseThrow());
    }
  }
}
