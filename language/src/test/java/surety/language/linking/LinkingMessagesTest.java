package surety.language.linking;

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

/** Unknown names get the name that was probably meant. */
class LinkingMessagesTest {
  private static final String QUERY = "query q: P(c > 0) = ? under D;\n";

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
            PRELUDE.replace("for N", "for M") + QUERY,
            List.of("3:20 unknown.network network 'M' is not declared; the networks here are N")),
        arguments(
            PRELUDE.replace("for N", "for Net") + QUERY,
            List.of("3:20 unknown.network network 'Net' is not declared; the networks here are N")),
        arguments(
            "semantics real;\ndistribution D for N { a = 1; }\n" + QUERY,
            List.of(
                "2:20 unknown.network network 'N' is not declared; declare it: network N = "
                    + "\"FILE.onnx\";")),
        arguments(
            PRELUDE + QUERY.replace("D", "E"),
            List.of(
                "4:29 unknown.distribution distribution 'E' is not declared; the distributions "
                    + "here are D")),
        arguments(
            PRELUDE + QUERY.replace("D", "Data"),
            List.of(
                "4:29 unknown.distribution distribution 'Data' is not declared; the "
                    + "distributions here are D")),
        arguments(
            "semantics real;\nnetwork N = \"net.onnx\";\n" + QUERY,
            List.of(
                "3:29 unknown.distribution distribution 'D' is not declared; declare it: "
                    + "distribution D for NETWORK { ... }")),
        arguments(
            PRELUDE + "query q: P(cc > 0) = ? under D;\n",
            List.of("4:12 unknown.output network N has no output 'cc'; its outputs are c, d")),
        arguments(
            PRELUDE + "query q: P(score > 0) = ? under D;\n",
            List.of("4:12 unknown.output network N has no output 'score'; its outputs are c, d")),
        arguments(
            PRELUDE.replace(" output c, d;", "") + "query q: P(score > 0) = ? under D;\n",
            List.of(
                "4:12 unknown.output network N has no output 'score'; its outputs have no "
                    + "names: write y[0], y[1] and so on, or name them in the network with 'output "
                    + "...;'")),
        arguments(
            PRELUDE.replace("a ~", "aa ~") + QUERY,
            List.of("3:24 unknown.input network N has no input 'aa'; its inputs are a, b")),
        arguments(
            PRELUDE.replace("a ~", "speed ~") + QUERY,
            List.of("3:24 unknown.input network N has no input 'speed'; its inputs are a, b")),
        arguments(
            PRELUDE.replace("a ~", "c ~") + QUERY,
            List.of(
                "3:24 unknown.input 'c' is an output of network N; a distribution is about "
                    + "inputs only")),
        arguments(
            PRELUDE.replace(" input a, b;", "") + QUERY,
            List.of(
                "3:24 unknown.input network N has no input 'a'; its inputs have no names: "
                    + "write x[0], x[1] and so on, or name them in the network with 'input ...;'",
                "3:43 unknown.input network N has no input 'b'; its inputs have no names: "
                    + "write x[0], x[1] and so on, or name them in the network with 'input ...;'")),
        arguments(
            PRELUDE.replace("c, d", "setosa, virginica")
                + "query q: P(setsoa - virginca > 0) = ? under D;\n",
            List.of(
                "4:12 unknown.output network N has no output 'setsoa'; did you mean 'setosa'?",
                "4:21 unknown.output network N has no output 'virginca'; did you mean "
                    + "'virginica'?")));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE + QUERY,
        "semantics real;\n"
            + QUERY
            + "distribution D for N { a ~ Uniform(0, 1); b = 1; }\nnetwork N = \"net.onnx\" "
            + "{ input a, b; output c, d; }\n");
  }
}
