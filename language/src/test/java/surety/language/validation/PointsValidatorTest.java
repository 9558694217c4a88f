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
            Samples.claim("query q: cdf(c, d) at 20 x 10001 points under D;"),
            List.of(
                "4:28 points.count a cdf is computed at 1 to 10000 points of each sum, not at"
                    + " 10001")),
        arguments(
            Samples.claim("query q: cdf(c, d) at 200 x 101 points under D;"),
            List.of(
                "4:23 points.grid '200 x 101 points' are 20200 points in all; a cdf is computed at"
                    + " 20000 at most, such as 20 x 20 points")),
        arguments(
            Samples.claim("query q: cdf(c, d) at 10000 x 10000 points under D;"),
            List.of(
                "4:23 points.grid '10000 x 10000 points' are 100000000 points in all; a cdf is"
                    + " computed at 20000 at most, such as 20 x 20 points")),
        arguments(
            Samples.claim("query q: cdf(c) at 20 x 20 points under D;"),
            List.of(
                "4:20 points.grid one sum needs one number of points, not 2; write at 100 points")),
        arguments(
            Samples.claim("query q: cdf(c, d, a) at 20 x 20 points under D;"),
            List.of(
                "4:26 points.grid 3 sums need 3 numbers of points, not 2; write at 20 x 20 x 20"
                    + " points")),
        arguments(
            Samples.claim("query q: cdf(c, d) at [0, 1] under D;"),
            List.of(
                "4:23 points.grid 2 sums need 2 lists of thresholds, not 1; write at [0, 1, 2] x"
                    + " [0, 1, 2]")),
        arguments(
            Samples.claim("query q: cdf(c, d, a, b) under D;"),
            List.of("4:23 points.grid a joint cdf is one of two or three sums, not of 4")),
        arguments(
            Samples.claim("query q: cdf(c, d) at 20 by 20 points under D;"),
            List.of(
                "4:26 points.grid expected 'x', not 'by'; a grid is written as in at 20 x 20"
                    + " points")),
        arguments(
            Samples.claim("query q: cdf(c, d, c) under D;"),
            List.of(
                "4:20 cdf.repeated 'c' stands twice in this cdf: it is at most the lesser of both"
                    + " thresholds; check the names")),
        arguments(
            Samples.claim("query q: cdf(c, d + 1) under D;"),
            List.of(
                "4:17 cdf.constant 'd + 1' adds the number 1 to the outputs; leave it out, and read"
                    + " the cdf at thresholds moved by as much")),
        arguments(
            Samples.claim("query q: cdf(c, d) at [0] x [1, 0] under D;"),
            List.of(
                "4:33 points.order thresholds must ascend, but 0 follows 1; sort them and give each"
                    + " only once")),
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
        Samples.claim("query q: cdf(c, d) under D;"),
        Samples.claim("query q: cdf(c, d, a + c) under D;"),
        Samples.claim("query q: cdf(c, d | a > 0) at 200 x 100 points under D;"),
        Samples.claim("query q: cdf(c, d) at [0, 1] x [2] under D;"),
        Samples.claim("query q: cdf(c) at [0] under D;"),
        Samples.claim("query q: cdf(c) at [-1, 0, 1e-400, 1/3, 0.5] under D;"));
  }
}
