package surety.certificates.precise;

import java.util.Objects;
import java.util.Optional;

/**
 * What stands before a variable in an exponent, exactly: {@code re + i im}. Exponents are compared
 * and added, so they have to be known to the last digit.
 */
public record Exponent(PiNumber re, PiNumber im) {
  public static final Exponent ZERO = new Exponent(PiNumber.ZERO, PiNumber.ZERO);

  /** Refuses missing parts. */
  public Exponent {
    Objects.requireNonNull(re);
    Objects.requireNonNull(im);
  }

  public boolean isZero() {
    return re.isZero() && im.isZero();
  }

  public Exponent plus(Exponent other) {
    return new Exponent(re.plus(other.re), im.plus(other.im));
  }

  public Exponent conjugate() {
    return new Exponent(re, im.negate());
  }

  /** The product with a real number, unless pi is in both. */
  public Optional<Exponent> times(PiNumber factor) {
    return re.times(factor)
        .flatMap(real -> im.times(factor).map(imaginary -> new Exponent(real, imaginary)));
  }

  /** Its value. */
  public Ball value(int precision) {
    return re.value(precision).plus(im.value(precision).timesI());
  }

  /** e to its power. */
  public Ball exponential(int precision) {
    return PreciseFunctions.exp(value(precision));
  }
}
