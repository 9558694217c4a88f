package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.solver.BandPoint;

/** What the benchmark is told, and what it makes of bounds. */
class MissingFeaturesBenchmarkTest {
  private static final String NAME = "surety.test.instances";

  @AfterEach
  void forget() {
    System.clearProperty(NAME);
  }

  @Test
  void aNumberThatIsNotGivenIsTheUsualOne() {
    assertEquals(7, MissingFeaturesBenchmark.positive(NAME, 7));
    System.setProperty(NAME, "");
    assertEquals(7, MissingFeaturesBenchmark.positive(NAME, 7));
    System.setProperty(NAME, "12");
    assertEquals(12, MissingFeaturesBenchmark.positive(NAME, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "many", " 3", "1e3", "99999999999"})
  void otherNumbersAreRefused(String text) {
    System.setProperty(NAME, text);
    assertEquals(
        NAME
            + " is a whole number from 1 on, not '"
            + text
            + "'; write -D"
            + NAME
            + "=5 or leave it out",
        assertThrows(
                IllegalArgumentException.class, () -> MissingFeaturesBenchmark.positive(NAME, 7))
            .getMessage());
  }

  @Test
  void theMeanIsOverAllPoints() {
    List<BandPoint> points = List.of(point(0, 0), point(0.25, 0.75), point(0.5, 1));
    assertEquals(1.0 / 3, MissingFeaturesBenchmark.meanGap(points));
  }

  private static BandPoint point(double lower, double upper) {
    return new BandPoint(0, Bound.of(Dyadic.of(lower)), Bound.of(Dyadic.of(upper)));
  }
}
