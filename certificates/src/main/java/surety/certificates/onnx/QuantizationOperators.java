package surety.certificates.onnx;

import java.util.Collections;

/** The rule of DequantizeLinear, of constant weights. */
final class QuantizationOperators {

  private static final long HAS_AN_AXIS = 13;

  private QuantizationOperators() {}

  /** {@code (q - zero) scale}, exactly, with one scale or with one for each index of an axis. */
  static Value dequantize(Call call) throws NetworkFormatException {
    if (call.intAttribute("block_size", 0) != 0) {
      throw call.error("block_size is not supported; export it with a scale for each channel");
    }
    if (call.context().opset() < HAS_AN_AXIS && call.node().attributes().containsKey("axis")) {
      throw call.error("axis is an attribute from opset %d on", HAS_AN_AXIS);
    }
    Numbers q = quantized(call, 0);
    Shape shape = q.shape();
    Shape perIndex = perIndex(call, shape, call.numbers(1).shape());
    Value.Real centred = q;
    if (call.has(2)) {
      Numbers zero = quantized(call, 2);
      if (zero.size() != call.numbers(1).size()) {
        throw call.error(
            "it has %d scales and %d zero points", call.numbers(1).size(), zero.size());
      }
      centred = Arithmetic.DIFFERENCE.of(call, q, zero.reshaped(perIndex));
    }
    Value.Real product = Arithmetic.PRODUCT.of(call, centred, call.numbers(1).reshaped(perIndex));
    return ((Numbers) product).named(call.node().outputs().get(0));
  }

  private static Numbers quantized(Call call, int index) throws NetworkFormatException {
    if (call.input(index) instanceof Value.Stored stored && stored.tensor().isQuantized()) {
      return stored.tensor().loaded(call.context().files()).quantized(call.budget());
    }
    throw call.error(
        "input %d must be a constant tensor of the file, of int8, uint8, int16, uint16 or int32",
        index);
  }

  /** The shape in which scales broadcast to that of the tensor. */
  private static Shape perIndex(Call call, Shape shape, Shape scales)
      throws NetworkFormatException {
    if (scales.size() == 1) {
      return Shape.SCALAR;
    }
    int axis = call.axis(call.intAttribute("axis", 1), shape.rank());
    if (scales.rank() != 1
        || scales.dim(0) != shape.dim(axis)
        || call.context().opset() < HAS_AN_AXIS) {
      throw call.error(
          "scales of shape %s do not fit to axis %d of the shape %s", scales, axis, shape);
    }
    return new Shape(Collections.nCopies(shape.rank() - axis, 1))
        .with(0, scales.dim(0), call.node().describe());
  }
}
