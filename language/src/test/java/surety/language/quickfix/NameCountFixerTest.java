package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As many names as the file has inputs and outputs. */
class NameCountFixerTest {
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
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c - d > 0) = ? under D;\n",
            0,
            "Add the name 'd'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c - d > 0) = ? under D;\n"),
        arguments(
            "network.inputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\ndistribution E for N { a = 1; }\nquery q: P(c - d > 0) = ? under D;\n",
            1,
            "Add the name 'b', with 'b = 0;' in distributions",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\ndistribution E for N { a = 1; b = 0; }\nquery q: P(c - d > 0) = ? under D;\n"),
        arguments(
            "network.inputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c - d > 0) = ? under D;\n",
            0,
            "Add the name 'b'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c - d > 0) = ? under D;\n"),
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Add the name 'y1'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, y1; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output y1 /* first */; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y1 > 0) = ? under D;\n",
            0,
            "Add the name 'y1_'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output y1, y1_ /* first */; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(y1 > 0) = ? under D;\n"),
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d, e; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Delete 'e'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d, e, // why\n f; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Delete 'e, f'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d // why\n ; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "network.inputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Add the name 'x1', with 'x1 ~ Uniform(0, 1);' in distributions",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, x1; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); x1 ~ Uniform(0, 1); }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "network.inputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); }\nquery q: P(c > 0) = ? under D;\n",
            1,
            "Add the name 'x1', with 'x1 = 0;' in distributions",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, x1; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); x1 = 0; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "network.inputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b, e; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; e = 2; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Delete 'e', also in distributions",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d, e; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(e > 0) = ? under D;\n"),
        arguments(
            "network.outputs",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c; output d; output e; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }
}
