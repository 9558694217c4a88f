package surety.solver.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.BoundingPair;

class OnnxWriterTest {
  private static final AffineLayer DENSE =
      AffineLayer.of(new double[][] {{0.5, -2}, {1, 0}, {0.25, 3}}, new double[] {1, -0.125, 0});
  private static final AffineLayer SELECTION =
      AffineLayer.selection(
          3, new int[] {2, 0, 2}, new double[] {1, -1, 0.5}, new double[] {0, 1, -2});
  private static final ActivationLayer RELU = ActivationLayer.uniform(3, Activation.RELU);

  static Stream<Network> networks() throws BoundingException {
    Network tanh =
        Network.chain(
            2,
            List.of(
                DENSE,
                ActivationLayer.uniform(3, Activation.TANH),
                AffineLayer.of(new double[][] {{1, -0.5, 2}, {0, 0, -1}}, new double[] {0, 0.5})));
    BoundingPair pair =
        BoundingNetworks.of(tanh, List.of(Interval.of(-1, 1), Interval.of(0, 1)), 10);
    return Stream.of(
        Network.chain(2, List.of()),
        Network.chain(3, List.of(RELU)),
        Network.chain(2, List.of(DENSE)),
        Network.chain(3, List.of(SELECTION, RELU)),
        Network.chain(2, List.of(DENSE, RELU, SELECTION, SELECTION, RELU)),
        pair.lower(),
        pair.upper());
  }

  private static double[] point(SplittableRandom random, int inputs) {
    double[] x = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      x[i] = (float) (2 * random.nextDouble() - 1);
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theKernelReadsTheSameFunction(Network network) throws IOException, OnnxWriteException {
    Network read = OnnxReader.read(OnnxWriter.write(network, "test"));
    assertEquals(network.inputs(), read.inputs());
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20; k++) {
      double[] x = point(random, network.inputs());
      Rational[] exact = new Rational[x.length];
      for (int i = 0; i < x.length; i++) {
        exact[i] = Rational.ofDouble(x[i]);
      }
      assertArrayEquals(network.evaluateExactly(exact), read.evaluateExactly(exact));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onnxRuntimeComputesTheSameButForFloats(Network network)
      throws OrtException, OnnxWriteException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    byte[] file = OnnxWriter.write(network, "test");
    try (OrtSession session = environment.createSession(file)) {
      assertEquals(Set.of("input"), session.getInputNames());
      assertEquals(Set.of("output"), session.getOutputNames());
      SplittableRandom random = new SplittableRandom(2);
      for (int k = 0; k < 50; k++) {
        double[] x = point(random, network.inputs());
        float[] narrow = new float[x.length];
        for (int i = 0; i < x.length; i++) {
          narrow[i] = (float) x[i];
        }
        double[] ours = network.evaluate(x);
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {narrow});
            OrtSession.Result result = session.run(Map.of("input", tensor))) {
          float[] theirs = ((float[][]) result.get(0).getValue())[0];
          assertEquals(ours.length, theirs.length);
          for (int i = 0; i < ours.length; i++) {
            assertEquals(ours[i], theirs[i], 1e-5 * (1 + Math.abs(ours[i])));
          }
        }
      }
    }
  }

  @Test
  void theSameNetworkGivesTheSameBytes() throws OnnxWriteException {
    Network network = Network.chain(2, List.of(DENSE, RELU));
    assertArrayEquals(OnnxWriter.write(network, "n"), OnnxWriter.write(network, "n"));
  }

  @Test
  void otherActivationsAreRefused() {
    for (Activation activation :
        List.of(Activation.TANH, Activation.IDENTITY, PiecewiseLinear.leakyRelu(0.5))) {
      Network network = Network.chain(2, List.of(DENSE, ActivationLayer.uniform(3, activation)));
      OnnxWriteException e =
          assertThrows(OnnxWriteException.class, () -> OnnxWriter.write(network, "n"));
      assertEquals(
          "layer 1 applies " + activation.name() + "; only relu is written", e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-60, 1e60, 16777217, Double.MIN_VALUE})
  void weightsThatAreNoFloatsAreRefused(double weight) {
    Network weights =
        Network.chain(1, List.of(AffineLayer.of(new double[][] {{weight}}, new double[1])));
    Network biases =
        Network.chain(1, List.of(AffineLayer.of(new double[][] {{1}}, new double[] {weight})));
    for (Network network : List.of(weights, biases)) {
      OnnxWriteException e =
          assertThrows(OnnxWriteException.class, () -> OnnxWriter.write(network, "n"));
      assertTrue(e.getMessage().contains(weight + ", which is no float32"), e.getMessage());
    }
  }

  @Test
  void moreWeightsThanAFileHoldsAreRefused() {
    int size = 20000;
    AffineLayer large = AffineLayer.diagonal(new double[size], new double[size]);
    OnnxWriteException e =
        assertThrows(
            OnnxWriteException.class,
            () -> OnnxWriter.write(Network.chain(size, List.of(large)), "n"));
    assertTrue(e.getMessage().contains("400020000 weights"), e.getMessage());
  }
}
