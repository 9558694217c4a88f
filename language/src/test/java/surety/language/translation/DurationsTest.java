package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "60 s, PT60S",
    "60, PT60S",
    "60s, PT60S",
    "' 60   s ', PT60S",
    "0.5 s, PT0.5S",
    "1.5 min, PT90S",
    "250 ms, PT0.25S",
    "1 h, PT1H",
    "10000 h, PT10000H",
    "0.0000000001 s, PT0.000000001S",
    "1.9999999999 s, PT1.999999999S",
    "007 s, PT7S"
  })
  void times(String text, Duration expected) {
    assertEquals(Optional.of(expected), Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "s",
        ". s",
        "0",
        "0 s",
        "0.0 h",
        "-1 s",
        "+1 s",
        "1e3 s",
        "1/2 s",
        "1,5 s",
        "1.2.3 s",
        "1 s 2",
        "1 S",
        "1 sec",
        "1 minutes",
        "1 d",
        "one s",
        "1\u00a0s",
        "1\ts",
        "\u0661 s",
        "NaN",
        "Infinity s",
        "10000.1 h",
        "99999999999999999999 s",
        "999999999999999999999999999999 s",
        "60 s; rm",
      })
  void whatIsNoTime(String text) {
    assertEquals(Optional.empty(), Durations.parse(text));
  }

  @Test
  void wholeSecondsAreExact() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      long seconds = random.nextLong(1, Durations.LONGEST.toSeconds());
      assertEquals(Optional.of(Duration.ofSeconds(seconds)), Durations.parse(seconds + " s"));
    }
  }
}
