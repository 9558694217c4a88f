package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.OnnxSample;
import surety.language.Samples;

/** Network files that are missing, unreadable or do not fit are refused. */
class NetworkValidatorTest {
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

  @Test
  void passesOnWhatTheReaderOfNetworksSays() throws IOException {
    List<String> messages = messages(Arrays.copyOf(OnnxSample.linear(2, 2), 40));
    assertEquals(1, messages.size());
    String beginning = "2:13 network.unreadable network file 'cut.onnx' is refused: Not a readable";
    assertTrue(messages.get(0).startsWith(beginning), messages.get(0));
  }

  private List<String> messages(byte[] network) throws IOException {
    Samples samples = new Samples(folder);
    Files.write(folder.resolve("cut.onnx"), network);
    return samples.messages(PRELUDE.replace("net.onnx", "cut.onnx") + QUERY);
  }

  private static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            PRELUDE.replace("net.onnx", "nte.onnx") + QUERY,
            List.of(
                "2:13 network.missing network file 'nte.onnx' is not there; did you mean "
                    + "'net.onnx'?")),
        arguments(
            PRELUDE.replace("net.onnx", "folder/other.onnx") + QUERY,
            List.of(
                "2:13 network.missing network file 'folder/other.onnx' is not there; did you mean "
                    + "'folder/net.onnx'?")),
        arguments(
            PRELUDE.replace("net.onnx", "something.onnx") + QUERY,
            List.of(
                "2:13 network.missing network file 'something.onnx' is not there; its path is "
                    + "relative to the folder of the specification")),
        arguments(
            PRELUDE.replace("net.onnx", "text.onnx") + QUERY,
            List.of(
                "2:13 network.unreadable network file 'text.onnx' is refused: this is a text file,"
                    + " not an ONNX file; name the .onnx file itself")),
        arguments(
            PRELUDE.replace("net.onnx", "folder") + QUERY,
            List.of(
                "2:13 network.missing network file 'folder' is not a file; name the .onnx file "
                    + "itself")),
        arguments(
            PRELUDE.replace("net.onnx", "") + QUERY,
            List.of(
                "2:13 network.missing network file '' is not a file; name the .onnx file itself")),
        arguments(
            PRELUDE.replace("net.onnx", "net.onnx/x") + QUERY,
            List.of(
                "2:13 network.missing network file 'net.onnx/x' is not there; its path is "
                    + "relative to the folder of the specification")),
        arguments(
            PRELUDE.replace("a, b;", "a;").replace(" b = 1;", "") + QUERY,
            List.of(
                "2:9 network.inputs network N names 1 input, but 'net.onnx' has 2; name all of "
                    + "them, or none")),
        arguments(
            PRELUDE.replace("c, d;", "c, d, e;") + QUERY,
            List.of(
                "2:9 network.outputs network N names 3 outputs, but 'net.onnx' has 2; name all "
                    + "of them, or none")),
        arguments(
            PRELUDE.replace("net.onnx", "wide.onnx") + QUERY,
            List.of(
                "2:9 network.inputs network N names 2 inputs, but 'wide.onnx' has 12; name all "
                    + "of them, or none",
                "2:9 network.outputs network N names 2 outputs, but 'wide.onnx' has 1; name "
                    + "all of them, or none")),
        arguments(
            PRELUDE.replace("{ input a, b; output c, d; }", "{ input a; }").replace(" b = 1;", "")
                + QUERY.replace("c", "y[0]"),
            List.of(
                "2:9 network.inputs network N names 1 input, but 'net.onnx' has 2; name all of "
                    + "them, or none")));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE + QUERY,
        PRELUDE.replace("net.onnx", "folder/net.onnx") + QUERY,
        PRELUDE.replace("net.onnx", "folder/../net.onnx") + QUERY,
        "semantics real;\nnetwork N = \"net.onnx\";\ndistribution D for N { x[0] = 1; "
            + "x[1] ~ Normal(0, 1); }\nquery q: P(y[0] > 0) = ? under D;\n",
        "semantics real;\nnetwork N = \"net.onnx\" {}\ndistribution D for N { x[0] = "
            + "1; x[1] ~ Normal(0, 1); }\nquery q: P(y[0] > 0) = ? under D;\n",
        "semantics real;\nnetwork N = \"net.onnx\" { output c, d; }\ndistribution D "
            + "for N { x[0] = 1; x[1] ~ Normal(0, 1); }\nquery q: P(c > 0) = ? under D;\n");
  }
}
