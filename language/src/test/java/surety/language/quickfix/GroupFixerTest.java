package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names in several lines. */
class GroupFixerTest {
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
            "name.group-repeated",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c; output d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Name all outputs in the first line",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "name.group-repeated",
            "semantics real;\nnetwork N = \"net.onnx\" {\n  input a; // one\n  output c, d;\n  input b; // two\n}\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Name all inputs in the first line",
            "semantics real;\nnetwork N = \"net.onnx\" {\n  input a, b; // one\n  output c, d;\n  // two\n}\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }

  private static Stream<Arguments> open() {
    return Stream.of(
        arguments(
            "name.group-repeated",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c; output /* why */ d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }
}
