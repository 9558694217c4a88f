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

/** Options and points at the wrong place. */
class PlacementFixerTest {
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
            "syntax",
            Samples.claim("property p: P(c > 0) < 0.1 within 1e-6 /* why */ timeout 1 s under D;"),
            0,
            "Move 'under ...' forward",
            Samples.claim("property p: P(c > 0) < 0.1 under D within 1e-6 /* why */ timeout 1 s;")),
        arguments(
            "syntax",
            Samples.claim("query q: P(c > 0) = ? timeout 1 s\n  under D;"),
            0,
            "Move 'under ...' forward",
            Samples.claim("query q: P(c > 0) = ? under D\n  timeout 1 s;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c at 20 points) under D;"),
            0,
            "Move 'at 20 points' behind ')'",
            Samples.claim("query q: cdf(c) at 20 points under D;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c, 2 * d at [0, 1] x [2] ) under D;"),
            0,
            "Move 'at [0, 1] x [2]' behind ')'",
            Samples.claim("query q: cdf(c, 2 * d) at [0, 1] x [2] under D;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c) under D at 100 points;"),
            0,
            "Move 'at ...' forward",
            Samples.claim("query q: cdf(c) at 100 points under D;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c) under D at [0, 1] within 1e-6;"),
            0,
            "Move 'at ...' forward",
            Samples.claim("query q: cdf(c) at [0, 1] under D within 1e-6;")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(arguments("syntax", Samples.claim("property p: P(c > 0) < 0.1 within 1e-6;")));
  }
}
