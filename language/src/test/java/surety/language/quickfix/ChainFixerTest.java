package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Samples;

/** Chains whose signs point both ways. */
class ChainFixerTest {
  @TempDir private Path folder;

  private static String event(String event) {
    return Samples.claim("property p: P(" + event + ") < 0.1 under D;");
  }

  @ParameterizedTest
  @CsvSource({
    "0 < c > 1, 0 < c and c > 1, 0 < c and c > 1",
    "d > 0 and 0 < c > 1, 0 < c and c > 1, d > 0 and 0 < c and c > 1",
    "not 0 < c >= d, (0 < c and c >= d), not (0 < c and c >= d)",
    "3 > 2 * c  + 1 < d > 0, 3 > 2 * c + 1 and 2 * c + 1 < d and d > 0, 3 > 2 * c + 1 and 2 * c + 1 < d and d > 0"
  })
  void joinsTheComparisons(String before, String written, String after) throws IOException {
    new Repairs(folder)
        .check("event.directions", event(before), 0, "Write '" + written + "'", event(after));
  }

  @Test
  void otherMessagesAreLeftToOthers() throws IOException {
    new Repairs(folder).checkNone("event.equality", event("0 < c == 1"));
  }
}
