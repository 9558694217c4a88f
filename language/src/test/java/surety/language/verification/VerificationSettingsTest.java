package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import surety.certificates.statement.StatementException;
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
        SearchOptions.defaults().withThreads(settings.threads()).withGlimpses(true), options);
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
