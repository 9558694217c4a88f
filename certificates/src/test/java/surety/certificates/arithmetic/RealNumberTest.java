package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RealNumberTest {
  private static RealNumber of(long numerator, long denominator) {
    return RealNumber.of(Rational.of(numerator, denominator));
  }

  @Test
  void arithmeticOnFractionsIsExact() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 300; i++) {
      Rational a = Rational.of(random.nextInt(-50, 50), random.nextInt(1, 50));
      Rational b = Rational.of(random.nextInt(1, 50), random.nextInt(1, 50));
      RealNumber x = RealNumber.of(a);
      RealNumber y = RealNumber.of(b);
      assertEquals(Optional.of(a.plus(b)), x.plus(y).exact());
      assertEquals(Optional.of(a.minus(b)), x.minus(y).exact());
      assertEquals(Optional.of(a.times(b)), x.times(y).exact());
      assertEquals(Optional.of(a.dividedBy(b)), x.dividedBy(y).exact());
      assertEquals(Optional.of(a.compareTo(b) > 0 ? a : b), x.max(y).exact());
      assertTrue(x.plus(y).enclosure().contains(a.plus(b)));
      assertEquals(Optional.of(b), y.times(y).sqrt().exact());
    }
  }

  @Test
  void aDoubleIsOne() {
    assertTrue(of(1, 4).isDouble());
    assertFalse(of(1, 3).isDouble());
    assertTrue(of(1, 3).times(RealNumber.of(3)).isDouble());
    assertEquals(RealNumber.of(0.75), of(3, 4));
  }

  @Test
  void rootsAndPowersOfEAreEnclosed() {
    RealNumber root = RealNumber.of(2).sqrt();
    assertTrue(root.exact().isEmpty());
    assertTrue(root.times(root).enclosure().contains(2));
    assertTrue(root.times(root).enclosure().width() < 1e-15);
    assertEquals(RealNumber.ONE, RealNumber.ZERO.exp());
    assertTrue(RealNumber.ONE.exp().enclosure().contains(Math.E));
    assertEquals(RealNumber.ZERO, RealNumber.ZERO.sqrt());
    assertTrue(root.max(of(7, 5)).enclosure().contains(Math.sqrt(2)));
  }

  @Test
  void nothingIsKnownAfterADivisionByZero() {
    assertEquals(Interval.WHOLE, RealNumber.ONE.dividedBy(RealNumber.ZERO).enclosure());
    RealNumber maybe = RealNumber.of(Interval.of(-1, 1));
    assertEquals(Interval.WHOLE, RealNumber.ONE.dividedBy(maybe).enclosure());
  }

  @Test
  void longFractionsAreForgotten() {
    RealNumber x = of(1, 3);
    for (int i = 0; i < 60; i++) {
      x = x.times(x).plus(of(1, 7));
    }
    assertTrue(x.exact().isEmpty());
    assertTrue(x.enclosure().width() < 1e-10);
  }

  @Test
  void aFractionStaysOneBesideADouble() {
    RealNumber third = of(1, 3);
    assertEquals(third, third.plus(RealNumber.ZERO));
    assertEquals(third, RealNumber.ZERO.plus(third));
    assertEquals(third, third.times(RealNumber.ONE));
    assertEquals(third, RealNumber.ONE.times(third));
  }

  @Test
  void whatDoublesGiveNeedNotBeADouble() {
    Rational tiny = Rational.ofDouble(0x1p-60);
    RealNumber above = RealNumber.ONE.plus(RealNumber.of(0x1p-60));
    assertEquals(Optional.of(Rational.ONE.plus(tiny)), above.exact());
    Rational tenth = Rational.ofDouble(0.1);
    RealNumber product = RealNumber.of(0.1).times(RealNumber.of(0.1));
    assertEquals(Optional.of(tenth.times(tenth)), product.exact());
  }
}
