package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** The author consents to what is not covered, once. */
class SemanticsValidatorTest {
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
            PRELUDE.replace("semantics real;\n", "") + QUERY,
            List.of(
                "1:1 semantics.missing 'semantics real;' is missing; bounds hold for the "
                    + "network over the real numbers, and rounding in the deployed network is not "
                    + "covered: write the line to accept this, or 'semantics float32;' to cover it")),
        arguments(
            PRELUDE.replace("real", "float") + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'float' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network, or 'semantics float32;' or 'semantics float64;', "
                    + "which mean every evaluation in that format")),
        arguments(
            PRELUDE.replace("real", "Real") + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'Real' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network, or 'semantics float32;' or 'semantics float64;', "
                    + "which mean every evaluation in that format")),
        arguments(
            "semantics real;\n" + PRELUDE + QUERY,
            List.of(
                "2:11 semantics.repeated 'semantics' is declared more than once; keep the "
                    + "first line only")),
        arguments(
            "semantics float;\n" + PRELUDE + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'float' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network, or 'semantics float32;' or 'semantics float64;', "
                    + "which mean every evaluation in that format",
                "2:11 semantics.repeated 'semantics' is declared more than once; keep the "
                    + "first line only")),
        arguments(
            "",
            List.of(
                "1:1 semantics.missing 'semantics real;' is missing; bounds hold for the "
                    + "network over the real numbers, and rounding in the deployed network is not "
                    + "covered: write the line to accept this, or 'semantics float32;' to cover it",
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")),
        arguments(
            "// nothing but a comment\n",
            List.of(
                "1:1 semantics.missing 'semantics real;' is missing; bounds hold for the "
                    + "network over the real numbers, and rounding in the deployed network is not "
                    + "covered: write the line to accept this, or 'semantics float32;' to cover it",
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "real accuracy 4 ulp | 1:16 | over the real numbers nothing is rounded",
        "float32 precision 4 ulp | 1:19 | 'accuracy' was expected",
        "float32 accuracy 0 ulp | 1:28 | an accuracy is from 1 to 1000000",
        "float32 accuracy 1000001 ulp | 1:28 | an accuracy is from 1 to 1000000",
        "float64 accuracy 99999999999999999999 ulp | 1:28 | an accuracy is from 1 to 1000000",
        "float32 accuracy 4 ulps | 1:30 | 'ulp' was expected",
      })
  void accuraciesAreUnitsInTheLastPlaceOfFormats(String line, String place, String message)
      throws IOException {
    List<String> messages = new Samples(folder).messages(PRELUDE.replace("real", line) + QUERY);
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(
        messages.get(0).startsWith(place + " semantics.accuracy " + message), messages.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32 accuracy ulp", "float32 4 ulp", "float32 accuracy 4", "4 ulp"})
  void whatIsNoLineAtAllIsNoSyntax(String line) throws IOException {
    List<String> messages = new Samples(folder).messages(PRELUDE.replace("real", line) + QUERY);
    assertTrue(messages.stream().anyMatch(each -> each.contains(" syntax ")), messages.toString());
  }

  @Test
  void networksWhoseRoundingHasNoBoundsAreNamed() throws IOException {
    Samples samples = new Samples(folder);
    String text =
        PRELUDE.replace("net.onnx", "norm.onnx").replace("output c, d", "output c") + QUERY;
    assertEquals(List.of(), samples.messages(text));
    List<String> messages = samples.messages(text.replace("real", "float32"));
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(
        messages
            .get(0)
            .startsWith(
                "2:13 semantics.unbounded rounding errors of N in float32 have no bounds here:"
                    + " ReduceL1 (node "),
        messages.get(0));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE.replace("real", "float32") + QUERY,
        PRELUDE.replace("real", "float64") + QUERY,
        PRELUDE.replace("real", "float32 accuracy 4 ulp") + QUERY,
        PRELUDE.replace("real", "float64 /* rough */ accuracy 1000000 ulp") + QUERY,
        PRELUDE + QUERY,
        "/* first */ " + PRELUDE + QUERY,
        PRELUDE.replace("semantics real;\n", "") + QUERY + "semantics real;\n");
  }
}
