package surety.certificates.arithmetic;

import java.util.SplittableRandom;

/** Seeded doubles of every kind: everyday, huge, subnormal, special, close to each other. */
public final class Doubles {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.1,
    3,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Math.nextDown(Double.MIN_NORMAL),
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0x1p-537,
    0x1p-538,
    0x1.8p-537,
    0x1p511,
    0x1p512,
    0x1p-960,
    0x1p1023,
    0x1.fffffffffffffp-1,
    0x1.0000000000001p0,
    0x1.0000000000001p-1022
  };

  private Doubles() {}

  /** A finite double. */
  public static double any(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> random.nextInt(-20, 21) * 0.25;
      case 2 -> random.nextDouble(-4, 4);
      // few significant bits, any magnitude: many exact results
      case 3 -> Math.scalb((double) random.nextInt(-64, 65), random.nextInt(-1074, 1017));
      case 4 -> Math.scalb(random.nextDouble(-2, 2), random.nextInt(-560, -460));
      default -> finite(Double.longBitsToDouble(random.nextLong()));
    };
  }

  private static double finite(double x) {
    return Double.isNaN(x) || Double.isInfinite(x) ? 0.5 : x;
  }

  /** An interval with finite ends: a point, a neighbour, or anything. */
  public static Interval interval(SplittableRandom random) {
    double x = any(random);
    double y = any(random);
    return switch (random.nextInt(4)) {
      case 0 -> Interval.of(x);
      case 1 -> Interval.of(x, Math.min(Double.MAX_VALUE, Math.nextUp(x)));
      default -> Interval.of(Math.min(x, y), Math.max(x, y));
    };
  }

  /** A double in a bounded interval; often an end. */
  public static double in(Interval interval, SplittableRandom random) {
    int kind = random.nextInt(4);
    if (kind < 2) {
      return kind == 0 ? interval.lower() : interval.upper();
    }
    double t = random.nextDouble();
    double x = interval.lower() * (1 - t) + interval.upper() * t;
    return Math.max(interval.lower(), Math.min(interval.upper(), x));
  }
}
