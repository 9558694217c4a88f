package surety.solver.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

class Log2Test {
  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  @Test
  void sumsOfTinyNumbers() {
    assertEquals(-4999, Log2.sum(-5000, -5000), 1e-11);
    assertEquals(-5, Log2.sum(-5, -5000), 1e-14);
    assertEquals(-5, Log2.sum(NOTHING, -5));
    assertEquals(NOTHING, Log2.sum(NOTHING, NOTHING));
  }

  @Test
  void powersAndLogarithms() {
    assertEquals(3, Log2.of(8), 1e-14);
    assertEquals(0.125, Log2.power(-3), 1e-16);
    assertEquals(NOTHING, Log2.of(0));
    assertEquals(-2998, Log2.of(new ScaledInterval(Interval.of(4), -3000)), 1e-10);
    assertEquals(NOTHING, Log2.of(ScaledInterval.ZERO));
  }

  /** 3 2^-5000, which is no double, and 3 2^-1.5. */
  @Test
  void scaledNumbersMayBeTiny() {
    BigDecimal tiny = new BigDecimal(3).divide(new BigDecimal(2).pow(5000));
    assertEquals(1, Log2.scaled(3, -5000).divide(tiny, MathContext.DECIMAL64).doubleValue(), 1e-12);
    assertEquals(3 / Math.sqrt(8), Log2.scaled(3, -1.5).doubleValue(), 1e-15);
    assertEquals(0, Log2.scaled(0, -5000).signum());
    assertEquals(3, Log2.scaled(3, 0).doubleValue());
  }
}
