package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

class DistributionTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(0, 1)",
        "uniform(-7/2, 1/10)",
        "beta(2, 2)",
        "beta(1, 7/3)",
        "normal(0, 1)",
        "normal(-3, 1/100)",
        "normal(0, 1) on [-3, 3]",
        "normal(1/3, sqrt(3/10))",
        "normal(0, 1) on [0, inf]",
        "normal(0, sqrt(2)) on [-inf, 3]",
        "normal(0, 1) within [-inf, 3]",
        "uniform(0, 1) on [0, 1/2] within [1/3, inf]",
        "exponential(1/2)",
        "exponential(1) on [0, 4]",
        "gamma(3/2, 2)",
        "gamma(3/2, 2) on [-1, 4]",
        "triangular(0, 1/2, 1)",
        "triangular(0, 0, 1)",
        "triangular(0, 1, 1)",
        "histogram([0, 1, 2], [1/4, 3/4])",
        "histogram([-1/3, 1], [1])",
        "histogram([0, 1, 2], [1, 0]) on [1/2, 3]",
        "beta(1/2, 1/1000)",
        "lognormal(-1, 1/3)",
        "lognormal(0, 1) on [1, inf]",
        "weibull(1/2, 3)",
        "logistic(-1, 2)",
        "laplace(0, 1/7) within [0, inf]",
        "studentt(7/2, 0, 1)",
        "cauchy(0, 1) on [-1, 1]",
        "pareto(1, 1/3)",
        "polynomial([0, 1], [[1]])",
        "polynomial([-1, 0, 1], [[1, 1], [1, -1]]) on [0, inf]"
      })
  void isReadAndWrittenBack(String text) {
    assertEquals(text, Distribution.parse(text).canonical());
  }

  @Test
  void longHistogramsAreFine() {
    List<Rational> edges = new ArrayList<>(List.of(Rational.ZERO));
    List<Rational> weights = new ArrayList<>();
    for (int i = 1; i <= 5000; i++) {
      edges.add(Rational.of(i, 7));
      weights.add(Rational.of(1, 5000));
    }
    Histogram histogram = new Histogram(edges, weights);
    assertEquals(histogram, Distribution.parse(histogram.canonical()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; must begin with",
        "beta; '(' must stand there",
        "Beta(2, 2); must begin with",
        "cauchi(0, 1); must begin with",
        "studentt(3, 1); has 3 parameters",
        "lognormal(0, -1); must be greater than 0",
        "beta(2; ')' must stand there",
        "beta(2, 2; ')' must stand there",
        "beta(2); has 2 parameters",
        "beta(2, 2, 2); has 2 parameters",
        "exponential(1, 1); has 1 parameter",
        "beta(2,2); ')' must stand there",
        "beta( 2, 2); a number must stand there",
        "beta(, 2); a number must stand there",
        "'beta(2, 2) '; nothing behind",
        "beta(2, 2)x; nothing behind",
        "' beta(2, 2)'; must begin with",
        "beta(2.5, 2); ')' must stand there",
        "beta(4/2, 2); not in canonical form",
        "beta(02, 2); not in canonical form",
        "uniform(-0, 2); not in canonical form",
        "beta(1/0, 2); denominator 0",
        "beta(1--2, 2); not a number",
        "normal(NaN, 1); a number must stand there",
        "normal(0, 1) on [1]; ', ' must stand there",
        "normal(0, 1) on [1, 2, 3]; ']' must stand there",
        "normal(0, 1) on (1, 2); nothing behind",
        "normal(0, 1) on [inf, 2]; a number must stand there",
        "normal(0, 1) on [-inf, inf]; without ends",
        "normal(0, 1) on [2, -inf]; not a number",
        "normal(0, 1) within [1, 1]; is empty",
        "normal(0, 1) within [1, 2] on [0, 3]; nothing behind",
        "normal(0, 1) within [1, 2] within [0, 3]; nothing behind",
        "uniform(0, 1) within [2, inf]; probability 0",
        "normal(0, sqrt(0)); must be greater than 0",
        "normal(0, sqrt(2); '))' must stand there",
        "normal(0, sqrt(-2)); must be greater than 0",
        "normal(0, sqrt(4/2)); not in canonical form",
        "normal(0, 1) on [0, 1] on [0, 1]; nothing behind",
        "histogram([], []); a number must stand there",
        "histogram([0, 1]); ', ' must stand there",
        "histogram([0, 1], [1]; ')' must stand there",
        "uniform(1, 0); is empty",
        "normal(0, 0); must be greater than 0"
      })
  void refusesEverythingElse(String text, String reason) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Distribution.parse(text)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void hostileTextsGetShortMessages() {
    String digits = "9".repeat(100_000);
    for (String text :
        new String[] {
          digits, "beta(" + digits + ", 2)", "[".repeat(100_000), "normal(0, 1)".repeat(10_000)
        }) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> Distribution.parse(text)).getMessage();
      assertTrue(message.length() < 400, message);
    }
  }
}
