package surety.certificates.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

/** Every operation on discs is compared with the exact one on fractions in them. */
class BallTest {
  private static final int PRECISION = 24;
  private static final Rational UNIT = Rational.of(1, 1L << PRECISION);

  /** A complex number with fractions as parts. */
  record Exact(Rational re, Rational im) {
    Exact plus(Exact other) {
      return new Exact(re.plus(other.re), im.plus(other.im));
    }

    Exact times(Exact other) {
      return new Exact(
          re.times(other.re).minus(im.times(other.im)),
          re.times(other.im).plus(im.times(other.re)));
    }

    Exact times(Rational factor) {
      return new Exact(re.times(factor), im.times(factor));
    }

    Rational square() {
      return re.times(re).plus(im.times(im));
    }

    Exact inverse() {
      Rational over = Rational.ONE.dividedBy(square());
      return new Exact(re.times(over), im.negate().times(over));
    }
  }

  private final Random random = new Random(1);

  private static Rational integer(BigInteger number) {
    return Rational.of(number, BigInteger.ONE);
  }

  static boolean contains(Ball ball, Exact number) {
    Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(ball.precision()));
    Exact distance =
        number.plus(
            new Exact(
                integer(ball.re()).times(unit).negate(), integer(ball.im()).times(unit).negate()));
    Rational radius = integer(ball.radius()).times(unit);
    return distance.square().compareTo(radius.times(radius)) <= 0;
  }

  private BigInteger part() {
    BigInteger part = new BigInteger(1 + random.nextInt(60), random);
    return random.nextBoolean() ? part : part.negate();
  }

  private Ball ball() {
    return switch (random.nextInt(6)) {
      case 0 -> new Ball(PRECISION, part(), BigInteger.ZERO, BigInteger.ZERO);
      case 1 -> new Ball(PRECISION, part(), BigInteger.ZERO, part().abs());
      case 2 -> new Ball(PRECISION, BigInteger.ZERO, part(), BigInteger.valueOf(random.nextInt(4)));
      default -> new Ball(PRECISION, part(), part(), BigInteger.valueOf(random.nextInt(1000)));
    };
  }

  /** A number in a disc, most often on its edge. */
  private Exact in(Ball ball) {
    Exact centre = new Exact(integer(ball.re()), integer(ball.im())).times(UNIT);
    int[][] directions = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {3, 4}, {-3, 4}, {5, -12}, {0, 0}};
    int[] direction = directions[random.nextInt(directions.length)];
    long length = Math.round(Math.hypot(direction[0], direction[1]));
    Rational share = integer(ball.radius()).times(UNIT).dividedBy(Rational.of(Math.max(1, length)));
    return centre.plus(
        new Exact(Rational.of(direction[0]), Rational.of(direction[1])).times(share));
  }

  private void check(BiFunction<Ball, Ball, Ball> ours, BiFunction<Exact, Exact, Exact> exact) {
    for (int k = 0; k < 4000; k++) {
      Ball a = ball();
      Ball b = ball();
      Exact x = in(a);
      Exact y = in(b);
      assertTrue(contains(a, x) && contains(b, y));
      assertTrue(contains(ours.apply(a, b), exact.apply(x, y)), () -> a + " " + b);
    }
  }

  private void check(UnaryOperator<Ball> ours, UnaryOperator<Exact> exact) {
    check((a, b) -> ours.apply(a), (x, y) -> exact.apply(x));
  }

  @Test
  void sumsAndProducts() {
    check(Ball::plus, Exact::plus);
    check(Ball::minus, (x, y) -> x.plus(y.times(Rational.of(-1))));
    check(Ball::times, Exact::times);
    check(Ball::conjugate, x -> new Exact(x.re(), x.im().negate()));
    check(Ball::timesI, x -> new Exact(x.im().negate(), x.re()));
    check(a -> a.power(3), x -> x.times(x).times(x));
    check(a -> a.power(0), x -> new Exact(Rational.ONE, Rational.ZERO));
  }

  @Test
  void wholeNumbersAndPowersOfTwo() {
    for (long n : new long[] {1, 2, 3, 7, 1000}) {
      check(a -> a.over(BigInteger.valueOf(n)), x -> x.times(Rational.of(1, n)));
      check(a -> a.times(BigInteger.valueOf(-n)), x -> x.times(Rational.of(-n)));
    }
    check(a -> a.shift(-5), x -> x.times(Rational.of(1, 32)));
    check(a -> a.shift(5), x -> x.times(Rational.of(32)));
  }

  @Test
  void otherPrecisionsAreTheSameNumber() {
    check(a -> a.withPrecision(7), x -> x);
    check(a -> a.withPrecision(90), x -> x);
    check(a -> a.withPrecision(90).withPrecision(PRECISION), x -> x);
  }

  @Test
  void inverses() {
    int count = 0;
    while (count < 3000) {
      Ball a = ball();
      Exact x = in(a);
      boolean mayBeZero = contains(a, new Exact(Rational.ZERO, Rational.ZERO));
      if (mayBeZero) {
        assertThrows(ArithmeticException.class, a::inverse);
      } else if (isFar(a)) {
        count++;
        assertTrue(contains(a.inverse(), x.inverse()), a::toString);
      }
    }
  }

  /** Not so near to 0 that rounding of the distance matters. */
  private static boolean isFar(Ball a) {
    return a.re().abs().max(a.im().abs()).compareTo(a.radius().add(BigInteger.TWO)) > 0;
  }

  @Test
  void roots() {
    for (int k = 0; k < 3000; k++) {
      BigInteger root = part().abs();
      BigInteger far = BigInteger.valueOf(random.nextInt(50));
      BigInteger centre = root.multiply(root).shiftRight(PRECISION);
      if (centre.compareTo(far) >= 0) {
        Ball square = new Ball(PRECISION, centre, BigInteger.ZERO, far.add(BigInteger.ONE));
        Ball ours = centre.equals(far) ? square : square.sqrt();
        Exact exact = new Exact(integer(root).times(UNIT), Rational.ZERO);
        assertTrue(centre.equals(far) || contains(ours, exact), square::toString);
      }
    }
    Ball four = Ball.of(Rational.of(4), PRECISION);
    assertTrue(contains(four.sqrt(), new Exact(Rational.of(2), Rational.ZERO)));
    Ball negative = Ball.of(Rational.of(-1, 1000), PRECISION);
    assertThrows(ArithmeticException.class, negative::sqrt);
  }

  /** What no rounding is needed for is exact: 3/8 + 1/8 is 1/2, and no more. */
  @Test
  void dyadicNumbersAreExact() {
    Ball sum = Ball.of(Rational.of(3, 8), PRECISION).plus(Ball.of(Rational.of(1, 8), PRECISION));
    assertEquals(Ball.of(Rational.of(1, 2), PRECISION), sum);
    assertEquals(BigInteger.ZERO, sum.times(sum).radius());
    assertEquals(BigInteger.ZERO, sum.over(BigInteger.TWO).radius());
    assertEquals(BigInteger.ONE, Ball.of(Rational.of(1, 3), PRECISION).radius());
    assertTrue(
        contains(
            Ball.of(Rational.of(-1, 3), PRECISION), new Exact(Rational.of(-1, 3), Rational.ZERO)));
  }

  @Test
  void realPartsEnclose() {
    check(Ball::realPart, x -> new Exact(x.re(), Rational.ZERO));
    Ball ball = new Ball(PRECISION, BigInteger.valueOf(5), BigInteger.TEN, BigInteger.TWO);
    assertEquals(0, ball.real().lower().compareTo(UNIT.times(Rational.of(3))));
    assertEquals(0, ball.real().upper().compareTo(UNIT.times(Rational.of(7))));
    assertTrue(ball.isPositive());
    assertFalse(new Ball(PRECISION, BigInteger.TWO, BigInteger.ZERO, BigInteger.TWO).isPositive());
  }

  @Test
  void whatNobodyWaitsForIsRefused() {
    Ball large = Ball.of(Rational.of(BigInteger.ONE.shiftLeft(60_000), BigInteger.ONE), PRECISION);
    assertThrows(ArithmeticException.class, () -> large.times(large));
    assertThrows(IllegalArgumentException.class, () -> Ball.zero(0));
    assertThrows(IllegalArgumentException.class, () -> Ball.zero(Ball.MOST_PRECISION + 1));
    assertThrows(
        IllegalArgumentException.class, () -> Ball.zero(PRECISION).plus(Ball.zero(PRECISION + 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Ball(PRECISION, BigInteger.ONE, BigInteger.ONE, BigInteger.ONE.negate()));
  }
}
