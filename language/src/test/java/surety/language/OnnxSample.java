package surety.language;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX files, one linear layer each, for specifications to refer to. */
public final class OnnxSample {
  private static final int FLOAT = 1;

  private OnnxSample() {}

  /** The file of a network of one node. */
  public static byte[] of(String operator, int inputs, int outputs) {
    Message graph =
        new Message()
            .message(1, new Message().text(1, "x").text(2, "y").text(4, operator))
            .text(2, "one")
            .message(11, value("x", inputs))
            .message(12, value("y", outputs));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .toByteArray();
  }

  /** The file of a network y = W x with all weights 1. */
  public static byte[] linear(int inputs, int outputs) {
    Message node = new Message().text(1, "x").text(1, "w").text(2, "y").text(4, "MatMul");
    ByteBuffer weights = ByteBuffer.allocate(4 * inputs * outputs).order(ByteOrder.LITTLE_ENDIAN);
    while (weights.hasRemaining()) {
      weights.putFloat(1);
    }
    Message tensor =
        new Message()
            .number(1, inputs)
            .number(1, outputs)
            .number(2, FLOAT)
            .text(8, "w")
            .bytes(9, weights.array());
    Message graph =
        new Message()
            .message(1, node)
            .text(2, "linear")
            .message(5, tensor)
            .message(11, value("x", inputs))
            .message(12, value("y", outputs));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .toByteArray();
  }

  /** The file of a network of one input and one output, whose weight is in another file. */
  public static byte[] external(String file) {
    Message node = new Message().text(1, "x").text(1, "w").text(2, "y").text(4, "MatMul");
    Message entry = new Message().text(1, "location").text(2, file);
    Message tensor =
        new Message()
            .number(1, 1)
            .number(1, 1)
            .number(2, FLOAT)
            .text(8, "w")
            .message(13, entry)
            .number(14, 1);
    Message graph =
        new Message()
            .message(1, node)
            .text(2, "external")
            .message(5, tensor)
            .message(11, value("x", 1))
            .message(12, value("y", 1));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .toByteArray();
  }

  /** The file of a network of two inputs and two outputs that are the inputs in another order. */
  public static byte[] crossed(String first, int size, String second, String third) {
    Message same = new Message().text(1, first).text(2, third).text(4, "Identity");
    Message relu = new Message().text(1, second).text(2, "rectified").text(4, "Relu");
    Message graph =
        new Message()
            .message(1, same)
            .message(1, relu)
            .text(2, "crossed")
            .message(11, value(first, size))
            .message(11, value(second, 1))
            .message(12, value("rectified", 1))
            .message(12, value(third, size));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .toByteArray();
  }

  private static Message value(String name, int size) {
    Message shape =
        new Message()
            .message(1, new Message().number(1, 1))
            .message(1, new Message().number(1, size));
    Message tensor = new Message().number(1, FLOAT).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message in the wire format of protocol buffers. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint((field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.toByteArray());
    }

    byte[] toByteArray() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest >= 0x80) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
