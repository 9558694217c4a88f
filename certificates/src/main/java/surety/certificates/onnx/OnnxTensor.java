package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A TensorProto whose data is not decoded yet: only the tensors that the network uses are, so that
 * a damaged one that nobody needs does no harm.
 *
 * @param dims as in the file, unchecked
 * @param type the number of a {@link TensorType}
 * @param raw raw_data, little-endian; empty if the file uses the typed fields
 * @param floats float_data, little-endian
 * @param doubles double_data, little-endian
 * @param integers int32_data and int64_data, of which a tensor has one
 * @param external where the data is if it is in another file
 * @param segmented whether this is one chunk of a larger tensor
 */
record OnnxTensor(
    String name,
    LongBuffer dims,
    int type,
    ByteBuffer raw,
    ByteBuffer floats,
    ByteBuffer doubles,
    LongBuffer integers,
    Optional<ExternalData> external,
    boolean segmented) {

  /** The tensor under another name: a tensor inside a Constant node goes by its output's. */
  OnnxTensor named(String newName) {
    return new OnnxTensor(newName, dims, type, raw, floats, doubles, integers, external, segmented);
  }

  /**
   * The elements of a float or double tensor, exactly.
   *
   * @throws NetworkFormatException unless it is such a tensor, complete, not empty, and finite
   */
  Numbers numbers(Budget budget) throws NetworkFormatException {
    if (!TensorType.isReal(type)) {
      throw error(
          "its elements are of %s; only float and double weights can be read",
          TensorType.name(type));
    }
    boolean single = type == TensorType.FLOAT;
    Shape shape = shape();
    ByteBuffer data = data(single ? floats : doubles);
    requireElements(shape.size(), data.remaining(), single ? 4 : 8);
    if (shape.size() == 0) {
      throw error("it has no elements");
    }
    budget.spend(shape.size(), "tensor " + quote(name));
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      budget.check(i);
      double value = single ? data.getFloat() : data.getDouble();
      if (!Double.isFinite(value)) {
        throw error(
            "element %d of shape %s is %s; weights must be finite numbers", i, shape, value);
      }
      values[i] = value;
    }
    return new Numbers(name, shape, values);
  }

  /**
   * The tensor with its data from wherever it is.
   *
   * @param files the contents of the files beside the model, by name
   * @throws NetworkFormatException if there is no such data
   */
  OnnxTensor loaded(Map<String, byte[]> files) throws NetworkFormatException {
    if (external.isEmpty()) {
      return this;
    }
    requireOnePlace();
    ByteBuffer data;
    try {
      data = external.get().in(files);
    } catch (NetworkFormatException e) {
      throw e.at("Tensor " + quote(name));
    }
    return new OnnxTensor(
        name, dims, type, data, floats, doubles, integers, Optional.empty(), segmented);
  }

  /**
   * Checks that its data is inside of the model, as that of a part of a sparse tensor has to be.
   *
   * @throws NetworkFormatException if it is elsewhere, or if there is data elsewhere, too
   */
  void requireInside() throws NetworkFormatException {
    if (external.isPresent()) {
      requireOnePlace();
      throw error(
          "it is a part of a sparse tensor with its data in another file, which is not supported;"
              + " save the model with its weights inside (onnx.save with"
              + " save_as_external_data=False)");
    }
  }

  /** Of data inside and in another file programs take the one or the other. */
  private void requireOnePlace() throws NetworkFormatException {
    if (raw.hasRemaining() || hasTyped()) {
      throw error("it has data both inside the model and in another file; export it again");
    }
  }

  /** Its elements, {@link #integers} or {@link #numbers}. */
  Value.Tensor decoded(Budget budget) throws NetworkFormatException {
    return isInteger() ? integers(budget) : numbers(budget);
  }

  /** Whether it has no elements. */
  boolean isEmpty() {
    return Arrays.stream(array(dims)).anyMatch(dim -> dim == 0);
  }

  /** Whether it has integers or truth values as elements. */
  boolean isInteger() {
    return TensorType.isInteger(type);
  }

  /**
   * The elements of an int64, int32 or bool tensor, as they are used for shapes and switches.
   *
   * @throws NetworkFormatException unless it is such a tensor and complete
   */
  Integers integers(Budget budget) throws NetworkFormatException {
    if (!isInteger()) {
      throw error(
          "its elements are of %s where int64, int32 or bool is needed", TensorType.name(type));
    }
    return whole(budget);
  }

  /** Whether it has integers as elements that may stand for weights. */
  boolean isQuantized() {
    return TensorType.isQuantized(type);
  }

  /**
   * The elements of a {@link #isQuantized quantized} tensor.
   *
   * @throws NetworkFormatException unless it is complete and not empty
   */
  Numbers quantized(Budget budget) throws NetworkFormatException {
    Integers whole = whole(budget);
    double[] values = new double[whole.shape().size()];
    if (values.length == 0) {
      throw error("it has no elements");
    }
    budget.spend(values.length, "tensor " + quote(name));
    Arrays.setAll(values, whole::at);
    return new Numbers(name, whole.shape(), values);
  }

  private Integers whole(Budget budget) throws NetworkFormatException {
    Shape shape = shape();
    budget.spend(shape.size(), "tensor " + quote(name));
    ByteBuffer data = data(ByteBuffer.allocate(0));
    int width = TensorType.width(type);
    boolean isRaw = data.hasRemaining();
    requireElements(
        shape.size(), isRaw ? data.remaining() : integers.remaining(), isRaw ? width : 1);
    long[] values = isRaw ? new long[shape.size()] : array(integers);
    for (int i = 0; i < values.length; i++) {
      if (isRaw) {
        long signed =
            switch (width) {
              case 1 -> data.get();
              case 2 -> data.getShort();
              case 4 -> data.getInt();
              default -> data.getLong();
            };
        values[i] = TensorType.isUnsigned(type) ? signed & ((1L << (8 * width)) - 1) : signed;
      }
      if (!TensorType.holds(type, values[i])) {
        throw error(
            "element %d is %d, which has more than %d bits; export the network again",
            i, values[i], type == TensorType.BOOL ? 32 : 8 * width);
      }
      values[i] = type == TensorType.BOOL && values[i] != 0 ? 1 : values[i]; // all but 0 are true
    }
    return new Integers(shape, values);
  }

  private Shape shape() throws NetworkFormatException {
    if (segmented) {
      throw error("it is one segment of a larger tensor, which is not supported");
    }
    return Shape.checked(array(dims), "Tensor " + quote(name));
  }

  private ByteBuffer data(ByteBuffer typed) throws NetworkFormatException {
    if (raw.hasRemaining() && hasTyped()) {
      throw error("it has both raw_data and typed data; export the network again");
    }
    return (raw.hasRemaining() ? raw : typed).duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  private boolean hasTyped() {
    return floats.hasRemaining() || doubles.hasRemaining() || integers.hasRemaining();
  }

  private void requireElements(int expected, int units, int width) throws NetworkFormatException {
    if (units != (long) expected * width) {
      throw error(
          "its shape %s needs %d elements, but the file has %s; export the network again",
          Arrays.toString(array(dims)),
          expected,
          units % width == 0 ? units / width : units + " bytes of data");
    }
  }

  /** A fresh array of what a buffer holds. */
  static long[] array(LongBuffer buffer) {
    long[] array = new long[buffer.remaining()];
    buffer.duplicate().get(array);
    return array;
  }

  private NetworkFormatException error(String format, Object... arguments) {
    return new NetworkFormatException(format, arguments).at("Tensor " + quote(name));
  }
}
