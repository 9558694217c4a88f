package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class HermiteFunctionsTest {
  private static final MathContext DIGITS = new MathContext(80);
  private static final int COUNT = 120;

  /** He_m / sqrt(m!) with 60 digits or more. */
  private static BigDecimal[] exact(double x) {
    BigDecimal[] all = new BigDecimal[COUNT];
    BigDecimal at = new BigDecimal(x);
    all[0] = BigDecimal.ONE;
    all[1] = at;
    for (int m = 1; m < COUNT - 1; m++) {
      BigDecimal root = BigDecimal.valueOf(m).sqrt(DIGITS);
      BigDecimal next = BigDecimal.valueOf(m + 1).sqrt(DIGITS);
      BigDecimal sum = at.multiply(all[m], DIGITS).subtract(root.multiply(all[m - 1], DIGITS));
      all[m + 1] = sum.divide(next, DIGITS);
    }
    return all;
  }

  private static void requireEnclosed(Interval x, double at) {
    HermiteFunctions functions = new HermiteFunctions(x, COUNT);
    Interval density = StandardNormal.density(Interval.of(at));
    BigDecimal[] exact = exact(at);
    for (int m = 0; m < COUNT; m++) {
      BigDecimal a = exact[m].multiply(new BigDecimal(density.lower()), DIGITS);
      BigDecimal b = exact[m].multiply(new BigDecimal(density.upper()), DIGITS);
      Interval known = functions.get(m);
      String what = "k_" + m + "(" + at + ") = " + a + " in " + known;
      assertTrue(new BigDecimal(known.lower()).compareTo(a.max(b)) <= 0, what);
      assertTrue(new BigDecimal(known.upper()).compareTo(a.min(b)) >= 0, what);
      assertTrue(a.abs().doubleValue() <= HermiteFunctions.most(), what);
    }
  }

  @Test
  void valuesAreEnclosed() {
    SplittableRandom random = new SplittableRandom(81);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble(-1, 1) * (i % 3 == 0 ? 40 : i % 3 == 1 ? 8 : 2);
      requireEnclosed(Interval.of(x), x);
      double off = Math.exp(random.nextDouble(-36, -1));
      Interval wide = Interval.of(x).plus(new Interval(-off, off));
      requireEnclosed(wide, wide.lower());
      requireEnclosed(wide, wide.upper());
    }
    requireEnclosed(Interval.ZERO, 0);
  }

  /** Where it is close to 0 little is lost, and far away no more than a bound for all. */
  @Test
  void errorsAreSmall() {
    HermiteFunctions near = new HermiteFunctions(Interval.of(0.3), COUNT);
    HermiteFunctions far = new HermiteFunctions(Interval.of(6), COUNT);
    for (int m = 0; m < COUNT; m++) {
      assertTrue(near.error(m) < 1e-13, m + ": " + near.error(m));
      assertTrue(far.error(m) < 6e-5, m + ": " + far.error(m));
    }
    assertTrue(far.error(20) < 1e-12);
  }
}
