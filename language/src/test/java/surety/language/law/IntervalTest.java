package surety.language.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;

class IntervalTest {
  private static Interval interval(String text) {
    String[] ends = text.split("~", -1);
    return new Interval(end(ends[0]), end(ends[1]));
  }

  private static Optional<Rational> end(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Rational.parseFraction(text));
  }

  private static String text(Interval interval) {
    return interval.lower().map(Rational::toString).orElse("")
        + "~"
        + interval.upper().map(Rational::toString).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "0~2, 1~3, 1~2",
    "0~, ~3, 0~3",
    "~, ~3, ~3",
    "~, ~, ~",
    "0~1, 1~2, none",
    "~0, 1~, none",
    "0~5, 1~2, 1~2",
    "1~, 0~, 1~",
  })
  void commonParts(String left, String right, String expected) {
    assertEquals(
        expected, interval(left).and(interval(right)).map(IntervalTest::text).orElse("none"));
    assertEquals(
        expected, interval(right).and(interval(left)).map(IntervalTest::text).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({"0~2, 2, 1, 1~5", "0~, -1, 3, ~3", "~4, -2, 0, -8~", "~, 5, 1, ~"})
  void imagesAndTheWayBack(String text, long a, long b, String expected) {
    Interval image = interval(text).image(Rational.of(a), Rational.of(b));
    assertEquals(expected, text(image));
    assertEquals(text, text(image.before(Rational.of(a), Rational.of(b))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0~; normal(0, 1); normal(0, 1) within [0, inf]",
        "0~1; normal(0, 1) within [-1, 1/2]; normal(0, 1) within [0, 1/2]",
        "~; beta(2, 2); beta(2, 2)",
        "0~1; uniform(2, 3); none",
        "2~; beta(2, 2); none",
        "1~2; histogram([0, 1, 2, 3], [1/2, 0, 1/2]); none",
        "1~3; histogram([0, 1, 2, 3], [1/2, 0, 1/2]); histogram([0, 1, 2, 3], [1/2, 0, 1/2]) within [1, 3]",
        "2~3; normal(0, 1) within [0, 2]; none",
        "~0; normal(0, 1) on [-1, 1]; normal(0, 1) on [-1, 1] within [-inf, 0]",
      })
  void parts(String text, String distribution, String expected) {
    assertEquals(
        expected,
        interval(text)
            .restrict(Distribution.parse(distribution))
            .map(Distribution::canonical)
            .orElse("none"));
  }
}
