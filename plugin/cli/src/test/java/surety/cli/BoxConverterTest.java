package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class BoxConverterTest {
  private static List<Interval> sides(String text) {
    return new BoxConverter().convert(text).sides();
  }

  @Test
  void readsIntervals() {
    List<Interval> expected = List.of(Interval.of(0, 1), Interval.of(-0.5, 2));
    assertEquals(expected, sides("[0,1] x [-0.5,2]"));
    assertEquals(expected, sides(" [ 0 , 1 ]x[-1/2, 2] "));
    assertEquals(expected, sides("[0,1] \u00d7 [-5e-1,+2]"));
  }

  @Test
  void repeatsSides() {
    assertEquals(Collections.nCopies(784, Interval.of(0, 1)), sides("[0,1]^784"));
    assertEquals(List.of(Interval.ONE, Interval.ONE, Interval.ZERO), sides("[1,1]^2 x [0,0]"));
  }

  @Test
  void decimalsAreRoundedOutward() {
    Interval side = sides("[0.1,0.3]").get(0);
    Rational tenth = Rational.of(1, 10);
    assertTrue(Rational.ofDouble(side.lower()).compareTo(tenth) <= 0);
    assertTrue(Rational.ofDouble(side.upper()).compareTo(Rational.of(3, 10)) >= 0);
    assertTrue(Rational.ofDouble(Math.nextUp(side.lower())).compareTo(tenth) > 0);
  }
}
