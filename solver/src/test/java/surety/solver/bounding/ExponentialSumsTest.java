package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Floored;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

class ExponentialSumsTest {

  private static boolean hasExponentials(FunctionNetwork network) {
    return network.layers().stream()
        .filter(ActivationLayer.class::isInstance)
        .flatMap(layer -> ((ActivationLayer) layer).activations().stream())
        .anyMatch(Activation.EXP::equals);
  }

  private static Network network(Activation function, double[] weights, double bias) {
    List<Layer> layers =
        List.of(
            ActivationLayer.uniform(weights.length, Activation.EXP),
            AffineLayer.of(new double[][] {weights}, new double[] {bias}),
            ActivationLayer.uniform(1, function));
    return Network.chain(weights.length, layers);
  }

  private static void assertSameFunction(Network network) throws BoundingException {
    Network other = ExponentialSums.without(network);
    assertFalse(hasExponentials(FunctionNetwork.of(other)));
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 200; k++) {
      Interval[] x =
          random.doubles(network.inputs(), -8, 8).mapToObj(Interval::of).toArray(Interval[]::new);
      Interval[] values = network.enclose(x);
      Interval[] others = other.enclose(x);
      for (int i = 0; i < values.length; i++) {
        assertTrue(
            values[i].lower() <= others[i].upper() && others[i].lower() <= values[i].upper());
        assertEquals(values[i].middle(), others[i].middle(), 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Softmax", "LogSoftmax", "ReduceLogSumExp"})
  void whatOperatorsAreReadAsIsTheSameFunction(String operator) throws BoundingException {
    for (int count : new int[] {2, 3, 4, 7}) {
      int outputs = operator.startsWith("Reduce") ? 1 : count;
      assertSameFunction(new OnnxGraph(count).then(operator).network(outputs));
    }
  }

  @Test
  void sumsOfOneAndOfSeveralExponentialsAreTheSameFunction() throws BoundingException {
    for (int count : new int[] {1, 2, 5}) {
      double[] ones = new double[count];
      Arrays.fill(ones, 1);
      assertSameFunction(network(Activation.RECIPROCAL, ones, 1));
      assertSameFunction(network(Activation.LOG, ones, 1));
      assertSameFunction(network(new Floored(Activation.RECIPROCAL, 1), ones, 1));
      assertSameFunction(network(new Floored(Activation.LOG, 0.5), ones, 1));
    }
  }

  /** A score network deep inside another one, whose other values are carried past it. */
  @Test
  void aNetworkAroundThemStaysWhatItIs() throws BoundingException {
    SplittableRandom random = new SplittableRandom(2);
    OnnxGraph graph = new OnnxGraph(3).dense(random, 3, 4).then("Tanh");
    String before = graph.last();
    graph.then("Softmax").then("Mul", before).dense(random, 4, 3).then("LogSoftmax");
    assertSameFunction(graph.network(3));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "1, 2", "1, 0", "-1, 1", "1, 1.5", "1, -1"})
  void otherSumsStay(double weight, double bias) {
    Network network = network(Activation.RECIPROCAL, new double[] {1, weight}, bias);
    assertSame(network, ExponentialSums.without(network));
  }

  @Test
  void otherFunctionsStay() {
    double[] ones = {1, 1};
    for (Network network :
        List.of(
            network(new Floored(Activation.LOG, 1.5), ones, 1),
            network(new Floored(Activation.SQRT, 0), ones, 1),
            network(Activation.TANH, ones, 1),
            Network.chain(2, List.of(ActivationLayer.uniform(2, Activation.RECIPROCAL))),
            Network.chain(2, List.of()),
            Samples.network(1, Activation.EXP, 2, 3, 3))) {
      assertSame(network, ExponentialSums.without(network));
    }
  }

  @Test
  void tooManySummandsStay() {
    double[] ones = new double[1025];
    Arrays.fill(ones, 1);
    Network network = network(Activation.LOG, ones, 1);
    assertSame(network, ExponentialSums.without(network));
  }
}
