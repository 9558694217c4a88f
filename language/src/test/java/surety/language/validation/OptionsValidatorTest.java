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

/** Gaps and timeouts are positive, sensible and given once. */
class OptionsValidatorTest {

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
            Samples.claim("query q: P(c > 0) = ? under D within 0;"),
            List.of("4:38 gap.range the wanted gap 0 must be more than 0, such as 1e-6")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within -1e-6;"),
            List.of("4:38 gap.range the wanted gap -1e-6 must be more than 0, such as 1e-6")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within 1;"),
            List.of(
                "4:38 gap.range the wanted gap 1 must be more than 0 and less than 1, such as "
                    + "1e-6")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within 5;"),
            List.of(
                "4:38 gap.range the wanted gap 5 must be more than 0 and less than 1, such as "
                    + "1e-6")),
        arguments(
            Samples.claim(
                "settings { within 2; }\nquery q: E(c) = ? under D;\nquery r: cdf(c) under D;"),
            List.of(
                "4:19 gap.range the wanted gap 2 must be more than 0 and less than 1, such as "
                    + "1e-6")),
        arguments(
            Samples.claim("query q: cdf(c) under D within 2;"),
            List.of(
                "4:32 gap.range the wanted gap 2 must be more than 0 and less than 1, such as "
                    + "1e-6")),
        arguments(
            Samples.claim("query q: E(c) = ? under D within -2;"),
            List.of("4:34 gap.range the wanted gap -2 must be more than 0, such as 1e-6")),
        arguments(Samples.claim("query q: E(c) = ? under D threads 0;"), threads("4:35", "0")),
        arguments(Samples.claim("query q: E(c) = ? under D threads 1.5;"), threads("4:35", "1.5")),
        arguments(Samples.claim("query q: E(c) = ? under D threads -1;"), threads("4:35", "-1")),
        arguments(
            Samples.claim("settings { threads 1025; }\nquery q: E(c) = ? under D;"),
            threads("4:20", "1025")),
        arguments(
            Samples.claim("query q: E(c) = ? under D threads 1/0;"),
            List.of("4:35 number '1/0' divides by 0")),
        arguments(
            Samples.claim("query q: E(c) = ? under D threads 1 threads 2;"),
            List.of("4:45 option.repeated 'threads' is given twice; keep one of them")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 0 s;"),
            List.of(
                "4:39 timeout.range the timeout 0 s must be more than 0 and at most 10000 h, "
                    + "such as 60 s")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout -1 s;"),
            List.of(
                "4:39 timeout.range the timeout -1 s must be more than 0 and at most 10000 h, "
                    + "such as 60 s")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 10001 h;"),
            List.of(
                "4:39 timeout.range the timeout 10001 h must be more than 0 and at most 10000 "
                    + "h, such as 60 s")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 60 sec;"),
            List.of("4:42 timeout.unit 'sec' is not a unit of time; use ms, s, min or h")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 1 d;"),
            List.of("4:41 timeout.unit 'd' is not a unit of time; use ms, s, min or h")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within 1e-3 within 1e-6;"),
            List.of("4:50 option.repeated 'within' is given twice; keep one of them")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D timeout 1 s timeout 2 s;"),
            List.of("4:51 option.repeated 'timeout' is given twice; keep one of them")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D within 0 timeout 0 s within 1e-6;"),
            List.of(
                "4:38 gap.range the wanted gap 0 must be more than 0, such as 1e-6",
                "4:48 timeout.range the timeout 0 s must be more than 0 and at most 10000 h, "
                    + "such as 60 s",
                "4:59 option.repeated 'within' is given twice; keep one of them")));
  }

  private static List<String> threads(String place, String number) {
    return List.of(
        place
            + " threads.range the number of threads "
            + number
            + " must be a whole number from 1 to 1024; leave it out for one for each core");
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("query q: E(c) = ? under D within 2;"),
        Samples.claim("property p: P(c > 0) - P(d > 0) < 0 under D within 1;"),
        Samples.claim("settings { within 2; }\nquery q: E(c) = ? under D;"),
        Samples.claim("settings { within 2; }\nquery q: P(c > 0) = ? under D within 0.1;"),
        Samples.claim("query q: E(c) = ? under D threads 1;"),
        Samples.claim("query q: E(c) = ? under D threads 1024;"),
        Samples.claim("query q: E(c) = ? under D threads 4/2;"),
        Samples.claim("query q: P(c > 0) = ? under D within 1e-6;"),
        Samples.claim("query q: P(c > 0) = ? under D timeout 60 s;"),
        Samples.claim("query q: cdf(c) under D timeout 1.5 min within 0.01;"),
        Samples.claim("query q: cdf(c) under D timeout 100 ms;"),
        Samples.claim("query q: cdf(c) under D timeout 1/2 h;"));
  }
}
