package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names where the network gives none. */
class UnnamedNetworkFixerTest {
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
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y1 > 0) = ? under D;\n",
            0,
            "Write 'y[1]'",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y[1] > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y1 - y[0] > 0) = ? under D;\n",
            1,
            "Name the inputs and outputs of network N",
            "semantics real;\nnetwork N = \"net.onnx\" {\n  input  x0, x1;\n  output y0, y1;\n}\ndistribution D for N { x0 ~ Uniform(0, 1); x1 = 1; }\nquery q: P(y1 - y0 > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y_0 > 0) = ? under D;\n",
            1,
            "Name the inputs and outputs of network N",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output y_0, y_1; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y_0 > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\" {\n  input a, b; // two\n}\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y0 > 0) = ? under D;\n",
            1,
            "Name the inputs and outputs of network N",
            "semantics real;\nnetwork N = \"net.onnx\" {\n  input a, b; // two\n  output y0, y1;\n}\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y0 > 0) = ? under D;\n"),
        arguments(
            "unknown.input",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x0 ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y[0] > 0) = ? under D;\n",
            0,
            "Write 'x[0]'",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y[0] > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork W = \"wide.onnx\";\ndistribution D for W { x[0] = 0; x[1] = 0; x[2] = 0; x[3] = 0; x[4] = 0; x[5] = 0; x[6] = 0; x[7] = 0; x[8] = 0; x[9] = 0; x[10] = 0; x[11] = 0; }\nquery q: P(score > 0) = ? under D;\n",
            0,
            "Write 'y[0]'",
            "semantics real;\nnetwork W = \"wide.onnx\";\ndistribution D for W { x[0] = 0; x[1] = 0; x[2] = 0; x[3] = 0; x[4] = 0; x[5] = 0; x[6] = 0; x[7] = 0; x[8] = 0; x[9] = 0; x[10] = 0; x[11] = 0; }\nquery q: P(y[0] > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork W = \"wide.onnx\";\ndistribution D for W { x[0] = 0; x[1] = 0; x[2] = 0; x[3] = 0; x[4] = 0; x[5] = 0; x[6] = 0; x[7] = 0; x[8] = 0; x[9] = 0; x[10] = 0; x[11] = 0; }\nquery q: P(score > 0) = ? under D;\n",
            1,
            "Name the inputs and outputs of network W",
            "semantics real;\nnetwork W = \"wide.onnx\" {\n  input  x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11;\n  output score;\n}\ndistribution D for W { x0 = 0; x1 = 0; x2 = 0; x3 = 0; x4 = 0; x5 = 0; x6 = 0; x7 = 0; x8 = 0; x9 = 0; x10 = 0; x11 = 0; }\nquery q: P(score > 0) = ? under D;\n"));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y2 > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(score > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(x0 > 0) = ? under D;\n"),
        arguments(
            "unknown.output",
            "semantics real;\nnetwork N = \"text.onnx\";\ndistribution D for N { x[0] ~ Uniform(0, 1); x[1] = 1; }\nquery q: P(y0 > 0) = ? under D;\n"));
  }
}
