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

/** Names that were probably meant. */
class NearestNameFixerTest {
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
            "unknown.network",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for M { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'N'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "unknown.network",
            "semantics real;\nnetwork Iris = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for /* the */ Irsi { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'Iris'",
            "semantics real;\nnetwork Iris = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for /* the */ Iris { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "unknown.function",
            Samples.claim("query q: 2 * Median(/* all */ c) = ? under D;"),
            0,
            "Write 'quantile(c, 0.5)'",
            Samples.claim("query q: 2 * quantile(c, 0.5) = ? under D;")),
        arguments(
            "unknown.function",
            Samples.claim("property p: Pr(c > 0) < 0.1 under D;"),
            0,
            "Write 'P'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "unknown.function",
            Samples.claim("property p: P(NOT (c > 0)) < 0.1 under D;"),
            0,
            "Write 'not'",
            Samples.claim("property p: P(not (c > 0)) < 0.1 under D;")),
        arguments(
            "unknown.distribution",
            Samples.claim("query q: P(c > 0) = ? under E;"),
            0,
            "Write 'D'",
            Samples.claim("query q: P(c > 0) = ? under D;")),
        arguments(
            "unknown.distribution",
            Samples.claim(
                "distribution Calm for N { a = 1; b = 1; }\nquery q: P(c > 0) = ? under Clam; // or D"),
            0,
            "Write 'Calm'",
            Samples.claim(
                "distribution Calm for N { a = 1; b = 1; }\nquery q: P(c > 0) = ? under Calm; // or D")),
        arguments(
            "unknown.input",
            Samples.assignments("a ~ Uniform(0, 1); bb = 1;"),
            0,
            "Write 'b'",
            Samples.assignments("a ~ Uniform(0, 1); b = 1;")),
        arguments(
            "unknown.input",
            Samples.assignments("aa ~ Uniform(0, 1); b = 1;"),
            0,
            "Write 'a'",
            Samples.assignments("a ~ Uniform(0, 1); b = 1;")),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output setosa, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(2 * setsoa > 0) = ? under D;\n",
            0,
            "Write 'setosa'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output setosa, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(2 * setosa > 0) = ? under D;\n"),
        arguments(
            "unknown.family",
            Samples.term("normal(0, 1)"),
            0,
            "Write 'Normal'",
            Samples.term("Normal(0, 1)")),
        arguments(
            "unknown.family",
            Samples.term("Unifrom(0, 1)"),
            0,
            "Write 'Uniform'",
            Samples.term("Uniform(0, 1)")),
        arguments(
            "unknown.family",
            Samples.term("Gauss(0, 1)"),
            0,
            "Write 'Normal'",
            Samples.term("Normal(0, 1)")),
        arguments(
            "unknown.family",
            Samples.term("Gaussian(0, 1)"),
            0,
            "Write 'Normal'",
            Samples.term("Normal(0, 1)")),
        arguments(
            "unknown.family",
            Samples.term("lognormal(0, 1)"),
            0,
            "Write 'LogNormal'",
            Samples.term("LogNormal(0, 1)")),
        arguments(
            "unknown.family",
            Samples.term("Exp(2)"),
            0,
            "Write 'Exponential'",
            Samples.term("Exponential(2)")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("unknown.network", "semantics real;\ndistribution D for N { }\n"),
        arguments(
            "unknown.distribution",
            Samples.claim(
                "distribution E for N { a = 1; b = 1; }\nquery q: P(c > 0) = ? under F;")),
        arguments("unknown.input", Samples.assignments("zeta = 1; eta = 2;")),
        arguments("unknown.input", Samples.assignments("y[0] = 1; b = 2;")),
        arguments("unknown.output", Samples.claim("query q: P(zeta > 0) = ? under D;")),
        arguments("unknown.family", Samples.term("Dagum(1, 2)")),
        arguments("unknown.family", Samples.term("XNormal(1, 2)")),
        arguments("unsupported", Samples.term("lognorm(0, 1)")),
        arguments("unsupported", Samples.term("SkewNormal(0, 1)")),
        arguments("unsupported", Samples.term("MvNormal(0, 1)")),
        arguments("unsupported", Samples.term("LogUniform(1, 2)")),
        arguments("unsupported", Samples.term("Inv_Gamma(1, 2)")),
        arguments("unsupported", Samples.term("WeibullMax(1, 2)")));
  }
}
