package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Parameters in the way of other languages. */
class ParameterFixerTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeSamples() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "a,b\n1,2\n3,1\n");
  }

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
            "parameter.kind",
            Samples.term("Normal(mu = 0, sigma = 1)"),
            0,
            "Leave out the names of the parameters",
            Samples.term("Normal(0, 1)")),
        arguments(
            "parameter.kind",
            Samples.term("Normal(0, var = 0.3)"),
            0,
            "Write 'variance'",
            Samples.term("Normal(0, variance = 0.3)")),
        arguments(
            "parameter.kind",
            Samples.assignments("(a, b) ~ Kde(\"s.csv\", bandwidth = scot);"),
            0,
            "Write 'scott'",
            Samples.assignments("(a, b) ~ Kde(\"s.csv\", bandwidth = scott);")),
        arguments(
            "parameter.kind",
            Samples.term("Normal(0, std=1)"),
            0,
            "Leave out the names of the parameters",
            Samples.term("Normal(0, 1)")),
        arguments(
            "parameter.kind",
            Samples.term("Uniform(low = 0, high = 1)"),
            0,
            "Leave out the names of the parameters",
            Samples.term("Uniform(0, 1)")),
        arguments(
            "parameter.kind",
            Samples.term("StudentT(df = 3, loc = 0, scale = 2)"),
            0,
            "Leave out the names of the parameters",
            Samples.term("StudentT(3, 0, 2)")),
        arguments(
            "parameter.kind",
            Samples.term("LogNormal(mu = 0, sigma = 2)"),
            0,
            "Leave out the names of the parameters",
            Samples.term("LogNormal(0, 2)")),
        arguments(
            "parameter.range",
            Samples.assignments("a ~ Normal(3, 0); b = 1;"),
            0,
            "Fix a at 3",
            Samples.assignments("a = 3; b = 1;")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("parameter.kind", Samples.term("Normal(sigma = 1, mu = 0)")),
        arguments("parameter.kind", Samples.term("Normal(sigma = 1)")),
        arguments("parameter.kind", Samples.term("Normal(\"mean\", 1)")),
        arguments("parameter.kind", Samples.term("Normal(mu = 1: 2, 1)")),
        arguments("parameter.kind", Samples.term("Histogram(1, 2)")),
        arguments("parameter.range", Samples.term("Normal(3, -1)")),
        arguments("parameter.range", Samples.term("Normal(3, 0) on [0, 1]")),
        arguments("parameter.range", Samples.term("Beta(0, 0.5)")),
        arguments("parameter.kind", Samples.term("Gamma(k = 2, lambda = 3)")),
        arguments("parameter.kind", Samples.term("StudentT(nu = 3)")),
        arguments("parameter.kind", Samples.term("LogNormal(mean = 1, 2)")),
        arguments("parameter.kind", Samples.term("Binomial(n = 3, 0.5)")));
  }
}
