package surety.certificates.onnx;

import surety.certificates.activation.Power;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rule of Pow with a constant exponent: natural numbers, which are {@link Power}s, 1/2, and the
 * negatives of these, which are reciprocals.
 */
final class PowerOperators {

  private static final int MOST = 64;

  private PowerOperators() {}

  static Value pow(Call call) throws NetworkFormatException {
    if (call.isComputed(1)) {
      throw call.error(
          "the exponent depends on the network's input; only constant exponents are supported");
    }
    Numbers exponents = call.isInteger(1) ? numbers(call.integers(1)) : call.numbers(1);
    RealNumber first = exponents.real(0);
    if (exponents.stream().anyMatch(each -> !each.equals(first))) {
      throw call.error("it has different exponents; only one for all numbers is supported");
    }
    Value.Real base = call.real(0);
    Shape shape = call.broadcast(base.shape(), exponents.shape());
    return power(call, (Value.Real) call.broadcast(base, shape), first);
  }

  private static Numbers numbers(Integers integers) {
    double[] values = new double[integers.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = integers.values()[i];
    }
    return new Numbers("", integers.shape(), values);
  }

  private static Value.Real power(Call call, Value.Real base, RealNumber exponent)
      throws NetworkFormatException {
    double e = exponent.isDouble() ? exponent.enclosure().lower() : Double.NaN;
    double size = Math.abs(e);
    boolean isNatural = size >= 1 && size <= MOST && size == Math.rint(size);
    if (!isNatural && size != 0.5) {
      throw call.error(
          "the exponent is %s; supported are 1 to %d, 0.5, and the negatives of these",
          exponent.isDouble() ? String.valueOf(e) : "no number of double precision", MOST);
    }
    Value.Real power = base;
    if (size == 0.5) {
      power = ElementwiseOperators.sqrt(call, base);
    } else if (size > 1) {
      Power function = new Power((int) size);
      power = ActivationOperators.apply(call, base, i -> function);
    }
    return e > 0 ? power : ElementwiseOperators.reciprocal(call, power);
  }
}
