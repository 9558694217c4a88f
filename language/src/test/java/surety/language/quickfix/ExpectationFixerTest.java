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

/** Verdicts, and EXPECTs that belong to nothing. */
class ExpectationFixerTest {
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
            "expectation.unknown",
            Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT: PROVEN, for sure"),
            0,
            "Write 'PROVED'",
            Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT: PROVED, for sure")),
        arguments(
            "expectation.unknown",
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n/* EXPECT: violated */"),
            0,
            "Write 'VIOLATED'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n/* EXPECT: VIOLATED */")),
        arguments(
            "expectation.misplaced",
            Samples.claim("query q: P(c > 0) = ? under D; // EXPECT: PROVED, why not"),
            0,
            "Delete this comment",
            Samples.claim("query q: P(c > 0) = ? under D;")),
        arguments(
            "expectation.misplaced",
            Samples.claim("query q: P(c > 0) = ? under D;\n// EXPECT: PROVED\n// but"),
            0,
            "Delete this comment",
            Samples.claim("query q: P(c > 0) = ? under D;\n// but")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments(
            "expectation.unknown",
            Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT: nothing")),
        arguments(
            "expectation.unknown",
            Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT:")));
  }
}
