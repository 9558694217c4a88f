package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SparseTensorTest {

  private static Proto values(double... values) {
    return Onnx.floats("w", Onnx.dims(values.length), values);
  }

  /** The indices of each value along two axes. */
  private static Proto pairs(long... indices) {
    Proto tensor = Onnx.header("", Onnx.INT64, indices.length / 2, 2);
    for (long index : indices) {
      tensor.varint(7, index);
    }
    return tensor;
  }

  private static Proto sparse(Proto values, Proto indices, long... dims) {
    Proto tensor = new Proto().message(1, values).message(2, indices);
    for (long dim : dims) {
      tensor.varint(3, dim);
    }
    return tensor;
  }

  private static byte[] initializer(Proto tensor) {
    return Onnx.network(2, new Proto().message(15, tensor), Onnx.node("MatMul", "x, w"));
  }

  private static byte[] constant(Proto tensor) {
    Proto attribute = new Proto().string(1, "sparse_value").message(22, tensor).varint(20, 11);
    return Onnx.network(
        2, Onnx.node("c", "Constant", "", "w", attribute), Onnx.node("MatMul", "x, w"));
  }

  @Test
  void onlyTheValuesThatAreGivenAreNotZero() throws NetworkFormatException {
    double[] x = {10, 100};
    double[] expected = {0, 70, 500};
    Proto byNumber = sparse(values(7, 5), Onnx.longs("", 1, 5), 2, 3);
    Proto byIndex = sparse(values(7, 5), pairs(0, 1, 1, 2), 2, 3);
    for (Proto each : new Proto[] {byNumber, byIndex}) {
      assertArrayEquals(expected, OnnxReader.read(initializer(each)).evaluate(x));
      assertArrayEquals(expected, OnnxReader.read(constant(each)).evaluate(x));
    }
    Proto zeros = sparse(Onnx.header("w", Onnx.FLOAT, 0), Onnx.header("", Onnx.INT64, 0), 2, 3);
    assertArrayEquals(new double[3], OnnxReader.read(initializer(zeros)).evaluate(x));
  }

  @Test
  void theyAreWhatOnnxRuntimeComputes() throws Exception {
    Proto byNumber = sparse(values(7, -0.5, 5), Onnx.longs("", 0, 1, 5), 2, 3);
    OnnxRuntime.assertAgrees(initializer(byNumber), 1, 1, 2);
    OnnxRuntime.assertAgrees(constant(byNumber), 2, 1, 2);
  }

  private static Arguments wrong(String fragment, Proto tensor) {
    return Arguments.of(initializer(tensor), fragment);
  }

  static Stream<Arguments> allWrong() {
    Proto two = values(7, 5);
    Proto unnamed = Onnx.floats("", Onnx.dims(2), 7, 5);
    Proto strings = Onnx.header("w", 8, 2);
    return Stream.of(
        wrong("has no name", new Proto()),
        wrong("has no name", sparse(unnamed, Onnx.longs("", 1, 5), 2, 3)),
        wrong("no values or no indices", new Proto().message(1, two).varint(3, 2).varint(3, 3)),
        wrong("the index 6, which is not one of 6", sparse(two, Onnx.longs("", 1, 6), 2, 3)),
        wrong("the index -1", sparse(two, Onnx.longs("", -1, 5), 2, 3)),
        wrong("the index 3, which is not one of 3", sparse(two, pairs(0, 3, 1, 1), 2, 3)),
        wrong("the index 2, which is not one of 2", sparse(two, pairs(0, 1, 2, 1), 2, 3)),
        wrong("do not ascend", sparse(two, Onnx.longs("", 5, 1), 2, 3)),
        wrong("do not ascend", sparse(two, Onnx.longs("", 1, 1), 2, 3)),
        wrong("do not ascend", sparse(two, pairs(1, 0, 0, 2), 2, 3)),
        wrong("2 values, but indices of shape [3]", sparse(two, Onnx.longs("", 1, 2, 3), 2, 3)),
        wrong("indices of shape [1, 2]", sparse(two, pairs(0, 1), 2, 3)),
        wrong("indices of shape [2, 2]", sparse(two, pairs(0, 1, 1, 1), 6)),
        wrong("type float where int64", sparse(two, Onnx.floats("", Onnx.dims(2), 1, 2), 2, 3)),
        wrong("only float and double", sparse(strings, Onnx.longs("", 1, 5), 2, 3)),
        wrong("negative dimension", sparse(two, Onnx.longs("", 1, 5), -2, 3)),
        wrong("no elements", sparse(two, Onnx.longs("", 1, 5), 0, 3)),
        wrong("too large for its file", sparse(two, Onnx.longs("", 1, 5), 1 << 15, 1 << 15)),
        wrong("too large", sparse(two, Onnx.longs("", 1, 5), 1L << 40)),
        wrong("must be finite", sparse(values(7, Double.NaN), Onnx.longs("", 1, 5), 2, 3)));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }

  @Test
  void aNameHasOneMeaning() {
    Proto tensor = sparse(values(7), Onnx.longs("", 1), 2, 3);
    byte[] file =
        Onnx.network(
            2,
            new Proto().message(15, tensor),
            Onnx.initializer(Onnx.floats("w", Onnx.dims(1), 1)),
            Onnx.node("MatMul", "x, w"));
    String message = Refusal.of(file);
    assertTrue(message.contains("defines 'w' twice"), message);
  }
}
