package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantOperatorsTest {
  private static final Proto CONSTANTS =
      new Proto()
          .append(Onnx.initializer(Onnx.floats("a", Onnx.dims(4), 1, -2, 2.5, 0)))
          .append(Onnx.initializer(Onnx.floats("b", Onnx.dims(4), 1, 3, -2.5, 0)))
          .append(Onnx.initializer(Onnx.floats("half", Onnx.dims(4), -0.5, 0.5, 7, -7.25)))
          .append(Onnx.initializer(Onnx.floats("two", Onnx.dims(1), 2)))
          .append(Onnx.initializer(Onnx.floats("three", Onnx.dims(1), 3)))
          .append(Onnx.initializer(Onnx.floats("odd", Onnx.dims(3), 1, 2, 3)))
          .append(Onnx.initializer(Onnx.longs("i", 1, 2, 3, 4)))
          .append(Onnx.initializer(Onnx.longs("j", 4, 2, 2, 5)))
          .append(Onnx.initializer(Onnx.longs("far", 1 << 20, 1 << 20)))
          .append(Onnx.initializer(Onnx.longs("zero", 0)))
          .append(
              Onnx.initializer(Onnx.header("p", Onnx.BOOL, 4).bytes(9, new byte[] {0, 0, 1, 1})))
          .append(
              Onnx.initializer(Onnx.header("q", Onnx.BOOL, 4).bytes(9, new byte[] {0, 1, 0, 1})));

  private static byte[] file(long opset, Proto... nodes) {
    Proto all = new Proto().append(CONSTANTS);
    for (Proto node : nodes) {
      all.append(node);
    }
    return Onnx.network(opset, 4, all);
  }

  /** The truth values of a node, as numbers that are added to x. */
  private static byte[] truth(long opset, String operator, String inputs) {
    return file(
        opset,
        Onnx.node("t", operator, inputs, "t"),
        Onnx.node("c", "Cast", "t", "c", Onnx.intAttribute("to", 1)),
        Onnx.node("Add", "x, c"));
  }

  private static byte[] numbers(long opset, String operator, String inputs, Proto... attributes) {
    return file(opset, Onnx.node("c", operator, inputs, "c", attributes), Onnx.node("Add", "x, c"));
  }

  private static double[] values(byte[] file) throws NetworkFormatException {
    return OnnxReader.read(file).evaluate(new double[4]);
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 11, 13, 16, 19, 22})
  void theyAreThoseOfOnnxRuntime(long opset) throws Exception {
    for (String operator : new String[] {"Less", "Greater", "LessOrEqual", "GreaterOrEqual"}) {
      if (opset >= 12 || !operator.endsWith("OrEqual")) {
        OnnxRuntime.assertAgrees(truth(opset, operator, "a, b"), opset, 1, 4);
        OnnxRuntime.assertAgrees(truth(opset, operator, "i, j"), opset, 1, 4);
        OnnxRuntime.assertAgrees(truth(opset, operator, "two, b"), opset, 1, 4);
      }
    }
    for (String operator : new String[] {"And", "Or", "Xor", "Equal"}) {
      OnnxRuntime.assertAgrees(truth(opset, operator, "p, q"), opset, 1, 4);
    }
    if (opset >= 11) {
      OnnxRuntime.assertAgrees(truth(opset, "Equal", "a, b"), opset, 1, 4);
    }
    OnnxRuntime.assertAgrees(truth(opset, "Not", "p"), opset, 1, 4);
    for (String operator : new String[] {"Floor", "Ceil", "Sign"}) {
      OnnxRuntime.assertAgrees(numbers(opset, operator, "half"), opset, 1, 4);
      OnnxRuntime.assertAgrees(numbers(opset, operator, "a"), opset, 1, 4);
    }
    OnnxRuntime.assertAgrees(numbers(opset, "ReduceProd", "odd"), opset, 1, 4);
    OnnxRuntime.assertAgrees(numbers(opset, "ReduceL1", "half"), opset, 1, 4);
    OnnxRuntime.assertAgrees(file(opset, Onnx.node("ReduceL1", "x")), opset, 1, 4);
  }

  @Test
  void comparisonsAreExact() throws NetworkFormatException {
    Proto third = Onnx.node("d", "Div", "two, three", "third");
    Proto same = Onnx.node("e", "Mul", "third, three", "same");
    Proto equal = Onnx.node("f", "Equal", "same, two", "t");
    Proto cast = Onnx.node("c", "Cast", "t", "c", Onnx.intAttribute("to", 1));
    byte[] file = file(13, third, same, equal, cast, Onnx.node("Add", "x, c"));
    assertArrayEquals(new double[] {1, 1, 1, 1}, values(file), "2 / 3 * 3 == 2");
    Proto root = Onnx.node("d", "Sqrt", "two", "third");
    Proto less = Onnx.node("f", "Less", "third, two", "t");
    assertArrayEquals(
        new double[] {1, 1, 1, 1}, values(file(13, root, less, cast, Onnx.node("Add", "x, c"))));
  }

  @Test
  void theProductOfAShapeIsAnInteger() throws NetworkFormatException {
    Proto size = Onnx.node("p", "ReduceProd", "shape", "size", Onnx.intAttribute("keepdims", 1));
    byte[] file =
        file(13, Onnx.node("s", "Shape", "x", "shape"), size, Onnx.node("Reshape", "x, size"));
    assertArrayEquals(new double[4], values(file));
  }

  private static Arguments wrong(byte[] file, String fragment) {
    return Arguments.of(file, fragment);
  }

  static Stream<Arguments> allWrong() {
    Proto root = Onnx.node("r", "Sqrt", "two", "root");
    Proto square = Onnx.node("m", "Mul", "root, root", "square");
    Proto cast = Onnx.node("c", "Cast", "t", "c", Onnx.intAttribute("to", 1));
    Proto add = Onnx.node("Add", "x, c");
    Stream<Arguments> unknown =
        Stream.of(
            wrong(
                file(13, root, square, Onnx.node("t", "Less", "square, two", "t"), cast, add),
                "not known well enough"),
            wrong(
                file(13, root, square, Onnx.node("t", "Equal", "square, two", "t"), cast, add),
                "not known well enough"),
            wrong(
                file(13, root, square, Onnx.node("t", "Floor", "square", "c"), add), "jumps near"));
    Stream<Arguments> computed =
        Stream.of("Less", "Greater", "LessOrEqual", "GreaterOrEqual", "Equal")
            .flatMap(
                operator ->
                    Stream.of(
                        wrong(truth(16, operator, "x, a"), "only of constants"),
                        wrong(truth(16, operator, "a, x"), "only of constants"),
                        wrong(truth(16, operator, "a, i"), "int64"),
                        wrong(truth(16, operator, "a, odd"), "do not broadcast"),
                        wrong(truth(16, operator, "a"), "1 inputs")));
    Stream<Arguments> others =
        Stream.of(
            wrong(truth(13, "And", "a, p"), "type float where int64"),
            wrong(truth(13, "Or", "p, x"), "constant tensor of integers"),
            wrong(truth(13, "Not", "x"), "constant tensor of integers"),
            wrong(truth(13, "Not", "a"), "int64, int32 or bool"),
            wrong(numbers(13, "Floor", "x"), "only of constants"),
            wrong(numbers(13, "Ceil", "x"), "only of constants"),
            wrong(numbers(13, "Sign", "x"), "only of constants"),
            wrong(numbers(13, "Sign", "i"), "type int64"),
            wrong(numbers(13, "Round", "x"), "only of constants"),
            wrong(numbers(13, "Mod", "x, a"), "only of constant integers"),
            wrong(numbers(13, "Mod", "i, zero"), "divide by zero"),
            wrong(numbers(18, "ReduceProd", "i, i"), "axis 1 is not one of 1"),
            wrong(
                file(18, Onnx.node("p", "ReduceProd", "far", "n"), Onnx.node("Reshape", "x, n")),
                "32 bits"),
            wrong(
                file(
                    13, Onnx.node("p", "ReduceProd", "i, zero", "n"), Onnx.node("Reshape", "x, n")),
                "an attribute before opset 18"),
            wrong(
                file(
                    18,
                    Onnx.node(
                        "p", "ReduceProd", "i", "n", Onnx.intAttribute("noop_with_empty_axes", 1)),
                    Onnx.node("Reshape", "x, n")),
                "only the product of all"));
    return Stream.of(unknown, computed, others).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }
}
