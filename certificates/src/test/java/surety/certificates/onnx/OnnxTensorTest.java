package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integers and truth values as they are stored: in int32_data, in int64_data and in raw_data. */
class OnnxTensorTest {
  private static final int INT32_DATA = 5;
  private static final int INT64_DATA = 7;
  private static final int RAW_DATA = 9;

  private static Proto typed(int type, int field, long... values) {
    Proto tensor = Onnx.header("k", type, values.length);
    for (long value : values) {
      tensor.varint(field, value);
    }
    return tensor;
  }

  /** Four inputs times the constant tensor k, after it became float. */
  private static double[] read(Proto tensor) throws NetworkFormatException {
    byte[] file =
        Onnx.network(
            4,
            Onnx.initializer(tensor),
            Onnx.node("c", "Cast", "k", "f", Onnx.intAttribute("to", Onnx.FLOAT)),
            Onnx.node("Mul", "x, f"));
    return OnnxReader.read(file).evaluate(new double[] {1, 1, 1, 1});
  }

  private static String refused(Proto tensor) {
    return assertThrows(NetworkFormatException.class, () -> read(tensor)).getMessage();
  }

  @Test
  void integersAreThemselves() throws NetworkFormatException {
    double[] ends = {3, -1, Integer.MIN_VALUE, 0x1p31};
    long[] values = {3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    assertArrayEquals(ends, read(typed(Onnx.INT32, INT32_DATA, values)), "the nearest floats");
    assertArrayEquals(ends, read(typed(Onnx.INT64, INT64_DATA, values)));
    long[] wide = {1L << 32, -1L << 31, 1L << 62, Long.MIN_VALUE};
    assertArrayEquals(
        new double[] {0x1p32, -0x1p31, 0x1p62, -0x1p63}, read(typed(Onnx.INT64, INT64_DATA, wide)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, -(1L << 31) - 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE})
  void moreThan32BitsAreRefused(long value) {
    for (int type : new int[] {Onnx.INT32, Onnx.BOOL}) {
      String message = refused(typed(type, INT32_DATA, 0, 1, value, 1));
      assertTrue(message.contains("Tensor 'k': element 2 is " + value), message);
      assertTrue(message.contains("more than 32 bits; export the network again"), message);
    }
  }

  @Test
  void allButZeroIsTrue() throws NetworkFormatException {
    double[] truths = {1, 0, 1, 1};
    assertArrayEquals(truths, read(typed(Onnx.BOOL, INT32_DATA, 1, 0, 2, -1)));
    assertArrayEquals(truths, read(typed(Onnx.BOOL, INT32_DATA, 256, 0, Integer.MIN_VALUE, 7)));
    Proto raw = Onnx.header("k", Onnx.BOOL, 4).bytes(RAW_DATA, new byte[] {1, 0, 2, -1});
    assertArrayEquals(truths, read(raw));
  }

  @Test
  void asManyAsTheShapeHas() {
    Proto three = Onnx.header("k", Onnx.INT32, 4);
    three.varint(INT32_DATA, 1).varint(INT32_DATA, 1).varint(INT32_DATA, 1);
    assertTrue(refused(three).contains("needs 4 elements, but the file has 3"));
    Proto bytes = Onnx.header("k", Onnx.INT32, 4).bytes(RAW_DATA, new byte[15]);
    assertTrue(refused(bytes).contains("15 bytes of data"));
    Proto both = typed(Onnx.BOOL, INT32_DATA, 1, 1, 1, 1).bytes(RAW_DATA, new byte[4]);
    assertTrue(refused(both).contains("both raw_data and typed data"));
  }
}
