package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class RangeTest {
  private static Rational number(String text) {
    return Rational.parse(text);
  }

  @Test
  void rangesKeepTheirEnds() {
    Range range = Range.of(Rational.ZERO, number("0.1"));
    assertTrue(range.contains(number("0.1")));
    assertFalse(range.contains(Rational.ofDouble(0.1))); // the double is larger
    assertFalse(range.containsInside(number("0.1")));
    assertTrue(Range.LINE.contains(number("-1e5000")));
    assertFalse(Range.atMost(Rational.ZERO).contains(number("1e-5000")));
    assertEquals(Rational.of(6), Range.atLeast(Rational.of(5)).middle());
    assertEquals(
        Optional.of(Range.of(Rational.ZERO, Rational.ONE)),
        Range.atLeast(Rational.ZERO).intersect(Range.atMost(Rational.ONE)));
    assertTrue(Range.atLeast(Rational.ONE).intersect(Range.atMost(Rational.ONE)).isEmpty());
  }

  @Test
  void refusesEndsInTheWrongOrder() {
    assertThrows(IllegalArgumentException.class, () -> Range.of(Rational.ONE, Rational.ZERO));
  }
}
