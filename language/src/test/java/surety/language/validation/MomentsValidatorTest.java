package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Moments are those of different sums of outputs and inputs, and not of too many. */
class MomentsValidatorTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(String text, List<String> messages) throws IOException {
    assertEquals(messages, new Samples(folder).messages(Samples.claim(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query q: moments(c) under D;",
        "query q: moments(c, d, 2 * c - a) under D within 1e-3 timeout 5 s;",
        "query q: moments() under D;",
        "query moments: moments(c) under D;"
      })
  void saysNothing(String text) throws IOException {
    assertEquals(List.of(), new Samples(folder).messages(Samples.claim(text)));
  }

  private static Stream<Arguments> wrong() {
    String many = String.join(", ", Collections.nCopies(129, "c"));
    return Stream.of(
        arguments(
            "query q: moments(c, d, c) under D;",
            List.of("4:24 moments.repeated 'c' stands twice in these moments; check the names")),
        arguments(
            "query q: moments(c, d + 1) under D;",
            List.of(
                "4:21 moments.constant 'd + 1' adds the number 1 to the outputs; leave it out: it"
                    + " moves the mean by as much, and changes nothing else")),
        arguments(
            "query q: moments(3) under D;",
            List.of(
                "4:18 event.without-output moments(...) is about no output of network N; name one,"
                    + " such as c")),
        arguments(
            "query q: moments(c - c, d) under D;",
            List.of("4:18 event.constant the outputs in 'c - c' cancel out; check the signs")),
        arguments(
            "query q: moments(c * d) under D;",
            List.of(
                "4:22 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            "query q: moments(" + many + ") under D;",
            Stream.concat(
                    Stream.of(
                        "4:10 moments.count moments are those of at most 128 sums together, not of"
                            + " 129; name those that matter, in several queries if need be"),
                    Stream.iterate(21, column -> column + 3)
                        .limit(128)
                        .map(
                            column ->
                                "4:%d moments.repeated 'c' stands twice in these moments; check the names"
                                    .formatted(column)))
                .toList()));
  }
}
