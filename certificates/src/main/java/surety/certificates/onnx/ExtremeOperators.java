package surety.certificates.onnx;

import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rules of Max and Min. Over the reals {@code max(a, b) = b + max(a - b, 0)}, whichever of a
 * and b is larger: so a maximum is an affine layer, a ReLU and another affine layer, and none of
 * their weights is anything but 1 and -1: nothing is rounded. Likewise {@code min(a, b) = a - max(a
 * - b, 0)}. With a constant it is a {@link surety.certificates.activation.PiecewiseLinear} clip on
 * one side.
 */
final class ExtremeOperators {

  private ExtremeOperators() {}

  static Value max(Call call) throws NetworkFormatException {
    if (IntegerOperators.isFor(call) && call.inputs().size() == 2) {
      return IntegerOperators.fold(call, Math::max);
    }
    return call.combined((a, b) -> extreme(call, a, b, false));
  }

  static Value min(Call call) throws NetworkFormatException {
    if (IntegerOperators.isFor(call) && call.inputs().size() == 2) {
      return IntegerOperators.fold(call, Math::min);
    }
    return call.combined((a, b) -> extreme(call, a, b, true));
  }

  /** The smaller or larger numbers of two tensors. */
  static Value.Real extreme(Call call, Value.Real a, Value.Real b, boolean smallest)
      throws NetworkFormatException {
    Shape shape = call.broadcast(a.shape(), b.shape());
    Value.Real left = (Value.Real) call.broadcast(a, shape);
    Value.Real right = (Value.Real) call.broadcast(b, shape);
    if (left instanceof Numbers c && right instanceof Numbers d) {
      return ElementwiseOperators.folded(
          call, c, d, smallest ? ExtremeOperators::min : RealNumber::max);
    }
    boolean isBehind = left instanceof Computed;
    if ((isBehind ? right : left) instanceof Numbers bounds && bounds.areDoubles()) {
      return clipped(call, isBehind ? left : right, bounds, smallest);
    }
    Value.Real difference = Arithmetic.DIFFERENCE.of(call, left, right);
    Value.Real positive = ActivationOperators.apply(call, difference, i -> Activation.RELU);
    return smallest
        ? Arithmetic.DIFFERENCE.of(call, left, positive)
        : Arithmetic.SUM.of(call, right, positive);
  }

  private static RealNumber min(RealNumber a, RealNumber b) {
    return a.negate().max(b.negate()).negate();
  }

  private static Value.Real clipped(Call call, Value.Real x, Numbers bounds, boolean smallest)
      throws NetworkFormatException {
    return ActivationOperators.apply(
        call,
        x,
        i ->
            smallest
                ? ActivationOperators.clip(Double.NEGATIVE_INFINITY, bounds.at(i))
                : ActivationOperators.clip(bounds.at(i), Double.POSITIVE_INFINITY));
  }
}
