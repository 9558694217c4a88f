package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.proof.TreeBounds;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.writing.ProofWriter;

/** What happens beyond the ends at which unbounded inputs are cut off. */
class TailsTest {

  /** The bounds of a tree that is only its root. */
  private static Enclosure bounds(
      Network network, String relation, String threshold, String... inputs) throws Exception {
    Statement statement =
        Statements.query(
            Statements.inputs(inputs),
            Statements.form("1"),
            Comparison.ofSymbol(relation).orElseThrow(),
            Rational.parse(threshold));
    Problem problem =
        Problem.of(statement, network, Collections.nCopies(inputs.length, new Truncation(-3, 3)));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(tree)) {
      writer.boxLeaf();
    }
    return TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(tree.toByteArray()), 1)
        .bounds()
        .get(0);
  }

  private static AffineLayer row(double bias, double... weights) {
    return AffineLayer.of(new double[][] {weights}, new double[] {bias});
  }

  private static Network layers(int inputs, Activation activation, AffineLayer... affine) {
    ActivationLayer neurons = ActivationLayer.uniform(affine[0].rows(), activation);
    return Network.chain(inputs, List.of(affine[0], neurons, affine[1]));
  }

  /** y = tanh(x0) + tanh(x1) lies between -2 and 2 for all inputs. */
  @ParameterizedTest
  @CsvSource({">, 2, 0", ">=, 3, 0", "<, -2, 0", "<=, 2, 1", ">=, -2, 1", "<, 5/2, 1"})
  void whatSaturatedNeuronsExcludeHappensNowhere(String relation, String threshold, int expected)
      throws Exception {
    AffineLayer both = AffineLayer.of(new double[][] {{1, 0}, {0, 1}}, new double[2]);
    Network network = layers(2, Activation.TANH, both, row(0, 1, 1));
    Enclosure bounds = bounds(network, relation, threshold, "normal(0, 1)", "normal(5, 9)");
    assertEquals(Bound.of(expected), bounds.lower());
    assertEquals(Bound.of(expected), bounds.upper());
  }

  /** y = relu(x - 1): beyond the lower end it is 0, so it is large only beyond the upper one. */
  @Test
  void anEndCountsOnlyForWhatIsPossibleBeyondIt() throws Exception {
    Network network = layers(1, Activation.RELU, row(-1, 1), row(0, 1));
    Enclosure above = bounds(network, ">", "5", "normal(0, 1)");
    Enclosure below = bounds(network, "<=", "5", "normal(0, 1)");
    double tail = 0.0013498980316301; // P(x > 3)
    assertEquals(Bound.ZERO, above.lower());
    assertTrue(above.upper().doubleCeiling() < 1.2 * tail, () -> "" + above);
    assertTrue(below.lower().doubleFloor() > 1 - 1.2 * tail, () -> "" + below);
    assertEquals(Bound.ONE, below.upper());
  }

  /** With one side bounded only the other end counts, however far the event is from it. */
  @ParameterizedTest
  @CsvSource({"exponential(1), <, -5", "'gamma(2, 1)', <, -1/1000000", "exponential(3), <=, -9"})
  void aBoundedEndIsNoTail(String input, String relation, String threshold) throws Exception {
    Network identity = Network.chain(1, List.of());
    Enclosure bounds = bounds(identity, relation, threshold, input);
    assertEquals(Bound.ZERO, bounds.lower());
    assertEquals(Bound.ZERO, bounds.upper());
  }

  /** An overflow on the way says nothing, on whatever side it is. */
  @ParameterizedTest
  @CsvSource({">, 1e400", "<, 1e400", ">, -1e400", "<=, 0"})
  void anOverflowDecidesNothing(String relation, String threshold) throws Exception {
    AffineLayer huge = row(0, 1e308);
    Network network =
        Network.chain(1, List.of(huge, row(1e308, 1e200), row(0, -1e-200), row(0, 1e-308)));
    Enclosure bounds = bounds(network, relation, threshold, "normal(0, 1)");
    assertTrue(bounds.lower().compareTo(Bound.ONE) < 0, () -> "" + bounds);
    assertTrue(bounds.upper().compareTo(Bound.ZERO) > 0, () -> "" + bounds);
  }

  /** y = clip(x0) + x1 may be anything, whatever x0 is. */
  @Test
  void whereTheEventIsPossibleEachEndCounts() throws Exception {
    Network network =
        Network.chain(
            2,
            List.of(
                new ActivationLayer(List.of(PiecewiseLinear.clip(0, 1), Activation.IDENTITY)),
                row(0, 1, 1)));
    Enclosure bounds = bounds(network, ">", "100", "normal(0, 1)", "normal(0, 1)");
    double tail = 0.0013498980316301;
    // beyond either end of x0, and above the upper end of x1; not below the lower one
    assertTrue(bounds.upper().doubleCeiling() > 2.9 * tail, () -> "" + bounds);
    assertTrue(bounds.upper().doubleCeiling() < 3.5 * tail, () -> "" + bounds);
  }

  /**
   * y = relu(x) - relu(x - 1) stays between 0 and 1, though both terms grow without end: beyond
   * either end it is one number. The root box is bounded by affine functions, which see no more
   * than that y is at most 4.
   */
  @ParameterizedTest
  @CsvSource({">, 4, 0", "<, -3, 0", "<=, 4, 1", ">=, -3, 1"})
  void slopesThatCancelBeyondAnEndExcludeToo(String relation, String threshold, int expected)
      throws Exception {
    AffineLayer both = AffineLayer.of(new double[][] {{1}, {1}}, new double[] {0, -1});
    Network network = layers(1, Activation.RELU, both, row(0, 1, -1));
    Enclosure bounds = bounds(network, relation, threshold, "normal(0, 1)");
    assertEquals(Bound.of(expected), bounds.lower());
    assertEquals(Bound.of(expected), bounds.upper());
  }

  /**
   * If g - m is a sum of a constant and two distances that are equal, its square is 9 of theirs.
   */
  @Test
  void theSquareOfASumIsNotTheSumOfSquares() {
    ScaledInterval one = ScaledInterval.ONE;
    FormValues anything = new FormValues(Interval.WHOLE, Optional.empty());
    Tails.Reach reach =
        new Tails.Reach(List.of(Interval.of(3)), List.<double[]>of(new double[] {1, 1}));
    Tails.Part part =
        new Tails.Part(one, List.of(anything), reach, List.of(one, one), List.of(one, one));
    Tails tails = new Tails(List.of(part), true);
    assertEquals(Bound.of(3), tails.first(0, 2));
    assertEquals(Bound.of(9), tails.second(0, 2));
  }

  /** The integral of d / 1000 times d, where that of the square of d is 1. */
  @Test
  void aProductIsNotBoundedByTheSquareOfItsSmallerFactor() {
    ScaledInterval one = ScaledInterval.ONE;
    FormValues anything = new FormValues(Interval.WHOLE, Optional.empty());
    Tails.Reach reach =
        new Tails.Reach(
            List.of(Interval.ZERO, Interval.ZERO), List.of(new double[] {0.001}, new double[] {1}));
    Tails.Part part =
        new Tails.Part(one, List.of(anything, anything), reach, List.of(one), List.of(one));
    Tails tails = new Tails(List.of(part), true);
    for (Integral product :
        List.of(new Integral.OfProduct(0, 0, 1, 0), new Integral.OfProduct(1, 0, 0, 0))) {
      assertTrue(product.beyond(tails).compareTo(Bound.of(0.001)) >= 0, product::toString);
    }
  }
}
