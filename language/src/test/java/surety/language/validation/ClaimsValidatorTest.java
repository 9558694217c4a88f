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

/** A specification that claims nothing is noticed. */
class ClaimsValidatorTest {
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
            PRELUDE,
            List.of(
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")),
        arguments(
            "semantics real;\n",
            List.of(
                "1:1 nothing-claimed there is nothing to check here; add a property or a query")),
        arguments(
            PRELUDE.replace("b = 1;", "b = 1; b = 2;"),
            List.of(
                "1:1 nothing-claimed there is nothing to check here; add a property or a query",
                "3:50 input.repeated input 'b' is given twice in distribution D; keep one of "
                    + "the lines")));
  }

  private static Stream<String> right() {
    return Stream.of(PRELUDE + QUERY);
  }
}
