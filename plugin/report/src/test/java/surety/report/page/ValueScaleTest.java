package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueScaleTest {
  private static ValueScale scale(boolean isProbability, String... values) {
    return ValueScale.of(numbers(values), isProbability, 10, 110);
  }

  private static List<BigDecimal> numbers(String... values) {
    return Stream.of(values).map(BigDecimal::new).toList();
  }

  @Test
  void probabilitiesThatAreFarApartHaveALogarithmicLine() {
    ValueScale scale = scale(true, "1e-9", "1e-2");
    assertTrue(scale.isLogarithmic());
    assertTrue(scale.place(new BigDecimal("1e-9")) < scale.place(new BigDecimal("1e-8")));
    assertEquals(10, scale.place(BigDecimal.ZERO));
    assertFalse(scale(true, "0.01", "0.02").isLogarithmic());
    assertFalse(scale(false, "1e-9", "1e-2").isLogarithmic());
    assertFalse(scale(true, "0", "0").isLogarithmic());
    assertTrue(scale(true, "0", "1e-7").isLogarithmic());
  }

  @Test
  void whatIsSmallerThanAnyDoubleHasItsPlace() {
    ValueScale scale = scale(true, "1e-400", "0.1");
    assertTrue(scale.isLogarithmic());
    double tiny = scale.place(new BigDecimal("1e-400"));
    assertTrue(10 < tiny && tiny < 15, "" + tiny);
    assertEquals(-399.698970, ValueScale.log(new BigDecimal("2e-400")), 1e-6);
    assertEquals(2, ValueScale.log(new BigDecimal("100")), 1e-12);
    assertEquals(-1, ValueScale.log(new BigDecimal("0.1")), 1e-12);
  }

  @Test
  void ticksAreFewInOrderAndOnTheLine() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      boolean isProbability = random.nextBoolean();
      String one = "3e-" + random.nextInt(300);
      one = isProbability ? new BigDecimal(Math.pow(10, -random.nextDouble(300))).toString() : one;
      ValueScale scale = scale(isProbability, one, "" + random.nextDouble());
      double last = Double.NEGATIVE_INFINITY;
      assertTrue(scale.ticks().size() <= 15, () -> "" + scale.ticks());
      for (ValueScale.Tick tick : scale.ticks()) {
        assertTrue(tick.place() > last, one);
        assertTrue(tick.place() >= 9.99 && tick.place() <= 110.01, one + " " + tick);
        last = tick.place();
      }
    }
  }

  @Test
  void valuesStayOnTheLine() {
    ValueScale scale = scale(false, "-5", "17");
    assertEquals(10, scale.place(new BigDecimal("-1e300")));
    assertEquals(110, scale.place(new BigDecimal("1e400")));
    ValueScale one = scale(false, "3");
    assertEquals(60, one.place(new BigDecimal("3")), 1e-9);
    assertEquals(60, scale(false, "0").place(BigDecimal.ZERO), 1e-9);
  }
}
