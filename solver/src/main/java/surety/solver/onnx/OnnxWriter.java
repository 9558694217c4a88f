package surety.solver.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;
import surety.solver.layers.LayersException;

/**
 * Writes a network of affine and ReLU layers as an ONNX model of Gemm and Relu nodes: ONNX version
 * 1.8 (intermediate representation 7, operator set 13), tensors of float32, one input {@code input}
 * of shape [1, inputs] and one output {@code output} of shape [1, outputs].
 *
 * <p>The weights in the file are exactly those of the network, so the file describes the same
 * function over the reals; whoever runs it in float32 adds the rounding of his own arithmetic.
 */
public final class OnnxWriter {
  private static final int IR_VERSION = 7;
  private static final int OPERATOR_SET = 13;
  private static final int FLOAT = 1;
  private static final int INTEGER_ATTRIBUTE = 2;

  /** Protobuf's messages end at 2 GB, and ours are copied a few times. */
  private static final long MOST_WEIGHTS = 1L << 27;

  private final ProtobufMessage graph = new ProtobufMessage();
  private final List<Layer> layers;
  private String current = "input";
  private int index;

  private OnnxWriter(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * The bytes of the file.
   *
   * @param name of the graph, for people
   * @throws OnnxWriteException if an activation is not ReLU, a weight is not a float32 number, or
   *     there are too many weights
   */
  public static byte[] write(Network network, String name) throws OnnxWriteException {
    OnnxWriter writer = new OnnxWriter(layers(network));
    writer.requireSize();
    for (Layer layer : writer.layers) {
      writer.add(layer);
    }
    if (writer.layers.isEmpty()) {
      writer.node("Identity", new ProtobufMessage().text(1, writer.current));
    }
    ProtobufMessage graph = writer.graph;
    graph
        .text(2, name)
        .message(11, valueInfo("input", network.inputs()))
        .message(12, valueInfo("output", network.outputs()));
    return new ProtobufMessage()
        .integer(1, IR_VERSION)
        .text(2, "surety")
        .message(7, graph)
        .message(8, new ProtobufMessage().text(1, "").integer(2, OPERATOR_SET))
        .toBytes();
  }

  /** As they are, if they are there: merged weights need not be float32 numbers. */
  private static List<Layer> layers(Network network) throws OnnxWriteException {
    try {
      return Layers.ofChain(network).orElseGet(() -> Layers.of(network));
    } catch (LayersException e) {
      throw new OnnxWriteException(e.getMessage());
    }
  }

  private void requireSize() throws OnnxWriteException {
    long weights = 0;
    for (Layer layer : layers) {
      if (layer instanceof AffineLayer affine) {
        weights += (long) affine.rows() * (affine.columns() + 1);
      }
    }
    if (weights > MOST_WEIGHTS) {
      throw new OnnxWriteException(
          "the network has %d weights, more than the %d of a file"
              .formatted(weights, MOST_WEIGHTS));
    }
  }

  private void add(Layer layer) throws OnnxWriteException {
    if (layer instanceof AffineLayer affine) {
      gemm(affine);
    } else {
      requireRelu((ActivationLayer) layer);
      node("Relu", new ProtobufMessage().text(1, current));
    }
  }

  private void requireRelu(ActivationLayer layer) throws OnnxWriteException {
    for (Activation activation : layer.activations()) {
      if (!activation.equals(Activation.RELU)) {
        throw new OnnxWriteException(
            "layer %d applies %s; only relu is written".formatted(index, activation.name()));
      }
    }
  }

  /** {@code x W^T + b}, with W stored as the layer has it, row by row. */
  private void gemm(AffineLayer layer) throws OnnxWriteException {
    int rows = layer.rows();
    int columns = layer.columns();
    byte[] weightBytes = new byte[Float.BYTES * rows * columns];
    byte[] biasBytes = new byte[Float.BYTES * rows];
    ByteBuffer weights = ByteBuffer.wrap(weightBytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer biases = ByteBuffer.wrap(biasBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        put(weights, layer.weight(row, column), "weight");
      }
      put(biases, layer.bias(row), "bias");
    }
    graph.message(5, tensor("weight_" + index, weightBytes, rows, columns));
    graph.message(5, tensor("bias_" + index, biasBytes, rows));
    ProtobufMessage transposed =
        new ProtobufMessage().text(1, "transB").integer(3, 1).integer(20, INTEGER_ATTRIBUTE);
    node(
        "Gemm",
        new ProtobufMessage()
            .text(1, current)
            .text(1, "weight_" + index)
            .text(1, "bias_" + index)
            .message(5, transposed));
  }

  private void put(ByteBuffer target, double value, String what) throws OnnxWriteException {
    float narrow = (float) value;
    if (narrow != value) {
      throw new OnnxWriteException(
          "layer %d has the %s %s, which is no float32 number; export the network with float32"
                  .formatted(index, what, value)
              + " weights");
    }
    target.putFloat(narrow);
  }

  private static ProtobufMessage tensor(String name, byte[] data, long... dimensions) {
    ProtobufMessage tensor = new ProtobufMessage();
    for (long dimension : dimensions) {
      tensor.integer(1, dimension);
    }
    return tensor.integer(2, FLOAT).text(8, name).bytes(9, data);
  }

  /** Adds a node whose inputs and attributes are given; the last one's output is the graph's. */
  private void node(String operator, ProtobufMessage node) {
    boolean last = index >= layers.size() - 1;
    String output = last ? "output" : "layer_" + index;
    graph.message(1, node.text(2, output).text(3, operator + "_" + index).text(4, operator));
    current = output;
    index++;
  }

  private static ProtobufMessage valueInfo(String name, int size) {
    ProtobufMessage shape =
        new ProtobufMessage()
            .message(1, new ProtobufMessage().integer(1, 1))
            .message(1, new ProtobufMessage().integer(1, size));
    ProtobufMessage type = new ProtobufMessage().integer(1, FLOAT).message(2, shape);
    return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, type));
  }
}
