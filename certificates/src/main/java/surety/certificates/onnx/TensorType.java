package surety.certificates.onnx;

import java.util.Arrays;
import java.util.Locale;

/** The element types of TensorProto.DataType. */
enum TensorType {
  UNDEFINED(0),
  FLOAT(1),
  UINT8(2),
  INT8(3),
  UINT16(4),
  INT16(5),
  INT32(6),
  INT64(7),
  STRING(8),
  BOOL(9),
  FLOAT16(10),
  DOUBLE(11),
  UINT32(12),
  UINT64(13),
  COMPLEX64(14),
  COMPLEX128(15),
  BFLOAT16(16);

  private final int number;

  TensorType(int number) {
    this.number = number;
  }

  /** The name of a type for a message. */
  static String name(int number) {
    return Arrays.stream(values())
        .filter(type -> type.is(number))
        .findFirst()
        .map(type -> "type " + type.name().toLowerCase(Locale.ROOT))
        .orElse("an unknown type (" + number + ")");
  }

  /** Whether this is the type of the given number in the file. */
  boolean is(int candidate) {
    return candidate == number;
  }

  /** Whether it is one of the types that shapes and switches may have. */
  static boolean isInteger(int number) {
    return INT64.is(number) || INT32.is(number) || BOOL.is(number);
  }

  /** Whether it is one of the types that weights may have. */
  static boolean isReal(int number) {
    return FLOAT.is(number) || DOUBLE.is(number);
  }
}
