package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class BernsteinSignTest {
  private static Rational value(List<Rational> powers, Rational x) {
    Rational sum = Rational.ZERO;
    for (int k = powers.size() - 1; k >= 0; k--) {
      sum = sum.times(x).plus(powers.get(k));
    }
    return sum;
  }

  @Test
  void agreesWithValuesAtManyPoints() {
    SplittableRandom random = new SplittableRandom(5);
    int[] seen = new int[2];
    for (int run = 0; run < 400; run++) {
      List<Rational> powers = new ArrayList<>();
      for (int k = random.nextInt(1, 7); k > 0; k--) {
        powers.add(Rational.of(random.nextInt(-9, 10), random.nextInt(1, 4)));
      }
      powers.set(0, powers.get(0).plus(Rational.of(random.nextInt(0, 12))));
      BernsteinSign sign = BernsteinSign.of(powers);
      boolean negative = false;
      for (int i = 0; i <= 200; i++) {
        negative |= value(powers, Rational.of(i, 200)).signum() < 0;
      }
      if (negative) {
        assertTrue(sign.isNegative(), powers::toString);
      }
      if (sign.isKnown()) {
        seen[sign.isNegative() ? 1 : 0]++;
        assertEquals(
            sign.isNegative(), sign.isNegative() && value(powers, sign.where()).signum() < 0);
      }
    }
    assertTrue(seen[0] > 100 && seen[1] > 100);
  }

  @Test
  void aZeroWithoutAChangeOfSignIsKnownOnlyAtAnEndOfAPart() {
    // (x - 1/2)^2 and (x - 1/3)^2
    BernsteinSign half =
        BernsteinSign.of(List.of(Rational.of(1, 4), Rational.of(-1), Rational.ONE));
    assertTrue(half.isKnown());
    assertFalse(half.isNegative());
    BernsteinSign third =
        BernsteinSign.of(List.of(Rational.of(1, 9), Rational.of(-2, 3), Rational.ONE));
    assertFalse(third.isKnown());
    assertEquals(1 / 3.0, third.where().doubleFloor(), 1e-8);
  }
}
