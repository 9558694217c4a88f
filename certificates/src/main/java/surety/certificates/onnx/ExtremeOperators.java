package surety.certificates.onnx;

import surety.certificates.activation.Activation;

/**
 * The rules of Max and Min. Over the reals {@code max(a, b) = b + max(a - b, 0)}, whichever of a
 * and b is larger: so a maximum is an affine layer, a ReLU and another affine layer, and none of
 * their weights is anything but 1 and -1: nothing is rounded. Likewise {@code min(a, b) = a - max(a
 * - b, 0)}. With a constant it is a {@link surety.certificates.activation.Clip} on one side.
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

  /** The smaller or larger numbers of two tensors. */
  static Value.Real extreme(Invocation call, Value.Real a, Value.Real b, boolean smallest)
      throws NetworkFormatException {
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return ElementwiseOperators.extreme(call, left, right, smallest);
    }
    Shape shape = ElementwiseOperators.broadcast(call, a.shape(), b.shape());
    if ((a instanceof Computed && b instanceof Computed)
        || !((Numbers) (a instanceof Computed ? b : a)).areDoubles()) {
      return withRelu(call, a, b, smallest);
    }
    Numbers bounds = (Numbers) (a instanceof Computed ? b : a);
    Computed value = (Computed) (a instanceof Computed ? a : b);
    call.spend(3L * shape.size());
    int[] sources = bounds.shape().sourcesIn(shape);
    return ActivationOperators.apply(
        call,
        value.selected(value.shape().sourcesIn(shape), shape),
        i ->
            smallest
                ? ActivationOperators.clip(Double.NEGATIVE_INFINITY, bounds.at(sources[i]))
                : ActivationOperators.clip(bounds.at(sources[i]), Double.POSITIVE_INFINITY));
  }

  private static Value.Real withRelu(Invocation call, Value.Real a, Value.Real b, boolean smallest)
      throws NetworkFormatException {
    Value.Real positive =
        ActivationOperators.apply(
            call, ElementwiseOperators.difference(call, a, b), i -> Activation.RELU);
    return smallest
        ? ElementwiseOperators.difference(call, a, positive)
        : ElementwiseOperators.sum(call, b, positive);
  }
}
