package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeavyBoxTest {
  @Test
  void boxesHaveTheInputsNamesAndShares() {
    List<HeavyBox> boxes = HeavyBox.of(Outcomes.withBoxes("p"));
    assertEquals(
        List.of("x in [0.5, 0.75]", "x in [0.75, 1]"),
        boxes.stream().map(HeavyBox::words).toList());
    assertEquals(List.of("50.0 %", "25.0 %"), boxes.stream().map(HeavyBox::share).toList());
    assertEquals("0.125", boxes.get(0).few());
    assertTrue(HeavyBox.areInside(Outcomes.withBoxes("p")));
  }

  @Test
  void whereNoneAreKnownThereAreNone() {
    assertEquals(List.of(), HeavyBox.of(Outcomes.property("p", "0.5", 0, 0.25)));
    assertEquals(List.of(), HeavyBox.of(Outcomes.notBegun("p")));
    assertEquals(List.of(), HeavyBox.of(Outcomes.band("c", 3, 3)));
  }
}
