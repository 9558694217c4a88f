package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Elements of x and y must exist, and have no names. */
class ReferenceValidatorTest {
  private static final String QUERY = "query q: P(c > 0) = ? under D;\n";
  private static final String UNNAMED =
      """
      semantics real;
      network N = "net.onnx";
      distribution D for N { x[0] = 1; x[1] ~ Normal(0, 1); }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(String text, List<String> messages) throws IOException {
    assertEquals(messages, new Samples(folder).messages(text));
  }

  @ParameterizedTest
  @MethodSource("right")
  void saysNothing(String text) throws IOException {
    assertEquals(List.of(), new Samples(folder).messages(text));
  }

  private static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            UNNAMED + "query q: P(y[2] > 0) = ? under D;\n",
            List.of(
                "4:12 index.range y[2] does not exist; the outputs of network N are y[0] to "
                    + "y[1]")),
        arguments(
            UNNAMED + "query q: P(y[99999999999] > 0) = ? under D;\n",
            List.of(
                "4:12 index.range y[99999999999] does not exist; the outputs of network N are "
                    + "y[0] to y[1]")),
        arguments(
            UNNAMED + "query q: P(z[0] > y[0]) = ? under D;\n",
            List.of(
                "4:12 index.vector 'z' has no elements; inputs are x[0], x[1] and so on, "
                    + "outputs are y[0], y[1] and so on")),
        arguments(
            UNNAMED + "query q: cdf(y[0] - 2 * y[7]) under D;\n",
            List.of(
                "4:25 index.range y[7] does not exist; the outputs of network N are y[0] to "
                    + "y[1]")),
        arguments(
            UNNAMED.replace("x[1]", "x[2]") + "query q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing input x[1] of network N has neither a distribution nor a "
                    + "value in distribution D; add 'x[1] ~ DISTRIBUTION;' or 'x[1] = NUMBER;'",
                "3:34 index.range x[2] does not exist; the inputs of network N are x[0] to x[1]")),
        arguments(
            UNNAMED.replace("x[1]", "y[1]") + "query q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing input x[1] of network N has neither a distribution nor a "
                    + "value in distribution D; add 'x[1] ~ DISTRIBUTION;' or 'x[1] = NUMBER;'",
                "3:34 unknown.input y[1] is an output of network N; a distribution is about "
                    + "inputs only, such as x[0]")),
        arguments(
            UNNAMED.replace("x[1]", "input[1]").replace("input", "in")
                + "query q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:34 index.vector 'in' has no elements; inputs are x[0], x[1] and so on, "
                    + "outputs are y[0], y[1] and so on")),
        arguments(
            PRELUDE + "query q: P(y[1] > 0) = ? under D;\n",
            List.of("4:12 index.named the outputs of network N have names; write 'd'")),
        arguments(
            PRELUDE + "query q: P(y[5] > 0) = ? under D;\n",
            List.of(
                "4:12 index.range y[5] does not exist; the outputs of network N are y[0] to "
                    + "y[1]")),
        arguments(
            PRELUDE.replace("b = 1", "x[1] = 1") + QUERY,
            List.of("3:43 index.named the inputs of network N have names; write 'b'")),
        arguments(
            UNNAMED.replace("net.onnx", "wide.onnx") + "query q: P(y[1] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing inputs x[2], x[3], x[4], x[5], x[6], x[7], x[8] and 3 more "
                    + "of network N have neither a distribution nor a value in distribution D; add "
                    + "'x[2] ~ DISTRIBUTION;' or 'x[2] = NUMBER;'",
                "4:12 index.range y[1] does not exist; the outputs of network N are y[0]")));
  }

  private static Stream<String> right() {
    return Stream.of(
        UNNAMED + "query q: P(y[1] - y[0] > 0) = ? under D;\n",
        "semantics real;\nnetwork N = \"net.onnx\" { input x, y; }\ndistribution D for "
            + "N { x = 1; y ~ Normal(0, 1); }\nquery q: P(y[1] > 0) = ? under D;\n");
  }
}
