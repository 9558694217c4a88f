package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Probabilities that do not sum to 1. */
class WeightFixerTest {
  private static final String CODE = "weights";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a ~ Categorical(0: 0.7, 1: 0.2); b = 0; # 0 # Write 0.3 for the last probability # a ~ Categorical(0: 0.7, 1: 0.3); b = 0;",
        "a ~ Categorical(0: 0.7, 1: 0.2); b = 0; # 1 # Divide the probabilities by their sum # a ~ Categorical(0: 7/9, 1: 2/9); b = 0;",
        "a ~ Categorical(0: 1/3, 1: /* rare */ 1/2); b = 0; # 0 # Write 2/3 for the last probability # a ~ Categorical(0: 1/3, 1: /* rare */ 2/3); b = 0;",
        "a ~ Mixture(3: Beta(2, 2), 1: Beta(3, 3)); b = 0; # 0 # Divide the probabilities by their sum # a ~ Mixture(0.75: Beta(2, 2), 0.25: Beta(3, 3)); b = 0;",
        "(a, b) ~ OneHot(a: 0.5, b: 0.6); # 0 # Write 0.5 for the last probability # (a, b) ~ OneHot(a: 0.5, b: 0.5);",
        "a ~ 0.5 * Beta(2, 2) + 0.5 * Beta(3, 3); b = 0; # 0 # Write a Mixture # a ~ Mixture(1/2: Beta(2, 2), 1/2: Beta(3, 3)); b = 0;"
      })
  void fixes(String before, int which, String title, String after) throws IOException {
    new Repairs(folder)
        .check(CODE, Samples.assignments(before), which, title, Samples.assignments(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ~ Categorical(0: -0.5, 1: 0.7); b = 0;",
        "a ~ Categorical(); b = 0;",
        "a = 0.5; b ~ Categorical(0: a, 1: a / 2);",
        "a ~ 0.5 * Beta(2, 2) + /* or */ 0.5 * Beta(3, 3); b = 0;"
      })
  void leavesTheRest(String assignments) throws IOException {
    new Repairs(folder).checkNone(CODE, Samples.assignments(assignments));
  }

  @Test
  void fixesAMixtureOfDistributions() throws IOException {
    String mixture =
        "distribution M for N mixture { 0.5: D; %s: D; }\nquery q: P(c > 0) = ? under M;";
    new Repairs(folder)
        .check(
            CODE,
            Samples.claim(mixture.formatted("0.25")),
            0,
            "Write 0.5 for the last probability",
            Samples.claim(mixture.formatted("0.5")));
  }
}
