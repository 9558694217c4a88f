package surety.certificates.onnx;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators are those of ONNX Runtime, in each version of the operator set that changed them. */
class OperatorRuntimeTest {

  /** A graph over an input x of shape [1, inputs]. */
  private record Graph(String name, long opset, int inputs, List<Proto> fields) {
    @Override
    public String toString() {
      return name + " in version " + opset;
    }

    byte[] file() {
      return Onnx.network(opset, inputs, fields.toArray(new Proto[0]));
    }
  }

  private static Graph graph(String name, long opset, int inputs, Proto... fields) {
    return new Graph(name, opset, inputs, List.of(fields));
  }

  private static Proto longs(String name, long... values) {
    return Onnx.initializer(Onnx.longs(name, values));
  }

  private static Proto floats(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  private static Proto scalar(String name, double value) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(), value));
  }

  /** x in another shape, under the name r. */
  private static Proto reshaped(long... dims) {
    return new Proto()
        .append(longs("shape", dims))
        .append(Onnx.node("", "Reshape", "x, shape", "r"));
  }

  private static Proto node(String operator, String inputs, String output, Proto... attributes) {
    return Onnx.node("", operator, inputs, output, attributes);
  }

  static Stream<Graph> divisions() {
    return Stream.of(
        graph(
            "normalised",
            13,
            3,
            floats("m", 1, 2, 3),
            floats("s", 3, 0.7, 10),
            node("Sub", "x, m", "d"),
            node("Div", "d, s", "y")),
        graph(
            "times a reciprocal",
            13,
            3,
            floats("s", 3, 0.7, -10),
            node("Reciprocal", "s", "i"),
            node("Mul", "i, x", "y")),
        graph(
            "times one over",
            13,
            3,
            scalar("one", 1),
            floats("s", 3, 0.7, 10),
            node("Div", "one, s", "i"),
            node("Mul", "x, i", "y")),
        graph("by a scalar", 7, 3, scalar("s", 3), node("Div", "x, s", "y")),
        graph(
            "by itself broadcast",
            13,
            3,
            Onnx.initializer(Onnx.floats("s", Onnx.dims(2, 1), 3, 7)),
            node("Div", "x, s", "y")),
        graph(
            "before a layer",
            13,
            3,
            scalar("s", 3),
            node("Div", "x, s", "d"),
            node("Relu", "d", "e"),
            Onnx.initializer(Onnx.floats("w", Onnx.dims(3, 2), 1, 2, 3, 4, 5, 6)),
            node("MatMul", "e, w", "y")),
        graph(
            "with a bias",
            13,
            3,
            scalar("s", 3),
            scalar("o", 1),
            node("Div", "o, s", "t"),
            node("Sub", "t, x", "a"),
            node("Add", "a, t", "b"),
            node("Sub", "b, t", "y")),
        graph(
            "by a root",
            13,
            3,
            floats("v", 2, 3, 0.25),
            node("Sqrt", "v", "s"),
            node("Div", "x, s", "y")),
        graph(
            "by an exponential",
            13,
            3,
            floats("v", 0, 1, -2),
            node("Exp", "v", "s"),
            node("Div", "x, s", "y")),
        graph(
            "largest and smallest",
            13,
            3,
            scalar("s", 3),
            scalar("o", 1),
            node("Div", "o, s", "t"),
            node("Max", "x, t", "a"),
            node("Neg", "t", "u"),
            node("Min", "u, a", "b"),
            node("Max", "b, u", "y")),
        graph(
            "beside a constant",
            13,
            3,
            scalar("s", 3),
            Onnx.initializer(Onnx.floats("o", Onnx.dims(1, 2), 1, 5)),
            node("Div", "o, s", "t"),
            node("Concat", "t, x", "y", Onnx.intAttribute("axis", 1))),
        graph(
            "bias of a Gemm",
            13,
            2,
            scalar("s", 3),
            floats("o", 1, 5),
            node("Div", "o, s", "t"),
            Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 2), 1, 2, 3, 4)),
            node("Gemm", "x, w, t", "y", Onnx.floatAttribute("beta", 0.3f))));
  }

  static Stream<Graph> normalisations() {
    Proto values =
        new Proto()
            .append(floats("s", 1, -2, 3))
            .append(floats("b", 0, 1, -1))
            .append(floats("m", 0.1, 0.2, -0.3))
            .append(floats("v", 1, 4, 0.3));
    Stream<Graph> versions =
        Stream.of(7L, 9L, 14L, 15L, 22L)
            .map(
                opset ->
                    graph(
                        "a batch",
                        opset,
                        3,
                        values,
                        node("BatchNormalization", "x, s, b, m, v", "y")));
    return Stream.concat(
        versions,
        Stream.of(
            graph(
                "an offset",
                13,
                3,
                values,
                node(
                    "BatchNormalization",
                    "x, s, b, m, v",
                    "y",
                    Onnx.floatAttribute("epsilon", 0.1f),
                    Onnx.floatAttribute("momentum", 0.5f))),
            graph(
                "an image",
                13,
                12,
                values,
                reshaped(1, 3, 2, 2),
                node("BatchNormalization", "r, s, b, m, v", "y")),
            graph(
                "of a layer",
                13,
                2,
                values,
                Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6)),
                node("MatMul", "x, w", "h"),
                node("BatchNormalization", "h, s, b, m, v", "n"),
                node("Relu", "n", "y"))));
  }

  static Stream<Graph> shapes() {
    Proto axes = Onnx.intsAttribute("axes", 0);
    return Stream.of(
        graph("Squeeze", 11, 3, node("Squeeze", "x", "y", axes)),
        graph("Squeeze from the end", 13, 3, longs("a", -2), node("Squeeze", "x, a", "y")),
        graph("Squeeze all", 13, 3, reshaped(1, 3, 1), node("Squeeze", "r", "y")),
        graph("Unsqueeze", 11, 3, node("Unsqueeze", "x", "y", Onnx.intsAttribute("axes", 0, 3))),
        graph("Unsqueeze from the end", 13, 3, longs("a", -1, 0), node("Unsqueeze", "x, a", "y")),
        graph("Expand", 13, 3, longs("e", 2, 1, 3), node("Expand", "x, e", "y")),
        graph("Expand to less", 13, 3, longs("e", 1), node("Expand", "x, e", "y")),
        graph(
            "Expand in front",
            13,
            3,
            reshaped(3, 1),
            longs("e", 2, 1, 4),
            node("Expand", "r, e", "y")),
        graph("Tile", 13, 3, longs("e", 2, 3), node("Tile", "x, e", "y")),
        graph(
            "Tile of a cube",
            13,
            8,
            reshaped(2, 2, 2),
            longs("e", 1, 3, 2),
            node("Tile", "r, e", "y")),
        graph("Pad", 10, 3, node("Pad", "x", "y", Onnx.intsAttribute("pads", 0, 1, 0, 2))),
        graph(
            "Pad with a value",
            10,
            3,
            node(
                "Pad",
                "x",
                "y",
                Onnx.intsAttribute("pads", 1, 1, 0, 2),
                Onnx.floatAttribute("value", 1.5f))),
        graph(
            "Pad with inputs",
            13,
            3,
            longs("p", 0, 1, 1, 2),
            scalar("c", -7),
            node("Pad", "x, p, c", "y")),
        graph("Pad without a value", 13, 3, longs("p", 0, 1, 1, 2), node("Pad", "x, p", "y")),
        graph("Pad that takes away", 13, 5, longs("p", 0, -1, 0, -2), node("Pad", "x, p", "y")),
        graph(
            "Pad that takes away and adds",
            13,
            5,
            longs("p", 0, -2, 0, 2),
            node("Pad", "x, p", "y")),
        graph(
            "Pad that leaves one element",
            13,
            5,
            longs("p", 0, -4, 0, 7),
            node("Pad", "x, p", "y")),
        graph(
            "Pad that takes away and adds on all sides",
            13,
            12,
            reshaped(3, 4),
            longs("p", -2, 3, 1, -3),
            scalar("c", 9),
            node("Pad", "r, p, c", "y")),
        graph(
            "Pad of axes",
            18,
            4,
            reshaped(2, 2),
            longs("p", 1, 2),
            longs("a", -1),
            node("Pad", "r, p, , a", "y")),
        graph("Cast", 13, 3, node("Cast", "x", "y", Onnx.intAttribute("to", Onnx.FLOAT))),
        graph(
            "Cast of integers",
            13,
            3,
            longs("k", 1, -2, 3),
            node("Cast", "k", "f", Onnx.intAttribute("to", Onnx.FLOAT)),
            node("Add", "x, f", "y")),
        graph(
            "Cast to truth values",
            13,
            3,
            longs("k", Long.MIN_VALUE, 0, -3),
            node("Cast", "k", "b", Onnx.intAttribute("to", 9)),
            node("Cast", "b", "f", Onnx.intAttribute("to", Onnx.FLOAT)),
            node("Add", "x, f", "y")),
        graph(
            "Cast of quotients",
            13,
            3,
            floats("n", 1, 0.1f, 2),
            floats("d", 3, 1, 7),
            node("Div", "n, d", "q"),
            node("Cast", "q", "f", Onnx.intAttribute("to", Onnx.FLOAT)),
            node("Add", "x, f", "y")),
        graph(
            "Cast there and back",
            13,
            3,
            node("Cast", "x", "d", Onnx.intAttribute("to", Onnx.DOUBLE)),
            node("Cast", "d", "y", Onnx.intAttribute("to", Onnx.FLOAT))));
  }

  static Stream<Graph> reductions() {
    Proto last = Onnx.intsAttribute("axes", -1);
    Proto drop = Onnx.intAttribute("keepdims", 0);
    Proto noop = Onnx.intAttribute("noop_with_empty_axes", 1);
    return Stream.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin")
        .flatMap(
            operator -> {
              long since = operator.equals("ReduceSum") ? 13 : 18;
              return Stream.of(
                  graph(operator, since - 1, 7, node(operator, "x", "y", last)),
                  graph(
                      operator + " of all", since - 1, 6, reshaped(2, 3), node(operator, "r", "y")),
                  graph(
                      operator + " without",
                      since - 1,
                      12,
                      reshaped(2, 3, 2),
                      node(operator, "r", "y", Onnx.intsAttribute("axes", 0, 2), drop)),
                  graph(
                      operator + " of the middle",
                      since,
                      12,
                      reshaped(2, 3, 2),
                      longs("a", 1),
                      node(operator, "r, a", "y", drop)),
                  graph(
                      operator + " of the outer",
                      since,
                      12,
                      reshaped(2, 3, 2),
                      longs("a", -1, 0),
                      node(operator, "r, a", "y")),
                  graph(
                      operator + " of an input",
                      since,
                      5,
                      longs("a", 1),
                      node(operator, "x, a", "y")),
                  graph(
                      operator + " of none",
                      since,
                      5,
                      longs("a"),
                      node(operator, "x, a", "z", noop),
                      node("Neg", "z", "y")),
                  graph(operator + " of nothing given", since, 5, node(operator, "x", "y", drop)),
                  graph(
                      operator + " of an empty list",
                      since,
                      5,
                      longs("a"),
                      node(operator, "x, a", "y")),
                  graph(operator + " of one", since, 5, longs("a", 0), node(operator, "x, a", "y")),
                  graph(
                      operator + " of a constant",
                      since,
                      2,
                      floats("c", 1, 4, -2, 0.1),
                      longs("a", 0),
                      node(operator, "c, a", "k"),
                      node("Add", "x, k", "y")));
            });
  }

  static Stream<Graph> means() {
    return Stream.of(
        graph("Mean", 13, 3, floats("c", 1, 2, 4), node("Mean", "x, c", "y")),
        graph("Mean of three", 13, 3, floats("c", 1, 2, 4), node("Mean", "x, c, x", "y")),
        graph("Mean of one", 8, 3, node("Mean", "x", "y")),
        graph(
            "Mean with broadcasting",
            13,
            3,
            Onnx.initializer(Onnx.floats("c", Onnx.dims(2, 1), 1, 2)),
            node("Mean", "c, x", "y")));
  }

  static Stream<Graph> arithmeticOfShapes() {
    Proto one = Onnx.intAttribute("to", Onnx.INT64);
    return Stream.of(
        graph(
            "a flattening",
            13,
            6,
            reshaped(1, 2, 3),
            longs("z", 0),
            longs("m", -1),
            node("Shape", "r", "s"),
            node("Gather", "s, z", "b"),
            node("Concat", "b, m", "t", Onnx.intAttribute("axis", 0)),
            node("Reshape", "r, t", "q"),
            node("Neg", "q", "y")),
        graph(
            "a part of a shape",
            15,
            6,
            reshaped(1, 2, 3),
            node("Shape", "r", "s", Onnx.intAttribute("start", -2)),
            node("Reshape", "x, s", "y")),
        graph(
            "the end of a shape",
            15,
            6,
            reshaped(2, 1, 3),
            longs("m", -1),
            node("Shape", "r", "s", Onnx.intAttribute("end", -1)),
            node("Concat", "s, m", "t", Onnx.intAttribute("axis", 0)),
            node("Reshape", "x, t", "y")),
        graph(
            "sums and products",
            13,
            6,
            longs("a", 7),
            longs("b", 2),
            longs("c", -3),
            node("Div", "a, b", "d"),
            node("Mul", "d, b", "e"),
            node("Sub", "a, e", "f"),
            node("Neg", "c", "g"),
            node("Add", "g, f", "h"),
            node("Concat", "b, g", "t", Onnx.intAttribute("axis", 0)),
            node("Reshape", "x, t", "r2"),
            node("Neg", "r2", "y")),
        graph(
            "a negative quotient",
            13,
            4,
            longs("a", -7),
            longs("b", 2),
            node("Div", "a, b", "d"),
            node("Gather", "x, d", "y", Onnx.intAttribute("axis", 1))),
        graph(
            "a constant",
            13,
            3,
            longs("s", 1, 3),
            node(
                "ConstantOfShape",
                "s",
                "c",
                Onnx.tensorAttribute("value", Onnx.floats("", Onnx.dims(1), 2.5))),
            node("Add", "x, c", "y")),
        graph(
            "zeros",
            13,
            3,
            longs("s", 1, 3),
            node("ConstantOfShape", "s", "c"),
            node("Sub", "c, x", "y")),
        graph(
            "a shape of ones",
            13,
            3,
            longs("s", 2),
            node("ConstantOfShape", "s", "c", Onnx.tensorAttribute("value", Onnx.longs("", 1))),
            node("Expand", "x, c", "y")),
        graph(
            "a range",
            13,
            5,
            node("Constant", "", "a", Onnx.intAttribute("value_int", 4)),
            node("Constant", "", "b", Onnx.intAttribute("value_int", -1)),
            node("Constant", "", "d", Onnx.intAttribute("value_int", -2)),
            node("Range", "a, b, d", "i"),
            node("Gather", "x, i", "y", Onnx.intAttribute("axis", 1))),
        graph(
            "a choice",
            13,
            3,
            longs("a", -1, 2),
            longs("m", -1, -1),
            longs("o", 1, 3),
            node("Equal", "a, m", "e"),
            node("Where", "e, o, a", "t"),
            node("Mul", "t, o", "u"),
            node("Where", "e, o, o", "v"),
            node("Reshape", "x, v", "y")),
        graph(
            "an expansion",
            13,
            3,
            longs("s", 2, 3),
            longs("n", 2),
            longs("m", -1),
            node("ConstantOfShape", "n", "o", Onnx.tensorAttribute("value", Onnx.longs("", 1))),
            node("Mul", "o, m", "p"),
            node("Equal", "s, p", "e"),
            node("Where", "e, o, s", "t"),
            node("Expand", "x, t", "y")),
        graph(
            "casts",
            13,
            6,
            floats("f", 2.9, -1.2),
            node("Cast", "f", "s", one),
            node("Reshape", "x, s", "r2"),
            node("Neg", "r2", "y")),
        graph(
            "parts of shapes",
            13,
            6,
            reshaped(1, 2, 3),
            longs("f", 1),
            longs("t", 3),
            node("Shape", "r", "s"),
            node("Slice", "s, f, t", "q"),
            node("Reshape", "x, q", "y")),
        graph(
            "a size",
            13,
            6,
            reshaped(2, 3),
            longs("z", 0),
            node("Size", "r", "n"),
            node("Unsqueeze", "n, z", "m"),
            node("Reshape", "r, m", "y")));
  }

  static Stream<Graph> all() {
    return Stream.of(
            divisions(), normalisations(), shapes(), reductions(), means(), arithmeticOfShapes())
        .flatMap(graphs -> graphs);
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithOnnxRuntime(Graph graph) throws Exception {
    OnnxRuntime.assertAgrees(graph.file(), graph.name().hashCode(), 1, graph.inputs());
  }
}
