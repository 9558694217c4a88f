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

  static Value cast(Call call) throws NetworkFormatException {
    int target = ModelParser.narrow(call.intAttribute("to", 0));
    Value.Tensor value = call.tensor(0);
    if (!TensorType.isReal(target) && !TensorType.isInteger(target)) {
      throw call.error("a cast to %s is not supported", TensorType.name(target));
    }
    if (TensorType.isReal(target)) {
      return toReal(call, value, target == TensorType.FLOAT);
    }
    if (value instanceof Computed) {
      throw call.error(
          "a cast to %s of a value that depends on the network's input jumps, which is not"
              + " supported; casts to integers are read for shapes only",
          TensorType.name(target));
    }
    long[] results = new long[value.shape().size()];
    call.spend(results.length);
    Numbers numbers = value instanceof Numbers ? call.doubles(0) : Numbers.scalar(0);
    for (int i = 0; i < results.length; i++) {
      results[i] =
          value instanceof Integers integers
              ? toInteger(call, integers.at(i), target)
              : toInteger(call, numbers.at(i), target);
    }
    return new Integers(value.shape(), results);
  }

  private static Value toReal(Call call, Value.Tensor value, boolean toFloat)
      throws NetworkFormatException {
    if (value instanceof Integers integers) {
      call.spend(integers.shape().size());
      double[] results = new double[integers.shape().size()];
      for (int i = 0; i < results.length; i++) {
        results[i] = toFloat ? (float) integers.at(i) : (double) integers.at(i);
      }
      return new Numbers(call.node().outputs().get(0), integers.shape(), results);
    }
    return value instanceof Numbers numbers
        ? ElementwiseOperators.map(
            call,
            numbers,
            (i, x) -> RealNumber.of(toFloat ? nearestFloat(call, x) : nearestDouble(call, x)))
        : value;
  }

  /** Rounding is monotone: where both ends become the same float, so does what is between them. */
  private static double nearestFloat(Call call, RealNumber x) throws NetworkFormatException {
    Interval range = x.enclosure();
    if ((float) range.lower() != (float) range.upper()) {
      throw call.error("the float nearest to a constant near %s is not known", range.middle());
    }
    return (float) range.lower();
  }

  /** Of two doubles equally near that with the even significand. */
  private static double nearestDouble(Call call, RealNumber x) throws NetworkFormatException {
    if (x.isDouble()) {
      return x.enclosure().lower();
    }
    if (x.exact().isEmpty()) {
      throw call.error(
          "the double nearest to a constant near %s is not known", x.enclosure().middle());
    }
    Rational exact = x.exact().get();
    double floor = exact.doubleFloor();
    double ceiling = exact.doubleCeiling();
    Rational above = exact.minus(Rational.ofDouble(floor));
    Rational below = Rational.ofDouble(ceiling).minus(exact);
    int side = above.compareTo(below);
    boolean isEven = (Double.doubleToLongBits(floor) & 1) == 0;
    return side < 0 || (side == 0 && isEven) ? floor : ceiling;
  }

  /** Rounded towards zero; a truth value is whether the number is not zero. */
  private static long toInteger(Call call, double x, int target) throws NetworkFormatException {
    if (target == TensorType.BOOL) {
      return x == 0 ? 0 : 1;
    }
    double most = target == TensorType.INT32 ? 0x1p31 : 0x1p63;
    if (!(x > -most && x < most)) {
      throw call.error("%s is beyond the range of integers", x);
    }
    return (long) x;
  }

  private static long toInteger(Call call, long x, int target) throws NetworkFormatException {
    if (target == TensorType.BOOL) {
      return x == 0 ? 0 : 1;
    }
    if (target == TensorType.INT32 && x != (int) x) {
      throw call.error("%d is beyond the range of 32 bits", x);
    }
    return x;
  }
}
