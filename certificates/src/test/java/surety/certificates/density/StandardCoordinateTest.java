package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class StandardCoordinateTest {
  private static StandardCoordinate of(String distribution) {
    return Marginal.of(Distribution.parse(distribution)).exact();
  }

  @Test
  void isExact() {
    StandardCoordinate uniform = of("uniform(1/10, 2/3)");
    assertEquals(Rational.of(17, 30), uniform.scale());
    assertEquals(Rational.of(1, 10), uniform.shift());
    assertEquals(Rational.of(2, 3), uniform.input(Rational.ONE));
    // not in lowest terms, and the tightest enclosure all the same
    assertEquals(
        Interval.of(0.5), uniform.standard(BigInteger.valueOf(46), BigInteger.valueOf(120)));
    assertEquals(
        Interval.of(Rational.of(-3, 17)), uniform.standard(BigInteger.ZERO, BigInteger.ONE));
    assertEquals(Optional.empty(), of("normal(0, 1)").lower());
    assertEquals(Optional.of(Rational.of(-1, 3)), of("normal(1, 3) on [0, 2]").lower());
    assertEquals(List.of(Rational.of(1, 3)), of("triangular(0, 1, 3)").knots());
    assertEquals(
        List.of(Rational.of(1, 7), Rational.of(2)),
        of("histogram([0, 1/7, 2, 3], [1/3, 1/3, 1/3])").knots());
  }

  @ParameterizedTest
  @CsvSource({
    "'uniform(1/10, 2/3)'",
    "'beta(2, 3) on [1/3, 2/3]'",
    "'triangular(0, 1, 3)'",
    "'exponential(3)'",
    "'uniform(0, 3) on [1/7, 5]'"
  })
  void isWhatTheMarginalEncloses(String distribution) {
    Marginal marginal = Marginal.of(Distribution.parse(distribution));
    StandardCoordinate exact = marginal.exact();
    assertEquals(Interval.of(exact.scale()), marginal.scale());
    assertEquals(Interval.of(exact.shift()), marginal.shift());
    exact.lower().ifPresent(end -> assertEquals(Interval.of(end), marginal.domainLower()));
    exact.upper().ifPresent(end -> assertEquals(Interval.of(end), marginal.domainUpper()));
    assertEquals(exact.knots().stream().map(Interval::of).toList(), marginal.knots());
  }
}
