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

/** Signs and numbers of other languages. */
class SignFixerTest {
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
            Samples.assignments("a -> Beta(2, 2); b = 0;"),
            0,
            "Write '~'",
            Samples.assignments("a ~ Beta(2, 2); b = 0;")),
        arguments(
            "syntax",
            Samples.assignments("a ~ Beta(2, 2); b -> -1/3;"),
            0,
            "Write '='",
            Samples.assignments("a ~ Beta(2, 2); b = -1/3;")),
        arguments(
            "syntax",
            Samples.claim("event e -> c > 0;\nquery q: P(c > 0) = ? under D;"),
            0,
            "Write '='",
            Samples.claim("event e = c > 0;\nquery q: P(c > 0) = ? under D;")),
        arguments(
            "syntax",
            Samples.claim("query q -> P(c > 0) = ? under D;"),
            0,
            "Write ':'",
            Samples.claim("query q : P(c > 0) = ? under D;")),
        arguments(
            "syntax",
            Samples.term("Normal(0, 1) [0, 1]"),
            0,
            "Write 'on'",
            Samples.term("Normal(0, 1) on [0, 1]")),
        arguments(
            "syntax",
            Samples.term("Beta(2, 2)[0, 0.5]"),
            0,
            "Write 'on'",
            Samples.term("Beta(2, 2) on [0, 0.5]")),
        arguments(
            "syntax",
            Samples.term("Uniform[0, 1]"),
            0,
            "Write '(...)'",
            Samples.term("Uniform(0, 1)")),
        arguments(
            "syntax",
            Samples.term("Histogram[[0, 1, 2], [1/2, 1/2]]"),
            0,
            "Write '(...)'",
            Samples.term("Histogram([0, 1, 2], [1/2, 1/2])")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c ≤ 0) < 0.1 under D;"),
            0,
            "Write '<='",
            Samples.claim("property p: P(c <= 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 0) ≥ 0.1 under D;"),
            0,
            "Write '>='",
            Samples.claim("property p: P(c > 0) >= 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > .5) < 0.1 under D;"),
            0,
            "Write '0.'",
            Samples.claim("property p: P(c > 0.5) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 5.) < 0.1 under D;"),
            0,
            "Write '0'",
            Samples.claim("property p: P(c > 5.0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 5) < 1% under D;"),
            0,
            "Write '0.01'",
            Samples.claim("property p: P(c > 5) < 0.01 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 5) < 12.50% under D;"),
            0,
            "Write '0.125'",
            Samples.claim("property p: P(c > 5) < 0.125 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P[c > 5] < 0.1 under D;"),
            0,
            "Write '(...)'",
            Samples.claim("property p: P(c > 5) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(2c > 5) < 0.1 under D;"),
            0,
            "Write '*'",
            Samples.claim("property p: P(2 * c > 5) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.assignments("a ~ 5; b = 1;"),
            0,
            "Write '='",
            Samples.assignments("a = 5; b = 1;")),
        arguments(
            "syntax",
            Samples.assignments("a ~ -5; b = 1;"),
            0,
            "Write '='",
            Samples.assignments("a = -5; b = 1;")),
        arguments(
            "syntax",
            Samples.assignments("a = Normal(0,1); b = 1;"),
            0,
            "Write '~'",
            Samples.assignments("a ~ Normal(0,1); b = 1;")),
        arguments(
            "syntax",
            Samples.assignments("a : Normal(0,1); b = 1;"),
            0,
            "Write '~'",
            Samples.assignments("a ~ Normal(0,1); b = 1;")),
        arguments(
            "syntax",
            Samples.claim("network M = \"net.onnx;\nproperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write '\"'",
            Samples.claim("network M = \"net.onnx\";\nproperty p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p \"low:\n  P(c > 0) < 0.1 under D;"),
            0,
            "Write '\"'",
            Samples.claim("property p \"low\":\n  P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n/* never ends"),
            0,
            "Write '*/'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n/* never ends */")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("syntax", Samples.claim("property p: P(c > 1.2.5) < 0.1 under D;")),
        arguments("syntax", Samples.claim("property p: P(c > 5) < 1/3% under D;")));
  }
}
