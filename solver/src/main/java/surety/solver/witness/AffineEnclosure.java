package surety.solver.witness;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;

/**
 * An affine function over a cell, each of its n + 1 numbers known to lie in an interval. What the
 * numbers mean is the matter of an {@link AffineDomain}; they all depend linearly on the function,
 * so that sums and multiples are taken number by number.
 */
final class AffineEnclosure {
  private final Interval[] numbers;

  /** Takes the array over. */
  AffineEnclosure(Interval... numbers) {
    this.numbers = numbers;
  }

  /** The function zero, of {@code size} numbers. */
  static AffineEnclosure zero(int size) {
    Interval[] numbers = new Interval[size];
    Arrays.fill(numbers, Interval.ZERO);
    return new AffineEnclosure(numbers);
  }

  int size() {
    return numbers.length;
  }

  Interval number(int k) {
    return numbers[k];
  }

  AffineEnclosure plus(AffineEnclosure other) {
    Interval[] sum = new Interval[numbers.length];
    Arrays.setAll(sum, k -> numbers[k].plus(other.numbers[k]));
    return new AffineEnclosure(sum);
  }

  AffineEnclosure times(double factor) {
    return times(Interval.of(factor));
  }

  AffineEnclosure times(Interval factor) {
    if (factor.equals(Interval.ONE)) {
      return this;
    }
    Interval[] product = new Interval[numbers.length];
    Arrays.setAll(product, k -> numbers[k].times(factor));
    return new AffineEnclosure(product);
  }

  /** Whether some number is not bounded, so that the function says little. */
  boolean isUnbounded() {
    return Arrays.stream(numbers).anyMatch(number -> !number.isBounded());
  }
}
