package surety.certificates.onnx;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rules of operators that jump, as comparisons and roundings do: of constants only. A result
 * that an enclosure leaves open is refused.
 */
final class ConstantOperators {

  private static final Rational HALF = Rational.of(1, 2);

  private ConstantOperators() {}

  /**
   * The rule of a comparison.
   *
   * @param holds whether it does, by the sign of the first number minus the second
   */
  static Operators.Rule comparison(IntPredicate holds) {
    return call -> {
      if (IntegerOperators.isFor(call)) {
        return IntegerOperators.fold(call, (a, b) -> holds.test(Long.compare(a, b)) ? 1 : 0);
      }
      Numbers a = call.constant(0);
      Numbers b = call.constant(1);
      Shape shape = call.broadcast(a.shape(), b.shape());
      Numbers left = (Numbers) call.broadcast(a, shape);
      Numbers right = (Numbers) call.broadcast(b, shape);
      call.spend(shape.size());
      long[] results = new long[shape.size()];
      for (int i = 0; i < results.length; i++) {
        call.budget().check(i);
        results[i] = holds.test(compare(call, left.real(i), right.real(i))) ? 1 : 0;
      }
      return new Integers(shape, results);
    };
  }

  private static int compare(Call call, RealNumber a, RealNumber b) throws NetworkFormatException {
    if (a.exact().isPresent() && b.exact().isPresent()) {
      return a.exact().get().compareTo(b.exact().get());
    }
    Interval left = a.enclosure();
    Interval right = b.enclosure();
    if (left.upper() < right.lower()) {
      return -1;
    }
    if (left.lower() > right.upper()) {
      return 1;
    }
    throw call.error("it compares constants near %s that are not known well enough", left.middle());
  }

  /** The rule of a logical operator, of truth values. */
  static Operators.Rule logical(LongBinaryOperator operator) {
    return call ->
        IntegerOperators.fold(call, (a, b) -> operator.applyAsLong(a != 0 ? 1 : 0, b != 0 ? 1 : 0));
  }

  static Value not(Call call) throws NetworkFormatException {
    Integers x = call.integers(0);
    call.spend(x.shape().size());
    long[] results = x.values();
    for (int i = 0; i < results.length; i++) {
      results[i] = results[i] == 0 ? 1 : 0;
    }
    return new Integers(x.shape(), results);
  }

  /**
   * The rule of a function of fractions that jumps.
   *
   * @param function not decreasing
   */
  static Operators.Rule step(UnaryOperator<Rational> function) {
    return call ->
        ElementwiseOperators.map(call, call.constant(0), (i, x) -> at(call, function, x));
  }

  private static RealNumber at(Call call, UnaryOperator<Rational> function, RealNumber x)
      throws NetworkFormatException {
    Optional<Rational> exact = x.exact();
    if (exact.isPresent()) {
      return RealNumber.of(function.apply(exact.get()));
    }
    Rational least = function.apply(Rational.ofDouble(x.enclosure().lower()));
    if (!least.equals(function.apply(Rational.ofDouble(x.enclosure().upper())))) {
      throw call.error(
          "it jumps near the constant %s, which is not known well enough", x.enclosure().middle());
    }
    return RealNumber.of(least);
  }

  static Rational floor(Rational x) {
    BigInteger[] parts = x.numerator().divideAndRemainder(x.denominator());
    return Rational.of(
        parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
  }

  static Rational ceil(Rational x) {
    return floor(x.negate()).negate();
  }

  /** To the nearest integer; of two equally near ones to the even one. */
  static Rational round(Rational x) {
    Rational up = floor(x.plus(HALF));
    boolean isTie = up.minus(x).equals(HALF);
    return isTie && up.numerator().testBit(0) ? up.minus(Rational.ONE) : up;
  }

  static Rational sign(Rational x) {
    return Rational.of(x.signum(), 1);
  }
}
