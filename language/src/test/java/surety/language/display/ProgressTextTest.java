package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Bound;
import surety.solver.BandPoint;
import surety.solver.Progress;

class ProgressTextTest {
  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "Infinity, 0, 1, between 0 and 1",
    "NaN, NaN, NaN, between 0 and 1",
    "1, 0, 1, between 0 and 1",
    "-Infinity, -1, 7, between 0 and 1",
    "0.0012301, 0, 1, gap about 0.0013 (not yet proven)",
    "0.5, 0.25, 0.7501, between about 0.25 and 0.76 (not yet proven)",
    "0.5, 0.1299, 1, between about 0.12 and 1 (not yet proven)",
    "0, -1e-18, 0.5, between about 0 and 0.5 (not yet proven)"
  })
  void whatIsNotProvenIsSaidToBeSo(double gap, double lower, double upper, String bounds) {
    assertEquals(
        "searching: 12 s of 60 s, 1,234 cells, " + bounds,
        ProgressText.of(new Progress("searching", gap, 1234, 12.9, lower, upper), MINUTE));
  }

  @ParameterizedTest
  @CsvSource({"PT0.5S, 0.5 s", "PT10H, 36000 s", "PT1M30S, 90 s"})
  void limitsAreExact(Duration limit, String words) {
    assertEquals(
        "preparing: 0 s of " + words + ", 0 cells, between 0 and 1",
        ProgressText.of(new Progress("preparing", 1, 0, 0, 0, 1), Optional.of(limit)));
  }

  @Test
  void theGapOfABandIsProven() {
    List<BandPoint> band =
        List.of(
            new BandPoint(0, Bound.ZERO, Bound.of(0.1251)),
            new BandPoint(1, Bound.of(0.5), Bound.of(0.75)),
            new BandPoint(2, Bound.ONE, Bound.ONE));
    assertEquals(
        "searching: 1 s, 5 cells, largest gap 0.25",
        ProgressText.of(new Progress("searching", 1, 5, 1, 0, 1, band), Optional.empty()));
  }
}
