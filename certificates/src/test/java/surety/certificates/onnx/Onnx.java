package surety.certificates.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes the messages of onnx.proto that the tests need. */
final class Onnx {
  static final int FLOAT = 1;
  static final int INT32 = 6;
  static final int INT64 = 7;
  static final int BOOL = 9;
  static final int DOUBLE = 11;

  private Onnx() {}

  static byte[] model(long opset, Proto graph) {
    return new Proto()
        .varint(1, 8)
        .string(2, "surety-tests")
        .message(7, graph)
        .message(8, new Proto().string(1, "").varint(2, opset))
        .toBytes();
  }

  /** A model of version 13 with an input x of shape [1, inputs] and an output y. */
  static byte[] network(int inputs, Proto... graphFields) {
    return network(13L, inputs, graphFields);
  }

  /** The same for another version. */
  static byte[] network(long opset, int inputs, Proto... graphFields) {
    Proto graph = new Proto();
    for (Proto field : graphFields) {
      graph.append(field);
    }
    return model(opset, graph.append(input("x", FLOAT, 1, inputs)).append(output("y", FLOAT)));
  }

  /** A node called n, with inputs given as one text, "x, w", and output y. */
  static Proto node(String operator, String inputs, Proto... attributes) {
    return node("n", operator, inputs, "y", attributes);
  }

  static Proto node(
      String name, String operator, String inputs, String outputs, Proto... attributes) {
    Proto node = new Proto();
    for (String input : names(inputs)) {
      node.string(1, input);
    }
    for (String output : names(outputs)) {
      node.string(2, output);
    }
    node.string(3, name).string(4, operator);
    for (Proto attribute : attributes) {
      node.message(5, attribute);
    }
    return new Proto().message(1, node);
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(", *", -1));
  }

  static Proto floatAttribute(String name, float value) {
    return new Proto().string(1, name).float32(2, value).varint(20, 1);
  }

  static Proto intAttribute(String name, long value) {
    return new Proto().string(1, name).varint(3, value).varint(20, 2);
  }

  static Proto intsAttribute(String name, long... values) {
    Proto attribute = new Proto().string(1, name).varint(20, 7);
    for (long value : values) {
      attribute.varint(8, value);
    }
    return attribute;
  }

  static Proto floatsAttribute(String name, float... values) {
    Proto attribute = new Proto().string(1, name).varint(20, 6);
    for (float value : values) {
      attribute.float32(7, value);
    }
    return attribute;
  }

  static Proto tensorAttribute(String name, Proto tensor) {
    return new Proto().string(1, name).message(5, tensor).varint(20, 4);
  }

  static Proto initializer(Proto tensor) {
    return new Proto().message(5, tensor);
  }

  static Proto header(String name, int type, long... dims) {
    Proto tensor = new Proto();
    for (long dim : dims) {
      tensor.varint(1, dim);
    }
    return tensor.varint(2, type).string(8, name);
  }

  /** A float tensor in raw_data. */
  static Proto floats(String name, long[] dims, double... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      raw.putFloat((float) value);
    }
    return header(name, FLOAT, dims).bytes(9, raw.array());
  }

  /** A double tensor in raw_data. */
  static Proto doubles(String name, long[] dims, double... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      raw.putDouble(value);
    }
    return header(name, DOUBLE, dims).bytes(9, raw.array());
  }

  /** A float tensor whose data is in another file: entries are keys and values in turn. */
  static Proto external(String name, long[] dims, String... entries) {
    Proto tensor = header(name, FLOAT, dims);
    for (int i = 0; i < entries.length; i += 2) {
      tensor.message(13, new Proto().string(1, entries[i]).string(2, entries[i + 1]));
    }
    return tensor.varint(14, 1);
  }

  /** An int64 vector in raw_data. */
  static Proto longs(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return header(name, INT64, values.length).bytes(9, raw.array());
  }

  static long[] dims(long... dims) {
    return dims;
  }

  /** A graph input; a negative dimension becomes the symbolic N. */
  static Proto input(String name, int type, long... dims) {
    return new Proto().message(11, valueInfo(name, type, dims));
  }

  /** A graph output without a declared shape. */
  static Proto output(String name, int type) {
    return new Proto()
        .message(
            12,
            new Proto()
                .string(1, name)
                .message(2, new Proto().message(1, new Proto().varint(1, type))));
  }

  static Proto valueInfo(String name, int type, long... dims) {
    Proto shape = new Proto();
    for (long dim : dims) {
      shape.message(1, dim < 0 ? new Proto().string(2, "N") : new Proto().varint(1, dim));
    }
    Proto tensor = new Proto().varint(1, type).message(2, shape);
    return new Proto().string(1, name).message(2, new Proto().message(1, tensor));
  }
}
