package surety.certificates.onnx;

import java.util.Arrays;
import java.util.List;

/** Graphs of one node over an x of any shape, for the operators of pictures. */
final class Pictures {

  private Pictures() {}

  static byte[] file(long opset, long[] dims, Proto... graph) {
    Proto all = new Proto();
    for (Proto each : graph) {
      all.append(each);
    }
    return Onnx.model(
        opset, all.append(Onnx.input("x", Onnx.FLOAT, dims)).append(Onnx.output("y", Onnx.FLOAT)));
  }

  /** A text attribute. */
  static Proto text(String name, String text) {
    return new Proto().string(1, name).string(4, text).varint(20, 3);
  }

  static Proto floats(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  static Proto longs(String name, long... values) {
    return Onnx.initializer(Onnx.longs(name, values));
  }

  /** Which elements of x the outputs are. */
  static List<Integer> picked(byte[] file) throws NetworkFormatException {
    int inputs = OnnxReader.read(file).inputs();
    double[] x = new double[inputs];
    Arrays.setAll(x, i -> i);
    return Arrays.stream(OnnxReader.read(file).evaluate(x)).mapToObj(value -> (int) value).toList();
  }
}
