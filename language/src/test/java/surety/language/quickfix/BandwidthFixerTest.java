package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Kernel density estimates without a bandwidth. */
class BandwidthFixerTest {
  private static final String CODE = "parameter.count";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a ~ Kde(\"s.csv\"); b = 0; # 0 # Add 'bandwidth = scott' # a ~ Kde(\"s.csv\", bandwidth = scott); b = 0;",
        "a ~ Kde(\"s.csv\"); b = 0; # 1 # Add 'bandwidth = silverman' # a ~ Kde(\"s.csv\", bandwidth = silverman); b = 0;",
        "a ~ Kde(\"s.csv\", 0.1); b = 0; # 0 # Write 'bandwidth = ...' # a ~ Kde(\"s.csv\", bandwidth = 0.1); b = 0;"
      })
  void fixes(String before, int which, String title, String after) throws IOException {
    Files.writeString(folder.resolve("s.csv"), "1\n2\n");
    new Repairs(folder)
        .check(CODE, Samples.assignments(before), which, title, Samples.assignments(after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ~ Kde(); b = 0;", "a ~ Normal(0); b = 0;"})
  void leavesTheRest(String assignments) throws IOException {
    Files.writeString(folder.resolve("s.csv"), "1\n2\n");
    new Repairs(folder).checkNone(CODE, Samples.assignments(assignments));
  }
}
