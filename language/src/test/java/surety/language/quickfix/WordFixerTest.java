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

/** Words of the language. */
class WordFixerTest {
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
            Samples.term("Normal(0, 1) in [-1, 1]"),
            0,
            "Write 'on'",
            Samples.term("Normal(0, 1) on [-1, 1]")),
        arguments(
            "syntax",
            Samples.claim("prperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write 'property'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("network input = \"net.onnx\";\nproperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write 'input_'",
            Samples.claim("network input_ = \"net.onnx\";\nproperty p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim(
                "network input = \"net.onnx\";\nnetwork input_ = \"net.onnx\";\nproperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write 'input__'",
            Samples.claim(
                "network input__ = \"net.onnx\";\nnetwork input_ = \"net.onnx\";\nproperty p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim("property p: P(c > 0) < 0.1 under D;;"),
            0,
            "Delete ';'",
            Samples.claim("property p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            Samples.claim(
                "network M = \"net.onnx\" { inputs a, b; output c, d; }\nproperty p: P(c > 0) < 0.1 under D;"),
            0,
            "Write 'input'",
            Samples.claim(
                "network M = \"net.onnx\" { input a, b; output c, d; }\nproperty p: P(c > 0) < 0.1 under D;")),
        arguments(
            "syntax",
            "semantics;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'real'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }

  private static Stream<Arguments> open() {
    return Stream.of(arguments("syntax", Samples.claim("property p: P(c >) < 0.1 under D;")));
  }
}
