package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScatterOperatorsTest {
  private static final long[] DIMS = {1, 3, 4};

  private static Proto indices(long[] dims, long... values) {
    Proto tensor = Onnx.header("i", Onnx.INT64, dims);
    for (long value : values) {
      tensor.varint(7, value);
    }
    return Onnx.initializer(tensor);
  }

  private static Proto floats(String name, long[] dims, double... values) {
    return Onnx.initializer(Onnx.floats(name, dims, values));
  }

  private static Proto reduction(String name) {
    return Pictures.text("reduction", name);
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  @Test
  void elementsArePutWhereTheirIndicesSay() throws NetworkFormatException {
    byte[] file =
        Pictures.file(
            16,
            DIMS,
            indices(Onnx.dims(1, 2, 1), -1, 0),
            floats("u", Onnx.dims(1, 2, 1), 50, 60),
            Onnx.node("ScatterElements", "x, i, u", axis(2)));
    assertEquals(List.of(0, 1, 2, 50, 60, 5, 6, 7, 8, 9, 10, 11), Pictures.picked(file));
  }

  @Test
  void slicesArePutWhereTheirIndicesSay() throws NetworkFormatException {
    byte[] file =
        Pictures.file(
            16,
            DIMS,
            indices(Onnx.dims(2, 2), 0, 2, 0, 0),
            floats("u", Onnx.dims(2, 4), 50, 51, 52, 53, 60, 61, 62, 63),
            Onnx.node("ScatterND", "x, i, u"));
    assertEquals(List.of(60, 61, 62, 63, 4, 5, 6, 7, 50, 51, 52, 53), Pictures.picked(file));
  }

  /** Elements of x are put into a constant, and moved within x. */
  @Test
  void computedElementsArePut() throws Exception {
    byte[] file =
        Pictures.file(
            13,
            new long[] {1, 3},
            floats("c", Onnx.dims(1, 5), 10, 20, 30, 40, 50),
            indices(Onnx.dims(1, 3), 4, 0, 2),
            Onnx.node("ScatterElements", "c, i, x", axis(1)));
    assertEquals(List.of(1, 20, 2, 40, 0), Pictures.picked(file));
    OnnxRuntime.assertAgrees(file, 1, 1, 3);
  }

  /** Different indices, unless what goes to the same place is added or multiplied. */
  private static long[] places(
      SplittableRandom random, int count, int length, boolean areDifferent) {
    if (!areDifferent) {
      return random.longs(count, -length, length).toArray();
    }
    long[] all = LongStream.range(0, length).toArray();
    for (int i = length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long swapped = all[i];
      all[i] = all[other];
      all[other] = swapped;
    }
    return Arrays.copyOf(all, count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "add", "mul"})
  void theyAreWhatOnnxRuntimeComputes(String reduction) throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    long[] dims = {1, 5, 2};
    for (int seed = 0; seed < 60; seed++) {
      long opset = random.nextInt(16, 23);
      int count = random.nextInt(1, 5);
      long[] places = places(random, count, 5, reduction.equals("none"));
      double[] numbers = random.doubles(2L * count, -2, 2).toArray();
      long[] tuples = Arrays.stream(places).flatMap(p -> LongStream.of(0, p)).toArray();
      byte[] slices =
          Pictures.file(
              opset,
              dims,
              indices(Onnx.dims(count, 2), tuples),
              floats("u", Onnx.dims(count, 2), numbers),
              Onnx.node("ScatterND", "x, i, u", reduction(reduction)));
      OnnxRuntime.assertAgrees(slices, seed, dims);
      long[] both = Arrays.stream(places).flatMap(p -> LongStream.of(p, p)).toArray();
      byte[] elements =
          Pictures.file(
              opset,
              dims,
              indices(Onnx.dims(1, count, 2), both),
              floats("u", Onnx.dims(1, count, 2), numbers),
              Onnx.node("ScatterElements", "x, i, u", axis(1), reduction(reduction)));
      OnnxRuntime.assertAgrees(elements, seed, dims);
    }
  }

  private static Arguments wrong(String operator, String inputs, String fragment, Proto... more) {
    byte[] file =
        Pictures.file(
            18,
            DIMS,
            indices(Onnx.dims(1, 1, 2), 2, 2),
            Pictures.longs("row", 0),
            Pictures.longs("far", 1),
            floats("u", Onnx.dims(1, 1, 2), 1, 2),
            floats("one", Onnx.dims(1), 1),
            floats("same", Onnx.dims(1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8),
            Onnx.initializer(
                Onnx.header("twice", Onnx.INT64, 1, 2, 2)
                    .varint(7, 0)
                    .varint(7, 1)
                    .varint(7, 0)
                    .varint(7, -2)),
            Onnx.node(operator, inputs, more));
    return Arguments.of(file, fragment);
  }

  static Stream<Arguments> allWrong() {
    return Stream.of(
        wrong("ScatterElements", "x, i, u", "to the same place (2)", axis(2)),
        wrong("ScatterElements", "x, i, u", "index 2 is not one of 1"),
        wrong("ScatterElements", "x, i, one", "must be [1, 1, 2]", axis(2)),
        wrong("ScatterElements", "x, row, one", "not within the shape"),
        wrong("ScatterElements", "x, x, one", "constant tensor of integers"),
        wrong("ScatterElements", "x, i, row", "must be [1, 1, 2]", axis(2)),
        wrong("ScatterElements", "x, i, u", "'max' is not supported", axis(2), reduction("max")),
        wrong("ScatterElements", "x, i, u", "'Add' is not supported", axis(2), reduction("Add")),
        wrong("ScatterND", "x, row, one", "must be [3, 4]"),
        wrong("ScatterND", "x, far, one", "index 1 is not one of 1"),
        wrong("ScatterND", "x, twice, same", "to the same place (4)"),
        wrong("ScatterND", "x, i", "2 inputs"),
        wrong("Scatter", "x, i, u", "'reduction'", axis(2), reduction("add")));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }
}
