package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Requirement;
import surety.language.Obligation;
import surety.language.Samples;

/** Limits on each side of a quantity, and what they come to. */
class RequirementsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "P(c > 0) < 0.5 # < 1/2",
        "0.5 > P(c > 0) # < 1/2",
        "0.5 >= P(c > 0) # <= 1/2",
        "0.5 < P(c > 0) # > 1/2",
        "1/3 <= P(c > 0) # >= 1/3",
        "-1 < E(c) - 1 # > -1",
        "0.1 <= E(c) <= 0.5 # in [1/10, 1/2]",
        "0.5 >= E(c) >= 0.1 # in [1/10, 1/2]",
        "0.1 <= E(c) <= 0.1 # in [1/10, 1/10]",
        "E(c) in [0.1, 0.5] # in [1/10, 1/2]"
      })
  void limitsMeanTheSameOnEitherSide(String claim, String canonical) throws IOException {
    Obligation obligation =
        new Samples(folder)
            .read(Samples.claim("property p: " + claim + " under D;"))
            .obligations()
            .get(0);
    assertEquals(claim + " under D", obligation.text());
    Requirement requirement =
        ((QuantityClaim) obligation.statement().claim()).requirement().orElseThrow();
    assertEquals(canonical, requirement.canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1 < E(c) <= 0.5",
        "0.1 <= E(c) < 0.5",
        "0.1 <= E(c) >= 0.5",
        "0.5 <= E(c) <= 0.1",
        "0.1 >= E(c) >= 0.5",
        "1e99999 <= E(c) <= 1",
        "0.1 <= 0.5"
      })
  void whatIsWrongIsNoProperty(String claim) throws IOException {
    assertEquals(
        0,
        new Samples(folder)
            .read(Samples.claim("property p: " + claim + " under D;"))
            .obligations()
            .size());
  }
}
