package surety.certificates.density;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A random input's standard coordinate z in exact numbers: the input is {@code scale z + shift}.
 *
 * @param scale positive
 * @param lower the least z; empty if there is none
 * @param upper the largest z; empty if there is none
 * @param knots the z at which the density is not smooth, ascending, inside the domain
 */
public record StandardCoordinate(
    Rational scale,
    Rational shift,
    Optional<Rational> lower,
    Optional<Rational> upper,
    List<Rational> knots) {
  /** Keeps its own list. */
  public StandardCoordinate {
    knots = List.copyOf(knots);
  }

  /** The input for a standard coordinate. */
  public Rational input(Rational z) {
    return scale.times(z).plus(shift);
  }

  /**
   * Encloses the standard coordinate of an input, a quotient that need not be in lowest terms: a
   * common divisor takes longer to find than all the rest.
   *
   * @param denominator positive
   */
  public Interval standard(BigInteger numerator, BigInteger denominator) {
    BigInteger moved =
        numerator
            .multiply(shift.denominator())
            .subtract(shift.numerator().multiply(denominator))
            .multiply(scale.denominator());
    return Interval.ofQuotient(
        moved, denominator.multiply(shift.denominator()).multiply(scale.numerator()));
  }
}
