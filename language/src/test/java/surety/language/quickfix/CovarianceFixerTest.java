package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Matrices that are not symmetric. */
class CovarianceFixerTest {
  private static final String CODE = "covariance";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(a, b) ~ Normal([0, 0], [[1, 0.3], [0.2, 1]]); # 0 # Write below the diagonal what stands above it # (a, b) ~ Normal([0, 0], [[1, 0.3], [0.3, 1]]);",
        "(a, b) ~ Normal([0, 0], [[1, 0.3], [0.2, 1]]); # 1 # Write above the diagonal what stands below it # (a, b) ~ Normal([0, 0], [[1, 0.2], [0.2, 1]]);"
      })
  void fixes(String before, int which, String title, String after) throws IOException {
    new Repairs(folder)
        .check(CODE, Samples.assignments(before), which, title, Samples.assignments(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a, b) ~ Normal([0, 0], [[1, 2], [2, 1]]);",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0]]);"
      })
  void leavesTheRest(String assignments) throws IOException {
    new Repairs(folder).checkNone(CODE, Samples.assignments(assignments));
  }
}
