package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.text.StatementException;
import surety.language.Obligation;
import surety.language.Samples;
import surety.solver.SearchOptions;

class VerificationSettingsTest {
  @Test
  void leavesACoreToTheEditor() throws StatementException {
    VerificationSettings settings = VerificationSettings.defaults();
    int cores = Runtime.getRuntime().availableProcessors();
    assertTrue(settings.threads() >= 1);
    assertTrue(settings.threads() < Math.max(2, cores));
    SearchOptions options =
        settings.budget(VerificationTest.obligation("p", "P(1*y[0] > 1) < 1/2")).options();
    assertEquals(
        SearchOptions.defaults()
            .withThreads(settings.threads())
            .withGlimpses(true)
            .withHeaviest(200),
        options);
  }

  /** A specification may ask for fewer threads than the editor allows, but not for more. */
  @ParameterizedTest
  @CsvSource({"4, 2, 2", "2, 4, 2", "3, 3, 3", "1, 1024, 1"})
  void takesTheFewestThreads(int allowed, int asked, int expected, @TempDir Path folder)
      throws IOException {
    Obligation obligation =
        new Samples(folder)
            .read(Samples.claim("query q: P(c > 0) = ? under D threads " + asked + ";"))
            .obligations()
            .get(0);
    VerificationSettings settings = new VerificationSettings(allowed, Duration.ofSeconds(1), 0.1);
    assertEquals(expected, settings.budget(obligation).options().threads());
  }

  @Test
  void refusesWhatNoSearchCouldKeep() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new VerificationSettings(0, second, 0.1));
    assertThrows(
        IllegalArgumentException.class, () -> new VerificationSettings(1, second.negated(), 0.1));
    assertThrows(
        IllegalArgumentException.class, () -> new VerificationSettings(1, second, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new VerificationSettings(1, second, -0.1));
  }
}
