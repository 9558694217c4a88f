package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the standard says of negative axes, ends far away, omitted inputs, scalars and the like: the
 * same as ONNX Runtime, or refused.
 */
class CornerCaseTest {
  private static final long FAR = Long.MAX_VALUE;
  private static final double[] TWELVE = {0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  /** A graph over an input x; refused with this in the message if there is one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(String name, byte[] file, long[] shape, String refusal) {
    @Override
    public String toString() {
      return name;
    }

    Case refused(String fragment) {
      return new Case(name, file, shape, fragment);
    }
  }

  private static Case of(String name, long opset, long[] shape, Proto... fields) {
    Proto graph = new Proto();
    for (Proto field : fields) {
      graph.append(field);
    }
    graph.append(Onnx.input("x", Onnx.FLOAT, shape)).append(Onnx.output("y", Onnx.FLOAT));
    return new Case(name, Onnx.model(opset, graph), shape, "");
  }

  private static Case of(String name, int inputs, Proto... fields) {
    return of(name, 13, dims(1, inputs), fields);
  }

  private static Case before(String name, long opset, int inputs, Proto... fields) {
    return of(name, opset, dims(1, inputs), fields);
  }

  private static long[] dims(long... dims) {
    return dims;
  }

  private static Proto floats(String name, long[] dims, double... values) {
    return Onnx.initializer(Onnx.floats(name, dims, values));
  }

  private static Proto scalar(String name, double value) {
    return floats(name, dims(), value);
  }

  private static Proto longs(String name, long... values) {
    return Onnx.initializer(Onnx.longs(name, values));
  }

  /** Integers of another type or shape, in int32_data. */
  private static Proto integers(String name, int type, long[] dims, long... values) {
    Proto tensor = Onnx.header(name, type, dims);
    for (long value : values) {
      tensor.varint(type == Onnx.INT64 ? 7 : 5, value);
    }
    return Onnx.initializer(tensor);
  }

  private static Proto node(String operator, String inputs, String outputs, Proto... attributes) {
    return Onnx.node("", operator, inputs, outputs, attributes);
  }

  private static Proto ints(String name, long... values) {
    return Onnx.intsAttribute(name, values);
  }

  private static Proto integer(String name, long value) {
    return Onnx.intAttribute(name, value);
  }

  private static Proto real(String name, double value) {
    return Onnx.floatAttribute(name, (float) value);
  }

  /** x in another shape, under the name r. */
  private static Proto reshaped(long... shape) {
    return longs("shape", shape).append(node("Reshape", "x, shape", "r"));
  }

  private static Case slice(long start, long end, long axis, long step) {
    return of(
        "Slice from %d to %d in steps of %d".formatted(start, end, step),
        5,
        longs("s", start),
        longs("e", end),
        longs("a", axis),
        longs("t", step),
        node("Slice", "x, s, e, a, t", "y"));
  }

  static Stream<Case> slices() {
    return Stream.of(
        slice(4, 0, 1, -2),
        slice(-2, FAR, 1, 1),
        slice(-100, 100, -1, 3),
        slice(3, -100, 1, -1),
        slice(100, 1, 1, -2),
        slice(-1, -100, 1, -FAR - 1),
        slice(0, FAR, 1, FAR),
        slice(-1, -FAR - 1, 1, -1),
        slice(0, FAR, -1, 2),
        slice(10, 0, 1, -2),
        slice(-100, -FAR - 1, 1, -1).refused("takes nothing of 5 elements"),
        of(
            "Slice of two axes",
            5,
            longs("s", 0, -1),
            longs("e", 1, -FAR - 1),
            longs("a", 0, 1),
            longs("t", 1, -1),
            node("Slice", "x, s, e, a, t", "y")),
        of(
            "Slice of all axes",
            5,
            longs("s", 0, 1),
            longs("e", 1, 3),
            node("Slice", "x, s, e", "y")),
        of(
            "Slice with omitted axes",
            5,
            longs("s", 0, 1),
            longs("e", 1, FAR),
            longs("t", 1, 2),
            node("Slice", "x, s, e, , t", "y")),
        of("Slice without starts", 5, longs("e", 1), node("Slice", "x, , e", "y"))
            .refused("is missing"),
        before(
            "Slice by attributes",
            9,
            5,
            node("Slice", "x", "y", ints("starts", 0, 1), ints("ends", 1, 100))),
        before(
            "Slice of an axis by attributes",
            7,
            5,
            node("Slice", "x", "y", ints("starts", -3), ints("ends", -1), ints("axes", 1))));
  }

  private static Case gather(String name, Proto indices, long axis) {
    return of("Gather " + name, 5, indices, node("Gather", "x, i", "y", integer("axis", axis)));
  }

  static Stream<Case> gathers() {
    return Stream.of(
        gather("from the end", longs("i", -1, 0, -5), -1),
        gather("one", integers("i", Onnx.INT32, dims(), 2), 1),
        gather("one of 64 bits", integers("i", Onnx.INT64, dims(), -2), 1),
        gather("a matrix", integers("i", Onnx.INT64, dims(2, 2), 0, 1, 1, -1), 1),
        gather("rows", longs("i", 0, 0), 0),
        gather("beyond", longs("i", 5), 1).refused("index 5 is not one of 5"),
        gather("far before", longs("i", -FAR - 1), 1).refused("is not one of 5"),
        of(
            "Gather twice the same",
            3,
            longs("i", 1, 1, 0, 1),
            floats("w", dims(4, 2), 0.1, 0.2, 0.3, 1e-9, 0.7, 3, 0.1, 0.9),
            node("Gather", "x, i", "g", integer("axis", 1)),
            node("MatMul", "g, w", "y")));
  }

  private static Case split(long opset, int inputs, String outputs, Proto... attributes) {
    List<String> names = List.of(outputs.split(", ", -1));
    String backwards = String.join(", ", names.get(names.size() - 1), names.get(0));
    return before(
        "Split of %d in version %d to %s".formatted(inputs, opset, outputs),
        opset,
        inputs,
        longs("l", 2, 4),
        new Proto().append(node("Split", "x", outputs, attributes)),
        node("Concat", backwards, "y", integer("axis", -1)));
  }

  static Stream<Case> splits() {
    Proto axis = integer("axis", 1);
    return Stream.of(
        split(13, 6, "p, q, r", axis),
        split(11, 6, "p, q, r", axis),
        split(11, 6, "p, q", axis, ints("split", 2, 4)),
        split(18, 7, "p, q, r", axis, integer("num_outputs", 3)),
        split(18, 7, "p, q, r, s", axis, integer("num_outputs", 4)),
        split(18, 6, "p, q, r", axis).refused("neither the lengths"),
        split(18, 5, "p, q, r, s", axis, integer("num_outputs", 4)).refused("cannot be split"),
        split(13, 7, "p, q, r", axis).refused("cannot be split into 3 parts"),
        of(
            "Split into given lengths",
            6,
            longs("l", 2, 4),
            node("Split", "x, l", "p, q", integer("axis", -1)),
            node("Concat", "q, p", "y", integer("axis", -1))),
        of(
                "Split into a part without elements",
                6,
                longs("l", 2, 0, 4),
                node("Split", "x, l", "p, o, q", integer("axis", -1)),
                node("Concat", "q, p", "y", integer("axis", -1)))
            .refused("at least 1"));
  }

  static Stream<Case> orders() {
    return Stream.of(
        of(
            "Reshape that copies and infers",
            6,
            longs("s", 0, -1, 2),
            node("Reshape", "x, s", "r"),
            node("Transpose", "r", "y")),
        before(
                "Reshape to zero",
                14,
                6,
                longs("s", 0, 6),
                node("Reshape", "x, s", "y", integer("allowzero", 1)))
            .refused("cannot take the shape [0, 6]"),
        of("Transpose of three", 13, dims(1, 2, 3), node("Transpose", "x", "y")),
        of(
            "Transpose by a permutation",
            13,
            dims(1, 2, 3),
            node("Transpose", "x", "y", ints("perm", 1, 2, 0))),
        of(
            "Transpose of four",
            12,
            reshaped(1, 2, 3, 2),
            node("Transpose", "r", "y", ints("perm", 3, 1, 0, 2))),
        of("Flatten all", 13, dims(1, 2, 3), node("Flatten", "x", "y", integer("axis", 0))),
        of(
            "Flatten from the end",
            13,
            dims(1, 2, 3),
            node("Flatten", "x", "y", integer("axis", -1))),
        of("Flatten nothing", 13, dims(1, 2, 3), node("Flatten", "x", "y", integer("axis", 3))),
        of("Flatten a vector", 13, dims(6), node("Flatten", "x", "y")),
        of("Concat from the end", 3, floats("c", dims(1, 1), 7), concat("c, x", -1)),
        of("Concat of rows", 3, floats("c", dims(1, 3), 1, 2, 3), concat("x, c, x", 0)),
        of(
            "Concat of columns of rows",
            4,
            reshaped(2, 2),
            floats("c", dims(2, 1), 8, 9),
            concat("r, c, r", 1)),
        of(
            "Concat in the middle",
            8,
            reshaped(2, 2, 2),
            floats("c", dims(2, 1, 2), 5, 6, 7, 8),
            concat("c, r, r", -2)));
  }

  private static Proto concat(String inputs, long axis) {
    return node("Concat", inputs, "y", integer("axis", axis));
  }

  private static Case gemm(String name, Proto fields, String inputs, Proto... attributes) {
    return of("Gemm " + name, 4, fields, node("Gemm", inputs, "y", attributes));
  }

  private static Proto matrix(long rows, long columns) {
    return floats("w", dims(rows, columns), Arrays.copyOf(TWELVE, (int) (rows * columns)));
  }

  static Stream<Case> products() {
    Proto transA = integer("transA", 1);
    Proto transB = integer("transB", 1);
    return Stream.of(
        gemm("of a column", matrix(1, 3), "x, w", transA),
        gemm("transposed", matrix(3, 4), "x, w", transB),
        gemm("transposed by 2", matrix(3, 4), "x, w", integer("transB", 2)).refused("0 or 1"),
        gemm(
            "with factors",
            matrix(3, 4).append(floats("c", dims(3), 1, 2, 3)),
            "x, w, c",
            transB,
            real("alpha", 0.3),
            real("beta", -2)),
        gemm(
            "from the left",
            matrix(4, 3).append(floats("c", dims(3, 1), 1, 2, 3)),
            "w, x, c",
            transA,
            transB,
            real("alpha", -0.3),
            real("beta", 2.5)),
        gemm(
            "of a transposed input",
            matrix(3, 4).append(node("Transpose", "x", "t")),
            "w, t",
            real("alpha", 0.3)),
        gemm(
            "without a sum",
            matrix(4, 3).append(floats("c", dims(3), 1, 2, 3)),
            "x, w, c",
            real("beta", 0)),
        gemm("plus a scalar", matrix(4, 3).append(scalar("c", 1)), "x, w, c", real("beta", 0.1)),
        gemm("plus one number", matrix(4, 3).append(floats("c", dims(1, 1), 5)), "x, w, c"),
        gemm(
            "of nothing",
            matrix(4, 3).append(floats("c", dims(1, 1), 1)),
            "x, w, c",
            real("alpha", 0)),
        gemm("with an omitted sum", matrix(4, 3), "x, w, "),
        of("MatMul by a vector", 4, floats("w", dims(4), 1, 2, 3, 4), matMul("x, w")),
        of("MatMul of a vector", 13, dims(4), matrix(4, 3), matMul("x, w")),
        of("MatMul of a vector from the left", 13, dims(4), matrix(3, 4), matMul("w, x")),
        of("MatMul of vectors", 13, dims(4), floats("w", dims(4), 1, 2, 3, 4), matMul("w, x")),
        of("MatMul of rows", 13, dims(1, 2, 4), matrix(4, 3), matMul("x, w")),
        of("MatMul of columns", 4, reshaped(1, 2, 2), matrix(3, 2), matMul("w, r")),
        of(
            "MatMul of columns by a vector",
            4,
            reshaped(1, 2, 2),
            floats("w", dims(2), 1, 2),
            matMul("w, r")),
        of("MatMul by several matrices", 2, floats("w", dims(2, 2, 3), TWELVE), matMul("x, w")),
        of("MatMul by denormal numbers", 2, floats("w", dims(2, 1), 1e-45, 1e-40), matMul("x, w")),
        of("MatMul by NaN", 2, floats("w", dims(2, 1), Double.NaN, 1), matMul("x, w"))
            .refused("weights must be finite"),
        of("MatMul by infinity", 2, floats("w", dims(2, 1), 1e40, 1), matMul("x, w"))
            .refused("weights must be finite"));
  }

  private static Proto matMul(String inputs) {
    return node("MatMul", inputs, "y");
  }

  static Stream<Case> clips() {
    return Stream.of(
        of("Clip", 4, node("Clip", "x", "y")),
        of("Clip from below", 4, scalar("a", -0.25), node("Clip", "x, a", "y")),
        of("Clip from above", 4, scalar("b", 0.3), node("Clip", "x, , b", "y")),
        of("Clip by one element", 4, floats("a", dims(1), 0.25), node("Clip", "x, a", "y")),
        of("Clip to a point", 4, scalar("a", 0.5), node("Clip", "x, a, a", "y")),
        of("Clip to nothing", 4, scalar("a", 0.5), scalar("b", -0.5), node("Clip", "x, a, b", "y"))
            .refused("min must be at most max"),
        of("Clip by an attribute too late", 4, node("Clip", "x", "y", real("max", 0.5)))
            .refused("inputs from then on"),
        of("Clip by an integer", 4, longs("a", 1), node("Clip", "x, a", "y")).refused("int64"),
        before("Clip by attributes", 10, 4, clip(real("min", -0.3), real("max", 0.7))),
        before("Clip by an upper end", 10, 4, clip(real("max", 0.5))),
        before("Clip by a lower end", 7, 4, clip(real("min", -0.3))),
        before("Clip by nothing", 7, 4, clip()));
  }

  private static Proto clip(Proto... ends) {
    return node("Clip", "x", "y", ends);
  }

  private static Case function(String operator, Proto... attributes) {
    return of(operator + " of " + attributes.length, 4, node(operator, "x", "y", attributes));
  }

  static Stream<Case> functions() {
    Proto slopes = floats("s", dims(3, 1), 0.1, -0.2, 3);
    return Stream.of(
        function("LeakyRelu"),
        function("LeakyRelu", real("alpha", -2)),
        function("Abs"),
        function("Neg"),
        function("Elu", real("alpha", -2)),
        function("Selu", real("alpha", -1), real("gamma", -2)),
        function("HardSigmoid", real("alpha", -0.3), real("beta", 0.7)),
        of("PRelu", 3, floats("s", dims(3), 0.1, 0.2, -0.3), node("PRelu", "x, s", "y")),
        of("PRelu by one slope", 3, floats("s", dims(1), 0.1), node("PRelu", "x, s", "y")),
        of("PRelu by channels", 13, dims(1, 3, 2), slopes, node("PRelu", "x, s", "y")),
        of("PRelu by more", 3, slopes, node("PRelu", "x, s", "y")).refused("do not broadcast"),
        of(
            "Dropout",
            12,
            scalar("r", 0.9),
            integers("t", Onnx.BOOL, dims(), 0),
            node("Dropout", "x, r, t", "y")),
        before("Dropout with a mask", 7, 4, node("Dropout", "x", "y, m", real("ratio", 0.9))),
        of(
                "Dropout in training",
                4,
                scalar("r", 0.5),
                integers("t", Onnx.BOOL, dims(), 1),
                node("Dropout", "x, r, t", "y"))
            .refused("training_mode is true"),
        of("Mish", 4, node("Softplus", "x", "a"), node("Tanh", "a", "b"), node("Mul", "x, b", "y")),
        function("Pow").refused("1 inputs, but takes 2 to 2"),
        function("Celu"),
        function("ThresholdedRelu").refused("it jumps from 0 to alpha"));
  }

  static Stream<Case> sums() {
    Proto numbers = floats("c", dims(3), 0, 1, -1);
    Proto column = floats("c", dims(2, 1), 0, 1);
    Proto minus = node("Neg", "x", "m");
    Proto transposed = node("Transpose", "x", "t");
    return Stream.of(
        of("Max of three", 3, numbers, minus, node("Max", "x, c, m", "y")),
        of("Max of one", 3, node("Max", "x", "y")),
        of("Max of rows and columns", 3, transposed, node("Max", "x, t", "y")),
        of("Min of three", 3, column, minus, node("Min", "x, c, m", "y")),
        of("Min of the same", 3, node("Min", "x, x", "y")),
        of("Sum of three", 3, column, node("Sum", "x, c, x", "y")),
        of("Sum of one", 3, node("Sum", "x", "y")),
        of("Add of rows and columns", 3, transposed, node("Add", "x, t", "y")),
        of("Sub of a constant column", 3, column, node("Sub", "c, x", "y")),
        of("Sub of the same", 3, node("Sub", "x, x", "z"), node("Add", "z, x", "y")),
        of("Mul by zeros", 3, numbers, node("Mul", "x, c", "z"), node("Add", "z, x", "y")),
        of("Div by powers of two", 2, floats("c", dims(2), -0.25, 4), node("Div", "x, c", "y")),
        of("Div of a constant", 3, numbers, node("Exp", "x", "e"), node("Div", "c, e", "y")));
  }

  static Stream<Case> graphs() {
    Proto relu = node("Relu", "x", "y");
    Proto add = node("Add", "x, c", "y");
    Proto numbers = floats("c", dims(3), 1, 2, 3);
    Proto unpacked = Onnx.header("c", Onnx.FLOAT, 3).float32(4, 1).float32(4, 2).float32(4, 3);
    Proto value = Onnx.tensorAttribute("value", Onnx.floats("t", dims(3), 0.1, 0.2, 0.3));
    return Stream.of(
        of("nodes in another order", 3, node("Relu", "h", "y"), node("Neg", "x", "h")),
        of("an input with a value", 3, numbers, add, Onnx.input("c", Onnx.FLOAT, 3)),
        of("a value that nobody reads", 3, numbers, relu),
        of("numbers one by one", 3, Onnx.initializer(unpacked), add),
        of("a constant node", 3, node("Constant", "", "c", value), add),
        of("a constant number", 3, node("Constant", "", "c", real("value_float", 0.1)), add),
        of("two nodes of one name", 3, relu, node("Neg", "x", "y")).refused("defines 'y' twice"),
        of("a value and a node", 3, floats("y", dims(3), 1, 2, 3), relu).refused("'y' twice"),
        of("two values", 3, numbers, numbers, add).refused("'c' twice"),
        of("an input that is given", 3, floats("x", dims(1, 3), 1, 2, 3), relu)
            .refused("0 inputs without a value"),
        of("a batch of two", 13, dims(2, 3), relu).refused("a batch of 2"),
        of("a symbolic batch", 13, dims(-1, 3), relu),
        of(
            "a flattening of a symbolic batch",
            13,
            dims(-1, 2, 2),
            longs("z", 0),
            longs("e", -1),
            matrix(4, 3),
            node("Shape", "x", "s"),
            node("Gather", "s, z", "b"),
            node("Concat", "b, e", "t", integer("axis", 0)),
            node("Reshape", "x, t", "r"),
            node("MatMul", "r, w", "y")),
        of("no element", 13, dims(0, 3), relu).refused("without any element"));
  }

  static Stream<Case> all() {
    return Stream.of(
            slices(),
            gathers(),
            splits(),
            orders(),
            products(),
            clips(),
            functions(),
            sums(),
            graphs())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWhatOnnxRuntimeComputesOrRefused(Case each) throws Exception {
    if (each.refusal().isEmpty()) {
      long[] shape = Arrays.stream(each.shape()).map(Math::abs).toArray(); // a batch of one
      OnnxRuntime.assertAgrees(each.file(), each.name().hashCode(), shape);
      return;
    }
    String message =
        assertThrows(NetworkFormatException.class, () -> OnnxReader.read(each.file())).getMessage();
    assertTrue(message.contains(each.refusal()), message);
  }
}
