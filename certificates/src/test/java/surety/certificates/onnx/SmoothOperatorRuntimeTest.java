package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operators whose results are products, quotients, powers and exponentials of computed values are
 * those of ONNX Runtime.
 */
class SmoothOperatorRuntimeTest {
  private static final int INPUTS = 6;

  private static final Proto CONSTANTS =
      new Proto()
          .append(Onnx.initializer(Onnx.longs("as2x3", 1, 2, 3)))
          .append(Onnx.initializer(Onnx.longs("as3x2", 1, 3, 2)))
          .append(Onnx.initializer(Onnx.longs("one", 1)))
          .append(Onnx.initializer(Onnx.floats("two", Onnx.dims(), 2)))
          .append(Onnx.initializer(Onnx.floats("three", Onnx.dims(), 3)))
          .append(Onnx.initializer(Onnx.floats("minus3", Onnx.dims(), -3)))
          .append(Onnx.initializer(Onnx.longs("four", 4)))
          .append(Onnx.initializer(Onnx.floats("half", Onnx.dims(), 0.5)))
          .append(Onnx.initializer(Onnx.floats("minusHalf", Onnx.dims(), -0.5)))
          .append(Onnx.initializer(Onnx.floats("s2", Onnx.dims(2), 0.5, 2)))
          .append(Onnx.initializer(Onnx.floats("s3", Onnx.dims(3), 1, -2, 0.3)))
          .append(Onnx.initializer(Onnx.floats("s6", Onnx.dims(6), 1, 2, 3, -1, 0.5, 0)))
          .append(Onnx.initializer(Onnx.floats("v2", Onnx.dims(2), 1, -1)))
          .append(Onnx.initializer(Onnx.floats("v3", Onnx.dims(3), 0.1, 0.2, 0.3)))
          .append(node("Reshape", "x, as2x3", "a"))
          .append(node("Reshape", "x, as3x2", "b"))
          .append(node("Transpose", "a", "t", Onnx.intsAttribute("perm", 0, 2, 1)))
          .append(node("Sigmoid", "x", "z"))
          .append(node("Exp", "z", "e"))
          .append(node("Abs", "x", "abs"))
          .append(node("Add", "abs, half", "p"));

  private static Proto node(String operator, String inputs, String output, Proto... attributes) {
    return Onnx.node("", operator, inputs, output, attributes);
  }

  private static Proto approximate(String kind) {
    return new Proto().string(1, "approximate").string(4, kind).varint(20, 3);
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  private static Arguments of(String name, long opset, Proto... nodes) {
    return Arguments.of(name, opset, List.of(nodes));
  }

  static Stream<Arguments> arithmetic() {
    return Stream.of(
        of("square", 13, node("Mul", "x, x", "y")),
        of("product", 13, node("Tanh", "x", "h"), node("Mul", "x, h", "y")),
        of("broadcast", 13, node("Gather", "x, one", "g", axis(1)), node("Mul", "x, g", "y")),
        of("quotient", 13, node("Div", "x, p", "y")),
        of("constant over", 13, node("Div", "three, p", "y")),
        of(
            "ratio of exponentials",
            13,
            node("Add", "e, one1", "d"),
            node("Div", "e, d", "q"),
            node("Tanh", "x", "th"),
            node("Mul", "q, th", "y"),
            Onnx.initializer(Onnx.floats("one1", Onnx.dims(), 1))),
        of("reciprocal", 13, node("Reciprocal", "p", "y")),
        of("root", 13, node("Sqrt", "p", "y")),
        of("log", 13, node("Log", "p", "y")),
        of("sine", 13, node("Sin", "x", "y")),
        of("cosine", 13, node("Cos", "x", "y")),
        of("power 2", 13, node("Pow", "x, two", "y")),
        of("power 3", 7, node("Pow", "x, three", "y")),
        of("integer power", 13, node("Pow", "x, four", "y")),
        of("power -3", 13, node("Pow", "p, minus3", "y")),
        of("power 1/2", 13, node("Pow", "p, half", "y")),
        of("power -1/2", 13, node("Pow", "p, minusHalf", "y")),
        of("matrix product", 13, node("MatMul", "a, b", "y")),
        of("gram matrix", 13, node("MatMul", "a, t", "y")),
        of(
            "with a vector",
            13,
            node("Gather", "a, one", "r", axis(1)),
            node("Squeeze", "r, zeroOne", "w"),
            node("MatMul", "a, w", "y"),
            Onnx.initializer(Onnx.longs("zeroOne", 0, 1))),
        of("erf", 13, node("Erf", "x", "y")),
        of("gelu", 20, node("Gelu", "x", "y")),
        of("approximate gelu", 20, node("Gelu", "x", "y", approximate("tanh"))),
        of(
            "gelu as exported",
            17,
            node("Div", "x, root", "d"),
            node("Erf", "d", "g"),
            node("Add", "g, one2", "h"),
            node("Mul", "x, h", "i"),
            node("Mul", "i, half", "y"),
            Onnx.initializer(Onnx.floats("root", Onnx.dims(), 1.4142135381698608)),
            Onnx.initializer(Onnx.floats("one2", Onnx.dims(), 1))),
        of("silu as exported", 13, node("Mul", "z, x", "y")),
        of(
            "silu of a multiple",
            13,
            node("Mul", "x, two", "u"),
            node("Sigmoid", "u", "g"),
            node("Mul", "x, g", "y")),
        of("hard swish", 14, node("HardSwish", "x", "y")),
        of("celu", 13, node("Celu", "x", "y")),
        of("celu of 0.3", 12, node("Celu", "x", "y", Onnx.floatAttribute("alpha", 0.3f))),
        of("mish", 18, node("Mish", "x", "y")),
        of(
            "thresholded relu",
            13,
            node("ThresholdedRelu", "x", "y", Onnx.floatAttribute("alpha", 0))));
  }

  static Stream<Arguments> scores() {
    List<Arguments> all = new ArrayList<>();
    for (String operator : List.of("Softmax", "LogSoftmax")) {
      for (long opset : new long[] {7, 11, 13}) {
        all.add(of(operator, opset, node(operator, "x", "y")));
        all.add(of(operator + " axis 1", opset, node(operator, "a", "y", axis(1))));
        all.add(of(operator + " axis 2", opset, node(operator, "a", "y", axis(2))));
        all.add(of(operator + " of pairs", opset, node(operator, "b", "y", axis(2))));
      }
      all.add(of(operator + " axis -2", 13, node(operator, "a", "y", axis(-2))));
      all.add(of(operator + " axis -1", 11, node(operator, "a", "y", axis(-1))));
    }
    return all.stream();
  }

  static Stream<Arguments> reductions() {
    return Stream.of("ReduceL1", "ReduceL2", "ReduceSumSquare", "ReduceLogSumExp")
        .flatMap(
            operator ->
                Stream.of(
                    of(operator, 13, node(operator, "x", "y")),
                    of(
                        operator + " of pairs",
                        18,
                        node(operator, "b, four2", "y"),
                        Onnx.initializer(Onnx.longs("four2", 2))),
                    of(
                        operator + " of rows",
                        13,
                        node(
                            operator,
                            "a",
                            "y",
                            Onnx.intsAttribute("axes", 2),
                            Onnx.intAttribute("keepdims", 0)))));
  }

  static Stream<Arguments> normalisations() {
    Proto epsilon = Onnx.floatAttribute("epsilon", 0.01f);
    Proto wide = Onnx.floatAttribute("epsilon", 0.5f);
    return Stream.of(
        of("log of sum", 13, node("ReduceLogSum", "p", "y")),
        of("layer", 17, node("LayerNormalization", "a, s3", "y")),
        of("layer with bias", 17, node("LayerNormalization", "a, s3, v3", "y", axis(2), epsilon)),
        of("layer of all", 17, node("LayerNormalization", "x, s6", "y", axis(-1))),
        of("instance", 13, node("InstanceNormalization", "a, s2, v2", "y", epsilon)),
        of("groups", 21, node("GroupNormalization", "b, s3, v3", "y", groups(3), wide)),
        of("one group", 21, node("GroupNormalization", "b, s3, v3", "y", groups(1), epsilon)));
  }

  private static Proto groups(long count) {
    return Onnx.intAttribute("num_groups", count);
  }

  static Stream<Arguments> all() {
    return Stream.of(arithmetic(), scores(), reductions(), normalisations()).flatMap(s -> s);
  }

  @ParameterizedTest(name = "{0} in version {1}")
  @MethodSource("all")
  void agreesWithOnnxRuntime(String name, long opset, List<Proto> nodes) throws Exception {
    Proto constants = opset < 13 ? new Proto().append(CONSTANTS) : CONSTANTS;
    Proto graph = new Proto().append(constants);
    nodes.forEach(graph::append);
    byte[] file = Onnx.network(opset, INPUTS, graph);
    OnnxRuntime.assertAgrees(file, name.hashCode(), 1, INPUTS);
  }
}
