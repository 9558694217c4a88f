package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

class QuantizationOperatorsTest {

  private static Proto raw(String name, int type, long[] dims, int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    return Onnx.initializer(Onnx.header(name, type, dims).bytes(9, raw));
  }

  private static Proto typed(String name, int type, long... values) {
    Proto tensor = Onnx.header(name, type, values.length);
    for (long value : values) {
      tensor.varint(5, value);
    }
    return Onnx.initializer(tensor);
  }

  private static final Proto CONSTANTS =
      new Proto()
          .append(raw("i8", TensorType.INT8, Onnx.dims(2, 3), -128, -1, 0, 1, 5, 127))
          .append(raw("u8", TensorType.UINT8, Onnx.dims(2, 3), 0, 1, 100, 128, 200, 255))
          .append(raw("z8", TensorType.INT8, Onnx.dims(), -3))
          .append(raw("zu", TensorType.UINT8, Onnx.dims(), 128))
          .append(raw("z3", TensorType.INT8, Onnx.dims(3), -3, 0, 7))
          .append(raw("z2", TensorType.INT8, Onnx.dims(2), 1, -100))
          .append(typed("i32", TensorType.INT32, 100_000, -7, 16_777_217))
          .append(raw("i16", TensorType.INT16, Onnx.dims(2), 0xff, 0xff, 1, 0x80))
          .append(raw("u16", TensorType.UINT16, Onnx.dims(2), 0xff, 0xff, 1, 0x80))
          .append(typed("small", TensorType.INT8, -5, 6))
          .append(typed("wrong8", TensorType.INT8, 128, 0))
          .append(typed("wrongu", TensorType.UINT8, -1, 0))
          .append(raw("short", TensorType.INT8, Onnx.dims(3), 1, 2))
          .append(raw("none", TensorType.INT8, Onnx.dims(0)))
          .append(Onnx.initializer(Onnx.longs("i64", 1, 2)))
          .append(Onnx.initializer(Onnx.floats("s", Onnx.dims(), 0.1)))
          .append(Onnx.initializer(Onnx.floats("s3", Onnx.dims(3), 0.1, 2, -0.3)))
          .append(Onnx.initializer(Onnx.floats("s2", Onnx.dims(2), 0.1, 3)))
          .append(Onnx.initializer(Onnx.floats("s23", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6)));

  private static byte[] product(long opset, String inputs, Proto... attributes) {
    return Onnx.network(
        opset,
        2,
        CONSTANTS,
        Onnx.node("d", "DequantizeLinear", inputs, "w", attributes),
        Onnx.node("MatMul", "x, w"));
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 13, 19, 21, 22})
  void oneScaleIsForAll(long opset) throws Exception {
    OnnxRuntime.assertAgrees(product(opset, "i8, s"), opset, 1, 2);
    OnnxRuntime.assertAgrees(product(opset, "i8, s, z8"), opset, 1, 2);
    OnnxRuntime.assertAgrees(product(opset, "u8, s, zu"), opset, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 19, 21, 22})
  void eachIndexOfAnAxisMayHaveItsOwn(long opset) throws Exception {
    OnnxRuntime.assertAgrees(product(opset, "i8, s3, z3"), opset, 1, 2);
    OnnxRuntime.assertAgrees(product(opset, "i8, s3, z3", axis(-1)), opset, 1, 2);
    OnnxRuntime.assertAgrees(product(opset, "i8, s2, z2", axis(0)), opset, 1, 2);
    OnnxRuntime.assertAgrees(product(opset, "u8, s3", axis(1)), opset, 1, 2);
  }

  private static Rational[] sum(String inputs) throws NetworkFormatException {
    byte[] file =
        Onnx.network(
            21L,
            1,
            CONSTANTS,
            Onnx.node("d", "DequantizeLinear", inputs, "c"),
            Onnx.node("Add", "x, c"));
    return OnnxReader.read(file).evaluateExactly(new Rational[] {Rational.ZERO});
  }

  private static Rational[] times(double scale, long... numbers) {
    Rational[] products = new Rational[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      products[i] = Rational.of(numbers[i]).times(Rational.ofDouble(scale));
    }
    return products;
  }

  @Test
  void nothingIsRounded() throws NetworkFormatException {
    assertArrayEquals(times(0.1f, 100_000, -7, 16_777_217), sum("i32, s"));
    assertArrayEquals(times(0.1f, -1, -32767), sum("i16, s"));
    assertArrayEquals(times(0.1f, 65535, 32769), sum("u16, s"));
    assertArrayEquals(times(0.1f, -5, 6), sum("small, s"));
    assertEquals(6, sum("u8, s, zu").length);
  }

  private static Arguments wrong(long opset, String inputs, String fragment, Proto... attributes) {
    return Arguments.of(product(opset, inputs, attributes), fragment);
  }

  static Stream<Arguments> allWrong() {
    return Stream.of(
        wrong(13, "x, s", "input 0 must be a constant tensor of the file"),
        wrong(13, "s, s", "input 0 must be a constant tensor of the file"),
        wrong(13, "i64, s", "input 0 must be a constant tensor of the file"),
        wrong(13, "i8, x", "constant tensor of numbers"),
        wrong(13, "i8, i64", "type int64"),
        wrong(13, "i8, s, s", "input 2 must be a constant tensor"),
        wrong(13, "i8, s, z3", "1 scales and 3 zero points"),
        wrong(13, "i8, s3, z8", "3 scales and 1 zero points"),
        wrong(13, "i8, s3", "do not fit to axis 0", axis(0)),
        wrong(13, "i8, s2", "do not fit to axis 1"),
        wrong(13, "i8, s3", "axis 2 is not one of 2", axis(2)),
        wrong(13, "i8, s23", "scales of shape [2, 3]"),
        wrong(10, "i8, s3", "do not fit"),
        wrong(10, "i8, s3", "from opset 13 on", axis(1)),
        wrong(21, "i8, s3", "block_size", Onnx.intAttribute("block_size", 2)),
        wrong(13, "i8, s, z8, s", "4 inputs"),
        wrong(13, "i8", "1 inputs"),
        wrong(13, "wrong8, s", "element 0 is 128, which has more than 8 bits"),
        wrong(13, "wrongu, s", "element 0 is -1"),
        wrong(13, "short, s", "needs 3 elements, but the file has 2"),
        wrong(13, "none, s", "no elements"));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }

  /** A small integer is for weights only: nothing is known of its overflows. */
  @Test
  void otherOperatorsDoNotTakeThem() {
    byte[] file = Onnx.network(13, CONSTANTS, Onnx.node("Add", "x, i8"));
    String message = Refusal.of(file);
    assertTrue(message.contains("type int8"), message);
  }
}
