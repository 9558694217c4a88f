package surety.certificates.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Rational;

/** Writes the constants of a {@link RandomModel} in all the ways that ONNX has for them. */
final class RandomConstants {

  private final SplittableRandom random;
  private final Proto graph;
  private final int opset;
  private final int type;
  private final boolean initializersAreInputs;
  private int names;

  RandomConstants(SplittableRandom random, Proto graph, int opset, int type) {
    this.random = random;
    this.graph = graph;
    this.opset = opset;
    this.type = type;
    initializersAreInputs = random.nextInt(4) == 0;
  }

  /** A name that nothing in the model has yet. */
  String name() {
    return "v" + names++;
  }

  private boolean isDouble() {
    return type == Onnx.DOUBLE;
  }

  /** Puts a constant somewhere into the model and gives its name. */
  String store(NaiveTensor tensor) {
    String name = name();
    long[] shape = Arrays.stream(tensor.dims()).asLongStream().toArray();
    double[] values = tensor.elements().stream().mapToDouble(Rational::doubleFloor).toArray();
    switch (random.nextInt(5)) {
      case 0 -> graph.append(Onnx.node("", "Constant", "", name, value(data(name, shape, values))));
      case 1 -> {
        if (shape.length == 2) { // stored the other way round
          long[] flipped = {shape[1], shape[0]};
          double[] turned =
              tensor.transposed(1, 0).elements().stream()
                  .mapToDouble(Rational::doubleFloor)
                  .toArray();
          initializer(name + "t", data(name + "t", flipped, turned), flipped);
          graph.append(Onnx.node("", "Transpose", name + "t", name));
        } else {
          initializer(name, data(name, shape, values), shape);
        }
      }
      case 2 -> {
        if (opset >= 12 && shape.length < 2 && !isDouble()) {
          graph.append(Onnx.node("", "Constant", "", name, plainConstant(shape, values)));
        } else {
          initializer(name, data(name, shape, values), shape);
        }
      }
      default -> initializer(name, data(name, shape, values), shape);
    }
    return name;
  }

  private static Proto value(Proto tensor) {
    return Onnx.tensorAttribute("value", tensor);
  }

  private static Proto plainConstant(long[] shape, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return shape.length == 0
        ? Onnx.floatAttribute("value_float", floats[0])
        : Onnx.floatsAttribute("value_floats", floats);
  }

  private void initializer(String name, Proto tensor, long... shape) {
    graph.append(Onnx.initializer(tensor));
    if (initializersAreInputs) {
      graph.append(Onnx.input(name, type, shape));
    }
  }

  /** The tensor in raw data, or in packed or unpacked typed data. */
  private Proto data(String name, long[] shape, double... values) {
    int layout = random.nextInt(3);
    if (layout == 0) {
      return isDouble() ? Onnx.doubles(name, shape, values) : Onnx.floats(name, shape, values);
    }
    Proto tensor = Onnx.header(name, type, shape);
    Proto unpacked = new Proto();
    ByteBuffer packed =
        ByteBuffer.allocate(values.length * (isDouble() ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    for (double element : values) {
      if (isDouble()) {
        packed.putDouble(element);
        unpacked.float64(10, element);
      } else {
        packed.putFloat((float) element);
        unpacked.float32(4, (float) element);
      }
    }
    return layout == 1
        ? tensor.bytes(isDouble() ? 10 : 4, packed.array())
        : tensor.append(unpacked);
  }

  /** Puts an int64 vector somewhere into the model and gives its name. */
  String store(long... values) {
    String name = name();
    switch (random.nextInt(3)) {
      case 0 -> graph.append(Onnx.initializer(Onnx.longs(name, values)));
      case 1 -> {
        Proto packed = new Proto();
        for (long element : values) {
          packed.number(element);
        }
        graph.append(
            Onnx.initializer(
                Onnx.header(name, Onnx.INT64, values.length).bytes(7, packed.toBytes())));
      }
      default -> graph.append(Onnx.node("", "Constant", "", name, value(Onnx.longs(name, values))));
    }
    return name;
  }
}
