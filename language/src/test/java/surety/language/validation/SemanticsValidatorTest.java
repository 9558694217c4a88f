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
                    + "covered: write the line to accept this")),
        arguments(
            PRELUDE.replace("real", "float32") + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'float32' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network")),
        arguments(
            PRELUDE.replace("real", "Real") + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'Real' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network")),
        arguments(
            "semantics real;\n" + PRELUDE + QUERY,
            List.of(
                "2:11 semantics.repeated 'semantics' is declared more than once; keep the "
                    + "first line only")),
        arguments(
            "semantics float32;\n" + PRELUDE + QUERY,
            List.of(
                "1:11 semantics.unknown semantics 'float32' is not supported; write 'semantics "
                    + "real;', which means the network over the real numbers, without the rounding "
                    + "of the deployed network",
                "2:11 semantics.repeated 'semantics' is declared more than once; keep the "
                    + "first line only")),
        arguments(
            "",
            List.of(
                "1:1 semantics.missing 'semantics real;' is missing; bounds hold for the "
                    + "network over the real numbers, and rounding in the deployed network is not "
                    + "covered: write the line to accept this",
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")),
        arguments(
            "// nothing but a comment\n",
            List.of(
                "1:1 semantics.missing 'semantics real;' is missing; bounds hold for the "
                    + "network over the real numbers, and rounding in the deployed network is not "
                    + "covered: write the line to accept this",
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")));
  }

  private static Stream<String> right() {
    return Stream.of(
        PRELUDE + QUERY,
        "/* first */ " + PRELUDE + QUERY,
        PRELUDE.replace("semantics real;\n", "") + QUERY + "semantics real;\n");
  }
}
