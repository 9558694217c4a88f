package surety.certificates.cell;

import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledSum;

/**
 * A sum of enclosures of numbers of either sign: what is positive and what is negative is added up
 * apart, for lower and for upper ends. Neither order nor threads make a difference. Once a summand
 * is not bounded, nothing is known of the sum.
 */
final class SignedSum {
  private final ScaledSum[] lower = {new ScaledSum(), new ScaledSum()};
  private final ScaledSum[] upper = {new ScaledSum(), new ScaledSum()};
  private boolean isKnown = true;

  /** Adds an enclosure times {@code 2^scale}. */
  void add(Interval number, int scale) {
    if (number.isBounded()) {
      add(lower, number.lower(), scale);
      add(upper, number.upper(), scale);
    } else {
      isKnown = false;
    }
  }

  private static void add(ScaledSum[] signs, double x, int scale) {
    signs[x < 0 ? 1 : 0].add(Math.abs(x), scale);
  }

  /** Adds all that another one has. */
  void add(SignedSum other) {
    for (int sign = 0; sign < 2; sign++) {
      lower[sign].add(other.lower[sign]);
      upper[sign].add(other.upper[sign]);
    }
    isKnown &= other.isKnown;
  }

  /**
   * Encloses the sum and something besides.
   *
   * @param rest the magnitude of what is added is at most that
   */
  Enclosure plusOrMinus(Bound rest) {
    if (!isKnown || !rest.isFinite()) {
      return Enclosure.WHOLE;
    }
    Dyadic least = lower[0].lower().minus(lower[1].upper());
    Dyadic most = upper[0].upper().minus(upper[1].lower());
    return Enclosure.of(least.minus(rest.dyadic()), most.plus(rest.dyadic())).rounded();
  }
}
