package surety.certificates.cell;

import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledSum;

/**
 * A sum of enclosures of numbers that are not negative, from below and from above. Neither their
 * order nor the number of threads makes a difference.
 */
final class EnclosedSum {
  private final ScaledSum lower = new ScaledSum();
  private final ScaledSum upper = new ScaledSum();

  /** Adds a bounded enclosure times {@code 2^scale}. */
  void add(Interval number, int scale) {
    if (number.upper() > 0) {
      lower.add(number.lower(), scale);
      upper.add(number.upper(), scale);
    }
  }

  /** Adds all that another one has. */
  void add(EnclosedSum other) {
    lower.add(other.lower);
    upper.add(other.upper);
  }

  /** The sum lies between these numbers, of which none is negative. */
  Bounds bounds() {
    return new Bounds(lower.lower(), upper.upper());
  }

  /**
   * Bounds of what is left of the sum without some of its summands: their lower ends add up to the
   * difference of both sums of lower ends, and their upper ends likewise; neither is negative.
   *
   * @param some what is left out: each of it has been added to this sum, too
   */
  Bounds without(EnclosedSum some) {
    Dyadic least = lower.lower().minus(some.lower.upper());
    return new Bounds(
        least.signum() < 0 ? Dyadic.ZERO : least, upper.upper().minus(some.upper.lower()));
  }

  /** Exact bounds of a number that is not negative. */
  record Bounds(Dyadic lower, Dyadic upper) {
    /** Of the sum with another number. */
    Bounds plus(Bounds other) {
      return new Bounds(lower.plus(other.lower), upper.plus(other.upper));
    }
  }
}
