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

/** What is given twice is deleted once. */
class RepetitionFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "input.repeated",
            Samples.assignments("a ~ Uniform(0, 1); b = 1; b = 2;"),
            0,
            "Delete 'b = 2;'",
            Samples.assignments("a ~ Uniform(0, 1); b = 1;")),
        arguments(
            "input.repeated",
            Samples.assignments("\n  a ~ Uniform(0, 1);\n  b = 1;\n  b = 2;\n"),
            0,
            "Delete 'b = 2;'",
            Samples.assignments("\n  a ~ Uniform(0, 1);\n  b = 1;\n")),
        arguments(
            "input.repeated",
            Samples.assignments("\n  a ~ Uniform(0, 1);\n  b = 1;\n  b = 2; // why?\n"),
            0,
            "Delete 'b = 2;'",
            Samples.assignments("\n  a ~ Uniform(0, 1);\n  b = 1;\n  // why?\n")),
        arguments(
            "option.repeated",
            Samples.claim("query q: P(c > 0) = ? under D within 1e-3 /* or */ within 1e-6;"),
            0,
            "Delete 'within 1e-6'",
            Samples.claim("query q: P(c > 0) = ? under D within 1e-3 /* or */;")),
        arguments(
            "option.repeated",
            Samples.claim("query q: P(c > 0) = ? under D timeout 1 s\n  timeout 2 s;"),
            0,
            "Delete 'timeout 2 s'",
            Samples.claim("query q: P(c > 0) = ? under D timeout 1 s\n  ;")),
        arguments(
            "semantics.repeated",
            Samples.claim("query q: P(c > 0) = ? under D;\nsemantics real;"),
            0,
            "Delete 'semantics real;'",
            Samples.claim("query q: P(c > 0) = ? under D;")));
  }
}
