package surety.certificates.onnx;

import java.util.List;

/** The numbers of TensorProto.DataType that networks have here, and the names of all. */
final class TensorType {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT8 = 3;
  static final int UINT16 = 4;
  static final int INT16 = 5;
  static final int INT32 = 6;
  static final int INT64 = 7;
  static final int BOOL = 9;
  static final int DOUBLE = 11;

  private static final List<String> NAMES =
      List.of(
          ("undefined float uint8 int8 uint16 int16 int32 int64 string bool float16 double uint32"
                  + " uint64 complex64 complex128 bfloat16")
              .split(" "));

  private TensorType() {}

  /** The name of a type for a message. */
  static String name(int type) {
    return type >= 0 && type < NAMES.size()
        ? "type " + NAMES.get(type)
        : "an unknown type (%d)".formatted(type);
  }

  /** Whether it is one of the types that shapes and switches may have. */
  static boolean isInteger(int type) {
    return type == INT64 || type == INT32 || type == BOOL;
  }

  /** Whether it is one of the types of integers that may stand for weights. */
  static boolean isQuantized(int type) {
    return type >= UINT8 && type <= INT32;
  }

  static boolean isUnsigned(int type) {
    return type == UINT8 || type == UINT16;
  }

  /** How many bytes an integer of a type takes. */
  static int width(int type) {
    return switch (type) {
      case BOOL, INT8, UINT8 -> 1;
      case INT16, UINT16 -> 2;
      case INT32 -> 4;
      default -> 8;
    };
  }

  /** Whether a number is one of a type of integers; a truth value is stored as an int32. */
  static boolean holds(int type, long number) {
    int bits = 8 * (type == BOOL ? 4 : width(type));
    if (bits == Long.SIZE) {
      return true;
    }
    return isUnsigned(type)
        ? number >> bits == 0
        : number >= -(1L << (bits - 1)) && number < 1L << (bits - 1);
  }

  /** Whether it is one of the types that weights may have. */
  static boolean isReal(int type) {
    return type == FLOAT || type == DOUBLE;
  }
}
