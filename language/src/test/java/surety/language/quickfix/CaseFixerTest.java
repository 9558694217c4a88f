package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Cases that are not complete, or overlap. */
class CaseFixerTest {
  private static final String CODE = "given.cases";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a ~ Bernoulli(0.5); b = 0 given a == 0; # 0 # Add 'b ~ Uniform(0, 1) given not (a == 0);' # a ~ Bernoulli(0.5); b = 0 given a == 0; b ~ Uniform(0, 1) given not (a == 0);",
        "a ~ Beta(2, 2); b = 0 given a < 0.2; b = 1 given a > 0.8 and a < 0.9; # 0 # Add 'b ~ Uniform(0, 1) given not (a < 0.2 or a > 0.8 and a < 0.9);' # a ~ Beta(2, 2); b = 0 given a < 0.2; b = 1 given a > 0.8 and a < 0.9; b ~ Uniform(0, 1) given not (a < 0.2 or a > 0.8 and a < 0.9);",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 given a <= 1; # 0 # Write 'a <= 1 and not (a == 0)' # a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 given a <= 1 and not (a == 0);",
        "a ~ Beta(2, 2); b = 0 given a < 0.5; b = 1 given a > 0.4 or a < 0.1; # 0 # Write '(a > 0.4 or a < 0.1) and not (a < 0.5)' # a ~ Beta(2, 2); b = 0 given a < 0.5; b = 1 given (a > 0.4 or a < 0.1) and not (a < 0.5);"
      })
  void fixes(String before, int which, String title, String after) throws IOException {
    new Repairs(folder)
        .check(CODE, Samples.assignments(before), which, title, Samples.assignments(after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 given a /* any */ <= 1;"})
  void leavesTheRest(String assignments) throws IOException {
    new Repairs(folder).checkNone(CODE, Samples.assignments(assignments));
  }
}
