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

/** Signs that must stand somewhere. */
class MissingSignFixerTest {
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
            Samples.claim(
                "property p: P(c > 0) < 0.1 under D // why\nquery q: P(c>0) = ? under D;"),
            0,
            "Write ';'",
            Samples.claim(
                "property p: P(c > 0) < 0.1 under D; // why\nquery q: P(c>0) = ? under D;")),
        arguments(
            "syntax",
            Samples.assignments("a ~ Uniform(0, 1) b = 1;"),
            0,
            "Write ';'",
            Samples.assignments("a ~ Uniform(0, 1); b = 1;")),
        arguments(
            "syntax",
            Samples.claim("query q: P(c > 0) = ? under D"),
            0,
            "Write ';'",
            Samples.claim("query q: P(c > 0) = ? under D;")),
        arguments(
            "syntax",
            Samples.claim(
                "distribution T for N { a ~ Normal(0,1); b = 1;\nproperty p: P(c > 5) < 0.1 under D;"),
            0,
            "Write '}'",
            Samples.claim(
                "distribution T for N { a ~ Normal(0,1); b = 1;\n}\nproperty p: P(c > 5) < 0.1 under D;")),
        arguments(
            "syntax", Samples.term("Normal(0 1)"), 0, "Write ','", Samples.term("Normal(0, 1)")),
        arguments(
            "syntax",
            Samples.claim("property p P(c > 5) < 0.1 under D;"),
            0,
            "Write ':'",
            Samples.claim("property p: P(c > 5) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("network M \"net.onnx\";\nquery q: P(c > 0) = ? under D;"),
            0,
            "Write '='",
            Samples.claim("network M = \"net.onnx\";\nquery q: P(c > 0) = ? under D;")));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("syntax", Samples.claim("property p: P(c >")),
        arguments("syntax", Samples.claim("network")),
        arguments("syntax", Samples.claim("@#")),
        arguments("syntax", Samples.claim("property p: P(c = 0) < 1e-3 under D;")),
        arguments("syntax", Samples.claim("property p: P(c <> 0) < 1e-3 under D;")),
        arguments("syntax", Samples.claim("property p: P(c > --5) < 0.1 under D;")),
        arguments("syntax", Samples.claim("property p: P(c > 0) under D;")),
        arguments("unsupported", Samples.term("LogUniform(1, 2)")));
  }
}
