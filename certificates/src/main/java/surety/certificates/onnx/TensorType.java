package surety.certificates.onnx;

import java.util.List;

/** The element types of TensorProto.DataType that networks have here, and the names of all. */
enum TensorType {
  FLOAT(1),
  INT32(6),
  INT64(7),
  BOOL(9),
  DOUBLE(11);

  private static final List<String> NAMES =
      List.of(
          ("undefined float uint8 int8 uint16 int16 int32 int64 string bool float16 double uint32"
                  + " uint64 complex64 complex128 bfloat16")
              .split(" "));

  private final int number;

  TensorType(int number) {
    this.number = number;
  }

  /** The name of a type for a message. */
  static String name(int number) {
    return number >= 0 && number < NAMES.size()
        ? "type " + NAMES.get(number)
        : "an unknown type (%d)".formatted(number);
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
