package surety.certificates.density;

import java.util.List;
import java.util.Optional;
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

  /** The standard coordinate of an input. */
  public Rational standard(Rational x) {
    return x.minus(shift).dividedBy(scale);
  }
}
