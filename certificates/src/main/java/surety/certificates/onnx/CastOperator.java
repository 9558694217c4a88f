package surety.certificates.onnx;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rule of Cast. Between float and double it changes nothing of a value that depends on the
 * input, whose rounding is not covered by any claim; a constant becomes the number that it is cast
 * to. Casts to integers round, so that of computed values they jump and are refused.
 */
final class CastOperator {

  private CastOperator() {}

  static Value cast(Invocation call) throws NetworkFormatException {
    int target = ModelParser.narrow(call.intAttribute("to", 0));
    Value.Tensor value = call.tensor(0);
    if (TensorType.isReal(target)) {
      return toReal(call, value, TensorType.FLOAT.is(target));
    }
    if (!TensorType.isInteger(target)) {
      throw call.error("a cast to %s is not supported".formatted(TensorType.name(target)));
    }
    if (value instanceof Computed) {
      throw call.error(
          "a cast to %s of a value that depends on the network's input jumps, which is not"
                  .formatted(TensorType.name(target))
              + " supported; casts to integers are read for shapes only");
    }
    long[] results = new long[value.shape().size()];
    call.spend(results.length);
    for (int i = 0; i < results.length; i++) {
      results[i] = toInteger(call, value, i, target);
    }
    return new Integers(value.shape(), results);
  }

  private static Value toReal(Invocation call, Value.Tensor value, boolean toFloat)
      throws NetworkFormatException {
    if (value instanceof Integers integers) {
      call.spend(integers.shape().size());
      double[] results = new double[integers.shape().size()];
      for (int i = 0; i < results.length; i++) {
        results[i] = toFloat ? (float) integers.at(i) : (double) integers.at(i);
      }
      return new Numbers(call.node().outputs().get(0), integers.shape(), results);
    }
    if (!(value instanceof Numbers numbers)) {
      return value;
    }
    if (!toFloat) {
      return toDouble(call, numbers);
    }
    for (int i = 0; i < numbers.shape().size(); i++) {
      Interval x = numbers.real(i).enclosure();
      if ((float) x.lower() != (float) x.upper()) {
        throw call.error(
            "the float nearest to a constant near %s is not known".formatted(x.middle()));
      }
    }
    return ElementwiseOperators.map(call, numbers, (i, x) -> nearestFloat(x));
  }

  private static Value toDouble(Invocation call, Numbers numbers) throws NetworkFormatException {
    for (int i = 0; i < numbers.shape().size(); i++) {
      RealNumber x = numbers.real(i);
      if (!x.isDouble() && x.exact().isEmpty()) {
        throw call.error(
            "the double nearest to a constant near %s is not known"
                .formatted(x.enclosure().middle()));
      }
    }
    return ElementwiseOperators.map(
        call, numbers, (i, x) -> x.isDouble() ? x : RealNumber.of(nearest(x.exact().get())));
  }

  /** Of two doubles equally near that with the even significand. */
  private static double nearest(Rational x) {
    double floor = x.doubleFloor();
    double ceiling = x.doubleCeiling();
    Rational above = x.minus(Rational.ofDouble(floor));
    Rational below = Rational.ofDouble(ceiling).minus(x);
    int side = above.compareTo(below);
    boolean isEven = (Double.doubleToLongBits(floor) & 1) == 0;
    return side < 0 || (side == 0 && isEven) ? floor : ceiling;
  }

  /** Rounding is monotone: where both ends become the same float, so does what is between them. */
  private static RealNumber nearestFloat(RealNumber x) {
    return RealNumber.of((float) x.enclosure().lower());
  }

  /** Rounded towards zero; a truth value is whether the number is not zero. */
  private static long toInteger(Invocation call, Value.Tensor value, int index, int target)
      throws NetworkFormatException {
    if (value instanceof Numbers numbers) {
      double x = call.doubles(0).at(index);
      if (TensorType.BOOL.is(target)) {
        return x == 0 ? 0 : 1;
      }
      double most = TensorType.INT32.is(target) ? 0x1p31 : 0x1p63;
      if (!(x > -most && x < most)) {
        throw call.error("%s is beyond the range of integers".formatted(numbers.at(index)));
      }
      return (long) x;
    }
    long x = ((Integers) value).at(index);
    return TensorType.BOOL.is(target) ? (x == 0 ? 0 : 1) : inRange(call, x, target);
  }

  private static long inRange(Invocation call, long x, int target) throws NetworkFormatException {
    if (TensorType.INT32.is(target) && x != (int) x) {
      throw call.error("%d is beyond the range of 32 bits".formatted(x));
    }
    return x;
  }
}
