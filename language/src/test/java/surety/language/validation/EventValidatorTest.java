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

/** Events that are not affine, constant, or about inputs are refused. */
class EventValidatorTest {

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
            Samples.claim("query q: P(a > 0) = ? under D;"),
            List.of(
                "4:12 event.input 'a' is an input of network N; inputs inside events are not "
                    + "supported yet, compare outputs only")),
        arguments(
            Samples.claim("query q: P(c - 2 * b > 0) = ? under D;"),
            List.of(
                "4:20 event.input 'b' is an input of network N; inputs inside events are not "
                    + "supported yet, compare outputs only")),
        arguments(
            Samples.claim("query q: P(a > b) = ? under D;"),
            List.of(
                "4:12 event.input 'a' is an input of network N; inputs inside events are not "
                    + "supported yet, compare outputs only",
                "4:16 event.input 'b' is an input of network N; inputs inside events are not "
                    + "supported yet, compare outputs only")),
        arguments(
            Samples.claim("query q: cdf(c + a) under D;"),
            List.of(
                "4:18 event.input 'a' is an input of network N; inputs inside events are not "
                    + "supported yet, compare outputs only")),
        arguments(
            Samples.claim("query q: P(1 < 2) = ? under D;"),
            List.of(
                "4:12 event.without-output this event is about no output of network N; name "
                    + "one, such as c")),
        arguments(
            Samples.claim("query q: P(2 < 1) = ? under D;"),
            List.of(
                "4:12 event.without-output this event is about no output of network N; name "
                    + "one, such as c")),
        arguments(
            Samples.claim("query q: cdf(3) under D;"),
            List.of(
                "4:14 event.without-output this cdf is about no output of network N; name one, "
                    + "such as c")),
        arguments(
            Samples.claim("query q: P(c - c < 0) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'c - c < 0' cancel out, so that it never "
                    + "happens; check the signs")),
        arguments(
            Samples.claim("query q: P(c <= c) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'c <= c' cancel out, so that it always "
                    + "happens; check the signs")),
        arguments(
            Samples.claim("query q: P(0 * c + 1 > 0) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in '0 * c + 1 > 0' cancel out, so that it "
                    + "always happens; check the signs")),
        arguments(
            Samples.claim("query q: cdf(c - c) under D;"),
            List.of("4:14 event.constant the outputs in 'c - c' cancel out; check the signs")),
        arguments(
            Samples.claim("query q: P(c * d > 0) = ? under D;"),
            List.of(
                "4:16 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: P(c * c > 0) = ? under D;"),
            List.of(
                "4:16 event.nonlinear 'c * c' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: P(2 * (c + 1) * (d - 1) > 0) = ? under D;"),
            List.of(
                "4:26 event.nonlinear '2 * (c + 1) * (d - 1)' is not linear; one side of '*' "
                    + "must be a number")),
        arguments(
            Samples.claim("query q: P(1 / c > 0) = ? under D;"),
            List.of(
                "4:16 event.division division by 'c' is not linear; divide by numbers only, "
                    + "and multiply the comparison out")),
        arguments(
            Samples.claim("query q: P(c / d > 0) = ? under D;"),
            List.of(
                "4:16 event.division division by 'd' is not linear; divide by numbers only, "
                    + "and multiply the comparison out")),
        arguments(
            Samples.claim("query q: P(c / 0 > 0) = ? under D;"),
            List.of("4:16 event.division the divisor '0' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: P(c / (1 - 1) > 0) = ? under D;"),
            List.of("4:16 event.division the divisor '(1 - 1)' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: cdf(c + 1) under D;"),
            List.of(
                "4:14 cdf.constant 'c + 1' adds the number 1 to the outputs; leave it out, and "
                    + "read the cdf at thresholds moved by as much")),
        arguments(
            Samples.claim("query q: cdf(2 * (c - 1/4)) at [0] under D;"),
            List.of(
                "4:14 cdf.constant '2 * (c - 1/4)' adds the number -1/2 to the outputs; leave "
                    + "it out, and read the cdf at thresholds moved by as much")),
        arguments(
            Samples.claim("query q: cdf(c * d) under D;"),
            List.of(
                "4:18 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("property p: P(c * d > a) < 0.1 under D;"),
            List.of(
                "4:19 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("query q: P(c > 0) = ? under D;"),
        Samples.claim("query q: P(2 * c - d * 3 <= 0.1 + (c - 1) / 4) = ? under D;"),
        Samples.claim("query q: P(0 < c) = ? under D;"),
        Samples.claim("query q: P(-c >= -(d + 1)) = ? under D;"),
        Samples.claim("query q: cdf(c - d) under D;"),
        Samples.claim("query q: cdf((c + 1) - 1) under D;"),
        Samples.claim("query q: P(0 * c + d > 0) = ? under D;"));
  }
}
