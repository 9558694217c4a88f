package surety.solver.evaluation;

import ai.onnxruntime.NodeInfo;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<String, TensorInfo> ports = new LinkedHashMap<>(); // in the order of the graph
    for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
      if (!(input.getValue().getInfo() instanceof TensorInfo info)) {
        return new Unavailable("an input of the network is no tensor");
      }
      ports.put(input.getKey(), info);
    }
    List<OnnxJavaType> types = ports.values().stream().map(info -> info.type).distinct().toList();
    boolean isReal =
        types.equals(List.of(OnnxJavaType.FLOAT)) || types.equals(List.of(OnnxJavaType.DOUBLE));
    if (!isReal) {
      return new Unavailable(
          "the network computes in "
              + types.stream().map(OnnxJavaType::toString).collect(Collectors.joining(" and ")));
    }
    long expected = ports.values().stream().mapToLong(info -> size(shape(info))).sum();
    if (ports.size() > 1 && expected != inputs.size()) {
      return new Unavailable(
          "ONNX Runtime asks for %d inputs instead of %d".formatted(expected, inputs.size()));
    }
    Format format = types.get(0) == OnnxJavaType.FLOAT ? Format.FLOAT32 : Format.FLOAT64;
    double[] fed = inputs.stream().mapToDouble(format::nearest).toArray();
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      int from = 0;
      for (Map.Entry<String, TensorInfo> port : ports.entrySet()) {
        long[] shape = shape(port.getValue());
        // Of a single input ONNX Runtime says itself what does not fit.
        int to = ports.size() == 1 ? fed.length : from + (int) size(shape);
        tensors.put(
            port.getKey(), tensor(environment, format, Arrays.copyOfRange(fed, from, to), shape));
        from = to;
      }
      try (OrtSession.Result result = session.run(tensors)) {
        List<Double> outputs = new ArrayList<>();
        for (Map.Entry<String, OnnxValue> output : result) {
          outputs.addAll(list(values(output.getValue())));
        }
        return new Computed(format, list(fed), outputs);
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  /** A symbolic dimension is the batch: one sample. */
  private static long[] shape(TensorInfo info) {
    return Arrays.stream(info.getShape()).map(size -> size < 0 ? 1 : size).toArray();
  }

  private static long size(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, Format format, double[] values, long[] shape)
      throws OrtException {
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
