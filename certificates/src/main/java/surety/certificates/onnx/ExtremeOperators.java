package surety.certificates.onnx;

import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;

/**
 * The rules of Max and Min. Over the reals {@code max(a, b) = b + max(a - b, 0)}, whichever of a
 * and b is larger: so a maximum is an affine layer, a ReLU and another affine layer, and none of
 * their weights is anything but 1 and -1, nothing is rounded. Likewise {@code min(a, b) = a - max(a
 * - b, 0)}.
 */
final class ExtremeOperators {

  private ExtremeOperators() {}

  static Value max(Invocation call) throws NetworkFormatException {
    return extreme(call, false);
  }

  static Value min(Invocation call) throws NetworkFormatException {
    return extreme(call, true);
  }

  private static Value extreme(Invocation call, boolean smallest) throws NetworkFormatException {
    Value.Real result = call.real(0);
    for (int i = 1; i < call.inputs().size(); i++) {
      result = extreme(call, result, call.real(i), smallest);
    }
    return result;
  }

  private static Value.Real extreme(Invocation call, Value.Real a, Value.Real b, boolean smallest)
      throws NetworkFormatException {
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return ElementwiseOperators.extreme(call, left, right, smallest);
    }
    Computed difference = (Computed) ElementwiseOperators.difference(call, a, b);
    int neurons = difference.shape().size();
    Computed positive =
        call.append(
            difference,
            neurons,
            () -> ActivationLayer.uniform(neurons, Activation.RELU),
            difference.shape());
    return smallest
        ? ElementwiseOperators.difference(call, a, positive)
        : ElementwiseOperators.sum(call, b, positive);
  }
}
