package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {
  @Test
  void valuesGoToTheirPlaces() {
    AxisScale scale = new AxisScale(-1, 3, 400, 0);
    assertEquals(400, scale.place(-1));
    assertEquals(0, scale.place(3));
    assertEquals(300, scale.place(0));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "3, 3.001", "-1e6, 1e9", "1e-9, 2e-9"})
  void ticksAreFewAndInside(double least, double greatest) {
    List<Double> ticks = new AxisScale(least, greatest, 0, 1).ticks();
    assertTrue(ticks.size() >= 3 && ticks.size() <= 8, ticks::toString);
    assertTrue(ticks.stream().allMatch(t -> t >= least && t <= greatest));
  }

  @Test
  void labelsAreRound() {
    assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(0, 1));
  }

  private static List<String> labels(double least, double greatest) {
    AxisScale scale = new AxisScale(least, greatest, 0, 1);
    return scale.ticks().stream().map(scale::label).toList();
  }

  @Test
  void labelsTellTicksApart() {
    List<String> labels = labels(1_000_000, 1_000_001);
    assertEquals("1000000.2", labels.get(1));
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      double least = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-20, 20));
      double length = random.nextDouble() * Math.pow(10, random.nextInt(-30, 20));
      List<String> some = labels(least, least + length);
      assertEquals(some.size(), Set.copyOf(some).size(), () -> least + " " + length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e16, 10000000000000002",
    "1, 1",
    "0, 0",
    "0, 4.9e-324",
    "-1.7e308, 1.7e308",
    "1.7976931348623157e308, 1.7976931348623157e308"
  })
  void rangesThatHardlyAreThereHaveFewTicks(double least, double greatest) {
    List<Double> ticks = new AxisScale(least, greatest, 0, 1).ticks();
    assertTrue(ticks.size() <= 12, ticks::toString);
    assertTrue(ticks.stream().allMatch(t -> t >= least && t <= greatest), ticks::toString);
  }

  @Test
  void theRangeOfAllDoublesHasPlaces() {
    AxisScale scale = new AxisScale(-Double.MAX_VALUE, Double.MAX_VALUE, 0, 100);
    assertEquals(0, scale.place(-Double.MAX_VALUE));
    assertEquals(50, scale.place(0));
    assertEquals(100, scale.place(Double.MAX_VALUE));
  }
}
