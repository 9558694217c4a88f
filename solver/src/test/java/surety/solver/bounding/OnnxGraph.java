package surety.solver.bounding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.solver.onnx.ProtobufMessage;

/** ONNX files of some nodes, one after the other, whose input x and output are rows of numbers. */
final class OnnxGraph {
  private static final int FLOAT = 1;
  private static final int OPSET = 20;

  private final int inputs;
  private final List<ProtobufMessage> nodes = new ArrayList<>();
  private final List<ProtobufMessage> constants = new ArrayList<>();
  private String last = "x";
  private int names;

  OnnxGraph(int inputs) {
    this.inputs = inputs;
  }

  /** The name of what the last node gave, or of the input. */
  String last() {
    return last;
  }

  /** A constant of some shape, by name. */
  String constant(int[] shape, float... values) {
    String name = "c" + names++;
    ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length);
    raw.order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    ProtobufMessage tensor = new ProtobufMessage();
    for (int size : shape) {
      tensor.integer(1, size);
    }
    constants.add(tensor.integer(2, FLOAT).text(8, name).bytes(9, raw.array()));
    return name;
  }

  /** A number. */
  String constant(float value) {
    return constant(new int[0], value);
  }

  /** A node of some values. */
  OnnxGraph node(String operator, String... of) {
    ProtobufMessage node = new ProtobufMessage();
    for (String each : of) {
      node.text(1, each);
    }
    last = "v" + names++;
    nodes.add(node.text(2, last).text(4, operator));
    return this;
  }

  /** A node of the last value and others. */
  OnnxGraph then(String operator, String... more) {
    List<String> of = new ArrayList<>(List.of(last));
    of.addAll(List.of(more));
    return node(operator, of.toArray(String[]::new));
  }

  /** A random affine map of the last value, between rows of these lengths. */
  OnnxGraph dense(SplittableRandom random, int columns, int rows) {
    float[] weights = new float[columns * rows];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) ((2 * random.nextDouble() - 1) * 1.5 / Math.sqrt(columns));
    }
    float[] biases = new float[rows];
    for (int i = 0; i < rows; i++) {
      biases[i] = (float) (random.nextDouble() - 0.5);
    }
    then("MatMul", constant(new int[] {columns, rows}, weights));
    return then("Add", constant(new int[] {rows}, biases));
  }

  /** The file. */
  byte[] file(int outputs) {
    ProtobufMessage graph = new ProtobufMessage();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "graph");
    constants.forEach(tensor -> graph.message(5, tensor));
    graph.message(11, row("x", inputs)).message(12, row(last, outputs));
    ProtobufMessage opset = new ProtobufMessage().text(1, "").integer(2, OPSET);
    return new ProtobufMessage().integer(1, 8).message(7, graph).message(8, opset).toBytes();
  }

  /** The network that the kernel reads from it. */
  Network network(int outputs) {
    try {
      return OnnxReader.read(file(outputs));
    } catch (NetworkFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static ProtobufMessage row(String name, int size) {
    ProtobufMessage shape =
        new ProtobufMessage()
            .message(1, new ProtobufMessage().integer(1, 1))
            .message(1, new ProtobufMessage().integer(1, size));
    ProtobufMessage tensor = new ProtobufMessage().integer(1, FLOAT).message(2, shape);
    return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
  }
}
