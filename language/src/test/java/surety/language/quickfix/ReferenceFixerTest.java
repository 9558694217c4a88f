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

/** Inputs and outputs are called as they must be. */
class ReferenceFixerTest {
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
            "index.named",
            Samples.claim("query q: P(y[1] > 0) = ? under D;"),
            0,
            "Write 'd'",
            Samples.claim("query q: P(d > 0) = ? under D;")),
        arguments(
            "index.named",
            Samples.assignments("a ~ Uniform(0, 1); x [ 1 ] = 1;"),
            0,
            "Write 'b'",
            Samples.assignments("a ~ Uniform(0, 1); b = 1;")),
        arguments(
            "index.vector",
            Samples.claim("query q: P(z[0] > 0) = ? under D;"),
            0,
            "Write 'c'",
            Samples.claim("query q: P(c > 0) = ? under D;")),
        arguments(
            "index.vector",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(Y[1] > 0) = ? under D;\n",
            0,
            "Write 'y[1]'",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y[1] > 0) = ? under D;\n"));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments("index.vector", Samples.claim("query q: P(z[2] > 0) = ? under D;")),
        arguments("index.vector", Samples.claim("query q: P(z[99999999999] > 0) = ? under D;")));
  }
}
