package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operators whose attributes, inputs or meaning changed are those of ONNX Runtime in every version
 * of the operator set that is read and has them.
 */
class OpsetRuntimeTest {
  private static final long OLDEST = 7;
  private static final long NEWEST = 22;
  private static final long[] LINE = {1, 6};
  private static final long[] CUBE = {1, 2, 3, 4};

  /** What follows x in a graph, by the version. */
  private record Operator(String name, long since, List<Long> dims, LongFunction<Proto> graph) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Operator of(String name, long since, long[] dims, LongFunction<Proto> graph) {
    return new Operator(name, since, Arrays.stream(dims).boxed().toList(), graph);
  }

  private static Proto all(Proto... parts) {
    Proto all = new Proto();
    for (Proto part : parts) {
      all.append(part);
    }
    return all;
  }

  private static Proto axes(long... axes) {
    return Onnx.intsAttribute("axes", axes);
  }

  /** An operator whose list of axes is an attribute, and an input since some version. */
  private static Operator ofAxes(
      String operator, long[] dims, long inputSince, Proto[] attributes, long... axes) {
    return of(
        operator,
        OLDEST,
        dims,
        opset -> {
          List<Proto> more = new ArrayList<>(List.of(attributes));
          if (opset >= inputSince) {
            return all(
                Pictures.longs("a", axes), Onnx.node(operator, "x, a", more.toArray(new Proto[0])));
          }
          more.add(axes(axes));
          return Onnx.node(operator, "x", more.toArray(new Proto[0]));
        });
  }

  static Stream<Operator> shapes() {
    Proto[] none = {};
    Proto[] drop = {Onnx.intAttribute("keepdims", 0)};
    Stream<Operator> reductions =
        Stream.of("ReduceMean", "ReduceMax", "ReduceMin", "ReduceL1", "ReduceL2", "ReduceSumSquare")
            .map(operator -> ofAxes(operator, CUBE, 18, drop, 1, 3));
    Stream<Operator> others =
        Stream.of(
            ofAxes("ReduceSum", CUBE, 13, drop, 1, 2),
            ofAxes("ReduceLogSumExp", LINE, 18, none, 1),
            ofAxes("Squeeze", new long[] {1, 3, 1}, 13, none, 2),
            ofAxes("Unsqueeze", LINE, 13, none, 0, 3),
            of("Flatten", 7, CUBE, o -> Onnx.node("Flatten", "x", axis(o < 11 ? 2 : -2))),
            of("Concat", 7, LINE, o -> Onnx.node("Concat", "x, x", axis(o < 11 ? 1 : -1))),
            of("Split", 7, LINE, OpsetRuntimeTest::split),
            of("Slice", 7, CUBE, OpsetRuntimeTest::slice),
            of("Pad", 7, LINE, OpsetRuntimeTest::pad),
            of("Tile", 7, LINE, o -> all(longs(1, 2), Onnx.node("Tile", "x, i"))),
            of("Expand", 8, LINE, o -> all(longs(2, 3, 1), Onnx.node("Expand", "x, i"))),
            of("Shape", 7, CUBE, OpsetRuntimeTest::shape));
    return Stream.concat(reductions, others);
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  private static Proto longs(long... values) {
    return Pictures.longs("i", values);
  }

  private static Proto split(long opset) {
    Proto lengths = Pictures.longs("l", 2, 4);
    Proto split =
        opset < 13
            ? Onnx.node("s", "Split", "x", "p, q", axis(1), Onnx.intsAttribute("split", 2, 4))
            : Onnx.node("s", "Split", "x, l", "p, q", axis(1));
    return all(lengths, split, Onnx.node("Concat", "q, p", axis(1)));
  }

  private static Proto slice(long opset) {
    return opset < 10
        ? Onnx.node(
            "Slice",
            "x",
            Onnx.intsAttribute("starts", 1, -3),
            Onnx.intsAttribute("ends", 3, 1000),
            axes(2, 3))
        : all(
            Pictures.longs("from", 1, -1),
            Pictures.longs("to", 3, -1000),
            Pictures.longs("along", 2, 3),
            Pictures.longs("step", 1, -2),
            Onnx.node("Slice", "x, from, to, along, step"));
  }

  private static Proto pad(long opset) {
    return opset < 11
        ? Onnx.node(
            "Pad", "x", Onnx.intsAttribute("pads", 0, 1, 1, 2), Onnx.floatAttribute("value", 0.5f))
        : all(
            longs(0, 1, 1, 2),
            Onnx.initializer(Onnx.floats("v", Onnx.dims(), 0.5)),
            Onnx.node("Pad", "x, i, v"));
  }

  private static Proto shape(long opset) {
    Proto[] part =
        opset < 15
            ? new Proto[0]
            : new Proto[] {Onnx.intAttribute("start", -3), Onnx.intAttribute("end", 4)};
    Proto last = opset < 15 ? longs(1, 2, 3) : longs(0, 1, 2);
    return all(
        last,
        Onnx.node("s", "Shape", "x", "shape", part),
        Onnx.node("g", "Gather", "shape, i", "to"),
        Onnx.node("Reshape", "x, to"));
  }

  static Stream<Operator> elements() {
    return Stream.of(
        of("Gather", 7, LINE, o -> all(longs(0, o < 11 ? 5 : -1, 2), gather("Gather"))),
        of("GatherElements", 11, LINE, o -> all(matrix(1, 3, 0, -1, 5), gather("GatherElements"))),
        of(
            "GatherND",
            11,
            LINE,
            o -> all(matrix(2, 2, 0, 3, 0, -6), Onnx.node("GatherND", "x, i"))),
        of("Scatter", 9, LINE, o -> scatter(o < 11 ? "Scatter" : "ScatterElements", axis(1))),
        of("ScatterND", 11, new long[] {1, 1, 6}, o -> scatter("ScatterND")),
        of(
            "OneHot",
            9,
            LINE,
            o ->
                all(
                    longs(1, 0, 2, 2, 1, 3),
                    Onnx.initializer(Onnx.longs("d", 3)),
                    Pictures.floats("v", -1, 0.5),
                    Onnx.node("h", "OneHot", "i, d, v", "h", axis(0)),
                    Onnx.node("Mul", "x, h"))),
        of("Trilu", 14, CUBE, o -> Onnx.node("Trilu", "x", Onnx.intAttribute("upper", 0))),
        of("Compress", 9, LINE, o -> all(switches(), Onnx.node("Compress", "x, s", axis(1)))));
  }

  private static Proto gather(String operator) {
    return Onnx.node(operator, "x, i", axis(1));
  }

  private static Proto matrix(long rows, long columns, long... values) {
    Proto tensor = Onnx.header("i", Onnx.INT64, rows, columns);
    for (long value : values) {
      tensor.varint(7, value);
    }
    return Onnx.initializer(tensor);
  }

  private static Proto scatter(String operator, Proto... attributes) {
    return all(
        matrix(1, 2, operator.equals("ScatterND") ? new long[] {0, 0} : new long[] {4, 0}),
        operator.equals("ScatterND")
            ? Onnx.initializer(Onnx.floats("u", Onnx.dims(1, 6), 1, 2, 3, 4, 5, 6))
            : Onnx.initializer(Onnx.floats("u", Onnx.dims(1, 2), 7, -8)),
        Onnx.node(operator, "x, i, u", attributes));
  }

  private static Proto switches() {
    Proto tensor = Onnx.header("s", Onnx.BOOL, 5);
    for (long value : new long[] {1, 0, 0, 1, 1}) {
      tensor.varint(5, value);
    }
    return Onnx.initializer(tensor);
  }

  static Stream<Operator> functions() {
    Proto half = Onnx.initializer(Onnx.floats("h", Onnx.dims(), 0.5));
    Proto two = Onnx.initializer(Onnx.floats("t", Onnx.dims(), 2));
    return Stream.of(
        of("Clip", 7, LINE, o -> all(half, two, clip(o))),
        of("Pow", 7, LINE, o -> all(two, Onnx.node("Pow", "x, t"))),
        of("Dropout", 7, LINE, o -> Onnx.node("Dropout", "x")),
        of("Cast", 7, LINE, o -> Onnx.node("Cast", "x", Onnx.intAttribute("to", Onnx.FLOAT))),
        of("PRelu", 7, LINE, o -> all(half, Onnx.node("PRelu", "x, h"))),
        of("Softmax", 7, CUBE, o -> Onnx.node("Softmax", "x", axis(2))),
        of("Softmax of all", 7, LINE, o -> Onnx.node("Softmax", "x")),
        of("LogSoftmax", 7, CUBE, o -> Onnx.node("LogSoftmax", "x", axis(o < 11 ? 3 : -1))),
        of("Sum", 8, LINE, o -> all(half, Onnx.node("Sum", "x, h, x"))),
        of("Mean", 8, LINE, o -> all(half, Onnx.node("Mean", "x, h, x"))),
        of("Max", 8, LINE, o -> all(half, Onnx.node("Max", "x, h"))),
        of("Celu", 12, LINE, o -> Onnx.node("Celu", "x", Onnx.floatAttribute("alpha", 2))),
        of("HardSwish", 14, LINE, o -> Onnx.node("HardSwish", "x")),
        of("Mish", 18, LINE, o -> Onnx.node("Mish", "x")),
        of("Gelu", 20, LINE, o -> Onnx.node("Gelu", "x")),
        of("Round", 11, LINE, o -> all(ties(), Onnx.node("r", "Round", "t", "r"), add())));
  }

  private static Proto clip(long opset) {
    return opset < 11
        ? Onnx.node("Clip", "x", Onnx.floatAttribute("min", 0.5f), Onnx.floatAttribute("max", 2))
        : Onnx.node("Clip", "x, h, t");
  }

  private static Proto ties() {
    return Pictures.floats("t", 0.5, 1.5, -0.5, -2.5, 2.51, -7);
  }

  private static Proto add() {
    return Onnx.node("Add", "x, r");
  }

  static Stream<Operator> layers() {
    Proto pair = all(Pictures.floats("a", 1, -2), Pictures.floats("b", 0.5, 3));
    Proto window = Onnx.intsAttribute("kernel_shape", 2, 2);
    Proto strides = Onnx.intsAttribute("strides", 2, 1);
    Proto pads = Onnx.intsAttribute("pads", 1, 0, 0, 1);
    return Stream.of(
        of("Batch", 7, CUBE, o -> all(pair, Onnx.node("BatchNormalization", "x, a, b, a, b"))),
        of("Instance", 7, CUBE, o -> all(pair, Onnx.node("InstanceNormalization", "x, a, b"))),
        of(
            "Layer",
            17,
            CUBE,
            o ->
                all(
                    Pictures.floats("a", 1, -2, 3, 0.5),
                    Pictures.floats("b", 0.5, 3, 0, 1),
                    Onnx.node("LayerNormalization", "x, a, b"))),
        of(
            "Group",
            18,
            CUBE,
            o -> {
              Proto one = all(Pictures.floats("a", 2), Pictures.floats("b", 0.5));
              Proto node =
                  Onnx.node("GroupNormalization", "x, a, b", Onnx.intAttribute("num_groups", 1));
              return all(o < 21 ? one : pair, node);
            }),
        of("AveragePool", 7, CUBE, o -> Onnx.node("AveragePool", "x", window, strides, pads)),
        of("MaxPool", 7, CUBE, o -> Onnx.node("MaxPool", "x", window, strides, pads)),
        of("GlobalAveragePool", 7, CUBE, o -> Onnx.node("GlobalAveragePool", "x")),
        of("linear", 7, CUBE, OpsetRuntimeTest::interpolation));
  }

  private static Proto interpolation(long opset) {
    Proto linear = Pictures.text("mode", "linear");
    Proto scales = Pictures.floats("s", 1, 1, 2, 3);
    return opset < 9
        ? Onnx.node("Upsample", "x", linear, Onnx.floatsAttribute("scales", 1, 1, 2, 3))
        : all(
            scales,
            Onnx.initializer(Onnx.header("none", Onnx.FLOAT, 0)),
            opset < 10
                ? Onnx.node("Upsample", "x, s", linear)
                : Onnx.node("Resize", opset < 11 ? "x, s" : "x, none, s", linear));
  }

  @ParameterizedTest
  @MethodSource({"shapes", "elements", "functions", "layers"})
  void isThatOfOnnxRuntimeInEveryVersion(Operator operator) throws Exception {
    long[] dims = operator.dims.stream().mapToLong(i -> i).toArray();
    for (long opset : LongStream.rangeClosed(Math.max(OLDEST, operator.since), NEWEST).toArray()) {
      byte[] file = Pictures.file(opset, dims, operator.graph.apply(opset));
      try {
        OnnxRuntime.assertAgrees(file, opset, dims);
      } catch (AssertionError e) {
        throw new AssertionError(operator + " in version " + opset, e);
      }
    }
  }
}
