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

/** Numbers that cannot be worked with are refused wherever they stand. */
class NumberValidatorTest {

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
            Samples.claim("property p: P(c > 0) < 1e-10001 under D;"),
            List.of(
                "4:24 number '1e-10001' has an exponent beyond 10000; write it with a smaller "
                    + "one")),
        arguments(
            Samples.claim("property p: P(c > 0) < 1/0 under D;"),
            List.of("4:24 number '1/0' divides by 0")),
        arguments(
            Samples.claim("property p: P(c > 1e99999999999) < 1 under D;"),
            List.of(
                "4:19 number '1e99999999999' has an exponent beyond 10000; write it with a "
                    + "smaller one")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within 1e-99999;"),
            List.of(
                "4:38 number '1e-99999' has an exponent beyond 10000; write it with a smaller "
                    + "one")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 1/0 s;"),
            List.of("4:39 number '1/0' divides by 0")),
        arguments(
            Samples.claim("query q: cdf(c) at [0, 1e20000] under D;"),
            List.of(
                "4:24 number '1e20000' has an exponent beyond 10000; write it with a smaller "
                    + "one")),
        arguments(
            Samples.claim("query q: P(c > 1/0) = ? under D;"),
            List.of("4:18 event.division the divisor '0' is 0; divide by another number")),
        arguments(
            Samples.claim(
                "query q: P(1e9000 * 1e9000 * 1e9000 * 1e9000 * 1e9000 * c > 0) = ? under D;"),
            List.of(
                "4:21 number the numbers in '1e9000 * 1e9000 * 1e9000 * 1e9000 * 1e9000 * c' "
                    + "combine to one that is too long; use fewer digits")),
        arguments(
            Samples.claim("query q: P(1e9000 * (1e9000 * c) * 1e9000 * 1e9000 > 1) = ? under D;"),
            List.of(
                "4:21 number the numbers in '1e9000 * (1e9000 * c) * 1e9000 * 1e9000' combine "
                    + "to one that is too long; use fewer digits")),
        arguments(
            Samples.assignments("a ~ Uniform(0, 1e10001); b = 1;"),
            List.of(
                "3:39 number '1e10001' has an exponent beyond 10000; write it with a smaller "
                    + "one")),
        arguments(
            Samples.assignments("a ~ Uniform(0, 1) on [1/0, 1e10001]; b = 1;"),
            List.of(
                "3:46 number '1/0' divides by 0",
                "3:51 number '1e10001' has an exponent beyond 10000; write it with a smaller "
                    + "one")),
        arguments(
            Samples.assignments("a ~ Histogram([0, 1/0], [1]); b = 1;"),
            List.of("3:42 number '1/0' divides by 0")),
        arguments(
            Samples.assignments("a ~ Uniform(0, 1); b = 1e-10001;"),
            List.of(
                "3:47 number '1e-10001' has an exponent beyond 10000; write it with a smaller "
                    + "one")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("property p: P(c > 1e-400) < 0.1 under D;"),
        Samples.claim("property p: P(c > - 1) < 1 / 3 under D;"),
        Samples.claim("query q: P(1e400 * c > +0.5e+3) = ? under D within 1E-30;"),
        Samples.claim("query q: P(00012.50 * c > 0) = ? under D;"),
        Samples.assignments("a ~ Uniform(-1e-300, 1/3); b = -1e10000;"));
  }
}
