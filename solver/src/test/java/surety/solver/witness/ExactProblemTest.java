package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.solver.witness.Neurons.Neuron;

class ExactProblemTest {
  private static final Network SUM =
      Network.chain(3, List.of(AffineLayer.of(new double[][] {{1, 1, 1}}, new double[1])));

  private static ExactProblem problem(String... distributions) {
    return Networks.problem(
        SUM, Networks.event(SUM, 0, Comparison.LESS, Rational.ZERO), distributions);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRootAndWhatIsOutsidePartitionAllInputs(long seed) {
    ExactProblem problem = problem("normal(1/3, 1/7)", "exponential(2)", "normal(0, 3)");
    List<BoxCell> everywhere = problem.everywhere();
    assertEquals(1 + 2 + 1 + 2, everywhere.size());
    assertEquals(problem.root(), everywhere.get(0));
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 200; k++) {
      List<Rational> point =
          IntStream.range(0, 3)
              .mapToObj(q -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(12)))
              .map(Rational::ofDouble)
              .toList();
      boolean isPossible = point.get(1).signum() >= 0;
      assertEquals(
          isPossible ? 1 : 0,
          everywhere.stream().filter(box -> contains(problem, box, point)).count());
      assertEquals(isPossible, problem.space().supports(point));
    }
  }

  private static boolean contains(ExactProblem problem, BoxCell box, List<Rational> point) {
    List<Range> hull = problem.space().hull(box);
    return IntStream.range(0, 3).allMatch(q -> hull.get(q).contains(point.get(q)));
  }

  @Test
  void nothingIsOutsideOfBoundedInputs() {
    assertTrue(
        problem("uniform(0, 1)", "beta(2, 3)", "normal(0, 1) on [-1, 1]").outside().isEmpty());
  }

  /** Of three neurons one is read with weight 0, and the last one is the second output's. */
  @Test
  void onlyNeuronsOnWhichFormsDependCount() {
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[][] {{1, 1}, {1, -1}, {2, 1}}, new double[3]),
                ActivationLayer.uniform(3, Activation.RELU),
                AffineLayer.of(new double[][] {{1, 0, 1}, {0, 1, 0}}, new double[2]),
                ActivationLayer.uniform(2, Activation.TANH),
                AffineLayer.of(new double[][] {{3, 0}, {0, 5}}, new double[2])));
    Atom first = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    Neurons neurons = Networks.problem(network, first, Networks.unit(2)).neurons();
    assertEquals(
        List.of(
            new Neuron(1, 0, 2, Activation.RELU),
            new Neuron(1, 2, 4, Activation.RELU),
            new Neuron(3, 0, 8, Activation.TANH)),
        neurons.all());
    assertTrue(neurons.read(2));
    assertFalse(neurons.read(3));
    assertFalse(neurons.read(6));
  }
}
