package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class PartOperatorsTest {

  /** Vectors of integers to choose from: c and a number, an m for the minus. */
  private static final Proto INTEGERS = integers();

  private static Proto integers() {
    Proto all = new Proto();
    for (int i = 0; i <= 6; i++) {
      all.append(Onnx.initializer(Onnx.longs("c" + i, i)));
      all.append(Onnx.initializer(Onnx.longs("m" + i, -i)));
    }
    return all.append(Onnx.initializer(Onnx.longs("c23", 2, 3)))
        .append(Onnx.initializer(Onnx.longs("c11", 1, 1)))
        .append(Onnx.initializer(Onnx.longs("far", Long.MAX_VALUE)))
        .append(Onnx.initializer(Onnx.longs("near", Long.MIN_VALUE)))
        .append(Onnx.initializer(Onnx.longs("none")))
        .append(Onnx.initializer(Onnx.header("s1", Onnx.INT64).varint(7, 1)))
        .append(Onnx.initializer(Onnx.header("i32", Onnx.INT32, 2).varint(5, 4).varint(5, -1L)))
        .append(
            Onnx.initializer(Onnx.header("raw32", Onnx.INT32, 1).bytes(9, new byte[] {3, 0, 0, 0})))
        .append(Onnx.initializer(Onnx.floats("f", Onnx.dims(1), 1)));
  }

  /** Which elements of five inputs a graph picks. */
  private static int[] picked(long opset, Proto... graph) throws NetworkFormatException {
    Proto all = new Proto().append(INTEGERS);
    for (Proto field : graph) {
      all.append(field);
    }
    double[] x = {10, 11, 12, 13, 14};
    double[] y = OnnxReader.read(Onnx.network(opset, x.length, all)).evaluate(x);
    return Arrays.stream(y).mapToInt(value -> (int) value - 10).toArray();
  }

  private static int[] of(int... indices) {
    return indices;
  }

  private static Proto slice(String inputs) {
    return Onnx.node("Slice", inputs);
  }

  @Test
  void slicesFromStartToEnd() throws NetworkFormatException {
    assertArrayEquals(of(1, 2), picked(10, slice("x, c1, c3, c1")));
    assertArrayEquals(of(1, 2), picked(13, slice("x, m4, m2, m1")));
    assertArrayEquals(of(3, 4), picked(13, slice("x, m2, far, c1")));
    assertArrayEquals(of(0, 1, 2, 3), picked(13, slice("x, near, m1, c1")));
    assertArrayEquals(of(0, 1, 2, 3, 4), picked(13, slice("x, c0, c1")), "axis 0");
    assertArrayEquals(of(2), picked(13, slice("x, c2, c3, c1, ")));
  }

  @Test
  void slicesInSteps() throws NetworkFormatException {
    assertArrayEquals(of(0, 2, 4), picked(10, slice("x, c0, c5, c1, c2")));
    assertArrayEquals(of(1, 3), picked(10, slice("x, c1, c4, c1, c2")));
    assertArrayEquals(of(1, 4), picked(10, slice("x, c1, c5, c1, c3")));
    assertArrayEquals(of(4, 3, 2, 1, 0), picked(13, slice("x, m1, near, c1, m1")));
    assertArrayEquals(of(4, 2), picked(13, slice("x, far, c0, c1, m2")));
    assertArrayEquals(of(3, 2, 1), picked(13, slice("x, c3, c0, c1, m1")));
    assertArrayEquals(of(2), picked(13, slice("x, c2, far, c1, far")));
    assertArrayEquals(of(2), picked(13, slice("x, c2, near, c1, near")));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 9})
  void sliceHadAttributes(long opset) throws NetworkFormatException {
    Proto starts = Onnx.intsAttribute("starts", 0, 1);
    Proto ends = Onnx.intsAttribute("ends", 1, -1);
    assertArrayEquals(of(1, 2, 3), picked(opset, Onnx.node("Slice", "x", starts, ends)));
    Proto axes = Onnx.intsAttribute("axes", 1, 0);
    Proto from = Onnx.intsAttribute("starts", 3, 0);
    Proto to = Onnx.intsAttribute("ends", Integer.MAX_VALUE, 1);
    assertArrayEquals(of(3, 4), picked(opset, Onnx.node("Slice", "x", axes, from, to)));
  }

  @Test
  void severalAxesAreSliced() throws NetworkFormatException {
    Proto graph =
        new Proto()
            .append(Onnx.initializer(Onnx.longs("s", 2, 3)))
            .append(Onnx.initializer(Onnx.longs("from", 1, -1)))
            .append(Onnx.initializer(Onnx.longs("to", 2, -4)))
            .append(Onnx.initializer(Onnx.longs("step", 1, -2)))
            .append(Onnx.initializer(Onnx.longs("axes", 0, 1)))
            .append(Onnx.node("r", "Reshape", "x, s", "t"))
            .append(slice("t, from, to, axes, step"));
    double[] x = {0, 1, 2, 3, 4, 5};
    assertArrayEquals(new double[] {5, 3}, OnnxReader.read(Onnx.network(6, graph)).evaluate(x));
  }

  @Test
  void gathersByIndex() throws NetworkFormatException {
    Proto axis = Onnx.intAttribute("axis", 1);
    assertArrayEquals(of(2, 3), picked(7, Onnx.node("Gather", "x, c23", axis)));
    assertArrayEquals(of(4), picked(11, Onnx.node("Gather", "x, m1", axis)));
    assertArrayEquals(of(1), picked(13, Onnx.node("Gather", "x, s1", axis)), "a scalar");
    assertArrayEquals(of(4, 4), picked(13, Onnx.node("Gather", "x, i32", axis)), "int32");
    assertArrayEquals(of(3), picked(13, Onnx.node("Gather", "x, raw32", axis)), "int32");
    assertArrayEquals(of(1, 1), picked(13, Onnx.node("Gather", "x, c11", axis)), "twice");
    assertArrayEquals(of(0, 1, 2, 3, 4), picked(13, Onnx.node("Gather", "x, c0")), "axis 0");
  }

  @Test
  void splitsEquallyOrAsGiven() throws NetworkFormatException {
    Proto axis = Onnx.intAttribute("axis", -1);
    Proto given = Onnx.intsAttribute("split", 2, 3);
    Proto second = Onnx.node("i", "Identity", "b", "y");
    assertArrayEquals(
        of(2, 3, 4), picked(7, Onnx.node("n", "Split", "x", "a,b", axis, given), second));
    assertArrayEquals(
        of(2, 3, 4), picked(13, Onnx.node("n", "Split", "x, c23", "a,b", axis), second));
    Proto five = Onnx.node("n", "Split", "x", "d,b,c,e,g", axis);
    assertArrayEquals(of(1), picked(13, five, second));
    Proto two = Onnx.intAttribute("num_outputs", 2);
    assertArrayEquals(
        of(3, 4), picked(18, Onnx.node("n", "Split", "x", "a,b", axis, two), second), "3 and 2");
    assertArrayEquals(
        of(3, 4), picked(18, Onnx.node("n", "Split", "x", ",b", axis, two), second), "omitted");
    assertArrayEquals(of(0, 1, 2, 3, 4), picked(13, Onnx.node("n", "Split", "x", "y", axis)));
  }

  @Test
  void partsTakeNoGatesOfTheirOwn() throws NetworkFormatException {
    Proto w = Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6));
    Proto axis = Onnx.intAttribute("axis", 1);
    Network network =
        OnnxReader.read(
            Onnx.network(
                2,
                w,
                Onnx.node("m", "MatMul", "x, w", "t"),
                Onnx.node("s", "Split", "t", "a,b,y", axis)));
    assertEquals(1, network.gates().size());
    assertEquals(AffineLayer.of(new double[][] {{3, 6}}, new double[1]), Gates.affine(network));
  }

  @Test
  void partsOfConstantsAreConstant() throws NetworkFormatException {
    Proto c = Onnx.initializer(Onnx.floats("c", Onnx.dims(4), 1, 2, 3, 4));
    Network network =
        OnnxReader.read(
            Onnx.network(
                2,
                INTEGERS,
                c,
                Onnx.node("s", "Split", "c", "a,b"),
                Onnx.node("i", "Slice", "c, c3, c0, c0, m2", "d"),
                Onnx.node("g", "Gather", "c, c23", "e"),
                Onnx.node("p", "Mul", "x, b", "p"),
                Onnx.node("q", "Add", "p, d", "q"),
                Onnx.node("r", "Add", "q, e", "y")));
    assertEquals(
        AffineLayer.diagonal(new double[] {3, 4}, new double[] {7, 6}), Gates.affine(network));
  }

  private static Arguments wrong(String name, long opset, Proto node, String... fragments) {
    return Arguments.of(name, opset, node, List.of(fragments));
  }

  static Stream<Arguments> slices() {
    Proto starts = Onnx.intsAttribute("starts", 0);
    Proto ends = Onnx.intsAttribute("ends", 1);
    return Stream.of(
        wrong("step 0", 13, slice("x, c0, c5, c1, c0"), "a step of 0"),
        wrong("nothing", 13, slice("x, c3, c3, c1"), "from 3 to 3", "nothing of 5 elements"),
        wrong("beyond", 13, slice("x, c5, far, c1"), "from 5 to", "nothing"),
        wrong("before", 13, slice("x, c0, near, c1"), "nothing"),
        wrong("backwards", 13, slice("x, c0, c5, c1, m1"), "in steps of -1", "nothing"),
        wrong("forwards", 13, slice("x, c4, c1, c1, c1"), "nothing"),
        wrong("axis", 13, slice("x, c0, c1, c2"), "axis 2 is not one of 2"),
        wrong("negative axis", 13, slice("x, c0, c1, m3"), "axis -3"),
        wrong("axis twice", 13, slice("x, c11, c23, c11"), "axis 1 is there twice"),
        wrong("too many", 13, slice("x, c23, c1, c1"), "equally many, not 2, 1, 1 and 2"),
        wrong("too many axes", 13, slice("x, c1, c1, c23"), "not 1, 1, 2 and 1"),
        wrong("too many steps", 13, slice("x, c1, c1, c1, c23"), "not 1, 1, 1 and 2"),
        wrong("too many ends", 13, slice("x, c1, c23, c1, c1"), "not 1, 2, 1 and 1"),
        wrong("more than axes", 13, slice("x, none, c1"), "not 0, 1"),
        wrong("scalar", 13, slice("x, s1, c2, c1"), "input 1 must be a vector", "[]"),
        wrong("floats", 13, slice("x, f, c2, c1"), "'f'", "int64"),
        wrong("computed", 13, slice("x, x, c2, c1"), "input 1 'x'", "constant tensor of integers"),
        wrong("no ends", 13, slice("x, c1"), "inputs from then on"),
        wrong("omitted ends", 13, slice("x, c1, , c1"), "input 2 ''", "missing"),
        wrong("old attributes", 13, Onnx.node("Slice", "x", starts, ends), "before opset 10"),
        wrong("both", 13, Onnx.node("Slice", "x, c0, c1", starts, ends), "before opset 10"),
        wrong("new inputs", 9, slice("x, c0, c1"), "before opset 10"),
        wrong("no attributes", 9, slice("x"), "before opset 10"),
        wrong("only starts", 9, Onnx.node("Slice", "x", starts), "no ends"),
        wrong("of what", 13, slice(", c0, c1"), "input 0", "missing"));
  }

  static Stream<Arguments> gathers() {
    Proto axis = Onnx.intAttribute("axis", 1);
    return Stream.of(
        wrong("index", 13, Onnx.node("Gather", "x, c5", axis), "index 5 is not one of 5"),
        wrong("negative", 13, Onnx.node("Gather", "x, m6", axis), "index -6 is not one of 5"),
        wrong("too early", 10, Onnx.node("Gather", "x, m1", axis), "index -1"),
        wrong("huge", 13, Onnx.node("Gather", "x, far", axis), "index 9223372036854775807"),
        wrong("axis", 13, Onnx.node("Gather", "x, c1", Onnx.intAttribute("axis", 2)), "axis 2"),
        wrong("nothing", 13, Onnx.node("Gather", "x, none", axis), "no indices"),
        wrong("float", 13, Onnx.node("Gather", "x, f", axis), "'f'", "int64"),
        wrong("computed", 13, Onnx.node("Gather", "x, x", axis), "input 1 'x'", "integers"),
        wrong("integers", 13, Onnx.node("Gather", "c23, c1"), "a constant is no network"),
        wrong("batch", 13, Onnx.node("Gather", "x, c1"), "index 1 is not one of 1"));
  }

  private static Proto split(String inputs, Proto... attributes) {
    return Onnx.node("n", "Split", inputs, "y,z", attributes);
  }

  static Stream<Arguments> splits() {
    Proto axis = Onnx.intAttribute("axis", 1);
    Proto given = Onnx.intsAttribute("split", 2, 3);
    Proto two = Onnx.intAttribute("num_outputs", 2);
    String way = "an attribute before opset 13";
    return Stream.of(
        wrong("unequal", 13, split("x", axis), "5 elements cannot be split into 2"),
        wrong("the batch", 13, split("x"), "1 elements cannot be split into 2"),
        wrong("the batch", 18, split("x", two), "1 elements cannot be split into 2"),
        wrong("sum", 13, split("x, c11", axis), "[1, 1]", "add up to 5"),
        wrong("too much", 7, split("x", axis, Onnx.intsAttribute("split", 3, 3)), "add up to 5"),
        wrong("negative", 7, split("x", axis, Onnx.intsAttribute("split", -1, 6)), "at least 1"),
        wrong("zero", 7, split("x", axis, Onnx.intsAttribute("split", 0, 5)), "at least 1"),
        wrong(
            "overflow",
            7,
            split("x", axis, Onnx.intsAttribute("split", Long.MAX_VALUE, Long.MAX_VALUE)),
            "add up to 5"),
        wrong("too few", 13, split("x, c5", axis), "2 outputs, but 1 lengths"),
        wrong("attribute", 13, split("x", axis, given), way),
        wrong("input", 12, split("x, c23", axis), way),
        wrong("no number", 18, split("x", axis), "neither", "num_outputs"),
        wrong("both", 18, split("x, c23", axis, two), "not both"),
        wrong(
            "number",
            18,
            split("x", axis, Onnx.intAttribute("num_outputs", 3)),
            "2 outputs, but num_outputs is 3"),
        wrong("too early", 13, split("x", axis, two), "num_outputs", "opset 18"),
        wrong("axis", 13, split("x", Onnx.intAttribute("axis", 2)), "axis 2"),
        wrong("scalar", 13, split("x, s1", axis), "must be a vector"),
        wrong("computed", 13, split("x, x", axis), "input 1 'x'"),
        wrong(
            "further outputs of others",
            13,
            Onnx.node("n", "Dropout", "x", "z,y"),
            "only the first output"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"slices", "gathers", "splits"})
  void whatIsWrongIsNamed(String name, long opset, Proto node, List<String> fragments) {
    byte[] file = Onnx.network(opset, 5, INTEGERS, node);
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
    assertFalse(message.contains("\n"), message);
  }
}
