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

/** The later of two equal names. */
class FreshNameFixerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("fixable")
  void fixes(String code, String before, int which, String title, String after) throws IOException {
    new Repairs(folder).check(code, before, which, title, after);
  }

  private static Stream<Arguments> fixable() {
    return Stream.of(
        arguments(
            "name.repeated",
            Samples.claim("network N = \"net.onnx\";\nquery q: P(c > 0) = ? under D;"),
            0,
            "Rename it to 'N2'",
            Samples.claim("network N2 = \"net.onnx\";\nquery q: P(c > 0) = ? under D;")),
        arguments(
            "name.repeated",
            Samples.claim("distribution D for N { a = 1; b = 2; }\nquery q: P(c > 0) = ? under D;"),
            0,
            "Rename it to 'D2'",
            Samples.claim(
                "distribution D2 for N { a = 1; b = 2; }\nquery q: P(c > 0) = ? under D;")),
        arguments(
            "name.repeated",
            Samples.claim(
                "query p1: P(c > 0) = ? under D;\nquery p2: P(c > 0) = ? under D;\nquery p1: P(c > 1) = ? under D;"),
            0,
            "Rename it to 'p3'",
            Samples.claim(
                "query p1: P(c > 0) = ? under D;\nquery p2: P(c > 0) = ? under D;\nquery p3: P(c > 1) = ? under D;")),
        arguments(
            "name.case",
            Samples.claim(
                "query P1: P(c > 0) = ? under D;\nquery P2: P(c > 0) = ? under D;\nquery p1: P(c > 1) = ? under D;"),
            0,
            "Rename it to 'p3'",
            Samples.claim(
                "query P1: P(c > 0) = ? under D;\nquery P2: P(c > 0) = ? under D;\nquery p3: P(c > 1) = ? under D;")),
        arguments(
            "name.repeated",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, /* again */ c; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n",
            0,
            "Rename it to 'c2'",
            "semantics real;\nnetwork N = \"net.onnx\" { input a, b; output c, /* again */ c2; }\ndistribution D for N { a ~ Uniform(0, 1); b = 1; }\nquery q: P(c > 0) = ? under D;\n"));
  }
}
