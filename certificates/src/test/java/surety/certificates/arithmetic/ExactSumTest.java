package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Test
  void isTheSumOfTheExactNumbersInAnyOrder() {
    SplittableRandom random = new SplittableRandom(21);
    for (int round = 0; round < 200; round++) {
      ExactSum forward = new ExactSum();
      ExactSum backward = new ExactSum();
      double[] summands = random.ints(50).mapToDouble(i -> Doubles.any(random)).toArray();
      Dyadic naive = Dyadic.ZERO;
      for (int i = 0; i < summands.length; i++) {
        forward.add(summands[i]);
        backward.add(summands[summands.length - 1 - i]);
        naive = naive.plus(Dyadic.of(summands[i]));
      }
      assertEquals(naive, forward.value());
      assertEquals(naive, backward.value());
    }
  }

  @Test
  void sumsOfSumsAreSums() {
    SplittableRandom random = new SplittableRandom(22);
    ExactSum whole = new ExactSum();
    ExactSum parts = new ExactSum();
    for (int i = 0; i < 100; i++) {
      ExactSum part = new ExactSum();
      for (int k = 0; k < i; k++) {
        double x = Doubles.any(random);
        whole.add(x);
        part.add(x);
      }
      Dyadic before = part.value();
      parts.add(part);
      assertEquals(before, part.value());
    }
    assertEquals(whole.value(), parts.value());
    Dyadic value = whole.value();
    whole.add(whole);
    assertEquals(value.shift(1), whole.value());
  }

  @Test
  void carriesThroughManyAdditions() {
    ExactSum sum = new ExactSum();
    int count = 3_000_000;
    for (int i = 0; i < count; i++) {
      sum.add(-Double.MAX_VALUE);
      sum.add(0x1.fffffffffffffp-1);
    }
    Dyadic expected =
        Dyadic.of(-Double.MAX_VALUE).plus(Dyadic.of(0x1.fffffffffffffp-1)).times(Dyadic.of(count));
    assertEquals(expected, sum.value());
  }

  @Test
  void nothingIsZero() {
    assertEquals(Dyadic.ZERO, new ExactSum().value());
    ExactSum sum = new ExactSum();
    sum.add(0.1);
    sum.add(-0.1);
    sum.add(-0.0);
    assertEquals(Dyadic.ZERO, sum.value());
  }

  @Test
  void refusesWhatIsNotFinite() {
    ExactSum sum = new ExactSum();
    assertThrows(ArithmeticException.class, () -> sum.add(Double.NaN));
    assertThrows(ArithmeticException.class, () -> sum.add(Double.POSITIVE_INFINITY));
    assertThrows(ArithmeticException.class, () -> sum.add(Double.NEGATIVE_INFINITY));
  }
}
