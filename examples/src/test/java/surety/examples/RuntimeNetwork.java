package surety.examples;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** A network as ONNX Runtime computes it, in the format of its file. */
final class RuntimeNetwork implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final NodeInfo input;

  RuntimeNetwork(Path file) throws OrtException {
    session = environment.createSession(file.toString());
    input = session.getInputInfo().values().iterator().next();
  }

  /** Whether it computes in double precision. */
  boolean isDouble() {
    return ((TensorInfo) input.getInfo()).type == OnnxJavaType.DOUBLE;
  }

  /** The outputs for inputs that are rounded to the format. */
  double[] evaluate(double[] x) throws OrtException {
    float[] rounded = new float[x.length];
    IntStream.range(0, x.length).forEach(k -> rounded[k] = (float) x[k]);
    Object sample = isDouble() ? new double[][] {x} : new float[][] {rounded};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, sample);
        OrtSession.Result result = session.run(Map.of(input.getName(), tensor))) {
      Object value = result.get(0).getValue();
      if (value instanceof double[][] doubles) {
        return doubles[0];
      }
      float[] floats = ((float[][]) value)[0];
      double[] y = new double[floats.length];
      Arrays.setAll(y, k -> floats[k]);
      return y;
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
