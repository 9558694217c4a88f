package surety.certificates.arithmetic;

import java.math.BigInteger;

/**
 * The sum of any number of doubles times powers of two, none of them negative, whatever their
 * order, in memory that does not grow with the range of the powers.
 *
 * <p>Numbers are grouped by their magnitude: group g has those from 2<sup>512 g</sup> up to
 * 2<sup>512 (g + 1)</sup>. The {@value #GROUPS} topmost groups are summed exactly. Numbers of lower
 * groups are only counted: they are below 2<sup>-1536</sup> of the largest one, and enter the lower
 * bound of the sum with 0 and the upper one with the upper end of the highest such group. Which
 * group is topmost in the end does not depend on the order, so neither does anything else. Not
 * thread safe.
 */
public final class ScaledSum {
  private static final int GROUPS = 4;
  private static final int WIDTH = 512;
  private static final int PRECISION = 53;

  /** The value of no additions. */
  private static final long NO_GROUP = Long.MIN_VALUE / 2;

  private long top = NO_GROUP;

  /** Group g is at g mod {@link #GROUPS}; null as long as it is empty. */
  private final Group[] groups = new Group[GROUPS];

  private long dropped;

  /**
   * Adds {@code x * 2^scale}.
   *
   * @throws ArithmeticException if x is negative, infinite or NaN
   */
  public void add(double x, int scale) {
    if (!(x >= 0 && x <= Double.MAX_VALUE)) {
      throw new ArithmeticException("cannot add " + x + "; only finite numbers from 0 on");
    }
    if (x == 0) {
      return;
    }
    double normal = x < Double.MIN_NORMAL ? x * 0x1p100 : x;
    int exponent = Math.getExponent(normal);
    long power = (long) scale + exponent - (x < Double.MIN_NORMAL ? 100 : 0);
    long group = Math.floorDiv(power, (long) WIDTH);
    if (reaches(group)) {
      long significand = (long) Math.scalb(normal, PRECISION - 1 - exponent);
      group(group).add(significand, (int) (power - group * WIDTH));
    } else {
      dropped++;
    }
  }

  /** Adds all that another sum has. */
  public void add(ScaledSum other) {
    for (long group = other.top; group > other.top - GROUPS; group--) {
      Group from = other.groups[index(group)];
      if (from != null && reaches(group)) {
        group(group).add(from);
      } else if (from != null) {
        dropped += from.count;
      }
    }
    dropped += other.dropped;
  }

  /** Whether a group is one of the topmost, which it becomes if it is the highest so far. */
  private boolean reaches(long group) {
    if (group > top) {
      for (long old = top; old > top - GROUPS; old--) {
        int index = index(old);
        if (old <= group - GROUPS && groups[index] != null) {
          dropped += groups[index].count;
          groups[index] = null;
        }
      }
      top = group;
    }
    return group > top - GROUPS;
  }

  private Group group(long group) {
    int index = index(group);
    if (groups[index] == null) {
      groups[index] = new Group();
    }
    return groups[index];
  }

  private static int index(long group) {
    return (int) Math.floorMod(group, (long) GROUPS);
  }

  /** At most the sum: the sum of the topmost groups. */
  public Dyadic lower() {
    Dyadic sum = Dyadic.ZERO;
    for (long group = top; group > top - GROUPS; group--) {
      Group of = groups[index(group)];
      if (of != null) {
        sum = sum.plus(new Dyadic(of.value(), power(group) - PRECISION + 1));
      }
    }
    return sum;
  }

  /** At least the sum. */
  public Dyadic upper() {
    return dropped == 0
        ? lower()
        : lower().plus(new Dyadic(BigInteger.valueOf(dropped), power(top - GROUPS + 1)));
  }

  private static int power(long group) {
    return Math.toIntExact(group * WIDTH);
  }

  /**
   * A fixed point number: limb i is a number of weight 2<sup>32 i - 52</sup> in units of the
   * group's lower end. A summand touches three limbs with less than 2<sup>32</sup> each; carries
   * are moved on before a limb overflows.
   */
  private static final class Group {
    private static final int LIMBS = 20;
    private static final long MASK = 0xffff_ffffL;
    private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 30;

    private final long[] limbs = new long[LIMBS];
    private long count;
    private int additions;

    void add(long significand, int shift) {
      int limb = shift >>> 5;
      int bits = shift & 31;
      limbs[limb] += (significand << bits) & MASK;
      limbs[limb + 1] += (significand >>> (32 - bits)) & MASK;
      limbs[limb + 2] += (significand >>> 32) >>> (32 - bits);
      count++;
      if (++additions >= ADDITIONS_BETWEEN_CARRIES) {
        carry();
      }
    }

    void add(Group other) {
      other.carry();
      carry();
      for (int i = 0; i < LIMBS; i++) {
        limbs[i] += other.limbs[i];
      }
      count += other.count;
      additions = 1;
    }

    /** Afterwards all limbs but the topmost are below 2^32. */
    private void carry() {
      for (int i = 0; i < LIMBS - 1; i++) {
        limbs[i + 1] += limbs[i] >>> 32;
        limbs[i] &= MASK;
      }
      additions = 0;
    }

    BigInteger value() {
      carry();
      byte[] bytes = new byte[4 * (LIMBS + 1)];
      for (int i = 0; i < LIMBS; i++) {
        for (int k = 0; k < (i == LIMBS - 1 ? 8 : 4); k++) {
          bytes[bytes.length - 1 - 4 * i - k] = (byte) (limbs[i] >>> (8 * k));
        }
      }
      return new BigInteger(1, bytes);
    }
  }
}
