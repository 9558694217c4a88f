package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;
import surety.language.problems.IssueCodes;

/** Lines of inputs that are missing. */
class MissingInputFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a, a", "a, b, a"})
  void doesNotAddANameThatTwoInputsHave(String names) throws IOException {
    new Repairs(folder)
        .checkNone(
            IssueCodes.INPUT_MISSING,
            Samples.PRELUDE.replace("a, b", names).replace(" b = 1;", ""));
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "input.missing",
            Samples.assignments("a ~ Uniform(0, 1);"),
            0,
            "Add 'b ~ Uniform(0, 1);'",
            Samples.assignments("a ~ Uniform(0, 1); b ~ Uniform(0, 1);")),
        arguments(
            "input.missing",
            Samples.assignments("a ~ Uniform(0, 1);"),
            1,
            "Add 'b = 0;'",
            Samples.assignments("a ~ Uniform(0, 1); b = 0;")),
        arguments(
            "input.missing",
            Samples.assignments(""),
            0,
            "Add 'a, b ~ Uniform(0, 1);'",
            Samples.assignments(" a ~ Uniform(0, 1); b ~ Uniform(0, 1);")),
        arguments(
            "input.missing",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N {}\nquery q: P(c > 0) = ? under D;\n",
            1,
            "Add 'a, b = 0;'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a = 0; b = 0; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "input.missing",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N {\n    b = 1; // fixed\n    // the end\n}\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Add 'a ~ Uniform(0, 1);'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N {\n    b = 1; // fixed\n    // the end\n    a ~ Uniform(0, 1);\n}\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "input.missing",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N {\n}\nquery q: P(c > 0) = ? under D;\n",
            1,
            "Add 'a, b = 0;'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N {\n  a = 0;\n  b = 0;\n}\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "input.missing",
            "semantics real;\nnetwork N = \"net.onnx\" ;\ndistribution D for N { x[1] = 1; }\nquery q: P(y[0] > 0) = ? under D;\n",
            0,
            "Add 'x[0] ~ Uniform(0, 1);'",
            "semantics real;\nnetwork N = \"net.onnx\" ;\ndistribution D for N { x[1] = 1; x[0] ~ Uniform(0, 1); }\nquery q: P(y[0] > 0) = ? under D;\n"),
        arguments(
            "input.missing",
            "semantics real;\nnetwork N = \"wide.onnx\" ;\ndistribution D for N {  }\nquery q: P(y[0] > 0) = ? under D;\n",
            1,
            "Add 'x[0], x[1], x[2], x[3], x[4], x[5], x[6] and 5 more = 0;'",
            "semantics real;\nnetwork N = \"wide.onnx\" ;\ndistribution D for N {  x[0] = 0; x[1] = 0; x[2] = 0; x[3] = 0; x[4] = 0; x[5] = 0; x[6] = 0; x[7] = 0; x[8] = 0; x[9] = 0; x[10] = 0; x[11] = 0; }\nquery q: P(y[0] > 0) = ? under D;\n"));
  }
}
