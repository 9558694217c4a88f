package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Numbers that must ascend. */
class OrderFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  @ParameterizedTest
  @MethodSource("open")
  void leavesTheChoice(String code, String text) throws IOException {
    new Repairs(folder).checkNone(code, text);
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "points.order",
            Samples.claim("query q: cdf(c) at [1, 0] under D;"),
            0,
            "Sort the numbers",
            Samples.claim("query q: cdf(c) at [0, 1] under D;")),
        arguments(
            "points.order",
            Samples.claim("query q: cdf(c) at [0, 1, 0.5, /* half */ 1/2, 1.0] under D;"),
            0,
            "Sort the numbers, and write each only once",
            Samples.claim("query q: cdf(c) at [0, 0.5, 1 /* half */ ] under D;")),
        arguments(
            "histogram.order",
            Samples.term("Histogram([1, 0, 2], [1/2, 1/2])"),
            0,
            "Sort the numbers",
            Samples.term("Histogram([0, 1, 2], [1/2, 1/2])")),
        arguments(
            "parameter.range",
            Samples.term("Triangular(0, 1, 0.2)"),
            0,
            "Sort the numbers",
            Samples.term("Triangular(0, 0.2, 1)")),
        arguments(
            "parameter.range",
            Samples.term("Triangular(0.5, 0, 1)"),
            0,
            "Sort the numbers",
            Samples.term("Triangular(0, 0.5, 1)")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("histogram.order", Samples.term("Histogram([0, 0, 2], [1/2, 1/2])")));
  }
}
