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

/** Thresholds are some, not too many, and ascend. */
class PointsValidatorTest {

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
            Samples.claim("query q: cdf(c) at 0 points under D;"),
            List.of("4:20 points.count a cdf is computed at 1 to 10000 points, not at 0")),
        arguments(
            Samples.claim("query q: cdf(c) at 10001 points under D;"),
            List.of("4:20 points.count a cdf is computed at 1 to 10000 points, not at 10001")),
        arguments(
            Samples.claim("query q: cdf(c) at 99999999999 points under D;"),
            List.of(
                "4:20 points.count a cdf is computed at 1 to 10000 points, not at 99999999999")),
        arguments(
            Samples.claim("query q: cdf(c) at [1, 0] under D;"),
            List.of(
                "4:24 points.order thresholds must ascend, but 0 follows 1; sort them and give "
                    + "each only once")),
        arguments(
            Samples.claim("query q: cdf(c) at [0, 0.5, 0.50, 1] under D;"),
            List.of(
                "4:29 points.order thresholds must ascend, but 0.50 follows 0.5; sort them and "
                    + "give each only once")),
        arguments(
            Samples.claim("query q: cdf(c) at [1/2, 1/3, 1/4] under D;"),
            List.of(
                "4:26 points.order thresholds must ascend, but 1/3 follows 1/2; sort them and "
                    + "give each only once")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("query q: cdf(c) under D;"),
        Samples.claim("query q: cdf(c) at 1 points under D;"),
        Samples.claim("query q: cdf(c) at 10000 points under D;"),
        Samples.claim("query q: cdf(c) at [0] under D;"),
        Samples.claim("query q: cdf(c) at [-1, 0, 1e-400, 1/3, 0.5] under D;"));
  }
}
