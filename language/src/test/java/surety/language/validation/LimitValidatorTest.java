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
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Limits on the left, on both sides, and of quantities that have ends of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "2 > P(c > 0) # 4:13 limit.range the limit 2 is not a probability; choose one from 0 to 1, such as 0.01 for 1 %",
        "0 > P(c > 0) # 4:13 limit.idle no probability is < 0, so this property never holds; check the comparison",
        "0 <= P(c > 0) <= 0.5 # 4:13 limit.idle every probability is >= 0, so this property always holds; check the comparison",
        "0.1 < P(c > 0) <= 0.5 # 4:17 limit.chain '<' leaves the limit out, and a range contains both; write <=, or two properties",
        "0.1 <= P(c > 0) < 0.5 # 4:29 limit.chain '<' leaves the limit out, and a range contains both; write <=, or two properties",
        "0.5 > E(c) >= 0.1 # 4:17 limit.chain '>' leaves the limit out, and a range contains both; write >=, or two properties",
        "0.1 <= E(c) >= 0.5 # 4:25 limit.chain both limits are on the same side; write them in one order, as in 0.1 <= P(...) <= 0.5",
        "0.1 >= E(c) >= 0.5 # 4:28 interval.empty no number lies between these limits; exchange them",
        "0.5 <= E(c) <= 0.1 # 4:28 interval.empty no number lies between these limits; exchange them",
        "1e-99999 <= E(c) <= 0.1 # 4:13 number '1e-99999' has an exponent beyond 10000; write it with a smaller one",
        "Std(c) >= 0 # 4:23 limit.idle every standard deviation is >= 0, so this property always holds; check the comparison",
        "Std(c) > -1 # 4:22 limit.idle every standard deviation is > -1, so this property always holds; check the comparison",
        "Var(c) < 0 # 4:22 limit.idle no variance is < 0, so this property never holds; check the comparison",
        "abs(E(c)) >= 0 # 4:26 limit.idle every absolute value is >= 0, so this property always holds, if there is a value at all; check the comparison",
        "Corr(c, d) <= 1 # 4:27 limit.idle every correlation is <= 1, so this property always holds, if there is a value at all; check the comparison",
        "Corr(c, d) > 1.5 # 4:26 limit.idle no correlation is > 1.5, so this property never holds; check the comparison",
        "Corr(c, d) in [-2, 2] # 4:27 limit.idle every correlation is in [-2, 2], so this property always holds, if there is a value at all; check the interval",
        "Corr(c, d) in [2, 3] # 4:27 limit.idle no correlation is in [2, 3], so this property never holds; check the interval",
        "P(c > 0 | d > 0) <= 1 # 4:33 limit.idle every probability is <= 1, so this property always holds, if there is a value at all; check the comparison",
        "P(c > 0 | d > 0) < 0 # 4:32 limit.idle no probability is < 0, so this property never holds; check the comparison",
        "P(c > 0) in [0, 1] # 4:25 limit.idle every probability is in [0, 1], so this property always holds; check the interval"
      })
  void knowsTheValuesOfQuantities(String claim, String message) throws IOException {
    String text = Samples.claim("property p: " + claim + " under D;");
    assertEquals(List.of(message), new Samples(folder).messages(text));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("property p: P(c > 0) <= 0 under D;"),
        Samples.claim("property p: 0 < P(c > 0) under D;"),
        Samples.claim("property p: 0.5 >= P(c > 0) >= 0.1 under D;"),
        Samples.claim("property p: -7 <= E(c) <= 5 under D;"),
        Samples.claim("property p: Std(c) <= 0 under D;"),
        Samples.claim("property p: Cov(c, d) >= 0 under D;"),
        Samples.claim("property p: Corr(c, d) in [0.5, 1] under D;"),
        Samples.claim("property p: abs(E(c) - 1) <= 0 under D;"),
        Samples.claim("property p: P(c > 0) - 1 in [-1, 0] under D;"),
        Samples.claim("property p: P(c > 0) >= 1 under D;"),
        Samples.claim("property p: P(c > 0) > 0 under D;"),
        Samples.claim("property p: P(c > 0) < 1 under D;"),
        Samples.claim("property p: P(c > 0) < 1e-400 under D;"));
  }
}
