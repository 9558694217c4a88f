package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;

class PruningTest {
  private static final ActivationLayer RELU = ActivationLayer.uniform(3, Activation.RELU);
  private static final AffineLayer DENSE =
      AffineLayer.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {-7, 8, 9}}, new double[] {1, 2, 3});

  private static AffineLayer choice(int columns, int... sources) {
    double[] ones = new double[sources.length];
    Arrays.fill(ones, 1);
    return AffineLayer.selection(columns, sources, ones, new double[sources.length]);
  }

  /** The pruned network, after a look at whether it is the same function. */
  private static Network pruned(Network network) {
    Network pruned = Pruning.of(network.inputs(), layers(network));
    SplittableRandom random = new SplittableRandom(41);
    for (int k = 0; k < 20; k++) {
      double[] x = Samples.point(random, Samples.box(network.inputs(), -2, 2));
      Rational[] exact = Samples.exact(x);
      assertArrayEquals(network.evaluateExactly(exact), pruned.evaluateExactly(exact));
    }
    return pruned;
  }

  private static List<Layer> layers(Network network) {
    return Layers.ofChain(network).orElseThrow();
  }

  @Test
  void whatNobodyReadsGoes() {
    Network pruned = pruned(Network.chain(3, List.of(DENSE, RELU, DENSE, RELU, choice(3, 1))));
    assertEquals(List.of(3, 3, 1, 1), layers(pruned).stream().map(Layer::outputs).toList());
    Network narrow = pruned(Network.chain(3, List.of(DENSE, RELU, choice(3, 2, 2), relu(2))));
    assertEquals(1, layers(narrow).get(0).outputs());
  }

  private static ActivationLayer relu(int neurons) {
    return ActivationLayer.uniform(neurons, Activation.RELU);
  }

  @Test
  void inputsStay() {
    assertEquals(3, pruned(Network.chain(3, List.of(RELU, choice(3, 0)))).inputs());
    assertEquals(3, pruned(Network.chain(3, List.of(choice(3, 2)))).inputs());
    assertEquals(3, pruned(Network.chain(3, List.of(DENSE, choice(3, 2, 0)))).inputs());
  }

  @Test
  void zeroWeightsAreNotRead() {
    AffineLayer constant = AffineLayer.of(new double[][] {{0, 0, 0}}, new double[] {5});
    Network pruned = pruned(Network.chain(3, List.of(DENSE, RELU, constant)));
    assertEquals(1, layers(pruned).get(0).outputs(), "a layer needs a row");
  }

  @Test
  void whatIsAllNeededStaysAsItIs() {
    Network network = Network.chain(3, List.of(DENSE, RELU, DENSE));
    assertEquals(network, pruned(network));
    assertEquals(Network.chain(2, List.of()), pruned(Network.chain(2, List.of())));
  }
}
