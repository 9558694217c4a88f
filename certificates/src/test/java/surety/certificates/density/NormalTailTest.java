package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

class NormalTailTest {
  @Test
  void massesAreDifferences() {
    assertTrue(NormalTail.isDifference(Interval.of(4, 5), Interval.of(6, 7)));
    assertTrue(NormalTail.isDifference(Interval.of(4), Interval.of(Double.POSITIVE_INFINITY)));
    assertFalse(NormalTail.isDifference(Interval.of(3), Interval.of(9)));
    assertFalse(NormalTail.isDifference(Interval.of(100), Interval.of(100.001)));
    ScaledInterval mass = NormalTail.between(Interval.of(4, 5), Interval.of(6, 7));
    ScaledInterval least = NormalTail.between(Interval.of(5), Interval.of(6));
    ScaledInterval most = NormalTail.between(Interval.of(4), Interval.of(7));
    assertTrue(mass.lower().compareTo(least.upper()) <= 0);
    assertTrue(mass.upper().compareTo(most.lower()) >= 0);
    double sum = most.toInterval().plus(NormalTail.above(7).toInterval()).middle();
    assertEquals(NormalTail.above(4).toInterval().middle(), sum, 1e-19);
  }

  @Test
  void enclosesAndIsTight() {
    SplittableRandom random = new SplittableRandom(9);
    for (int run = 0; run < 300; run++) {
      double z = run == 0 ? NormalTail.LEAST : NormalTail.LEAST * Math.exp(7 * random.nextDouble());
      ScaledInterval tail = NormalTail.above(z);
      Apfloat exact = Precise.normalAbove(z);
      assertTrue(Precise.of(tail.lower()).compareTo(exact) <= 0, () -> z + ": " + tail);
      assertTrue(Precise.of(tail.upper()).compareTo(exact) >= 0, () -> z + ": " + tail);
      assertTrue(tail.value().width() <= 1e-14 * tail.value().upper(), () -> z + ": " + tail);
    }
  }
}
