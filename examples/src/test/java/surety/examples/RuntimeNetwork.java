package surety.examples;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** A network of one input as ONNX Runtime computes it, in the format of its file. */
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
    try (OnnxTensor tensor = tensor(x);
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

  /** In the shape that the file gives, such as an image's. */
  private OnnxTensor tensor(double[] x) throws OrtException {
    long[] shape = ((TensorInfo) input.getInfo()).getShape();
    if (isDouble()) {
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(x), shape);
    }
    float[] rounded = new float[x.length];
    IntStream.range(0, x.length).forEach(k -> rounded[k] = (float) x[k]);
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(rounded), shape);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
