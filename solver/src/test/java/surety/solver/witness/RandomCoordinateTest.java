package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;

class RandomCoordinateTest {
  private static RandomCoordinate of(String text) {
    return RandomCoordinate.of(Distribution.parse(text));
  }

  private static boolean encloses(Interval enclosure, Rational exact) {
    return enclosure.contains(exact) && enclosure.width() <= 1e-15 * (1 + enclosure.magnitude());
  }

  /** The kernel compiles the same distribution; where it has enclosures we have the number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(1/10, 7/3)",
        "uniform(1/10, 7/3) on [-1, 1/3]",
        "beta(2, 5/2)",
        "beta(2, 5/2) on [1/3, 2]",
        "normal(1/3, 1/7)",
        "normal(1/3, 1/7) on [-1/5, 9]",
        "exponential(3)",
        "exponential(3) on [1/3, 2/3]",
        "gamma(5/2, 1/3)",
        "gamma(5/2, 1/3) on [-2, 4]",
        "triangular(1/3, 1/2, 7/3)",
        "triangular(1/3, 1/3, 7/3)",
        "triangular(1/3, 1/2, 7/3) on [2/5, 1]",
        "triangular(1/3, 1/2, 7/3) on [2/3, 1]",
        "histogram([0, 1/3, 1, 5], [1/4, 0, 3/4])",
        "histogram([0, 1/3, 1, 5], [1/4, 0, 3/4]) on [1/5, 2]",
        "histogram([0, 1/3, 1, 5], [1/4, 0, 3/4]) on [1, 2]"
      })
  void agreesWithTheKernel(String text) {
    RandomCoordinate coordinate = of(text);
    Marginal marginal = Marginal.of(Distribution.parse(text));
    assertTrue(encloses(marginal.scale(), coordinate.scale()));
    assertTrue(encloses(marginal.shift(), coordinate.shift()));
    assertEnd(marginal.domainLower(), coordinate, coordinate.domain().lower());
    assertEnd(marginal.domainUpper(), coordinate, coordinate.domain().upper());
  }

  private static Rational standard(RandomCoordinate coordinate, Rational x) {
    Rational z = x.minus(coordinate.shift()).dividedBy(coordinate.scale());
    assertEquals(x, coordinate.input(z));
    return z;
  }

  private static void assertEnd(
      Interval kernel, RandomCoordinate coordinate, Optional<Rational> end) {
    assertEquals(kernel.isBounded(), end.isPresent());
    end.ifPresent(x -> assertTrue(encloses(kernel, standard(coordinate, x))));
  }

  @Test
  void supportsLeaveEmptyBinsOut() {
    RandomCoordinate coordinate =
        of("histogram([0, 1, 2, 3, 4, 5], [0, 1/4, 1/4, 0, 1/2]) on [-7, 9/2]");
    assertEquals(
        List.of(
            Range.of(Rational.of(1), Rational.of(3)), Range.of(Rational.of(4), Rational.of(9, 2))),
        coordinate.support());
  }

  @Test
  void inputsForStandardCoordinatesAreExact() {
    RandomCoordinate coordinate = of("normal(1/3, 1/7)");
    Rational scale = coordinate.scale();
    Range expected =
        Range.of(coordinate.shift().minus(scale), scale.plus(scale).plus(coordinate.shift()));
    assertEquals(expected, coordinate.range(Interval.of(-1, 2)));
    Interval around = coordinate.enclose(Interval.of(-1, 2));
    assertTrue(around.contains(expected.lower().orElseThrow()));
    assertTrue(around.contains(expected.upper().orElseThrow()));
    assertEquals(
        Range.atLeast(coordinate.shift()),
        coordinate.range(Interval.of(0, Double.POSITIVE_INFINITY)));
    assertEquals(Range.LINE, coordinate.range(Interval.WHOLE));
  }
}
