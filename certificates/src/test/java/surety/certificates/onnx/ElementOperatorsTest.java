package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElementOperatorsTest {
  private static final long[] DIMS = {1, 3, 4};

  private static Proto integers(String name, int type, long[] dims, long... values) {
    Proto tensor = Onnx.header(name, type, dims);
    for (long value : values) {
      tensor.varint(type == Onnx.INT64 ? 7 : 5, value);
    }
    return Onnx.initializer(tensor);
  }

  private static Proto indices(long[] dims, long... values) {
    return integers("i", Onnx.INT64, dims, values);
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  private static List<Integer> picked(Proto... graph) throws NetworkFormatException {
    return Pictures.picked(Pictures.file(16, DIMS, graph));
  }

  @Test
  void eachElementIsWhereItsIndexSays() throws NetworkFormatException {
    long[] dims = {1, 2, 2};
    assertEquals(
        List.of(0, 3, 4, 6),
        picked(indices(dims, 0, -1, 0, 2), Onnx.node("GatherElements", "x, i", axis(2))));
    assertEquals(
        List.of(8, 9, 4, 1),
        picked(indices(dims, 2, 2, 1, 0), Onnx.node("GatherElements", "x, i", axis(-2))));
  }

  @Test
  void slicesAreWhereTheirIndicesSay() throws NetworkFormatException {
    assertEquals(
        List.of(8, 9, 10, 11, 4, 5, 6, 7),
        picked(indices(Onnx.dims(2, 2), 0, -1, 0, 1), Onnx.node("GatherND", "x, i")));
    assertEquals(
        List.of(6),
        picked(
            indices(Onnx.dims(1, 2), 1, -2),
            Onnx.node("GatherND", "x, i", Onnx.intAttribute("batch_dims", 1))));
  }

  @Test
  void trianglesAreThoseOfMatrices() throws NetworkFormatException {
    List<Integer> upper = List.of(0, 1, 2, 3, 0, 5, 6, 7, 0, 0, 10, 11);
    assertEquals(upper, picked(Onnx.node("Trilu", "x")));
    List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertEquals(all, picked(far(Long.MIN_VALUE), Onnx.node("Trilu", "x, far")));
    Proto lower = Onnx.intAttribute("upper", 0);
    assertEquals(all, picked(far(Long.MAX_VALUE), Onnx.node("Trilu", "x, far", lower)));
    List<Integer> strictlyLower = List.of(0, 0, 0, 0, 4, 0, 0, 0, 8, 9, 0, 0);
    assertEquals(strictlyLower, picked(far(-1), Onnx.node("Trilu", "x, far", lower)));
  }

  private static Proto far(long diagonal) {
    return integers("far", Onnx.INT64, Onnx.dims(), diagonal);
  }

  @Test
  void theseAreWhatOnnxRuntimeComputes() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    long[] dims = {1, 3, 4, 2};
    for (int seed = 0; seed < 60; seed++) {
      long opset = random.nextInt(16, 23);
      int axis = random.nextInt(4);
      long[] part = Arrays.stream(dims).map(d -> random.nextLong(1, d + 1)).toArray();
      long[] along = randomIndices(random, (int) product(part), dims[axis]);
      Proto ofElements =
          all(indices(part, along), Onnx.node("GatherElements", "x, i", axis(axis - 4)));
      int depth = random.nextInt(1, 4);
      int rows = random.nextInt(1, 5);
      List<Long> tuples = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        for (int d = 0; d < depth; d++) {
          tuples.add(random.nextLong(-dims[d], dims[d]));
        }
      }
      long[] numbers = tuples.stream().mapToLong(i -> i).toArray();
      Proto ofSlices = all(indices(Onnx.dims(rows, depth), numbers), Onnx.node("GatherND", "x, i"));
      Proto triangle =
          all(
              far(random.nextInt(-5, 6)),
              Onnx.node("Trilu", "x, far", Onnx.intAttribute("upper", random.nextInt(2))));
      for (Proto graph : List.of(ofElements, ofSlices, triangle)) {
        OnnxRuntime.assertAgrees(Pictures.file(opset, dims, graph), seed, dims);
      }
    }
  }

  private static long product(long... dims) {
    return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
  }

  private static long[] randomIndices(SplittableRandom random, int count, long length) {
    return random.longs(count, -length, length).toArray();
  }

  private static Proto all(Proto... parts) {
    Proto all = new Proto();
    for (Proto part : parts) {
      all.append(part);
    }
    return all;
  }

  /** x plus a constant of its shape, computed in the graph. */
  private static double[] constant(int size, Proto... graph) throws NetworkFormatException {
    Proto add = Onnx.node("Add", "x, c");
    byte[] file = Pictures.file(13, new long[] {1, size}, all(all(graph), add));
    return OnnxReader.read(file).evaluate(new double[size]);
  }

  @Test
  void classesBecomeVectors() throws NetworkFormatException {
    Proto values = Pictures.floats("v", -1, 2);
    Proto depth = integers("d", Onnx.INT64, Onnx.dims(), 3);
    Proto classes = indices(Onnx.dims(2), 2, -3);
    double[] rows = {-1, -1, 2, 2, -1, -1};
    double[] columns = {-1, 2, -1, -1, 2, -1};
    Proto flat = Pictures.longs("flat", 6);
    Proto reshape = Onnx.node("r", "Reshape", "h, flat", "c");
    assertArrayEquals(
        rows,
        constant(
            6, values, depth, classes, flat, Onnx.node("h", "OneHot", "i, d, v", "h"), reshape));
    assertArrayEquals(
        columns,
        constant(
            6,
            values,
            depth,
            classes,
            flat,
            Onnx.node("h", "OneHot", "i, d, v", "h", axis(0)),
            reshape));
    Proto beyond = Pictures.floats("i", 3, -4);
    double[] off = {-1, -1, -1, -1, -1, -1};
    assertArrayEquals(
        off,
        constant(
            6, values, depth, beyond, flat, Onnx.node("h", "OneHot", "i, d, v", "h"), reshape));
  }

  @Test
  void indicesOfWhatIsNotZeroAreColumns() throws NetworkFormatException {
    Proto given = Onnx.initializer(Onnx.floats("g", Onnx.dims(2, 3), 0, 1, -2, -0.0, 0, 1e-30));
    Proto flat = Pictures.longs("flat", 6);
    double[] expected = {0, 0, 1, 1, 2, 2};
    assertArrayEquals(
        expected,
        constant(
            6,
            given,
            flat,
            Onnx.node("z", "NonZero", "g", "z"),
            Onnx.node("r", "Reshape", "z, flat", "k"),
            Onnx.node("t", "Cast", "k", "c", Onnx.intAttribute("to", Onnx.FLOAT))));
  }

  @Test
  void whatIsSwitchedOnIsLeft() throws NetworkFormatException {
    Proto on = integers("s", Onnx.BOOL, Onnx.dims(3), 0, 1, 1);
    assertEquals(
        List.of(4, 5, 6, 7, 8, 9, 10, 11), picked(on, Onnx.node("Compress", "x, s", axis(1))));
    assertEquals(List.of(1, 2), picked(on, Onnx.node("Compress", "x, s")));
  }

  private static Arguments wrong(String operator, String inputs, String fragment, Proto... more) {
    Proto graph =
        all(
            indices(Onnx.dims(1, 1, 1), 4),
            integers("row", Onnx.INT64, Onnx.dims(1), 0),
            integers("deep", Onnx.INT64, Onnx.dims(1, 4), 0, 0, 0, 0),
            integers("far", Onnx.INT64, Onnx.dims(1, 3), 0, 0, Long.MIN_VALUE),
            integers("wide", Onnx.INT64, Onnx.dims(1, 4, 1), 0, 0, 0, 0),
            integers("none", Onnx.INT64, Onnx.dims(0)),
            integers("off", Onnx.BOOL, Onnx.dims(2), 0, 0),
            integers("more", Onnx.BOOL, Onnx.dims(4), 1, 0, 0, 1),
            integers("minus", Onnx.INT64, Onnx.dims(1), -1),
            integers("huge", Onnx.INT64, Onnx.dims(1), 1L << 40),
            Pictures.floats("f", 0.5, 1),
            Pictures.floats("g", Float.MAX_VALUE));
    return Arguments.of(
        Pictures.file(16, DIMS, all(graph, Onnx.node(operator, inputs, more))), fragment);
  }

  static Stream<Arguments> allWrong() {
    Proto batches = Onnx.intAttribute("batch_dims", 3);
    return Stream.of(
        wrong("GatherElements", "x, i", "index 4 is not one of 4", axis(2)),
        wrong("GatherElements", "x, i", "index 4 is not one of 1"),
        wrong("GatherElements", "x, i", "axis 3", axis(3)),
        wrong("GatherElements", "x, row", "not within the shape [1, 3, 4]"),
        wrong("GatherElements", "x, wide", "not within the shape [1, 3, 4]", axis(2)),
        wrong("GatherElements", "x, x", "constant tensor of integers"),
        wrong("GatherElements", "x, f", "int64"),
        wrong("GatherND", "x, deep", "do not fit to the shape [1, 3, 4]"),
        wrong("GatherND", "x, far", "index -9223372036854775808"),
        wrong("GatherND", "x, i", "index 4 is not one of 1"),
        wrong("GatherND", "x, none", "do not fit"),
        wrong("GatherND", "x, i", "batch_dims is 3", batches),
        wrong("GatherND", "x, wide", "do not fit", Onnx.intAttribute("batch_dims", 2)),
        wrong("OneHot", "x, row, f", "only of constants"),
        wrong("OneHot", "row, minus, f", "one positive number"),
        wrong("OneHot", "row, f, f", "is no whole number"),
        wrong("OneHot", "row, g, f", "is no whole number"),
        wrong("OneHot", "f, row, f", "is no whole number"),
        wrong("OneHot", "row, huge, f", "too large"),
        wrong("OneHot", "row, i, g", "its values two"),
        wrong("OneHot", "row, i, f", "axis 2", axis(2)),
        wrong("Trilu", "x, deep", "one integer"),
        wrong("Trilu", "x, f", "int64"),
        wrong("Trilu", "row", "not of the shape [1]"),
        wrong("Compress", "x, more", "4 switches for 3", axis(1)),
        wrong("Compress", "x, off", "without numbers"),
        wrong("Compress", "x, x", "constant tensor of integers"),
        wrong("NonZero", "x", "only of constants"));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }

  @Test
  void classesCountFromTheEndOnlyInLaterVersions() {
    byte[] file =
        Pictures.file(
            9,
            new long[] {1, 3},
            indices(Onnx.dims(1), -1),
            integers("d", Onnx.INT64, Onnx.dims(), 3),
            Pictures.floats("v", 0, 1),
            Onnx.node("h", "OneHot", "i, d, v", "h"),
            Onnx.node("Add", "x, h"));
    String message = Refusal.of(file);
    assertTrue(message.contains("only from opset 11 on"), message);
  }
}
