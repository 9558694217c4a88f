package surety.solver.evaluation;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.replay.NetworkContent;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Format;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;

/** One question to ONNX Runtime; the only class that names its classes. */
final class RuntimeSession {
  private RuntimeSession() {}

  static RuntimeEstimate run(NetworkContent model, List<Rational> inputs) {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false);
      // One thread adds in the same order each time.
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      if (!model.data().isEmpty()) {
        return besideData(environment, options, model, inputs);
      }
      try (OrtSession session = environment.createSession(model.file(), options)) {
        return run(environment, session, inputs);
      }
    } catch (IOException e) {
      return new Unavailable("the network's files cannot be copied for ONNX Runtime: " + e);
    } catch (OrtException e) {
      return new Unavailable("ONNX Runtime refuses the network: " + e.getMessage().strip());
    }
  }

  /** It looks for data files in a folder, so they get one: with what was read, and nothing else. */
  private static RuntimeEstimate besideData(
      OrtEnvironment environment,
      OrtSession.SessionOptions options,
      NetworkContent model,
      List<Rational> inputs)
      throws OrtException, IOException {
    Path folder = Files.createTempDirectory("surety");
    List<Path> files = new ArrayList<>();
    try {
      for (Map.Entry<String, byte[]> data : model.data().entrySet()) {
        files.add(Files.write(folder.resolve(data.getKey()), data.getValue()));
      }
      Path file = Files.createTempFile(folder, "network", ".onnx");
      files.add(Files.write(file, model.file()));
      try (OrtSession session = environment.createSession(file.toString(), options)) {
        return run(environment, session, inputs);
      }
    } finally {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    }
  }

  private static RuntimeEstimate run(
      OrtEnvironment environment, OrtSession session, List<Rational> inputs) throws OrtException {
    if (session.getInputInfo().size() != 1) {
      return new Unavailable(
          "ONNX Runtime asks for %d inputs".formatted(session.getInputInfo().size()));
    }
    String name = session.getInputNames().iterator().next();
    if (!(session.getInputInfo().get(name).getInfo() instanceof TensorInfo info)) {
      return new Unavailable("the network's input is no tensor");
    }
    if (info.type != OnnxJavaType.FLOAT && info.type != OnnxJavaType.DOUBLE) {
      return new Unavailable("the network computes in " + info.type);
    }
    Format format = info.type == OnnxJavaType.FLOAT ? Format.FLOAT32 : Format.FLOAT64;
    double[] fed = inputs.stream().mapToDouble(format::nearest).toArray();
    try (OnnxTensor tensor = tensor(environment, format, fed, info);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      return new Computed(format, list(fed), list(values(result.get(0))));
    }
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, Format format, double[] values, TensorInfo info)
      throws OrtException {
    // A symbolic dimension is the batch: one sample.
    long[] shape = Arrays.stream(info.getShape()).map(size -> size < 0 ? 1 : size).toArray();
    if (format == Format.FLOAT64) {
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
    }
    float[] narrow = new float[values.length];
    IntStream.range(0, narrow.length).forEach(i -> narrow[i] = (float) values[i]);
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(narrow), shape);
  }

  private static double[] values(OnnxValue value) {
    if (!(value instanceof OnnxTensor tensor)) {
      return new double[0];
    }
    if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
      DoubleBuffer buffer = tensor.getDoubleBuffer();
      return IntStream.range(0, buffer.remaining()).mapToDouble(buffer::get).toArray();
    }
    FloatBuffer buffer = tensor.getFloatBuffer();
    return IntStream.range(0, buffer.remaining()).mapToDouble(buffer::get).toArray();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
