package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class PiecewiseLinearTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void theIdentityChangesNothing() {
    Rational third = Rational.of(1, 3);
    Interval range = Interval.of(-2, 1e300);
    assertSame(third, Activation.IDENTITY.applyExactly(third));
    assertEquals(range, Activation.IDENTITY.enclose(range));
    assertEquals(-0.1, Activation.IDENTITY.apply(-0.1));
  }

  @Test
  void reluIsZeroBelowZero() {
    assertEquals(0, Activation.RELU.apply(-3));
    assertEquals(Rational.ZERO, Activation.RELU.applyExactly(Rational.of(-1, 3)));
    assertEquals(Rational.of(1, 3), Activation.RELU.applyExactly(Rational.of(1, 3)));
    assertEquals(Interval.of(0, 2), Activation.RELU.enclose(Interval.of(-5, 2)));
    assertEquals(Interval.ZERO, Activation.RELU.enclose(Interval.of(-5, -0.0)));
  }

  @Test
  void reluAtItsKinkHasTheSlopeOfTheSection() {
    assertEquals(Interval.ZERO, Activation.RELU.encloseSlope(Activation.RELU.sections().get(0), 0));
    assertEquals(Interval.ONE, Activation.RELU.encloseSlope(Activation.RELU.sections().get(1), 0));
  }

  @Test
  void theLeastAbsoluteValueIsAtZero() {
    assertEquals(Interval.of(0, 3), Activation.ABS.enclose(Interval.of(-3, 2)));
    assertEquals(Interval.of(2, 3), Activation.ABS.enclose(Interval.of(-3, -2)));
    assertFalse(Activation.ABS.isNonDecreasing());
  }

  @Test
  void absDropsTheSign() {
    assertEquals(Rational.of(1, 3), Activation.ABS.applyExactly(Rational.of(-1, 3)));
    assertEquals(Double.MAX_VALUE, Activation.ABS.apply(-Double.MAX_VALUE));
  }

  @Test
  void absAtItsKinkHasTheSlopeOfTheSection() {
    assertEquals(
        Interval.of(-1), Activation.ABS.encloseSlope(Activation.ABS.sections().get(0), -0.0));
    assertEquals(Interval.ONE, Activation.ABS.encloseSlope(Activation.ABS.sections().get(1), 0));
  }

  @Test
  void leakyReluScalesNegativeNumbersExactly() {
    Activation f = PiecewiseLinear.leakyRelu(0.1);
    Rational third = Rational.of(1, 3);
    assertEquals(third, f.applyExactly(third));
    assertEquals(Rational.ofDouble(0.1).times(third).negate(), f.applyExactly(third.negate()));
  }

  @Test
  void withANegativeSlopeTheLeastValueIsAtZero() {
    Activation f = PiecewiseLinear.leakyRelu(-0.5);
    assertEquals(Interval.of(0, 2), f.enclose(Interval.of(-4, 1)));
    assertEquals(Interval.of(0.5, 2), f.enclose(Interval.of(-4, -1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesASlopeThatIsNoNumber(double slope) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.leakyRelu(slope));
    assertTrue(e.getMessage().endsWith("not " + slope), e.getMessage());
  }

  private static List<Double> kinks(double lower, double upper) {
    return Activations.kinks(PiecewiseLinear.clip(lower, upper));
  }

  @Test
  void theKinksOfAClipAreItsFiniteEnds() {
    assertEquals(List.of(-1.0, 1.0), kinks(-1, 1));
    assertEquals(List.of(0.0), kinks(0, INFINITY));
    assertEquals(List.of(6.0), kinks(-INFINITY, 6));
    assertEquals(List.of(), kinks(-INFINITY, INFINITY));
    assertEquals(List.of(), kinks(0.5, 0.5));
  }

  @Test
  void aClipIsConstantOutsideItsEnds() {
    Activation f = PiecewiseLinear.clip(0.1, 0.3);
    Rational fifth = Rational.of(1, 5);
    assertEquals(fifth, f.applyExactly(fifth));
    assertEquals(Rational.ofDouble(0.1), f.applyExactly(Rational.ZERO));
    assertEquals(Rational.ofDouble(0.3), f.applyExactly(Rational.of(7)));
    assertEquals(Interval.of(0.1, 0.3), f.enclose(Interval.of(-9, 9)));
    assertEquals(Interval.of(0.3), f.enclose(Interval.of(0.3, 9)));
  }

  @Test
  void infiniteEndsDoNotClip() {
    Rational big = Rational.of(10).times(Rational.ofDouble(Double.MAX_VALUE));
    assertEquals(big, PiecewiseLinear.clip(0, INFINITY).applyExactly(big));
    assertEquals(big.negate(), PiecewiseLinear.clip(-INFINITY, 0).applyExactly(big.negate()));
    assertEquals(-7, PiecewiseLinear.clip(-INFINITY, INFINITY).apply(-7));
    Section line = PiecewiseLinear.clip(-INFINITY, INFINITY).sections().get(0);
    assertEquals(Interval.ONE, PiecewiseLinear.clip(-INFINITY, INFINITY).encloseSlope(line, 0));
  }

  @Test
  void equalEndsMakeAConstant() {
    Activation f = PiecewiseLinear.clip(0.5, 0.5);
    assertEquals(0.5, f.apply(-7));
    assertEquals(Rational.of(1, 2), f.applyExactly(Rational.of(9)));
    assertEquals(Interval.of(0.5), f.enclose(Interval.of(-1, 1)));
    assertEquals(Interval.ZERO, f.encloseSlope(f.sections().get(0), 0.5));
    assertEquals(0, f.slope(0.5));
    assertTrue(f.isNonDecreasing());
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1",
    "0.30000000000000004, 0.3",
    "NaN, 1",
    "0, NaN",
    "NaN, NaN",
    "Infinity, -Infinity"
  })
  void refusesEndsThatAreNotInOrder(double lower, double upper) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.clip(lower, upper));
    assertTrue(e.getMessage().endsWith("not " + lower + " and " + upper), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"Infinity, Infinity", "-Infinity, -Infinity"})
  void refusesInfiniteConstants(double lower, double upper) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.clip(lower, upper));
    assertTrue(e.getMessage().contains("no finite values"), e.getMessage());
  }

  /** A clamp is the number moved into the function's range, which others are not. */
  @Test
  void clampsAreNumbersMovedIntoARange() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 500; i++) {
      double lower = random.nextInt(4) == 0 ? -INFINITY : random.nextDouble(-2, 1);
      double upper = random.nextInt(4) == 0 ? INFINITY : Math.max(lower, random.nextDouble(-1, 2));
      PiecewiseLinear f = PiecewiseLinear.clip(lower, upper);
      Interval range = f.range();
      assertTrue(f.isClamp());
      assertEquals(new Interval(lower, upper), range);
      double x = random.nextDouble(-3, 3);
      double moved = Math.min(Math.max(x, range.lower()), range.upper());
      assertEquals(moved, f.apply(x));
      assertEquals(Rational.ofDouble(moved), f.applyExactly(Rational.ofDouble(x)));
    }
    assertTrue(PiecewiseLinear.relu().isClamp() && PiecewiseLinear.identity().isClamp());
    assertTrue(PiecewiseLinear.leakyRelu(0).isClamp());
    assertFalse(PiecewiseLinear.leakyRelu(0.5).isClamp() || PiecewiseLinear.abs().isClamp());
  }

  @Test
  void aRangeReachesAsFarAsTheOutermostPieces() {
    assertEquals(Interval.WHOLE, PiecewiseLinear.identity().range());
    assertEquals(Interval.WHOLE, PiecewiseLinear.leakyRelu(0.1).range());
    Interval notNegative = new Interval(0, INFINITY);
    assertEquals(notNegative, PiecewiseLinear.relu().range());
    assertEquals(notNegative, PiecewiseLinear.abs().range());
    assertEquals(notNegative, PiecewiseLinear.leakyRelu(-2).range());
    assertEquals(Interval.of(0.5), PiecewiseLinear.clip(0.5, 0.5).range());
  }

  @Test
  void tinyAndHugeNumbersStayExact() {
    double tiny = Double.MIN_VALUE;
    for (double x : new double[] {tiny, 1e-300, Double.MAX_VALUE}) {
      assertEquals(Interval.of(x), Activation.RELU.enclose(x));
      assertEquals(Interval.of(x), Activation.ABS.enclose(-x));
      assertEquals(Interval.of(x), PiecewiseLinear.clip(0, INFINITY).enclose(x));
    }
    assertEquals(0, Activation.RELU.apply(-INFINITY));
    assertEquals(Interval.of(-1), PiecewiseLinear.clip(-1, 1).enclose(-Double.MAX_VALUE));
  }

  @Test
  void equalFunctionsAreEqual() {
    assertEquals(Activation.RELU, PiecewiseLinear.relu());
    assertEquals(PiecewiseLinear.clip(-0.0, 1), PiecewiseLinear.clip(0, 1));
    assertEquals(
        PiecewiseLinear.leakyRelu(-0.0).hashCode(), PiecewiseLinear.leakyRelu(0).hashCode());
    assertNotEquals(PiecewiseLinear.leakyRelu(0.1), PiecewiseLinear.leakyRelu(0.2));
    assertNotEquals(Activation.RELU, PiecewiseLinear.leakyRelu(0)); // they have names of their own
  }

  /** Products are rounded, but those by 0, 1 and -1. */
  @Test
  void productsAreEnclosedAndCopiesAreNot() {
    Activation leaky = PiecewiseLinear.leakyRelu(0.1);
    Interval product = leaky.enclose(-3.3);
    assertTrue(product.contains(leaky.applyExactly(Rational.ofDouble(-3.3))));
    assertFalse(product.isPoint());
    assertTrue(leaky.enclose(3.3).isPoint());
    assertTrue(Activation.ABS.enclose(-3.3).isPoint());
    assertTrue(Activation.RELU.enclose(-3.3).isPoint());
  }
}
