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

/** Parentheses around a comparison. */
class ParenthesesFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String before, String after) throws IOException {
    new Repairs(folder)
        .check(
            "syntax",
            Samples.claim("property p: P" + before + " < 0.1 under D;"),
            0,
            "Delete the parentheses",
            Samples.claim("property p: P" + after + " < 0.1 under D;"));
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments("((c > 5))", "(c > 5)"),
        arguments("((c > 5)", "(c > 5)"),
        arguments("(((c + 1) * 2 > (d)))", "((c + 1) * 2 > (d))"));
  }
}
