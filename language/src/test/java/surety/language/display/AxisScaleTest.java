package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
    List<Double> ticks = new AxisScale(0, 1, 0, 1).ticks();
    assertEquals(
        List.of("0", "0.2", "0.4", "0.6", "0.8", "1"),
        ticks.stream().map(AxisScale::label).toList());
  }
}
