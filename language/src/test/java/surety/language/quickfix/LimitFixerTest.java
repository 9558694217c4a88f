package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Samples;

/** Limits on both sides of a quantity. */
class LimitFixerTest {
  @TempDir private Path folder;

  private static String property(String claim) {
    return Samples.claim("property p: " + claim + " under D;");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1 < P(c > 0) <= 0.5, Write '<=', 0.1 <= P(c > 0) <= 0.5",
    "0.1 <= P(c > 0) < 0.5, Write '<=', 0.1 <= P(c > 0) <= 0.5",
    "2 >= E(c) > 1, Write '>=', 2 >= E(c) >= 1"
  })
  void includesTheLimit(String before, String title, String after) throws IOException {
    new Repairs(folder).check("limit.chain", property(before), 0, title, property(after));
  }

  @Test
  void leavesTheChoice() throws IOException {
    new Repairs(folder).checkNone("limit.chain", property("0.1 <= P(c > 0) >= 0.5"));
  }
}
