package surety.certificates.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * A point with rational coordinates over one common denominator.
 *
 * @param numerators one for each coordinate
 * @param denominator positive; with the numerators in lowest terms
 */
public record RationalPoint(List<BigInteger> numerators, BigInteger denominator) {
  /** Brings the fractions to lowest terms. */
  public RationalPoint {
    if (denominator.signum() <= 0) {
      throw new ArithmeticException("the denominator of a point is positive, not " + denominator);
    }
    BigInteger divisor = denominator;
    for (BigInteger numerator : numerators) {
      divisor = divisor.equals(BigInteger.ONE) ? divisor : divisor.gcd(numerator);
    }
    if (divisor.equals(BigInteger.ONE)) {
      numerators = List.copyOf(numerators);
    } else {
      List<BigInteger> reduced = new ArrayList<>(numerators.size());
      for (BigInteger numerator : numerators) {
        reduced.add(numerator.divide(divisor));
      }
      numerators = List.copyOf(reduced);
      denominator = denominator.divide(divisor);
    }
  }

  /** The point with these coordinates. */
  public static RationalPoint of(List<Rational> coordinates) {
    BigInteger common = BigInteger.ONE;
    for (Rational x : coordinates) {
      common = common.divide(common.gcd(x.denominator())).multiply(x.denominator());
    }
    List<BigInteger> numerators = new ArrayList<>(coordinates.size());
    for (Rational x : coordinates) {
      numerators.add(x.numerator().multiply(common.divide(x.denominator())));
    }
    return new RationalPoint(numerators, common);
  }

  /** Number of coordinates. */
  public int dimension() {
    return numerators.size();
  }

  /** One coordinate. */
  public Rational coordinate(int q) {
    return Rational.of(numerators.get(q), denominator);
  }

  /** All coordinates. */
  public List<Rational> coordinates() {
    return numerators.stream().map(p -> Rational.of(p, denominator)).toList();
  }
}
