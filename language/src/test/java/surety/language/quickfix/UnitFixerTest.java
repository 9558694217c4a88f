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

/** Units of time. */
class UnitFixerTest {
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
            "timeout.unit",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 sec;"),
            0,
            "Write 's'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 s;")),
        arguments(
            "timeout.unit",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 S;"),
            0,
            "Write 's'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 s;")),
        arguments(
            "timeout.unit",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 minutes;"),
            0,
            "Write 'min'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 min;")),
        arguments(
            "timeout.unit",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 hr;"),
            0,
            "Write 'h'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 h;")),
        arguments(
            "timeout.unit",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 millis;"),
            0,
            "Write 'ms'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 ms;")),
        arguments(
            "syntax",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60;"),
            0,
            "Write seconds",
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 s;")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("timeout.unit", Samples.claim("query q: P(c > 0) = ? under D timeout 60 m;")),
        arguments("timeout.unit", Samples.claim("query q: P(c > 0) = ? under D timeout 60 days;")));
  }
}
