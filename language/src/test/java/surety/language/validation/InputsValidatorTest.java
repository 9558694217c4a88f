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

/** Each input is given once. */
class InputsValidatorTest {
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
            PRELUDE.replace("a ~ Uniform(0, 1); ", "") + QUERY,
            List.of(
                "3:14 input.missing input a of network N has neither a distribution nor a "
                    + "value in distribution D; add 'a ~ DISTRIBUTION;' or 'a = NUMBER;'")),
        arguments(
            PRELUDE.replace(" b = 1;", "") + QUERY,
            List.of(
                "3:14 input.missing input b of network N has neither a distribution nor a "
                    + "value in distribution D; add 'b ~ DISTRIBUTION;' or 'b = NUMBER;'")),
        arguments(
            PRELUDE.replace("a ~ Uniform(0, 1); b = 1;", "") + QUERY,
            List.of(
                "3:14 input.missing inputs a, b of network N have neither a distribution nor a "
                    + "value in distribution D; add 'a ~ DISTRIBUTION;' or 'a = NUMBER;'")),
        arguments(
            PRELUDE.replace("b = 1;", "b = 1; b = 2;") + QUERY,
            List.of(
                "3:50 input.repeated input 'b' is given twice in distribution D; keep one of "
                    + "the lines")),
        arguments(
            PRELUDE.replace("b = 1;", "b = 1; b ~ Normal(0, 1);") + QUERY,
            List.of(
                "3:50 input.repeated input 'b' is given twice in distribution D; keep one of "
                    + "the lines")),
        arguments(
            PRELUDE.replace("b = 1;", "b = 1; a = 1; a = 1;") + QUERY,
            List.of(
                "3:50 input.repeated input 'a' is given twice in distribution D; keep one of "
                    + "the lines",
                "3:57 input.repeated input 'a' is given twice in distribution D; keep one of "
                    + "the lines")),
        arguments(
            UNNAMED.replace("x[1]", "x[0]") + "query q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing input x[1] of network N has neither a distribution nor a "
                    + "value in distribution D; add 'x[1] ~ DISTRIBUTION;' or 'x[1] = NUMBER;'",
                "3:34 input.repeated input 'x[0]' is given twice in distribution D; keep one "
                    + "of the lines")),
        arguments(
            UNNAMED.replace("x[0] = 1;", "") + "query q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing input x[0] of network N has neither a distribution nor a "
                    + "value in distribution D; add 'x[0] ~ DISTRIBUTION;' or 'x[0] = NUMBER;'")),
        arguments(
            "semantics real;\nnetwork N = \"wide.onnx\";\ndistribution D for N { x[3] = 1; "
                + "}\nquery q: P(y[0] > 0) = ? under D;\n",
            List.of(
                "3:14 input.missing inputs x[0], x[1], x[2], x[4], x[5], x[6], x[7] and 4 more "
                    + "of network N have neither a distribution nor a value in distribution D; add "
                    + "'x[0] ~ DISTRIBUTION;' or 'x[0] = NUMBER;'")),
        arguments(
            PRELUDE.replace("b = 1", "bb = 1") + QUERY,
            List.of("3:43 unknown.input network N has no input 'bb'; its inputs are a, b")));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE + QUERY,
        UNNAMED + "query q: P(y[0] > 0) = ? under D;\n",
        PRELUDE.replace("a ~ Uniform(0, 1); b = 1;", "b = 1; a = 0;") + QUERY);
  }
}
