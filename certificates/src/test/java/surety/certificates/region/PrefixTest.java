package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.region.HalfSpaceTest.half;
import static surety.certificates.region.HalfSpaceTest.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statements;

class PrefixTest {
  /** Follows a point, which lies on no hyperplane, to its leaf. */
  private static Prefix leafOf(RationalPoint point, RegionProblem problem)
      throws RejectedException {
    Prefix prefix = problem.root();
    while (!prefix.isLeaf()) {
      assertTrue(prefix.above().side(point) != 0);
      prefix = prefix.decided(prefix.above().side(point) > 0, true);
    }
    return prefix;
  }

  private static List<Input> inputs(SplittableRandom random, int count) {
    List<Input> inputs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      inputs.add(
          k > 0 && random.nextInt(3) == 0
              ? new FixedInput(Rational.of(random.nextInt(-9, 10), random.nextInt(1, 9)))
              : new RandomInput(
                  ((RandomInput) Statements.inputs("uniform(-1, 2/3)").get(0)).distribution()));
    }
    return inputs;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void mapAndPatternAreThoseOfTheNetwork(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int count = random.nextInt(1, 5);
    Network network = RegionNetworks.random(random, count, 2);
    List<Input> inputs = inputs(random, count);
    RegionProblem problem = RegionNetworks.problem(network, inputs);
    for (int trial = 0; trial < 10; trial++) {
      List<Rational> x = new ArrayList<>();
      List<Rational> z = new ArrayList<>();
      for (Input input : inputs) {
        if (input instanceof FixedInput fixed) {
          x.add(fixed.value());
        } else { // no hyperplane of the coarse grid goes through it
          x.add(Rational.of(random.nextInt(-999, 666), 1009));
          z.add(x.get(x.size() - 1));
        }
      }
      RationalPoint point = RationalPoint.of(z);
      Prefix leaf = leafOf(point, problem);
      Rational[] expected = network.evaluateExactly(x.toArray(new Rational[0]));
      Rational[] actual = leaf.outputs().stream().map(f -> f.at(point)).toArray(Rational[]::new);
      assertArrayEquals(expected, actual);
      for (ExactAffine f : leaf.outputs()) {
        Rational sum = f.constant();
        for (int q = 0; q < z.size(); q++) {
          sum = sum.plus(f.coefficient(q).times(z.get(q)));
        }
        assertEquals(f.at(point), sum);
      }
    }
  }

  @Test
  void neuronsAreAskedInOrder() throws RejectedException {
    double[][] weights = {{1, 0}, {0, 0}, {1, -1}};
    Network network = RegionNetworks.layer(Activation.RELU, weights, -0.5, 1, 0);
    Prefix root = RegionNetworks.problem(network, "uniform(0, 1)", "uniform(0, 1)").root();
    assertEquals(4, root.size());
    assertEquals(half(-1, 2, 0), root.above());
    assertEquals(half(1, -2, 0), root.below());
    Prefix next = root.decided(false, true);
    assertEquals(5, next.size());
    assertEquals(half(1, -2, 0), next.halfSpaces().get(4));
    assertEquals(half(0, 1, -1), next.above()); // the second neuron is always 1
    Prefix leaf = next.decided(true, false);
    assertEquals(5, leaf.size());
    assertTrue(leaf.isLeaf());
    assertArrayEquals(new byte[] {0, 1, 1}, leaf.pattern());
    assertEquals(Rational.parse("5/4"), leaf.outputs().get(0).at(point("1/2", "1/4")));
  }

  @Test
  void aNeuronThatIsConstantAtItsKinkCountsAsAbove() throws RejectedException {
    double[][] weights = {{0}, {1}};
    Network network = RegionNetworks.layer(Activation.RELU, weights, 0, 1);
    Prefix root = RegionNetworks.problem(network, "uniform(0, 1)").root();
    assertArrayEquals(new byte[] {1}, root.pattern());
    assertEquals(half(1, 1), root.above());
  }

  @Test
  void identitiesHaveNoPattern() throws RejectedException {
    List<Activation> mixed = Arrays.asList(Activation.IDENTITY, PiecewiseLinear.leakyRelu(0.5));
    Network network =
        Network.chain(
            2,
            List.of(
                new ActivationLayer(mixed),
                AffineLayer.of(new double[][] {{1, 1}}, new double[1])));
    Prefix root = RegionNetworks.problem(network, "uniform(-1, 1)", "uniform(-1, 1)").root();
    assertFalse(root.isLeaf());
    assertEquals(half(0, 0, 1), root.above());
    Prefix leaf = root.decided(false, true);
    assertArrayEquals(new byte[] {0}, leaf.pattern());
    assertEquals(Rational.of(1, 2), leaf.outputs().get(0).coefficient(1));
  }

  @Test
  void outputsWaitForTheLastNeuron() throws RejectedException {
    Network network = RegionNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);
    Prefix root = RegionNetworks.problem(network, "uniform(-1, 1)").root();
    assertThrows(IllegalStateException.class, root::outputs);
  }
}
