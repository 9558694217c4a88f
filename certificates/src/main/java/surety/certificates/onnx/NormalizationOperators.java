package surety.certificates.onnx;

import java.util.Collections;
import surety.certificates.arithmetic.RealNumber;

/** The rule of BatchNormalization at inference. */
final class NormalizationOperators {

  private static final float VARIANCE_OFFSET = 1e-5f;

  private NormalizationOperators() {}

  /**
   * {@code (x - mean) / sqrt(variance + epsilon) scale + bias} for each channel, which is axis 1.
   * The root is a fraction or enclosed: what is claimed is the function with the exact root.
   */
  static Value batch(Call call) throws NetworkFormatException {
    if (call.intAttribute("training_mode", 0) != 0) {
      throw call.error("it is in training mode; export the network for inference");
    }
    if (call.intAttribute("spatial", 1) == 0) {
      throw call.error("spatial = 0 is not supported; export the network for opset 9 or later");
    }
    Value.Real value = call.real(0);
    Shape shape = value.shape();
    if (shape.rank() < 2) {
      throw call.error("it needs a batch and channels, but has the shape %s", shape);
    }
    int channels = shape.dim(1);
    for (int input = 1; input <= 4; input++) {
      Shape given = call.numbers(input).shape();
      if (given.rank() != 1 || given.size() != channels) {
        throw call.error(
            "input %d has the shape %s; it must have one number for each of %d channels",
            input, given, channels);
      }
    }
    RealNumber offset = RealNumber.of(call.floatAttribute("epsilon", VARIANCE_OFFSET));
    Numbers roots =
        ElementwiseOperators.map(
            call, call.numbers(4), (i, v) -> ElementwiseOperators.root(call, v.plus(offset)));
    Shape perChannel = new Shape(Collections.nCopies(shape.rank() - 1, 1)).with(0, channels, "");
    Numbers factors = (Numbers) ElementwiseOperators.quotient(call, call.numbers(1), roots);
    Value.Real centred =
        Arithmetic.DIFFERENCE.of(call, value, call.numbers(3).reshaped(perChannel));
    Value.Real scaled = Arithmetic.PRODUCT.of(call, centred, factors.reshaped(perChannel));
    return Arithmetic.SUM.of(call, scaled, call.numbers(2).reshaped(perChannel));
  }
}
