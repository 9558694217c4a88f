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

/** EXPECT comments that compare nothing are noticed. */
class ExpectationValidatorTest {

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
            Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT: PROVEN"),
            List.of(
                "4:37 expectation.unknown 'PROVEN' is not a verdict; write PROVED, VIOLATED or "
                    + "UNDECIDED")),
        arguments(
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n// EXPECT: proved"),
            List.of(
                "5:1 expectation.unknown 'proved' is not a verdict; write PROVED, VIOLATED or "
                    + "UNDECIDED")),
        arguments(
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n// EXPECT:"),
            List.of(
                "5:1 expectation.unknown '' is not a verdict; write PROVED, VIOLATED or "
                    + "UNDECIDED")),
        arguments(
            Samples.claim("query q: P(c > 0) = ? under D; // EXPECT: PROVED"),
            List.of(
                "4:32 expectation.misplaced an EXPECT behind a query is ignored, for a query "
                    + "has no verdict; write a property")),
        arguments(
            Samples.claim("property p: P(c > 0) < 0.1 under D;\n\n// EXPECT: PROVED"),
            List.of(
                "6:1 expectation.misplaced this EXPECT belongs to no property; write it on the "
                    + "line where a property ends, or on the next")),
        arguments(
            Samples.claim(
                "property p: P(c > 0) < 0.1 under D; // EXPECT: PROVED\n// EXPECT: VIOLATED"),
            List.of(
                "5:1 expectation.misplaced this EXPECT belongs to no property; write it on the "
                    + "line where a property ends, or on the next")),
        arguments(
            Samples.claim("// EXPECT: PROVED\nproperty p: P(c > 0) < 0.1 under D;"),
            List.of(
                "4:1 expectation.misplaced this EXPECT belongs to no property; write it on the "
                    + "line where a property ends, or on the next")),
        arguments(
            Samples.claim("property p: P(c > 0) < /* EXPECT: PROVED */ 0.1 under D;"),
            List.of(
                "4:24 expectation.misplaced this EXPECT belongs to no property; write it on "
                    + "the line where a property ends, or on the next")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("property p: P(c > 0) < 0.1 under D; // EXPECT: PROVED"),
        Samples.claim("property p: P(c > 0) < 0.1 under D;\n// EXPECT: VIOLATED"),
        Samples.claim("property p: P(c > 0) < 0.1 under D; //EXPECT:UNDECIDED because it is hard"),
        Samples.claim("property p: P(c > 0) < 0.1 under D; /* EXPECT: PROVED */"),
        Samples.claim("property p: P(c > 0) < 0.1 under D; // we EXPECT: nothing"),
        Samples.claim("property p: P(c > 0) < 0.1 under D; // first a word\n// EXPECT: PROVED"));
  }
}
