package surety.certificates.cell;

import surety.certificates.arithmetic.ScaledInterval;

/**
 * Powers of two that are taken out of masses, so that leaves far out in a tail keep their relative
 * accuracy. They are multiples of one step, so that few groups of leaves are summed apart, and
 * limited: a certificate chooses where a density is cut off, and the exact sum of 1 and a mass of
 * 2<sup>-2000000000</sup> would fill the memory.
 */
final class Scales {
  /** Smaller masses lose their relative accuracy; the normal density is that small at 1200. */
  static final int LEAST = -(1 << 20);

  /** Beyond that nothing is said of a density. */
  static final int GREATEST = 1 << 20;

  private static final int STEP = 512;

  private Scales() {}

  /** The group for masses of about {@code 2^power}. */
  static int group(long power) {
    long nearest = Math.floorDiv(power + STEP / 2, STEP) * STEP;
    return (int) Math.max(LEAST, Math.min(GREATEST, nearest));
  }

  /** An enclosure of the same number whose scale is not far below {@link #LEAST}. */
  static ScaledInterval limited(ScaledInterval number) {
    if (number.scale() >= LEAST) {
      return number;
    }
    // below 2^-4000 of the limit only the outward rounding of zero is left
    int shift = (int) Math.max((long) number.scale() - LEAST, -4000);
    return new ScaledInterval(number.value().scaledBy(shift), LEAST);
  }
}
