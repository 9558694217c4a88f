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

/** Two things of a kind with one name are refused. */
class NamesValidatorTest {
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
            PRELUDE + "network N = \"net.onnx\";\n" + QUERY,
            List.of("4:9 name.repeated 'N' is already the name of a network; rename one of them")),
        arguments(
            PRELUDE + "distribution D for N { a = 1; b = 1; }\n" + QUERY,
            List.of(
                "4:14 name.repeated 'D' is already the name of a distribution; rename one of "
                    + "them")),
        arguments(
            PRELUDE + "event c = d > 0;\n" + QUERY,
            List.of(
                "4:7 name.repeated 'c' is already the name of an input or output of network N;"
                    + " rename one of them")),
        arguments(
            PRELUDE + "event a = d > 0;\n" + QUERY,
            List.of(
                "4:7 name.repeated 'a' is already the name of an input or output of network N;"
                    + " rename one of them")),
        arguments(
            PRELUDE + "constant c = 2;\n" + QUERY,
            List.of(
                "4:10 name.repeated 'c' is already the name of an input or output of network N;"
                    + " rename one of them")),
        arguments(
            "constant a = 2;\n" + PRELUDE + QUERY,
            List.of(
                "1:10 name.repeated 'a' is already the name of an input or output of network N;"
                    + " rename one of them")),
        arguments(
            PRELUDE + "constant e = 2;\nevent e = d > 0;\n" + QUERY,
            List.of("4:10 name.repeated 'e' is already the name of an event; rename one of them")),
        arguments(
            PRELUDE + "constant silverman = 2;\nconstant inf = 3;\n" + QUERY,
            List.of(
                "4:10 name.word 'silverman' never means this constant in 'bandwidth = silverman',"
                    + " which is the rule; rename it if it is to stand there",
                "5:10 name.word 'inf' never means this constant in 'on [0, inf]', which has no end;"
                    + " rename it if it is to stand there")),
        arguments(
            PRELUDE + QUERY + QUERY,
            List.of(
                "5:7 name.repeated 'q' is already the name of a property or query; rename one "
                    + "of them, for their certificates are named after them")),
        arguments(
            PRELUDE + QUERY + "property q: P(c > 0) < 1/2 under D;\n",
            List.of(
                "5:10 name.repeated 'q' is already the name of a property or query; rename one "
                    + "of them, for their certificates are named after them")),
        arguments(
            PRELUDE + QUERY + "property Q: P(c > 0) < 1/2 under D;\n",
            List.of(
                "5:10 name.case 'Q' differs from 'q' in its case only; rename one of them, for on "
                    + "Windows and macOS their certificates would be one file")),
        arguments(
            PRELUDE + QUERY.replace("q:", "aB1:") + QUERY + QUERY.replace("q:", "Ab1:"),
            List.of(
                "6:7 name.case 'Ab1' differs from 'aB1' in its case only; rename one of them, for "
                    + "on Windows and macOS their certificates would be one file")),
        arguments(
            PRELUDE + QUERY + QUERY + QUERY,
            List.of(
                "5:7 name.repeated 'q' is already the name of a property or query; rename one "
                    + "of them, for their certificates are named after them",
                "6:7 name.repeated 'q' is already the name of a property or query; rename one "
                    + "of them, for their certificates are named after them")),
        arguments(
            PRELUDE.replace("input a, b", "input a, a").replace("b = 1", "a = 1") + QUERY,
            List.of(
                "2:35 name.repeated 'a' is already the name of an input or output of network "
                    + "N; rename one of them",
                "3:14 input.missing input a of network N has neither a distribution nor a "
                    + "value in distribution D; add 'a ~ DISTRIBUTION;' or 'a = NUMBER;'",
                "3:43 input.repeated input 'a' is given twice in distribution D; keep one of "
                    + "the lines")),
        arguments(
            PRELUDE.replace("output c, d", "output c, a") + QUERY,
            List.of(
                "2:48 name.repeated 'a' is already the name of an input or output of network "
                    + "N; rename one of them")),
        arguments(
            PRELUDE.replace("input a, b;", "input a; input b;") + QUERY,
            List.of(
                "2:41 name.group-repeated there is more than one 'input' line; name all inputs "
                    + "in one line, in the order of the network")),
        arguments(
            PRELUDE.replace("output c, d;", "output c; output d;") + QUERY,
            List.of(
                "2:55 name.group-repeated there is more than one 'output' line; name all "
                    + "outputs in one line, in the order of the network")));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE + QUERY + "query r: P(c > 0) = ? under D;\n",
        PRELUDE + "constant g = 2;\nconstant N = 1;\nconstant D = 1;\nconstant q = 1;\n" + QUERY,
        PRELUDE.replace("D", "N") + QUERY.replace("D", "N").replace("query q", "query N"),
        PRELUDE.replace("input a, b; output c, d;", "output c, d; input a, b;") + QUERY);
  }
}
