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

  /** At most the sum. */
  Dyadic lower() {
    return lower.lower();
  }

  /** At least the sum. */
  Dyadic upper() {
    return upper.upper();
  }
}
