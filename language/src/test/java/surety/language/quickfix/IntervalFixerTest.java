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

/** Intervals with their ends in the wrong order. */
class IntervalFixerTest {
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
            "interval.empty",
            Samples.term("Uniform(1, 0)"),
            0,
            "Write [0, 1]",
            Samples.term("Uniform(0, 1)")),
        arguments(
            "interval.empty",
            Samples.term("Uniform( 1/2 , /* to */ - 1)"),
            0,
            "Write [-1, 1/2]",
            Samples.term("Uniform( -1 , /* to */ 1/2)")),
        arguments(
            "interval.empty",
            Samples.term("TruncatedNormal(2, 1, 3, 0)"),
            0,
            "Write [0, 3]",
            Samples.term("TruncatedNormal(2, 1, 0, 3)")),
        arguments(
            "interval.empty",
            Samples.term("Normal(0, 1) on [1, 0]"),
            0,
            "Write [0, 1]",
            Samples.term("Normal(0, 1) on [0, 1]")),
        arguments(
            "interval.empty",
            Samples.term("Uniform(0, 1) on [1, 0.5]"),
            0,
            "Write [0.5, 1]",
            Samples.term("Uniform(0, 1) on [0.5, 1]")),
        arguments(
            "interval.empty",
            Samples.term("Triangular(3, 2, 1)"),
            0,
            "Sort the numbers",
            Samples.term("Triangular(1, 2, 3)")),
        arguments(
            "interval.empty",
            Samples.term("Triangular(3, 0, 1)"),
            0,
            "Sort the numbers",
            Samples.term("Triangular(0, 1, 3)")),
        arguments(
            "interval.empty",
            Samples.assignments("a ~ Uniform(2, 2); b = 1;"),
            0,
            "Fix a at 2",
            Samples.assignments("a = 2; b = 1;")),
        arguments(
            "interval.empty",
            Samples.assignments("a ~ Normal(0, 1) on [1, 1]; b = 1;"),
            0,
            "Fix a at 1",
            Samples.assignments("a = 1; b = 1;")),
        arguments(
            "interval.empty",
            Samples.assignments("a ~ Triangular(1, 1, 1); b = 1;"),
            0,
            "Fix a at 1",
            Samples.assignments("a = 1; b = 1;")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(arguments("interval.empty", Samples.term("Uniform(1 /* why */, 1)")));
  }
}
