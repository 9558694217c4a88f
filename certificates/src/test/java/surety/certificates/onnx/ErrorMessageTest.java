package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong model gets one line that names the thing and the way out. */
class ErrorMessageTest {

  private static final Proto RELU = Onnx.node("Relu", "x");

  private static Arguments wrong(String name, byte[] file, String... fragments) {
    return Arguments.of(name, file, List.of(fragments));
  }

  private static Proto constant(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  private static Proto matrix(String name, int rows, int columns) {
    return Onnx.initializer(
        Onnx.floats(name, Onnx.dims(rows, columns), new double[rows * columns]));
  }

  private static byte[] ends(Proto... fields) {
    Proto graph = new Proto();
    for (Proto field : fields) {
      graph.append(field);
    }
    return Onnx.model(13, graph);
  }

  private static byte[] withInput(int type, long... dims) {
    return ends(RELU, Onnx.input("x", type, dims), Onnx.output("y", Onnx.FLOAT));
  }

  private static byte[] addingTensor(Proto tensor) {
    return Onnx.network(2, Onnx.initializer(tensor), Onnx.node("Add", "x, w"));
  }

  private static byte[] node(String operator, String inputs, Proto... attributes) {
    return Onnx.network(
        2, constant("c", 1, 2), matrix("w", 2, 3), Onnx.node(operator, inputs, attributes));
  }

  static Stream<Arguments> files() {
    byte[] empty = {};
    Proto opset = new Proto().message(8, new Proto().varint(2, 13));
    byte[] onlyOpset = opset.toBytes();
    byte[] onlyGraph = new Proto().message(7, RELU).toBytes();
    byte[] twoOpsets =
        new Proto()
            .append(opset)
            .append(new Proto().message(8, new Proto().varint(2, 14)))
            .toBytes();
    byte[] twoGraphs = new Proto().message(7, RELU).message(7, RELU).toBytes();
    byte[] function =
        new Proto().message(25, new Proto().string(1, "Relu")).message(7, RELU).toBytes();
    return Stream.of(
        wrong("empty", empty, "empty", "ONNX"),
        wrong("no graph", onlyOpset, "no graph"),
        wrong("no opset", onlyGraph, "no version of the default operator set"),
        wrong("two opsets", twoOpsets, "a second version", "14 after 13", "byte 4"),
        wrong("two graphs", twoGraphs, "occurs twice", "field 7", "export the network again"),
        wrong("function", function, "defines a function 'Relu'", "inline"),
        wrong("text", "network: yes".getBytes(java.nio.charset.StandardCharsets.UTF_8), "byte 0"));
  }

  static Stream<Arguments> graphs() {
    Proto x = Onnx.input("x", Onnx.FLOAT, 1, 2);
    Proto y = Onnx.output("y", Onnx.FLOAT);
    Proto old = new Proto().append(RELU).append(x).append(y);
    Proto noShape =
        new Proto()
            .message(
                11,
                new Proto()
                    .string(1, "x")
                    .message(2, new Proto().message(1, new Proto().varint(1, 1))));
    Proto sequence =
        new Proto()
            .message(
                11, new Proto().string(1, "x").message(2, new Proto().message(4, new Proto())));
    Proto otherOutput = new Proto().message(12, Onnx.valueInfo("y", Onnx.FLOAT, 1, 7));
    Proto halfOutput = new Proto().message(12, Onnx.valueInfo("y", 10, 1, 2));
    Proto noOperator = new Proto().message(1, new Proto().string(2, "y"));
    Proto sparse = new Proto().message(15, new Proto());
    return Stream.of(
        wrong("old opset", Onnx.model(6, old), "version 6", "7 to 22", "version_converter"),
        wrong("new opset", Onnx.model(23, old), "version 23", "7 to 22", "version_converter"),
        wrong("negative opset", Onnx.model(-1, old), "version -1"),
        wrong("no input", ends(RELU, y), "0 inputs", "at least one"),
        wrong("integers beside", ends(RELU, x, Onnx.input("z", 7, 1), y), "Input 'z'", "int64"),
        wrong("no output", ends(RELU, x), "0 outputs", "at least one"),
        wrong(
            "second output",
            ends(RELU, x, y, Onnx.output("z", 1)),
            "Nothing in the graph defines 'z'"),
        wrong("output twice", ends(RELU, x, y, y), "lists the output 'y' twice"),
        wrong("input twice", ends(RELU, x, x, y), "defines 'x' twice"),
        wrong("output of two nodes", ends(RELU, RELU, x, y), "defines 'y' twice"),
        wrong("node defines the input", ends(Onnx.node("a", "Relu", "x", "x"), x, y), "'x' twice"),
        wrong(
            "initializer twice",
            ends(RELU, constant("c", 1), constant("c", 1), x, y),
            "defines 'c' twice"),
        wrong(
            "input without shape", ends(RELU, noShape, y), "Input 'x' has no shape", "export the"),
        wrong("input no tensor", ends(RELU, sequence, y), "no plain tensor"),
        wrong("integer input", withInput(Onnx.INT64, 1, 2), "Input 'x'", "type int64", "float"),
        wrong("half input", withInput(10, 1, 2), "Input 'x'", "type float16", "float and double"),
        wrong("batch", withInput(1, 32, 5), "'x'", "[32, 5]", "batch of 32", "batch size 1"),
        wrong("symbolic size", withInput(1, 1, -1), "dimension 1", "fixed input size"),
        wrong("only symbolic", withInput(1, -1), "dimension 0", "fixed input size"),
        wrong("empty input", withInput(1, 1, 0), "without any element", "batch size 1"),
        wrong(
            "output size",
            ends(RELU, x, otherOutput),
            "Output 'y'",
            "[1, 2]",
            "correct the declaration"),
        wrong("half output", ends(RELU, x, halfOutput), "Output 'y'", "type float16"),
        wrong(
            "constant output",
            ends(constant("y", 1), x, y),
            "output 'y' does not depend on the input 'x'"),
        wrong("missing", ends(Onnx.node("Relu", "q"), x, y), "defines 'q'", "Relu (node 'n')"),
        wrong("missing output", ends(x, y), "defines 'y'", "the output of the network"),
        wrong("no operator", ends(noOperator, x, y), "node number 0 has no operator"),
        wrong("sparse", ends(sparse, x, y), "a sparse initializer has no name"),
        wrong(
            "cycle",
            ends(
                Onnx.node("a", "Identity", "q", "r"),
                Onnx.node("b", "Identity", "r", "q"),
                Onnx.node("c", "Relu", "q", "y"),
                x,
                y),
            "cycle through 'q'",
            "Identity (node 'b')",
            "feed-forward"),
        wrong("own cycle", ends(Onnx.node("Relu", "y"), x, y), "cycle through 'y'"),
        wrong(
            "mask",
            ends(
                Onnx.node("d", "Dropout", "x", "z, mask"),
                Onnx.node("m", "Mul", "z, mask", "y"),
                x,
                y),
            "Dropout (node 'd')",
            "'mask'",
            "first output"));
  }

  static Stream<Arguments> tensors() {
    Proto external = Onnx.header("w", 1, 2).message(13, new Proto()).varint(14, 1);
    Proto both = Onnx.floats("w", Onnx.dims(2), 1, 2).float32(4, 1).float32(4, 1);
    Proto segment = Onnx.floats("w", Onnx.dims(2), 1, 2).message(3, new Proto());
    Proto tooFew = Onnx.header("w", 1, 2).bytes(9, new byte[4]);
    Proto odd = Onnx.header("w", 1, 2).bytes(9, new byte[7]);
    Proto none = Onnx.header("w", 1, 2);
    return Stream.of(
        wrong(
            "NaN",
            addingTensor(Onnx.floats("w", Onnx.dims(2), 1, Double.NaN)),
            "Tensor 'w'",
            "element 1",
            "NaN",
            "finite"),
        wrong(
            "overflow",
            addingTensor(Onnx.floats("w", Onnx.dims(1, 2), 1e39, 1)),
            "Tensor 'w'",
            "element 0 of shape [1, 2]",
            "Infinity"),
        wrong(
            "infinite double",
            addingTensor(Onnx.doubles("w", Onnx.dims(2), 1, Double.NEGATIVE_INFINITY)),
            "element 1",
            "-Infinity"),
        wrong("half", addingTensor(Onnx.header("w", 10, 2).bytes(9, new byte[4])), "type float16"),
        wrong("bfloat", addingTensor(Onnx.header("w", 16, 2)), "type bfloat16", "float and double"),
        wrong("integers", addingTensor(Onnx.longs("w", 1, 2)), "'w'", "type int64"),
        wrong("no type", addingTensor(Onnx.header("w", 0, 2)), "'w'", "type undefined"),
        wrong("strange type", addingTensor(Onnx.header("w", 99, 2)), "unknown type (99)"),
        wrong("external", addingTensor(external), "'w'", "another file", "save_as_external_data"),
        wrong("both", addingTensor(both), "'w'", "both raw_data and typed"),
        wrong("segment", addingTensor(segment), "'w'", "segment"),
        wrong("too few", addingTensor(tooFew), "'w'", "needs 2 elements", "has 1"),
        wrong("odd", addingTensor(odd), "'w'", "7 bytes of data"),
        wrong("no data", addingTensor(none), "needs 2 elements", "has 0"),
        wrong("negative", addingTensor(Onnx.header("w", 1, -2)), "'w'", "negative dimension -2"),
        wrong("no elements", addingTensor(Onnx.header("w", 1, 0)), "'w'", "no elements"));
  }

  static Stream<Arguments> nodes() {
    Proto custom =
        new Proto()
            .message(
                1,
                new Proto().string(1, "x").string(2, "y").string(4, "Relu").string(7, "com.acme"));
    return Stream.of(
        wrong(
            "unsupported",
            node("Einsum", "x"),
            "Operator Einsum (node 'n') is not supported; instead of Einsum write ",
            "; supported are Abs, Add,"),
        wrong("domain", Onnx.network(2, custom), "Operator com.acme.Relu (node number 0)"),
        wrong("too many inputs", node("Relu", "x, c"), "Relu (node 'n')", "2 inputs"),
        wrong("too few inputs", node("Add", "x"), "Add (node 'n')", "1 inputs"),
        wrong("omitted", node("Add", "x, "), "Add (node 'n')", "input 1 ''", "missing"),
        wrong(
            "attribute",
            node("Add", "x, c", Onnx.intAttribute("broadcast", 1)),
            "'broadcast'",
            "opset 7 to 22"),
        wrong("attribute type", node("Flatten", "x", Onnx.floatAttribute("axis", 1)), "wrong type"),
        wrong(
            "squared", node("MatMul", "x, x"), "MatMul (node 'n')", "[1, 2] cannot be multiplied"),
        wrong("shapes", node("Add", "x, w3"), "'w3'"),
        wrong("broadcast", node("Add", "x, k"), "defines 'k'"),
        wrong("no broadcast", node("Add", "x, w"), "[1, 2] and [2, 3] do not broadcast"),
        wrong("matmul", node("MatMul", "w, x"), "[2, 3]", "[1, 2]", "cannot be multiplied"),
        wrong("gemm", node("Gemm", "x, w", Onnx.intAttribute("transB", 1)), "[3, 2]", "multiplied"),
        wrong("gemm rank", node("Gemm", "x, c"), "shape [2]", "put a Flatten before it"),
        wrong("gemm bias", node("Gemm", "x, w, c"), "[1, 3] and [2]"),
        wrong("gemm computed bias", node("Gemm", "x, w, x"), "[1, 3] and [1, 2]"),
        wrong("gemm no factor", node("Gemm", "w, w"), "cannot be multiplied"),
        wrong(
            "alpha",
            node("Gemm", "x, w", Onnx.floatAttribute("alpha", Float.NaN)),
            "alpha is NaN",
            "finite"),
        wrong(
            "by zero",
            Onnx.network(2, constant("t", 2, 0), Onnx.node("Div", "x, t")),
            "division by zero (element 1 of 't')",
            "no value"),
        wrong("axis", node("Flatten", "x", Onnx.intAttribute("axis", 3)), "axis 3", "[1, 2]"),
        wrong("no shape", node("Reshape", "x, c"), "Tensor 'c'", "type float", "int64"),
        wrong("perm", node("Transpose", "x", Onnx.intsAttribute("perm", 0, 0)), "no permutation"),
        wrong("perm rank", node("Transpose", "x", Onnx.intsAttribute("perm", 0)), "of 2 axes"),
        wrong("perm axis", node("Transpose", "x", Onnx.intsAttribute("perm", 0, 2)), "axis 2"));
  }

  static Stream<Arguments> rarerNodes() {
    Proto yes = Onnx.initializer(Onnx.header("yes", Onnx.BOOL).bytes(9, new byte[] {1}));
    Proto tiny = Onnx.initializer(Onnx.doubles("t", Onnx.dims(1), 1e-300));
    return Stream.of(
        wrong(
            "training",
            Onnx.network(2, yes, Onnx.node("Dropout", "x, , yes")),
            "training_mode",
            "for inference"),
        wrong(
            "underflow",
            Onnx.network(
                2,
                matrix("m", 2, 1),
                tiny,
                Onnx.node("Gemm", "x, m, t", Onnx.floatAttribute("beta", 0.3f))),
            "beta * C"),
        reshape("too many", 3),
        reshape("two inferred", -1, -1),
        reshape("no divisor", 3, -1),
        reshape("zero", 2, 1, 0),
        reshape("negative", -2, -1),
        reshape("overflow", 1L << 33, 1L << 32),
        wrong("no value", constantNode(), "Constant (node 'k')", "exactly one attribute"),
        wrong(
            "sparse value",
            constantNode(new Proto().string(1, "sparse_value")),
            "Constant (node 'k')",
            "no value"),
        wrong(
            "value without tensor",
            constantNode(new Proto().string(1, "value").varint(20, 4)),
            "Constant (node 'k')",
            "no value"),
        wrong("no floats", constantNode(Onnx.floatsAttribute("value_floats")), "no elements"),
        wrong("NaN float", constantNode(Onnx.floatAttribute("value_float", Float.NaN)), "is NaN"),
        wrong(
            "an integer where a number belongs",
            constantNode(Onnx.intAttribute("value_int", 1)),
            "Add (node 'a')",
            "input 1 'k'",
            "another type"),
        wrong(
            "attribute twice",
            constantNode(
                Onnx.floatAttribute("value_float", 1), Onnx.floatAttribute("value_float", 1)),
            "'value_float' is given twice"));
  }

  private static Arguments reshape(String name, long... target) {
    byte[] file =
        Onnx.network(2, Onnx.initializer(Onnx.longs("s", target)), Onnx.node("Reshape", "x, s"));
    return wrong("reshape: " + name, file, "Reshape (node 'n')", "shape [1, 2]", "batch size 1");
  }

  private static byte[] constantNode(Proto... attributes) {
    return Onnx.network(
        2, Onnx.node("k", "Constant", "", "k", attributes), Onnx.node("a", "Add", "x, k", "y"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"files", "graphs", "tensors", "nodes", "rarerNodes"})
  void isOneLineThatNamesTheThing(String name, byte[] file, List<String> fragments) {
    String message =
        assertThrows(NetworkFormatException.class, () -> OnnxReader.read(file), name).getMessage();
    for (String fragment : fragments) {
      assertTrue(message.contains(fragment), name + ": " + message);
    }
    assertFalse(message.contains("\n"), message);
  }
}
