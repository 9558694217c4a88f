package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class EnclosureTest {
  /** An enclosure and a number in it. */
  private record Sample(Enclosure enclosure, Rational number) {}

  private static Dyadic number(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Dyadic(BigInteger.valueOf(random.nextInt(-2, 3)), 0);
      case 1 -> new Dyadic(BigInteger.valueOf(random.nextInt(-9, 10)), random.nextInt(-2500, 2500));
      default -> Dyadic.of(random.nextDouble(-4, 4));
    };
  }

  private static Sample any(SplittableRandom random) {
    Dyadic a = number(random);
    Dyadic b = random.nextInt(5) == 0 ? a : number(random);
    Dyadic least = a.compareTo(b) <= 0 ? a : b;
    Dyadic greatest = a.compareTo(b) <= 0 ? b : a;
    Rational share = Rational.of(random.nextInt(0, 5), 4);
    Rational from = least.toRational();
    Rational number = from.plus(greatest.toRational().minus(from).times(share));
    Bound lower = random.nextInt(8) == 0 ? Bound.MINUS_INFINITY : Bound.of(least);
    Bound upper = random.nextInt(8) == 0 ? Bound.INFINITY : Bound.of(greatest);
    return new Sample(new Enclosure(lower, upper), number);
  }

  private static void requireWithin(Rational number, Enclosure enclosure, String what) {
    assertTrue(enclosure.lower().compareTo(number) <= 0, () -> what + " gives " + enclosure);
    assertTrue(enclosure.upper().compareTo(number) >= 0, () -> what + " gives " + enclosure);
  }

  private static void requireSound(
      long seed, BinaryOperator<Enclosure> operation, BinaryOperator<Rational> exactly) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 4_000; i++) {
      Sample a = any(random);
      Sample b = any(random);
      if (seed != 54 || !b.number().isZero()) {
        Rational exact = exactly.apply(a.number(), b.number());
        Enclosure result = operation.apply(a.enclosure(), b.enclosure());
        requireWithin(exact, result, a + " and " + b);
      }
    }
  }

  @Test
  void operationsContainTheExactResults() {
    requireSound(51, Enclosure::plus, Rational::plus);
    requireSound(52, Enclosure::minus, Rational::minus);
    requireSound(53, Enclosure::times, Rational::times);
    requireSound(54, Enclosure::dividedBy, Rational::dividedBy);
    SplittableRandom random = new SplittableRandom(55);
    for (int i = 0; i < 4_000; i++) {
      Sample a = any(random);
      requireWithin(a.number().negate(), a.enclosure().negate(), "minus " + a);
      requireWithin(a.number().abs(), a.enclosure().abs(), "abs " + a);
      requireWithin(a.number().times(a.number()), a.enclosure().square(), "square " + a);
      requireWithin(a.number(), a.enclosure().rounded(), "rounded " + a);
      requireWithin(a.number(), a.enclosure().rounded().rounded(), "rounded " + a);
      requireWithin(a.number(), Enclosure.of(a.number()), "" + a);
      assertTrue(a.enclosure().abs().lower().signum() >= 0);
      assertTrue(a.enclosure().square().lower().signum() >= 0);
    }
  }

  /** A root is contained if its square is between the squares of the ends. */
  @Test
  void rootsAreContained() {
    SplittableRandom random = new SplittableRandom(56);
    for (int i = 0; i < 4_000; i++) {
      Sample a = any(random);
      Enclosure root = a.enclosure().sqrt();
      assertTrue(root.lower().signum() >= 0);
      if (a.number().signum() >= 0) {
        assertTrue(square(root.lower()).compareTo(a.number()) <= 0, () -> a + " " + root);
        assertTrue(square(root.upper()).compareTo(a.number()) >= 0, () -> a + " " + root);
      }
    }
    assertEquals(Enclosure.ZERO, Enclosure.ZERO.sqrt());
    assertEquals(exactly(3), exactly(9).sqrt());
    assertEquals(exactly(0x1p-600), exactly(0x1p-1000).times(exactly(0x1p-200)).sqrt());
    assertEquals(new Enclosure(Bound.ZERO, Bound.INFINITY), Enclosure.WHOLE.sqrt());
    assertEquals(Enclosure.ZERO, exactly(-3).sqrt()); // of what is known not to be negative
    Enclosure two = exactly(2).sqrt();
    assertEquals(Math.sqrt(2), two.lower().doubleFloor(), 0x1p-52);
    assertTrue(two.width().compareTo(Bound.of(0x1p-51)) <= 0);
  }

  private static Bound square(Bound end) {
    return end.isFinite() ? Bound.of(end.dyadic().times(end.dyadic())) : end;
  }

  private static Enclosure exactly(double x) {
    return Enclosure.of(Dyadic.of(x), Dyadic.of(x));
  }

  private static Enclosure of(double lower, double upper) {
    return new Enclosure(Bound.of(lower), Bound.of(upper));
  }

  /** The ends of results are those of the corners, outward to 53 bits. */
  @Test
  void finiteResultsAreTight() {
    SplittableRandom random = new SplittableRandom(57);
    for (int i = 0; i < 2_000; i++) {
      double[] a = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
      double[] b = {random.nextDouble(0.5, 2), random.nextDouble(0.5, 2)};
      Enclosure x = of(Math.min(a[0], a[1]), Math.max(a[0], a[1]));
      Enclosure y = of(Math.min(b[0], b[1]), Math.max(b[0], b[1]));
      double least = Double.MAX_VALUE;
      double quotient = Double.MAX_VALUE;
      for (double p : a) {
        for (double q : b) {
          least = Math.min(least, p * q);
          quotient = Math.min(quotient, p / q);
        }
      }
      assertEquals(least, x.times(y).lower().doubleFloor(), Math.ulp(least));
      assertEquals(quotient, x.dividedBy(y).lower().doubleFloor(), Math.ulp(quotient));
      assertEquals(-least, x.negate().times(y).upper().doubleFloor(), Math.ulp(least));
      assertEquals(-quotient, x.dividedBy(y.negate()).upper().doubleFloor(), Math.ulp(quotient));
    }
    assertEquals(exactly(0.375), exactly(1.5).dividedBy(exactly(4)));
    Enclosure third = Enclosure.of(Rational.of(1, 3));
    assertEquals(1.0 / 3, third.lower().doubleFloor());
    assertEquals(Math.nextUp(1.0 / 3), third.upper().doubleCeiling());
  }

  @Test
  void nothingIsKnownOfAQuotientByWhatMayBeZero() {
    for (Enclosure divisor :
        List.of(Enclosure.ZERO, of(-1, 1), of(0, 1), of(-1, 0), Enclosure.WHOLE)) {
      assertEquals(Enclosure.WHOLE, Enclosure.ONE.dividedBy(divisor));
      assertEquals(Enclosure.WHOLE, Enclosure.ZERO.dividedBy(divisor));
      assertEquals(Enclosure.WHOLE, Enclosure.WHOLE.dividedBy(divisor));
    }
  }

  @Test
  void infiniteEndsAreNoNumbers() {
    Enclosure positive = new Enclosure(Bound.ONE, Bound.INFINITY);
    assertEquals(of(0, 1), Enclosure.ONE.dividedBy(positive));
    assertEquals(new Enclosure(Bound.ZERO, Bound.INFINITY), positive.dividedBy(positive));
    assertEquals(Enclosure.ZERO, Enclosure.ZERO.times(Enclosure.WHOLE));
    assertEquals(Enclosure.WHOLE, positive.minus(positive));
    assertEquals(positive, positive.times(positive));
    assertEquals(new Enclosure(Bound.MINUS_INFINITY, Bound.of(-1)), positive.negate());
    assertEquals(positive, positive.negate().abs());
    assertFalse(positive.isBounded());
    assertEquals(Bound.INFINITY, positive.width());
    assertEquals(new Enclosure(Bound.ZERO, Bound.INFINITY), Enclosure.WHOLE.square());
  }

  @Test
  void exponentsStayWhereTheyCanBeComputedWith() {
    Enclosure large = exactly(0x1p1000);
    Enclosure small = exactly(0x1p-1000);
    for (int k = 0; k < 40; k++) {
      large = large.times(large);
      small = small.times(small);
      assertTrue(large.isOfUsualSize() && small.isOfUsualSize());
      assertTrue(large.lower().isFinite() && large.lower().signum() > 0);
      assertTrue(small.upper().signum() > 0 && small.upper().isFinite());
    }
    assertEquals(Bound.INFINITY, large.upper());
    assertEquals(Bound.ZERO, small.lower());
    assertTrue(large.negate().rounded().contains(large.negate()));
    Enclosure far = Enclosure.of(Dyadic.ONE.shift(-1_000_000_000), Dyadic.ONE.shift(1_000_000_000));
    assertFalse(far.isOfUsualSize());
    assertTrue(far.rounded().contains(far) && far.rounded().isOfUsualSize());
    assertTrue(far.negate().rounded().contains(far.negate()));
    assertTrue(Enclosure.WHOLE.isOfUsualSize() && Enclosure.ZERO.isOfUsualSize());
  }

  @Test
  void whatEnclosesNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Enclosure(Bound.INFINITY, Bound.INFINITY));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Enclosure(Bound.MINUS_INFINITY, Bound.MINUS_INFINITY));
  }

  @Test
  void intersectionsAndContainment() {
    assertEquals(of(1, 2), of(0, 2).intersect(of(1, 3)));
    assertEquals(of(1, 1), of(0, 1).intersect(of(1, 3)));
    assertEquals(of(0, 2), of(0, 2).intersect(of(3, 4))); // only if one of them is no enclosure
    assertEquals(of(0, 2), of(0, 2).intersect(Enclosure.WHOLE));
    assertTrue(of(0, 2).contains(of(0, 2)) && of(0, 2).contains(of(1, 1.5)));
    assertFalse(of(0, 2).contains(of(0, Math.nextUp(2.0))));
    assertFalse(of(0, 2).contains(of(-Double.MIN_VALUE, 2)));
    assertTrue(Enclosure.WHOLE.contains(Enclosure.WHOLE));
    assertEquals(Bound.of(1), Enclosure.min(Bound.of(1), Bound.INFINITY));
    assertEquals(Bound.of(1), Enclosure.max(Bound.of(1), Bound.MINUS_INFINITY));
    assertEquals(
        of(-2, Double.POSITIVE_INFINITY), Enclosure.of(new Interval(-2, Double.POSITIVE_INFINITY)));
  }

  /** x / (x + y) for numbers that are not negative. */
  @Test
  void sharesContainTheExactOnes() {
    SplittableRandom random = new SplittableRandom(61);
    for (int i = 0; i < 2_000; i++) {
      Dyadic[] ends = new Dyadic[4];
      for (int k = 0; k < 4; k++) {
        Dyadic end = number(random);
        ends[k] = end.signum() < 0 ? end.negate() : end;
      }
      Enclosure x = ordered(ends[0], ends[1]);
      Enclosure y = ordered(ends[2], ends[3]);
      Enclosure share = Enclosure.share(x, y);
      requireShare(x.lower(), y.upper(), share);
      requireShare(x.upper(), y.lower(), share);
      assertTrue(share.lower().signum() >= 0);
      assertTrue(share.upper().compareTo(Bound.ONE) <= 0);
    }
    Enclosure one = Enclosure.of(Dyadic.ONE, Dyadic.ONE);
    Enclosure three = Enclosure.of(Dyadic.of(3), Dyadic.of(3));
    assertEquals(Enclosure.of(Dyadic.of(0.25), Dyadic.of(0.25)), Enclosure.share(one, three));
    Enclosure zero = Enclosure.of(Dyadic.ZERO, Dyadic.ZERO);
    assertEquals(Enclosure.of(Dyadic.ONE, Dyadic.ONE), Enclosure.share(one, zero));
    assertEquals(zero.lower(), Enclosure.share(zero, one).upper());
  }

  private static Enclosure ordered(Dyadic a, Dyadic b) {
    return a.compareTo(b) <= 0 ? Enclosure.of(a, b) : Enclosure.of(b, a);
  }

  private static void requireShare(Bound x, Bound y, Enclosure share) {
    Rational a = x.dyadic().toRational();
    Rational sum = a.plus(y.dyadic().toRational());
    if (!sum.isZero()) {
      requireWithin(a.dividedBy(sum), share, x + " of " + x + " and " + y);
    }
  }

  @Test
  void saysWhetherBothEndsAreNumbers() {
    assertTrue(Enclosure.of(Dyadic.ZERO, Dyadic.ONE).isBounded());
    assertFalse(new Enclosure(Bound.ZERO, Bound.INFINITY).isBounded());
    assertFalse(new Enclosure(Bound.MINUS_INFINITY, Bound.ZERO).isBounded());
    assertFalse(Enclosure.WHOLE.isBounded());
  }

  /** To about the last of 53 bits, whatever the size. */
  @Test
  void quotientsAndRootsAreTight() {
    SplittableRandom random = new SplittableRandom(62);
    for (int i = 0; i < 500; i++) {
      Dyadic a = Dyadic.of(random.nextDouble(1, 9)).shift(random.nextInt(-3000, 3000));
      Dyadic b = Dyadic.of(random.nextInt(1, 9)).shift(random.nextInt(-3000, 3000));
      requireTight(Enclosure.of(a, a).dividedBy(Enclosure.of(b, b)));
      requireTight(Enclosure.of(a, a).dividedBy(Enclosure.of(b.negate(), b.negate())));
      requireTight(Enclosure.of(b, b).dividedBy(Enclosure.of(a, a)));
      requireTight(Enclosure.of(a, a).sqrt());
      requireTight(Enclosure.of(b, b).sqrt());
    }
  }

  private static void requireTight(Enclosure x) {
    Bound least = x.lower().signum() > 0 ? x.lower() : x.upper().negate();
    Dyadic allowed = least.dyadic().shift(-50);
    assertTrue(x.width().compareTo(Bound.of(allowed)) <= 0, x::toString);
  }

  @Test
  void theLargestAndSmallestSizesThatAreComputedWithAreKept() {
    for (int exponent : new int[] {1 << 22, -(1 << 22)}) {
      Dyadic end = Dyadic.ONE.shift(exponent);
      Enclosure both = Enclosure.of(end.negate(), end);
      assertTrue(both.isOfUsualSize());
      assertEquals(both, both.rounded());
      assertEquals(Enclosure.of(end, end), Enclosure.of(end, end).rounded());
    }
  }

  /** 2^130 + 2 is more than the square of 2^65, by its last bit alone. */
  @Test
  void rootsOfLongNumbersAreRoundedUp() {
    Dyadic square = Dyadic.ONE.shift(130).plus(Dyadic.of(2));
    Enclosure root = Enclosure.of(square, square).sqrt();
    assertTrue(root.upper().compareTo(Bound.of(0x1p65)) > 0);
  }
}
