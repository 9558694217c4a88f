package surety.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * ONNX files of one MatMul, perhaps with an activation, small enough to be written by hand: y = x
 * W.
 */
final class TinyNetwork {
  private static final int FLOAT = 1;

  private TinyNetwork() {}

  /** The file of {@code y = x}, with one input and one output. */
  static byte[] identity() {
    return linear(new float[][] {{1}});
  }

  /** The file of {@code y_j = sum_i x_i weights[i][j]}. */
  static byte[] linear(float[][] weights) {
    return model(weights, matMul("y"));
  }

  /** The same, and then an operator of one input, such as {@code Tanh}. */
  static byte[] activated(float[][] weights, String operator) {
    return model(
        weights, matMul("sums"), new Message().text(1, "sums").text(2, "y").text(4, operator));
  }

  private static Message matMul(String output) {
    return new Message().text(1, "x").text(1, "w").text(2, output).text(4, "MatMul");
  }

  /** The file of two inputs and two outputs: relu of the second, and {@code y}, the first. */
  static byte[] twoInputs(String first, int size, String second) {
    Message same = new Message().text(1, first).text(2, "y").text(4, "Identity");
    Message relu = new Message().text(1, second).text(2, "rectified").text(4, "Relu");
    Message graph = new Message().message(1, same).message(1, relu).text(2, "tiny");
    graph.message(11, value(first, size)).message(11, value(second, 1));
    graph.message(12, value("rectified", 1)).message(12, value("y", size));
    Message opset = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 8).message(7, graph).message(8, opset).toBytes();
  }

  /** The file of {@code y = w x} with w in another file, as a float. */
  static byte[] external(String file) {
    Message entry = new Message().text(1, "location").text(2, file);
    Message tensor = new Message().number(1, 1).number(1, 1).number(2, FLOAT).text(8, "w");
    return model(1, 1, tensor.message(13, entry).number(14, 1), matMul("y"));
  }

  private static byte[] model(float[][] weights, Message... nodes) {
    int rows = weights.length;
    int columns = weights[0].length;
    ByteBuffer raw =
        ByteBuffer.allocate(Float.BYTES * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : weights) {
      for (float weight : row) {
        raw.putFloat(weight);
      }
    }
    Message tensor = new Message().number(1, rows).number(1, columns).number(2, FLOAT);
    return model(rows, columns, tensor.text(8, "w").bytes(9, raw.array()), nodes);
  }

  private static byte[] model(int rows, int columns, Message tensor, Message... nodes) {
    Message graph = new Message();
    for (Message node : nodes) {
      graph.message(1, node);
    }
    graph.text(2, "tiny").message(5, tensor);
    graph.message(11, value("x", rows)).message(12, value("y", columns));
    Message opset = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 8).message(7, graph).message(8, opset).toBytes();
  }

  private static Message value(String name, int size) {
    Message batch = new Message().number(1, 1);
    Message shape = new Message().message(1, batch).message(1, new Message().number(1, size));
    Message tensor = new Message().number(1, FLOAT).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protocol buffer: fields of numbers below 2^31, and of bytes. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      variable(field << 3);
      variable(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      variable(field << 3 | 2);
      variable(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private void variable(int value) {
      int rest = value;
      while (rest > 0x7f) {
        out.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }
}
