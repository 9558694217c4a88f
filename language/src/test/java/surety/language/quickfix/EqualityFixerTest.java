package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Comparisons with a single value. */
class EqualityFixerTest {
  @TempDir private Path folder;

  private static String event(String event) {
    return Samples.claim("constant k = 1/3; property p: P(" + event + ") < 0.1 under D;");
  }

  @ParameterizedTest
  @CsvSource({
    "a == 1, 'a in [1, 1]', 'a in [1, 1]'",
    "c > 0 and -2.5 == 2 * c - d, '2 * c - d in [-2.5, -2.5]', 'c > 0 and 2 * c - d in [-2.5, -2.5]'",
    "c == k, 'c in [1/3, 1/3]', 'c in [1/3, 1/3]'",
    "not c != 0, 'not c in [0, 0]', 'not not c in [0, 0]'",
    "'max(c, d) != 1', 'not max(c, d) in [1, 1]', 'not max(c, d) in [1, 1]'"
  })
  void writesAnInterval(String before, String written, String after) throws IOException {
    new Repairs(folder)
        .check("event.equality", event(before), 0, "Write '" + written + "'", event(after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c == d", "0 < c == 1", "1 == k", "c == (1)", "c == 1 / 4 * 2"})
  void noIntervalWithoutOneNumber(String event) throws IOException {
    new Repairs(folder).checkNone("event.equality", event(event));
  }

  @Test
  void otherMessagesAreLeftToOthers() throws IOException {
    new Repairs(folder).checkNone("expression.kind", event("c + 1"));
  }
}
