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

/** Parts of queries and properties that are missing, or of the wrong kind. */
class QueryFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "syntax",
            Samples.claim("query p: P(c > 0) < 0.1 under D;"),
            0,
            "Make it a property",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("query p: P(c > 0) < 1/3 under D;"),
            1,
            "Ask for it",
            Samples.claim("query p: P(c > 0) = ? under D;")),
        arguments(
            "syntax",
            Samples.claim("query p: P(c > 0) under D;"),
            0,
            "Write '= ?'",
            Samples.claim("query p: P(c > 0) = ? under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 0) < 0.1;"),
            0,
            "Write 'under D'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 0) < 0.1 D;"),
            0,
            "Write 'under'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c) [0, 1] under D;"),
            0,
            "Write 'at'",
            Samples.claim("query q: cdf(c) at [0, 1] under D;")),
        arguments(
            "syntax",
            Samples.claim("query q: cdf(c) at 10 under D;"),
            0,
            "Write 'points'",
            Samples.claim("query q: cdf(c) at 10 points under D;")),
        arguments(
            "syntax",
            Samples.claim(
                "distribution T { a ~ Normal(0,1); b = 1; }\nproperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write 'for N'",
            Samples.claim(
                "distribution T for N { a ~ Normal(0,1); b = 1; }\nproperty p: P(c > 0) < 0.1 under D;")));
  }
}
