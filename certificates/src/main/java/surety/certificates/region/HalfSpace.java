package surety.certificates.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * The half-space of all x with {@code normal . x + constant >= 0}, in integers without a common
 * divisor, so that equal half-spaces are equal records. Its inside is where the sum is positive.
 *
 * @param normal one number for each coordinate, not all zero
 */
public record HalfSpace(List<BigInteger> normal, BigInteger constant) {
  /** Divides by the greatest common divisor. */
  public HalfSpace {
    BigInteger divisor = constant.abs();
    boolean zero = true;
    for (BigInteger a : normal) {
      zero &= a.signum() == 0;
      divisor = divisor.equals(BigInteger.ONE) ? divisor : divisor.gcd(a);
    }
    if (zero) {
      throw new ArithmeticException("a half-space needs a normal that is not zero");
    }
    List<BigInteger> reduced = new ArrayList<>(normal.size());
    for (BigInteger a : normal) {
      reduced.add(a.divide(divisor));
    }
    normal = List.copyOf(reduced);
    constant = constant.divide(divisor);
  }

  /** {@code x_q >= bound}, or {@code x_q <= bound} if not {@code above}. */
  static HalfSpace ofCoordinate(int dimension, int q, Rational bound, boolean above) {
    List<BigInteger> normal = new ArrayList<>(dimension);
    for (int k = 0; k < dimension; k++) {
      normal.add(k == q ? signed(bound.denominator(), above) : BigInteger.ZERO);
    }
    return new HalfSpace(normal, signed(bound.numerator(), !above));
  }

  private static BigInteger signed(BigInteger value, boolean positive) {
    return positive ? value : value.negate();
  }

  /** The half-space on the other side of the same hyperplane. */
  public HalfSpace opposite() {
    return new HalfSpace(normal.stream().map(BigInteger::negate).toList(), constant.negate());
  }

  /** {@code normal . x + constant} times the point's denominator: of the same sign. */
  BigInteger valueAt(RationalPoint point) {
    BigInteger sum = constant.multiply(point.denominator());
    for (int q = 0; q < normal.size(); q++) {
      if (normal.get(q).signum() != 0) {
        sum = sum.add(normal.get(q).multiply(point.numerators().get(q)));
      }
    }
    return sum;
  }

  /** Whether the point is inside and not on the boundary. */
  public boolean containsInside(RationalPoint point) {
    return valueAt(point).signum() > 0;
  }

  /** Positive inside, zero on the boundary, negative outside. */
  public int side(RationalPoint point) {
    return valueAt(point).signum();
  }
}
