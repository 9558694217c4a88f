package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;

class ExactCellTest {
  private static Rational number(String text) {
    return Rational.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1/3, 1/3, true, true",
    "0, 0, true, false",
    "1/2, 1/2, true, false",
    "1/3, 0, true, false",
    "1/2, 1/1000000000000000000000, true, true",
    "-1/1000000000000000000000, 1/2, false, false",
    "1/2, 500000000000000000001/1000000000000000000000, false, false"
  })
  void aTriangleContainsExactlyItsPoints(String x, String y, boolean contains, boolean inside) {
    ExactSimplex triangle =
        new ExactSimplex(
            List.of(
                List.of(Rational.ZERO, Rational.ZERO),
                List.of(Rational.ZERO, Rational.ONE),
                List.of(Rational.ONE, Rational.ZERO)));
    // x + y <= 1 with 1/2 + 1/2 on the long side
    List<Rational> point = List.of(number(x), number(y));
    assertEquals(contains, triangle.contains(point));
    assertEquals(inside, triangle.containsInside(point));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void barycentricWeightsMakeUpThePoint(int n) {
    SplittableRandom random = new SplittableRandom(n);
    ExactSimplex simplex = Networks.simplex(random, n);
    List<Rational> point = Networks.simplex(random, n).centre();
    List<Rational> weights = simplex.barycentric(point).orElseThrow();
    assertEquals(Rational.ONE, weights.stream().reduce(Rational.ZERO, Rational::plus));
    for (int i = 0; i < n; i++) {
      Rational sum = Rational.ZERO;
      for (int k = 0; k <= n; k++) {
        sum = sum.plus(weights.get(k).times(simplex.vertices().get(k).get(i)));
      }
      assertEquals(point.get(i), sum);
    }
    assertTrue(simplex.containsInside(simplex.centre()));
    assertTrue(simplex.contains(simplex.vertices().get(n)));
    assertFalse(simplex.containsInside(simplex.vertices().get(n)));
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
  void refusesWrongShapes() {
    assertThrows(IllegalArgumentException.class, () -> Range.of(Rational.ONE, Rational.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new ExactSimplex(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExactSimplex(List.of(List.of(Rational.ONE), List.of())));
    assertThrows(
        IllegalArgumentException.class, () -> ExactBox.of(List.of(), List.of(Rational.ONE)));
    assertThrows(
        IllegalArgumentException.class, () -> Networks.unitBox(2).contains(List.of(Rational.ONE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new InputSpace(List.of(Law.InputMap.coordinate(0)), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new InputSpace(List.of(Law.InputMap.coordinate(0)), List.of(List.of())));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WitnessLimits(Duration.ZERO, Duration.ZERO, 0, 1, 1));
  }
}
