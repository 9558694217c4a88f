package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

class ScalesTest {
  @Test
  void groupsAreNear() {
    SplittableRandom random = new SplittableRandom(10);
    for (int i = 0; i < 1000; i++) {
      long power = random.nextInt(-1_000_000, 1_000_000);
      assertTrue(Math.abs(Scales.group(power) - power) <= 256);
      assertEquals(0, Scales.group(power) % 512);
    }
    assertEquals(0, Scales.group(0));
    assertEquals(-512, Scales.group(-257));
  }

  @Test
  void groupsAreLimited() {
    assertEquals(Scales.LEAST, Scales.group(-4_294_967_296L));
    assertEquals(Scales.LEAST, Scales.group(Long.MIN_VALUE / 2));
    assertEquals(1 << 20, Scales.group(4_294_967_296L));
  }

  @Test
  void limitedNumbersContainTheirs() {
    ScaledInterval near = new ScaledInterval(new Interval(1, 2), -1000);
    assertEquals(near, Scales.limited(near));
    ScaledInterval far = new ScaledInterval(new Interval(1, 2), Integer.MIN_VALUE);
    ScaledInterval limited = Scales.limited(far);
    assertEquals(0, limited.value().lower());
    assertTrue(limited.value().upper() > 0);
    assertTrue(limited.scale() >= Scales.LEAST - 2000);
    ScaledInterval close = new ScaledInterval(new Interval(1, 2), Scales.LEAST - 3);
    assertEquals(close.lower(), Scales.limited(close).lower());
    assertEquals(close.upper(), Scales.limited(close).upper());
    ScaledInterval unknown =
        new ScaledInterval(new Interval(0, Double.POSITIVE_INFINITY), -1_400_000_000);
    assertEquals(Double.POSITIVE_INFINITY, Scales.limited(unknown).value().upper());
  }
}
