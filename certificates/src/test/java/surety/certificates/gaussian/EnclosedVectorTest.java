package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class EnclosedVectorTest {
  @Test
  void productsContainThoseOfAllNumbersInside() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      int n = random.nextInt(1, 50);
      EnclosedVector a = new EnclosedVector(n);
      EnclosedVector b = new EnclosedVector(n);
      Rational exact = Rational.ZERO;
      double room = i % 2 == 0 ? 0 : 1e-3;
      for (int k = 0; k < n; k++) {
        Rational x = Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50));
        Rational y = Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50));
        exact = exact.plus(x.times(y));
        a.set(k, Interval.of(x).plus(new Interval(-room * random.nextDouble(), 0)));
        b.set(k, Interval.of(y).plus(new Interval(0, room * random.nextDouble())));
      }
      assertTrue(a.dot(b).contains(exact));
      assertTrue(a.extended(n + 3).dot(b.extended(n + 3)).contains(exact));
      assertTrue(room > 0 || a.dot(b).width() < 1e-9);
    }
  }

  @Test
  void numbersAreKept() {
    EnclosedVector a = new EnclosedVector(2);
    a.set(1, new Interval(0.25, 0.75));
    assertEquals(new Interval(0.25, 0.75), a.get(1));
    assertEquals(2, a.size());
  }

  @Test
  void whatIsNotBoundedIsUnknown() {
    EnclosedVector a = new EnclosedVector(2);
    EnclosedVector b = new EnclosedVector(2);
    a.set(0, Interval.WHOLE);
    b.set(1, Interval.ONE);
    assertEquals(Interval.WHOLE, a.dot(b));
    assertEquals(Interval.WHOLE, b.dot(a));
  }
}
