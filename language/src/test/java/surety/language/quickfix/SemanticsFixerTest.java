package surety.language.quickfix;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the semantics is written. */
class SemanticsFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "semantics.missing",
            "network N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "semantics real;\n\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.missing",
            "// Which scores?\n\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "// Which scores?\n\nsemantics real;\n\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.missing",
            "// The network.\n/* Its inputs. */\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "semantics real;\n\n// The network.\n/* Its inputs. */\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.missing",
            "\n\n  network N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "\n\n  semantics real;\n\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.missing",
            "﻿network N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "﻿semantics real;\n\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.missing",
            "",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "semantics real;\n"),
        arguments(
            "semantics.missing",
            "// nothing yet\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "// nothing yet\nsemantics real;\n"),
        arguments(
            "semantics.accuracy",
            "semantics float32 accuracy 0 ulp; // yet\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics float32;'",
            "semantics float32; // yet\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"),
        arguments(
            "semantics.unknown",
            "semantics /* ? */ float; // yet\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Write 'semantics real;': rounding in the deployed network is not covered",
            "semantics /* ? */ real; // yet\nnetwork N = \"net.onnx\" { input a, b; output c, d; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }
}
