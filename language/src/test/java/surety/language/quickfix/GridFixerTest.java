package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** The thresholds of joint cdfs. */
class GridFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String before, String title, String after) throws IOException {
    new Repairs(folder).check("points.grid", Samples.claim(before), 0, title, Samples.claim(after));
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "query q: cdf(c, d) at 30 points under D;",
            "Write '30 x 30 points'",
            "query q: cdf(c, d) at 30 x 30 points under D;"),
        arguments(
            "query q: cdf(c, d, a | b > 0) at 5  points under D;",
            "Write '5 x 5 x 5 points'",
            "query q: cdf(c, d, a | b > 0) at 5 x 5 x 5 points under D;"),
        arguments(
            "query q: cdf(c, d) at 5 by 6 points under D;",
            "Write 'x'",
            "query q: cdf(c, d) at 5 x 6 points under D;"));
  }

  /** Which numbers are meant is not said. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "query q: cdf(c, d, a, b) at 5 points under D;",
        "query q: cdf(c) at 5 x 6 points under D;",
        "query q: cdf(c, d, a) at 5 x 6 points under D;",
        "query q: cdf(c, d) at [0, 1] under D;",
        "query q: cdf(c, d) at 200 x 200 points under D;"
      })
  void leavesTheChoice(String text) throws IOException {
    new Repairs(folder).checkNone("points.grid", Samples.claim(text));
  }
}
