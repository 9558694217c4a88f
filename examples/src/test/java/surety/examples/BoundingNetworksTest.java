package surety.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.BoundingPair;
import surety.solver.bounding.Distance;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/** The tanh network of the paper's second experiment between its bounds, as others run them. */
class BoundingNetworksTest {
  /** ONNX Runtime computes in float32, and a sum of many ReLUs cancels. */
  private static final double ROUNDING = 1e-4;

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 40})
  void onnxRuntimeFindsTheNetworkBetweenItsBounds(int segments)
      throws BoundingException, OnnxWriteException, OrtException {
    byte[] file = ExampleFiles.bytes(ExampleFiles.folder().resolve("iris/iris-tanh.onnx"));
    Network network = ExampleFiles.network(ExampleFiles.folder().resolve("iris/iris-tanh.onnx"));
    List<Interval> box = Collections.nCopies(network.inputs(), Interval.of(0, 1));
    BoundingPair pair = BoundingNetworks.of(network, box, segments);
    List<Distance> distances = pair.distances(1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession original = environment.createSession(file);
        OrtSession lower = session(environment, pair.lower());
        OrtSession upper = session(environment, pair.upper())) {
      SplittableRandom random = new SplittableRandom(segments);
      for (int k = 0; k < 500; k++) {
        float[] x = {(float) random.nextDouble(), (float) random.nextDouble()};
        float[] values = run(environment, original, x);
        float[] low = run(environment, lower, x);
        float[] up = run(environment, upper, x);
        for (int i = 0; i < values.length; i++) {
          assertTrue(low[i] <= values[i] + ROUNDING && values[i] <= up[i] + ROUNDING);
          assertTrue(up[i] - low[i] <= distances.get(i).bound() + ROUNDING);
        }
      }
    }
  }

  private static OrtSession session(OrtEnvironment environment, Network network)
      throws OnnxWriteException, OrtException {
    return environment.createSession(OnnxWriter.write(network, "bound"));
  }

  private static float[] run(OrtEnvironment environment, OrtSession session, float[] x)
      throws OrtException {
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {x});
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }
}
