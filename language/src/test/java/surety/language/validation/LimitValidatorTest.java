package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Limits are probabilities, and say something. */
class LimitValidatorTest {

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
            Samples.claim("property p: P(c > 0) < 2 under D;"),
            List.of(
                "4:24 limit.range the limit 2 is not a probability; choose one from 0 to 1, "
                    + "such as 0.01 for 1 %")),
        arguments(
            Samples.claim("property p: P(c > 0) < -0.1 under D;"),
            List.of(
                "4:24 limit.range the limit -0.1 is not a probability; choose one from 0 to 1")),
        arguments(
            Samples.claim("property p: P(c > 0) >= 1.0001 under D;"),
            List.of(
                "4:25 limit.range the limit 1.0001 is not a probability; choose one from 0 to "
                    + "1, such as 0.01 for 1 %")),
        arguments(
            Samples.claim("property p: P(c > 0) <= 95 under D;"),
            List.of(
                "4:25 limit.range the limit 95 is not a probability; choose one from 0 to 1, "
                    + "such as 0.01 for 1 %")),
        arguments(
            Samples.claim("property p: P(c > 0) < 0 under D;"),
            List.of(
                "4:24 limit.idle no probability is < 0, so this property never holds; "
                    + "check the comparison")),
        arguments(
            Samples.claim("property p: P(c > 0) > 1 under D;"),
            List.of(
                "4:24 limit.idle no probability is > 1, so this property never holds; "
                    + "check the comparison")),
        arguments(
            Samples.claim("property p: P(c > 0) >= 0 under D;"),
            List.of(
                "4:25 limit.idle every probability is >= 0, so this property always holds; "
                    + "check the comparison")),
        arguments(
            Samples.claim("property p: P(c > 0) <= 1 under D;"),
            List.of(
                "4:25 limit.idle every probability is <= 1, so this property always holds; "
                    + "check the comparison")),
        arguments(
            Samples.claim("property p: P(c > 0) >= 0/7 under D;"),
            List.of(
                "4:25 limit.idle every probability is >= 0/7, so this property always holds; "
                    + "check the comparison")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("property p: P(c > 0) <= 0 under D;"),
        Samples.claim("property p: P(c > 0) >= 1 under D;"),
        Samples.claim("property p: P(c > 0) > 0 under D;"),
        Samples.claim("property p: P(c > 0) < 1 under D;"),
        Samples.claim("property p: P(c > 0) < 1e-400 under D;"));
  }
}
