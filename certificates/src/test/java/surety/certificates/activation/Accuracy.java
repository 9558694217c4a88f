package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import surety.certificates.arithmetic.Interval;

/** What a good enclosure is. */
final class Accuracy {
  private static final BigDecimal MAX = new BigDecimal(Double.MAX_VALUE);
  private static final BigDecimal MIN = new BigDecimal(Double.MIN_VALUE);

  private Accuracy() {}

  /** Up to the error of {@link PreciseFunctions}. */
  static void assertContains(Interval enclosure, BigDecimal exact, Supplier<String> what) {
    BigDecimal error = exact.abs().movePointLeft(95);
    assertTrue(
        compare(enclosure.lower(), exact.add(error)) <= 0
            && compare(enclosure.upper(), exact.subtract(error)) >= 0,
        () -> what.get() + ": " + enclosure + " does not contain " + exact);
  }

  /** Compares a double, which may be infinite, with a number. */
  static int compare(double x, BigDecimal exact) {
    return Double.isInfinite(x) ? (x > 0 ? 1 : -1) : new BigDecimal(x).compareTo(exact);
  }

  /**
   * Whether {@code end} is within some units in the last place of the exact number, or of that and
   * some of the least double's, if the function's factors blow up an intermediate subnormal one.
   */
  static void assertNear(
      BigDecimal exact, double end, int ulps, Activation f, Supplier<String> what) {
    if (exact.abs().compareTo(MAX) > 0 || Double.isInfinite(end)) {
      BigDecimal most = MAX.multiply(new BigDecimal(1 - ulps * 0x1p-53));
      assertTrue(
          exact.abs().compareTo(most) >= 0
              && compare(Math.abs(end), most) >= 0
              && Math.signum(end) == exact.signum(),
          () -> what.get() + ": " + end + " for " + exact.round(new MathContext(20)));
      return;
    }
    BigDecimal ulp = new BigDecimal(Math.ulp(exact.abs().min(MAX).doubleValue()));
    BigDecimal allowed =
        ulp.multiply(BigDecimal.valueOf(ulps))
            .add(MIN.multiply(BigDecimal.valueOf(4)).multiply(scale(f)))
            .add(cancelled(f, exact));
    assertTrue(
        exact.subtract(new BigDecimal(end)).abs().compareTo(allowed) <= 0,
        () -> what.get() + ": " + end + " is far from " + exact.round(new MathContext(20)));
  }

  /** Differences of numbers of about size 1, and long sums, are known to more than a few units. */
  private static BigDecimal cancelled(Activation f, BigDecimal exact) {
    return f instanceof Erf || f instanceof ErfGate || f instanceof SigmoidGate
        ? new BigDecimal("1e-14").multiply(exact.abs().add(BigDecimal.ONE))
        : BigDecimal.ZERO;
  }

  /** What a number below the least double is multiplied with, at most. */
  private static BigDecimal scale(Activation f) {
    BigDecimal scale = BigDecimal.valueOf(f instanceof Tanh ? 4 : 1); // its slope is 4 e^-2|x|...
    if (f instanceof Power p) {
      scale = BigDecimal.valueOf(p.exponent());
    } else if (f instanceof Elu e) {
      scale = new BigDecimal(Math.abs(e.alpha()));
    } else if (f instanceof Selu s) {
      BigDecimal alpha = new BigDecimal(Math.abs(s.alpha()));
      BigDecimal gamma = new BigDecimal(Math.abs(s.gamma()));
      scale = alpha.multiply(gamma).max(alpha).max(gamma);
    }
    return scale.max(BigDecimal.ONE);
  }
}
