package surety.language.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

/** Against the definitions, in decimal numbers of sixty digits. */
class CountsTest {
  private static final MathContext DIGITS = new MathContext(80);

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), DIGITS);
  }

  /** e^x by its series, for positive x: all terms have one sign. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k < 6000 && term.signum() > 0; k++) {
      sum = sum.add(term, DIGITS);
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      if (term.compareTo(sum.movePointLeft(90)) < 0) {
        break;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/1000000", "0.1", "1/3", "1", "3", "17.5", "100", "1000"})
  void poissonIsBoundedFromBelow(String text) {
    Rational mean = text.contains("/") ? Rational.parseFraction(text) : Rational.parse(text);
    List<Rational> bounds = Counts.poisson(mean);
    BigDecimal probability = BigDecimal.ONE.divide(exp(decimal(mean)), DIGITS);
    Rational sum = Rational.ZERO;
    BigDecimal slack = new BigDecimal("2e-30");
    for (int k = 0; k < bounds.size(); k++) {
      BigDecimal bound = decimal(bounds.get(k));
      assertTrue(bound.compareTo(probability) <= 0, text + " at " + k);
      assertTrue(probability.subtract(bound).compareTo(slack) <= 0, text + " at " + k);
      probability =
          probability.multiply(decimal(mean), DIGITS).divide(BigDecimal.valueOf(k + 1L), DIGITS);
      sum = sum.plus(bounds.get(k));
    }
    Rational rest = Rational.ONE.minus(sum);
    assertTrue(rest.signum() > 0 && rest.compareTo(Rational.parse("2e-30")) < 0, text);
  }

  /** Of the definition: neighbours have the quotient mean/k, and all of them sum to 1. */
  @ParameterizedTest
  @CsvSource({"3, 1, 0, 20", "3, 1, 60, 62", "11, 4, 2, 9", "1, 1000, 0, 5", "1000, 1, 990, 999"})
  void poissonInARangeIsExact(int numerator, int denominator, int from, int to) {
    Rational mean = Rational.of(numerator, denominator);
    List<Rational> weights = Counts.poisson(mean, from, to, 8_000).orElseThrow();
    assertEquals(to - from + 1, weights.size());
    assertEquals(Rational.ONE, weights.stream().reduce(Rational.ZERO, Rational::plus));
    for (int k = 1; k < weights.size(); k++) {
      assertEquals(weights.get(k - 1).times(mean).dividedBy(Rational.of(from + k)), weights.get(k));
    }
  }

  @Test
  void poissonInARangeStaysSmall() {
    Rational mean = Rational.parse("3.14159");
    assertEquals(1, Counts.poisson(mean, 7, 7, 0).orElseThrow().size());
    assertTrue(Counts.poisson(mean, 0, 1_000_000, 8_000).isEmpty());
    for (Rational weight : Counts.poisson(mean, 0, 250, 8_000).orElseThrow()) {
      assertTrue(weight.denominator().bitLength() <= 8_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "5, 1, 3", "20, 7, 10", "60, 1, 100", "3, 0, 1", "3, 1, 1"})
  void binomialSumsToOneAndHasItsMean(int trials, int numerator, int denominator) {
    Rational p = Rational.of(numerator, denominator);
    List<Rational> weights = Counts.binomial(trials, p);
    Rational sum = Rational.ZERO;
    Rational mean = Rational.ZERO;
    Rational square = Rational.ZERO;
    for (int k = 0; k < weights.size(); k++) {
      sum = sum.plus(weights.get(k));
      mean = mean.plus(weights.get(k).times(Rational.of(k)));
      square = square.plus(weights.get(k).times(Rational.of((long) k * k)));
    }
    Rational n = Rational.of(trials);
    assertEquals(trials + 1, weights.size());
    assertEquals(Rational.ONE, sum);
    assertEquals(n.times(p), mean);
    assertEquals(n.times(p).times(Rational.ONE.minus(p)), square.minus(mean.times(mean)));
  }
}
