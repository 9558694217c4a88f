package surety.certificates.arithmetic;

import java.math.BigInteger;

/**
 * The exact sum of any number of doubles, whatever their order: a fixed point number wide enough
 * for all of them.
 *
 * <p>Limb i is a signed number of weight 2<sup>32 i - 1074</sup>. A double touches three of them
 * with less than 2<sup>32</sup> each, so a limb overflows after 2<sup>31</sup> additions at the
 * earliest; carries are moved on before that. The limbs reach to 2<sup>1102</sup> and the topmost
 * has 31 bits more: no sum of fewer than 2<sup>100</sup> doubles overflows. Not thread safe.
 */
public final class ExactSum {
  private static final int LIMBS = 68;
  private static final long MASK = 0xffff_ffffL;
  private static final int LEAST_EXPONENT = -1074;
  private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 30;

  private final long[] limbs = new long[LIMBS];
  private int additions;

  /**
   * Adds a double, in a few nanoseconds.
   *
   * @throws ArithmeticException if x is infinite or NaN
   */
  public void add(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int biased = (int) (bits >>> 52) & 0x7ff;
    if (biased == 0x7ff) {
      throw new ArithmeticException("cannot add " + x + " exactly; only finite doubles");
    }
    long fraction = bits & ((1L << 52) - 1);
    long significand = biased == 0 ? fraction : fraction | (1L << 52);
    int position = Math.max(biased, 1) - 1;
    int limb = position >>> 5;
    int shift = position & 31;
    long sign = bits >> 63;
    limbs[limb] += (((significand << shift) & MASK) ^ sign) - sign;
    limbs[limb + 1] += (((significand >>> (32 - shift)) & MASK) ^ sign) - sign;
    limbs[limb + 2] += (((significand >>> 32) >>> (32 - shift)) ^ sign) - sign;
    if (++additions >= ADDITIONS_BETWEEN_CARRIES) {
      carry();
    }
  }

  public void add(ExactSum other) {
    long[] summand = other.limbs.clone();
    carry(summand);
    carry();
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] += summand[i];
    }
    additions = 1;
  }

  private void carry() {
    carry(limbs);
    additions = 0;
  }

  /** Afterwards all limbs but the topmost are in [0, 2^32). */
  private static void carry(long[] limbs) {
    for (int i = 0; i < LIMBS - 1; i++) {
      limbs[i + 1] += limbs[i] >> 32;
      limbs[i] &= MASK;
    }
  }

  /** Exactly the sum of what was added. */
  public Dyadic value() {
    long[] carried = limbs.clone();
    carry(carried);
    byte[] bytes = new byte[4 * (LIMBS + 1)];
    for (int i = 0; i < LIMBS; i++) {
      for (int k = 0; k < (i == LIMBS - 1 ? 8 : 4); k++) {
        bytes[bytes.length - 1 - 4 * i - k] = (byte) (carried[i] >> (8 * k));
      }
    }
    return new Dyadic(new BigInteger(bytes), LEAST_EXPONENT);
  }
}
